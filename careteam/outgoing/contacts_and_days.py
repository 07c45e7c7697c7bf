"""Due days for a calendar and people for an address book, made of what is kept."""

import hashlib
from collections.abc import Sequence

from careteam.domain.disclosures import DisclosureDraft, Form, Handed
from careteam.domain.text import clean
from careteam.exports.icalendar import calendar_bytes
from careteam.exports.vcard import cards_bytes
from careteam.outgoing.listed import MadeList, Told
from careteam.storage.reads.agenda import agenda_of
from careteam.storage.reads.board import team_board
from careteam.storage.reads.person_cards import everybody, person_cards
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store

CALENDAR, CARDS = "calendar", "cards"


def made_calendar(
    store: Store,
    told: Told,
    patient_ids: Sequence[int],
    handed: Handed,
    *,
    has_names: bool = False,
) -> MadeList:
    """What is due for these patients; with initials, unless names are asked for."""
    moment = told.moment
    days = store.read(agenda_of, patient_ids, today=moment.today, rules=told.rules)
    clinic = store.read(read_settings).get("clinic", "")
    data = calendar_bytes(
        days, made_at=moment.now, name=clean(clinic), zone=moment.zone, has_names=has_names
    )
    about = tuple(dict.fromkeys(day.patient_id for day in days))
    what = "due days with names" if has_names else "due days with initials"
    return MadeList(data, _draft(CALENDAR, handed, about, what, data), len(days))


def made_cards(
    store: Store,
    told: Told,
    person_ids: Sequence[int] | None,
    handed: Handed,
    *,
    patient_id: int | None = None,
) -> MadeList:
    """These people, or a patient's team, or (neither) everybody in the directory.

    Whose team it is stands in no card; that it left is registered for the patient.
    """
    if patient_id is not None:
        person_ids = team_of(store, told, patient_id)
    if person_ids is None:
        person_ids = store.read(everybody, told.moment.today)
    cards = store.read(person_cards, person_ids, told.rules.catalogue)
    data = cards_bytes(cards)
    about = (patient_id,) if patient_id is not None else ()
    what = "the care team" if about else "people of the directory"
    return MadeList(data, _draft(CARDS, handed, about, what, data), len(cards))


def team_of(store: Store, told: Told, patient_id: int) -> tuple[int, ...]:
    """Who holds a role now, each once, in the order of the board."""
    board = store.read(team_board, patient_id, today=told.moment.today, rules=told.rules)
    held = (row.person_id for row in board if row.person_id is not None)
    return tuple(dict.fromkeys(held))


def _draft(
    kind: str, handed: Handed, about: tuple[int, ...], what: str, data: bytes
) -> DisclosureDraft:
    digest = hashlib.sha256(data).hexdigest()
    return DisclosureDraft(kind, Form.CSV, handed, about, what, digest)
