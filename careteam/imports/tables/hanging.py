"""Rows of assignments and of contacts: what hangs on a patient who is here already."""

import hashlib

from careteam.domain.contacts import CLOCK_TOLERANCE
from careteam.domain.incoming import IncomingContact, IncomingMember
from careteam.domain.text import LINE_LENGTH, NOTE_LENGTH, fold
from careteam.imports.tables.rows import Called, Row
from careteam.imports.tables.values import record_number, whole_minutes

LEADS = "Who leads the team is set at the patient; write primary or backup."
TWICE = "The same stands in row {row} already."
_LEAD = frozenset({"lead", "leads", "leader", "team lead"})


def mrn_of(row: Row) -> str:
    """The record number of the patient whom a row is about."""
    mrn = row.read("mrn", record_number) or ""
    if not mrn and not row.problems:
        row.note("mrn", "The MRN is needed to tell patients apart.")
    return mrn


def member_of(row: Row, called: Called) -> IncomingMember | None:
    """The place in the care team of a row, or None when something is wrong, which the row says."""
    role = _needed(row, "role", "role")
    person = row.text("person", LINE_LENGTH)
    if not person:
        row.note("person", "Say who it is.")
    starts_on = row.read("starts_on", lambda text: row.reader.day(text, "starts_on"))
    ends_on = row.read("ends_on", lambda text: row.reader.day(text, "ends_on"))
    if starts_on and ends_on and ends_on < starts_on:
        row.note("ends_on", "The role cannot end before it began.")
    rank = ""
    if fold(row.cells.get("rank", "")) in _LEAD:
        row.note("rank", LEADS)
    else:
        rank = row.term("rank", "rank")
    note = row.text("note", LINE_LENGTH)
    if row.problems:
        return None
    return IncomingMember(
        person_key=called.key(person),
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        team_key="table",
        rank=rank,
        note=note,
        row=row.number,
    )


def contact_of(row: Row, mrn: str, called: Called) -> IncomingContact | None:
    """The contact of a row, or None when something is wrong, which the row then says."""
    mode = _needed(row, "mode", "mode")
    outcome = _needed(row, "outcome", "outcome")
    clock = row.cells.get("time", "")
    at = row.read("at", lambda text: row.reader.instant(text, clock, "at"))
    if "at" not in row.cells:
        row.note("at", "Say on which day it was.")
    if at is not None and at > row.reader.moment.now + CLOCK_TOLERANCE:
        row.note("at", "A contact cannot lie in the future; plan a next step.")
    minutes = row.read("minutes", whole_minutes) or 0
    direction = row.term("direction", "direction") or "outbound"
    role = row.term("role", "role")
    person = row.text("person", LINE_LENGTH)
    if not role and not person and "role" not in row.cells:
        row.note("role", "Say which role made the contact, or who.")
    note = row.text("note", NOTE_LENGTH, lines=True)
    if row.problems or at is None:
        return None
    told = "|".join((mrn, at.isoformat(), mode, role, fold(person), fold(note)))
    return IncomingContact(
        key="table|" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:40],
        at=at,
        minutes=minutes,
        mode=mode,
        outcome=outcome,
        direction=direction,
        person_key=called.key(person),
        role=role,
        text=note,
        row=row.number,
    )


def _needed(row: Row, key: str, kind: str) -> str:
    found = row.term(key, kind)
    if key not in row.cells:
        row.note(key, "This is needed: choose one of the clinic's list.")
    return found
