"""Backups for days away: arranged in one step, and taken back in one."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, person_name
from careteam.storage.reads.cover import COVER_ENDED, CoverNeed, needs_of
from careteam.storage.reads.directory import OPEN, absence
from careteam.storage.reads.hand_over import HeldRow
from careteam.storage.tables import AbsenceRecord, PersonRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.succession import Successor, assignment, follow, strike

PARTS = frozenset({Part.TEAM, Part.DUE, Part.PERSON})


@dataclass(frozen=True, slots=True)
class CoverDraft:
    """Somebody as backup for the days of an absence; no assignment named means all.

    `first` is the first day of the run of days that is meant; without it all of them are.
    """

    absence_id: int
    cover_id: int
    assignment_ids: tuple[int, ...] = ()
    first: date | None = None


@dataclass(frozen=True, slots=True)
class CoverReceipt:
    """What a cover is going to change, so that it can be taken back in one step."""

    need: CoverNeed
    cover_id: int


@needs(Action.TEAM)
def cover_absence(session: Session, draft: CoverDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Assign the cover as backup from the first day away (today at the earliest) to the last.

    Only roles that nobody else holds on all of these days are given; each ends by itself. Refused
    when the cover is the person away, is away too or has left before the last day.
    """
    person_id, _, found = needs_of(session, draft.absence_id, moment.today)
    needs = [need for need in found if draft.first in (None, need.first)]
    chosen = frozenset(draft.assignment_ids)
    given = [
        (row, need)
        for need in needs
        for row in need.rows
        if not chosen or row.assignment_id in chosen
    ]
    if not given:
        raise Refused.at("assignment_ids", "Nobody is left without cover on these days.")
    for need in needs:
        _check(session, person_id, need, draft.cover_id)
    record = session.get_one(AbsenceRecord, draft.absence_id)
    record.cover_id = draft.cover_id
    session.add(record)
    note = cover_note(get_person(session, person_id))
    successors = [successor_of(row, need) for row, need in given]
    follow(session, successors, draft.cover_id, note=note, moment=moment, rules=rules)
    patients = frozenset(row.patient_id for row, _ in given)
    count = "1 patient" if len(patients) == 1 else f"{len(patients)} patients"
    first, last = min(need.first for need in needs), max(need.last for need in needs)
    days = f"from {day_shown(first)} to {day_shown(last)}"
    name = _name(get_person(session, draft.cover_id))
    return Changes(PARTS, patients, draft.cover_id, f"{name} covers {count} {days}.")


@needs(Action.TEAM)
def take_back_cover(
    session: Session, receipt: CoverReceipt, *, moment: Moment, rules: Rules
) -> Changes:
    """The cover is backup no more, and the absence names whom it named before."""
    need = receipt.need
    record = session.get(AbsenceRecord, need.absence_id)
    if record is not None and record.cover_id == receipt.cover_id:
        record.cover_id = need.cover_id
        session.add(record)
        session.flush()
    wanted = {(row.patient_id, row.role, max(need.first, row.starts_on)) for row in need.rows}
    rows = session.execute(
        select(assignment.id, assignment.patient_id, assignment.role, assignment.starts_on).where(
            assignment.person_id == receipt.cover_id,
            assignment.state.in_(OPEN),
            assignment.rank == Rank.BACKUP,
            assignment.end_reason == COVER_ENDED,
        )
    )
    strike(session, [row.id for row in rows if (row.patient_id, row.role, row.starts_on) in wanted])
    patients = frozenset(row.patient_id for row in need.rows)
    return Changes(PARTS, patients, summary="The cover is taken back.")


def _check(session: Session, person_id: int, need: CoverNeed, cover_id: int) -> None:
    if cover_id == person_id:
        raise Refused.at("cover_id", "Nobody can cover for themselves.")
    cover = get_person(session, cover_id)
    if cover.leaves_on is not None and cover.leaves_on < need.last:
        raise Refused.at(
            "cover_id",
            "{name} leaves on {day} and cannot cover.",
            name=_name(cover),
            day=day_shown(cover.leaves_on),
        )
    away = session.execute(
        select(absence.starts_on, absence.ends_on).where(
            absence.person_id == cover_id,
            absence.starts_on <= need.last,
            absence.ends_on >= need.first,
        )
    ).first()
    if away is not None:
        raise Refused.at(
            "cover_id",
            "{name} is away too, from {first} to {last}.",
            name=_name(cover),
            first=day_shown(away.starts_on),
            last=day_shown(away.ends_on),
        )


def cover_note(away: PersonRecord) -> str:
    """What an assignment says that stands in for somebody who is away."""
    return f"Cover for {_name(away)}"[:LINE_LENGTH]


def successor_of(row: HeldRow, need: CoverNeed) -> Successor:
    """The cover of one role for the run of days on which nobody else holds it."""
    after = need.last + timedelta(days=1)
    ends_on = after if row.ends_on is None else min(after, row.ends_on)
    return Successor(
        row.assignment_id,
        max(need.first, row.starts_on),
        Rank.BACKUP,
        ends_on,
        COVER_ENDED,
    )


def _name(record: PersonRecord) -> str:
    return person_name(record.family, record.given, record.title, record.credentials)
