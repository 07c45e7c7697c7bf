"""One patient's navigation time: what is on file for each program, and this month's entries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.navigation_time import ConsentRule, first_of, stands_until
from careteam.domain.rules import Rules
from careteam.domain.time_standing import Standing
from careteam.domain.time_sums import MonthSum
from careteam.storage.reads.actors import actor_names
from careteam.storage.reads.month_time import (
    LockRow,
    TimeLine,
    lines_of,
    month_lock,
    sums_of,
    told_lines,
)
from careteam.storage.reads.time_overlaps import overlaps_of
from careteam.storage.reads.time_query import values_of
from careteam.storage.reads.time_standing import standings_of
from careteam.storage.tables import (
    EnrolmentRecord,
    InitiatingVisitRecord,
    TimeConsentRecord,
    TimeEntryRecord,
)

_enrolled = EnrolmentRecord.__table__.c
_consent = TimeConsentRecord.__table__.c
_visit = InitiatingVisitRecord.__table__.c


@dataclass(frozen=True, slots=True)
class OfferedProgram:
    """A program under which time of a patient can count, with the minutes of this month."""

    key: str
    label: str
    minutes: int


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """An enrolment with the names of who bills and who supervises."""

    id: int
    program: str
    label: str
    starts_on: date
    ends_on: date | None
    end_reason: str
    billing_id: int | None
    billing: str
    supervising_id: int | None
    supervising: str


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent as it was given; `until` is the first day on which its age ends it."""

    id: int
    program: str
    on: date
    way: str
    given_by: str
    by: str
    until: date | None
    is_retracted: bool
    retract_reason: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """An initiating visit."""

    id: int
    program: str
    on: date
    kind: str
    practitioner: str
    is_retracted: bool
    retract_reason: str


@dataclass(frozen=True, slots=True)
class PatientTime:
    """What the sheet of a patient shows; `programs` are those they are or were enrolled in, and
    those under which something counts in the month. `standing` is what the domain weighs.
    """

    month: date
    programs: tuple[str, ...]
    enrolments: tuple[EnrolmentRow, ...]
    consents: tuple[ConsentRow, ...]
    visits: tuple[VisitRow, ...]
    sums: tuple[MonthSum, ...]
    lines: tuple[TimeLine, ...]
    standing: Standing
    lock: LockRow | None

    def sum_of(self, program: str) -> MonthSum | None:
        """The month's sum of a program; of the last who bills where there are two."""
        return next((one for one in self.sums if one.program == program), None)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of work as it is loaded to be amended; `at` is UTC."""

    id: int
    patient_id: int
    version: int
    program: str
    work: str
    activity: str
    minutes: int
    at: Any
    note: str
    is_retracted: bool


def offered_programs(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[OfferedProgram, ...]:
    """The programs in which a patient is enrolled on a day, in the clinic's order."""
    query = select(_enrolled.program).where(
        _enrolled.patient_id == patient_id,
        _enrolled.starts_on <= today,
        or_(_enrolled.ends_on.is_(None), _enrolled.ends_on > today),
    )
    enrolled = set(session.execute(query).scalars())
    offered = [one for one in rules.time.offered(today) if one.key in enrolled]
    if not offered:
        return ()
    values = values_of(first_of(today), counts_tries=rules.time.counts_tries)
    lines = lines_of(session, [patient_id], values)[patient_id]
    return tuple(
        OfferedProgram(
            one.key, one.label, sum(row.minutes for row in lines if row.program == one.key)
        )
        for one in offered
    )


def patient_time(session: Session, patient_id: int, month: date, *, rules: Rules) -> PatientTime:
    """Everything about a patient's navigation time in a month."""
    month = first_of(month)
    values = values_of(month, counts_tries=rules.time.counts_tries)
    rows = lines_of(session, [patient_id], values)[patient_id]
    standing = standings_of(session, [patient_id])[patient_id]
    overlaps = overlaps_of(session, rows, values)
    enrolled = _of(session, EnrolmentRecord, patient_id, _enrolled.starts_on.desc())
    consents = _of(session, TimeConsentRecord, patient_id, _consent.on_day.desc())
    visits = _of(session, InitiatingVisitRecord, patient_id, _visit.on_day.desc())
    named = {row.by_id for row in (*rows, *consents)}
    named |= {one for row in enrolled for one in (row.billing_id, row.supervising_id)}
    named |= {row.practitioner_id for row in visits}
    names = actor_names(session, named)
    told = told_lines(rows, standing, names, overlaps, rules)
    there = {row.program for row in (*enrolled, *consents, *visits, *rows)}
    order = dict.fromkeys(one.key for one in rules.time.programs)
    return PatientTime(
        month=month,
        programs=tuple(key for key in [*order, *sorted(there - set(order))] if key in there),
        enrolments=tuple(_enrolment(row, names, rules) for row in enrolled if _lasted(row)),
        consents=tuple(_consented(row, names, rules) for row in consents),
        visits=tuple(_visited(row, names) for row in visits),
        sums=sums_of(rows, standing, overlaps, rules),
        lines=told,
        standing=standing,
        lock=month_lock(session, month),
    )


def time_entry(session: Session, entry_id: int) -> EntryRow | None:
    """An entry of work by its id; None when there is none."""
    table = TimeEntryRecord.__table__
    row = session.execute(select(table).where(table.c.id == entry_id)).one_or_none()
    if row is None:
        return None
    return EntryRow(
        row.id,
        row.patient_id,
        row.version,
        row.program,
        row.work,
        row.activity,
        row.minutes,
        row.at,
        row.note,
        row.retracted_at is not None,
    )


def _of(session: Session, record: Any, patient_id: int, order: Any) -> list[Any]:
    table = record.__table__
    query = select(table).where(table.c.patient_id == patient_id)
    return list(session.execute(query.order_by(order, table.c.id.desc())))


def _lasted(row: Any) -> bool:
    """Whether it stood for a day: one that was undone at once did not."""
    return row.ends_on is None or row.ends_on > row.starts_on


def _enrolment(row: Any, names: dict[int, str], rules: Rules) -> EnrolmentRow:
    return EnrolmentRow(
        row.id,
        row.program,
        rules.time.label(row.program),
        row.starts_on,
        row.ends_on,
        row.end_reason,
        row.billing_id,
        names.get(row.billing_id or 0, ""),
        row.supervising_id,
        names.get(row.supervising_id or 0, ""),
    )


def _consented(row: Any, names: dict[int, str], rules: Rules) -> ConsentRow:
    program = rules.time.program(row.program, row.on_day)
    rule = program.consent if program else ConsentRule.ONCE
    return ConsentRow(
        row.id,
        row.program,
        row.on_day,
        row.way,
        row.given_by,
        names.get(row.by_id or 0, ""),
        stands_until(rule, row.on_day),
        row.retracted_at is not None,
        row.retract_reason,
    )


def _visited(row: Any, names: dict[int, str]) -> VisitRow:
    return VisitRow(
        row.id,
        row.program,
        row.on_day,
        row.kind,
        names.get(row.practitioner_id or 0, ""),
        row.retracted_at is not None,
        row.retract_reason,
    )
