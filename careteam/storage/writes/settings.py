"""Changing a setting of the clinic, each kept as text under its key."""

import re
import uuid
from zoneinfo import ZoneInfo

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused
from careteam.domain.exchange import NAMESPACE_SETTING, urn_of
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import COUNTS_TRIES
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.tables import SettingRecord
from careteam.storage.writes.assignments import get_person

CLINIC, ZONE = "clinic", "zone"
RULES = frozenset({"max_attempts", "quick_minutes", COUNTS_TRIES})


@needs(Action.SETTINGS)
def set_setting(session: Session, key: str, value: str, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a setting; the last value stands.

    `worker` is the directory id of who works at this desk, `zone` an IANA time zone, of
    `time_counts_tries` anything but nothing is yes. Refused for a zone that does not exist or an
    empty name of the clinic; Missing for an unknown person.
    """
    value = clean(value)[:LINE_LENGTH]
    if key == CLINIC and not value:
        raise Refused.at(CLINIC, "The clinic needs a name.")
    if key == NAMESPACE_SETTING:
        check_namespace(value)
    if key == ZONE:
        check_zone(value)
    if key == WORKER_SETTING:
        get_person(session, int(value) if value.isdecimal() else 0)
    session.merge(SettingRecord(key=key, value=value))
    session.flush()
    parts = {Part.SETTING} | ({Part.CATALOGUE} if key in RULES else set())
    return Changes(frozenset(parts), summary="The setting is saved.")


@needs(Action.EXPORT)
def name_site(session: Session, *, moment: Moment, rules: Rules) -> Changes:
    """Let the clinic's record numbers have a namespace: a URN of its own, made at first use.

    One that is set already stays; a clinic that has an OID or an address sets that instead.
    """
    known = session.get(SettingRecord, NAMESPACE_SETTING)
    if known is not None and known.value:
        return Changes(frozenset())
    session.merge(SettingRecord(key=NAMESPACE_SETTING, value=urn_of(str(uuid.uuid4()))))
    session.flush()
    return Changes(frozenset({Part.SETTING}))


def check_namespace(value: str) -> str:
    """A URI that can name who gives numbers; Refused when it is none."""
    if not re.fullmatch(r"(https?://|urn:(oid|uuid):)[^\s<>\"{}|\\^`]+", value):
        raise Refused.at(
            NAMESPACE_SETTING,
            "{value} is not a namespace; write it as urn:oid:… or https://….",
            value=value[:60] or "An empty text",
        )
    return value


def check_zone(name: str) -> str:
    """The name of a time zone of this machine's list; Refused when it is not in it."""
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError) as error:
        raise Refused.at(
            ZONE,
            "{name} is not a time zone; write it as America/New_York.",
            name=name[:60] or "An empty name",
        ) from error
