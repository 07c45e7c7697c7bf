"""Changing a setting of the clinic, each kept as text under its key."""

from zoneinfo import ZoneInfo

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.tables import SettingRecord
from careteam.storage.writes.assignments import get_person

CLINIC, ZONE = "clinic", "zone"
RULES = frozenset({"max_attempts", "quick_minutes"})


@needs(Action.SETTINGS)
def set_setting(session: Session, key: str, value: str, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a setting; the last value stands.

    `worker` is the directory id of who works at this desk, `zone` an IANA time zone. Refused for
    a zone that does not exist or an empty name of the clinic; Missing for an unknown person.
    """
    value = clean(value)[:LINE_LENGTH]
    if key == CLINIC and not value:
        raise Refused.at(CLINIC, "The clinic needs a name.")
    if key == ZONE:
        check_zone(value)
    if key == WORKER_SETTING:
        get_person(session, int(value) if value.isdecimal() else 0)
    session.merge(SettingRecord(key=key, value=value))
    session.flush()
    parts = {Part.SETTING} | ({Part.CATALOGUE} if key in RULES else set())
    return Changes(frozenset(parts), summary="The setting is saved.")


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
