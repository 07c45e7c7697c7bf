"""A month of navigation time as it leaves the database: sums, what is missing, every entry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.navigation_time import first_of
from careteam.domain.overlaps import Key
from careteam.domain.renewals import renewal_on
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.domain.time_standing import Standing
from careteam.domain.time_sums import Line, Missing, MonthSum, lacks, month_sums
from careteam.storage.reads.actors import actor_names
from careteam.storage.reads.contact_rows import name_columns, named
from careteam.storage.reads.time_overlaps import overlaps_of
from careteam.storage.reads.time_query import lines_query, totals_query, values_of
from careteam.storage.reads.time_standing import standings_of
from careteam.storage.tables import MonthLockRecord, PatientRecord, PersonRecord

PAGE, CLINIC_PAGE = 200, 50
"""The rows of one navigator's month that are read at once, and those of the whole clinic's.

A navigator goes through all of theirs; of a clinic's thousands those with most minutes come first.
"""
AT_ONCE = 400
"""So many patients are asked for in one statement."""


@dataclass(frozen=True, slots=True)
class LockRow:
    """A month that is locked: since when (UTC) and by whom."""

    month: date
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """An entry's minutes in one month; `source` is `contact` or `entry`, `at` local.

    `what` is the mode of a contact or the kind of work, by key; `missing` what it lacks itself;
    `overlap` how many of its minutes count for an entry that began before.
    """

    source: str
    id: int
    day: date
    at: datetime
    program: str
    activity: str
    minutes: int
    what: str
    role: str
    note: str
    by: str
    missing: tuple[Missing, ...] = ()
    overlap: int = 0


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A patient's month in one program for who bills; `lines` are its entries in order.

    From `renew_on` on the newest consent is to be asked for again; None where it is not yearly.
    """

    patient_id: int
    name: str
    mrn: str
    program: str
    program_label: str
    billing: str
    supervising: str
    sum: MonthSum
    first_code: str = ""
    more_code: str = ""
    lines: tuple[TimeLine, ...] = ()
    renew_on: date | None = None

    @property
    def key(self) -> tuple[int, str, int | None]:
        """What the row is about, for a list that stays on it."""
        return self.patient_id, self.program, self.sum.billing_id


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month: rows with most minutes first, how many patients and programs there are in all."""

    month: date
    rows: tuple[MonthRow, ...]
    total: int
    minutes: int
    lock: LockRow | None = None

    @property
    def is_more(self) -> bool:
        """Whether there are patients beyond the rows."""
        return self.total > len({(row.patient_id, row.program) for row in self.rows})


def month_page(
    session: Session,
    month: date,
    *,
    rules: Rules,
    navigator_id: int | None = None,
    program: str = "",
    limit: int | None = 0,
    offset: int = 0,
) -> MonthPage:
    """The patients with most minutes in a month, of one navigator or the whole clinic.

    `limit` is how many are read: None for all, 0 for a page of them. `program` narrows them to one
    program, then all of its patients are read.
    """
    month = first_of(month)
    if limit == 0:
        limit = CLINIC_PAGE if navigator_id is None else PAGE
    values = values_of(month, counts_tries=rules.time.counts_tries)
    most = -1 if limit is None or program else limit
    asked = {**values, "navigator": navigator_id, "most": most, "offset": offset}
    query = totals_query(is_mine=navigator_id is not None)
    found = session.execute(query, asked).all()
    total, minutes = (found[0].rows, found[0].all_minutes) if found else (0, 0)
    wanted = {(row.patient_id, row.program) for row in found if program in ("", row.program)}
    if program:
        total = len(wanted)
        minutes = sum(row.minutes for row in found if row.program == program)
    rows = _rows(session, wanted, values, rules)
    return MonthPage(month, rows, total, minutes, month_lock(session, month))


def month_lock(session: Session, month: date) -> LockRow | None:
    """The lock that holds a month; None while it is open."""
    lock, person = MonthLockRecord.__table__.c, PersonRecord.__table__.c
    query = (
        select(lock.month, lock.locked_at, *name_columns(person))
        .outerjoin_from(MonthLockRecord.__table__, PersonRecord.__table__, person.id == lock.by_id)
        .where(lock.month == first_of(month), lock.reopened_at.is_(None))
    )
    row = session.execute(query).one_or_none()
    return LockRow(row.month, row.locked_at, named(row)) if row else None


def lines_of(
    session: Session, patients: Sequence[int], values: dict[str, Any]
) -> dict[int, list[Any]]:
    """What the statement of entries gives, by patient and in order."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(lines_query(), {**values, "patients": list(patients)}):
        found[row.patient_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.day, row.at, row.source, row.id))
    return found


def told_lines(
    rows: Sequence[Any],
    standing: Standing,
    names: dict[int, str],
    overlaps: Mapping[Key, int],
    rules: Rules,
) -> tuple[TimeLine, ...]:
    """Entries with what each lacks on its own day."""
    return tuple(
        TimeLine(
            source=row.source,
            id=row.id,
            day=row.day,
            at=row.at.astimezone(ZoneInfo(row.zone)),
            program=row.program,
            activity=row.activity,
            minutes=row.minutes,
            what=row.what,
            role=row.role,
            note=row.note,
            by=names.get(row.by_id, ""),
            missing=lacks(
                _line(row, overlaps),
                rules.time.program(row.program, row.day),
                standing,
                standing.enrolment(row.program, row.day),
            ),
            overlap=overlaps.get((row.source, row.id), 0),
        )
        for row in rows
    )


def sums_of(
    rows: Sequence[Any], standing: Standing, overlaps: Mapping[Key, int], rules: Rules
) -> tuple[MonthSum, ...]:
    """What a patient's rows add up to."""
    return month_sums((_line(row, overlaps) for row in rows), standing, rules.time)


def _line(row: Any, overlaps: Mapping[Key, int]) -> Line:
    overlap = overlaps.get((row.source, row.id), 0)
    return Line(row.day, row.program, row.minutes, row.activity, bool(row.note), overlap)


def _rows(
    session: Session, wanted: set[tuple[int, str]], values: dict[str, Any], rules: Rules
) -> tuple[MonthRow, ...]:
    ids = sorted({patient_id for patient_id, _ in wanted})
    found = [
        row
        for start in range(0, len(ids), AT_ONCE)
        for row in _some(session, ids[start : start + AT_ONCE], values, rules)
        if (row.patient_id, row.program) in wanted
    ]
    return tuple(sorted(found, key=lambda row: (-row.sum.minutes, row.name, row.program)))


def _some(
    session: Session, ids: Sequence[int], values: dict[str, Any], rules: Rules
) -> Iterator[MonthRow]:
    patient = PatientRecord.__table__.c
    query = select(patient.id, patient.family, patient.given, patient.mrn)
    known = {row.id: row for row in session.execute(query.where(patient.id.in_(ids)))}
    standings, lines = standings_of(session, ids), lines_of(session, ids, values)
    overlaps = overlaps_of(session, chain.from_iterable(lines.values()), values)
    acting = {
        person
        for one in standings.values()
        for enrolment in one.enrolments
        for person in (enrolment.billing_id, enrolment.supervising_id)
    }
    by = {row.by_id for rows in lines.values() for row in rows}
    names = actor_names(session, acting | by)
    for patient_id, rows in lines.items():
        who, standing = known[patient_id], standings[patient_id]
        told = told_lines(rows, standing, names, overlaps, rules)
        for one in sums_of(rows, standing, overlaps, rules):
            program = rules.time.program(one.program, values["last"])
            mine = tuple(line for line in told if _belongs(line, one, standing))
            enrolment = standing.enrolment(one.program, mine[-1].day)
            supervising = enrolment.supervising_id if enrolment else None
            yield MonthRow(
                patient_id=patient_id,
                name=display_name(who.family, who.given),
                mrn=who.mrn,
                program=one.program,
                program_label=rules.time.label(one.program),
                billing=names.get(one.billing_id or 0, ""),
                supervising=names.get(supervising or 0, ""),
                sum=one,
                first_code=program.first_code if program else "",
                more_code=program.more_code if program else "",
                lines=mine,
                renew_on=_renew_on(one.program, standing, rules),
            )


def _renew_on(key: str, standing: Standing, rules: Rules) -> date | None:
    given = max((one.on for one in standing.consents if one.program == key), default=None)
    return renewal_on(rules.time.program(key, given), given, rules) if given else None


def _belongs(line: TimeLine, to: MonthSum, standing: Standing) -> bool:
    enrolment = standing.enrolment(line.program, line.day)
    return (line.program, enrolment.billing_id if enrolment else None) == (
        to.program,
        to.billing_id,
    )
