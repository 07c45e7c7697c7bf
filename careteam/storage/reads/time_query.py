"""The statements behind a month of navigation time; each takes `first`, `last` and `before`.

`before` is the day before the first: what began on it may run over midnight into the month. A
range of days follows the index of what counts; a patient's own follows that of their contacts.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    CompoundSelect,
    Date,
    Executable,
    Select,
    String,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    union_all,
)

from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.navigation_time import last_of
from careteam.storage.tables import ContactRecord, PatientRecord, TimeEntryRecord

CONTACT, ENTRY = "contact", "entry"
_contact, _entry = ContactRecord.__table__.c, TimeEntryRecord.__table__.c
_patient = PatientRecord.__table__.c
_first, _last, _before = (bindparam(name, type_=Date) for name in ("first", "last", "before"))
_since = bindparam("since", type_=_contact.at.type)
_until = bindparam("until", type_=_contact.at.type)
_HAS_PROGRAM = text("contact.program <> ''")
"""As the partial index has it, or it is not followed."""


def values_of(month: date, *, counts_tries: bool) -> dict[str, Any]:
    """What the statements take; the clinic's days lie within a day of those in UTC."""
    last, margin = last_of(month), timedelta(days=2)
    return {
        "first": month,
        "last": last,
        "before": month - timedelta(days=1),
        "since": datetime.combine(month - margin, time(), UTC),
        "until": datetime.combine(last + margin, time(), UTC),
        "counts_tries": counts_tries,
    }


@cache
def totals_query(*, is_mine: bool) -> Executable:
    """The minutes of the month by patient and program, most first; `navigator` narrows them.

    Each row tells besides how many there are, of how many minutes.
    """
    found = union_all(*(_bare(name, is_mine=is_mine) for name in (CONTACT, ENTRY))).subquery()
    minutes = func.sum(found.c.minutes)
    sums = (
        select(found.c.patient_id, found.c.program, minutes.label("minutes"))
        .group_by(found.c.patient_id, found.c.program)
        .having(minutes > 0)
        .cte("sums")
    )
    return (
        select(
            sums.c.patient_id,
            sums.c.program,
            sums.c.minutes,
            select(func.count()).select_from(sums).scalar_subquery().label("rows"),
            select(func.sum(sums.c.minutes)).scalar_subquery().label("all_minutes"),
        )
        .order_by(sums.c.minutes.desc(), sums.c.patient_id, sums.c.program)
        .limit(bindparam("most"))
        .offset(bindparam("offset"))
    )


@cache
def lines_query() -> CompoundSelect[Any]:
    """What counts in the month of the patients `patients`, each row with its words."""
    return union_all(_contact_lines(), _entry_lines())


def _bare(name: str, *, is_mine: bool) -> Select[Any]:
    table = _contact if name == CONTACT else _entry
    columns: tuple[Any, ...] = (
        table.patient_id, table.program, _minutes(table).label("minutes"),
    )  # fmt: skip
    query: Any = select(*columns).where(*_counted(name))
    if not is_mine:
        return query.where(table.day.between(_before, _last))
    navigator = select(_patient.id).where(_patient.navigator_id == bindparam("navigator"))
    return query.where(table.patient_id.in_(navigator), *_within(table))


def _within(table: Any) -> tuple[ColumnElement[bool], ...]:
    """A range of the patient's own index, and then exactly the days of the month.

    The sign before a column keeps the other index out of it.
    """
    name = table.day.table.name
    days = text(f"+{name}.day BETWEEN :before AND :last").bindparams(_before, _last)
    return (table.at >= _since, table.at < _until, days)  # pyright: ignore[reportReturnType]


def _counted(name: str) -> tuple[ColumnElement[bool], ...]:
    if name == ENTRY:
        return (_entry.retracted_at.is_(None),)
    counts_tries = bindparam("counts_tries", type_=Boolean)
    counts = or_(_contact.is_reached, _contact.mode == NO_CONTACT_MODE, counts_tries)
    return (_HAS_PROGRAM, _contact.retracted_at.is_(None), counts)  # pyright: ignore[reportReturnType]


def _minutes(table: Any) -> ColumnElement[int]:
    return case((table.day < _first, table.minutes_over), else_=table.minutes - table.minutes_over)


def _day(table: Any) -> ColumnElement[date]:
    return case((table.day < _first, _first), else_=table.day)


def _contact_lines() -> Select[Any]:
    return _lines(CONTACT, _contact, _contact.mode, _contact.role)


def _entry_lines() -> Select[Any]:
    return _lines(ENTRY, _entry, _entry.work, literal_column("''", String()))


def _lines(
    name: str, table: Any, what: ColumnElement[str], role: ColumnElement[str]
) -> Select[Any]:
    patients: Any = bindparam("patients", expanding=True)
    columns: tuple[Any, ...] = (
        literal(name, String()).label("source"),
        table.id.label("id"),
        table.patient_id.label("patient_id"),
        _day(table).label("day"),
        table.at.label("at"),
        table.zone.label("zone"),
        table.program.label("program"),
        table.activity.label("activity"),
        _minutes(table).label("minutes"),
        table.minutes.label("whole"),
        table.minutes_over.label("over"),
        table.day.label("begun_on"),
        table.entered_at.label("entered_at"),
        what.label("what"),
        role.label("role"),
        table.note.label("note"),
        table.by_id.label("by_id"),
    )
    counted = (table.patient_id.in_(patients), *_within(table), *_counted(name))
    query: Any = select(*columns).where(*counted, _minutes(table) > 0)
    return query
