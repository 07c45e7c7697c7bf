"""The list behind a figure: each line that was counted, with its patient and its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    bindparam,
    cast,
    func,
    literal,
    select,
    type_coerce,
)
from sqlmodel import Session

from careteam.domain.measures import measure_of
from careteam.domain.measuring import BusinessDays, Days, Measure
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import display_name, person_name
from careteam.storage.reads.insights_lines import ACUITY, Lines
from careteam.storage.reads.insights_scope import Scope, drawn_from, lines_of, values_of
from careteam.storage.tables import PatientRecord, PersonRecord

PAGE = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of a measure: all or only those that count, of one part or of every part."""

    key: str
    only_hits: bool = False
    by: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class InsightRow:
    """A line that was counted: whose, when, what about, the days it took, and whether it counts.

    `ref` is the id of the row of the table that the measure counts.
    """

    ref: int
    patient_id: int
    name: str
    mrn: str
    navigator: str
    day: date | None
    what: str
    days: int | None
    is_hit: bool


def insight_rows(
    session: Session,
    wanted: Wanted,
    scope: Scope,
    *,
    moment: Moment,
    rules: Rules,
    limit: int | None = PAGE,
    offset: int = 0,
) -> tuple[InsightRow, ...]:
    """A page of the list, the latest first."""
    measure = measure_of(wanted.key)
    lines = lines_of(wanted.key, scope, moment, rules)
    query = drawn_from(lines, select(*_columns(measure, lines)), scope)
    if wanted.only_hits and lines.hit is not None:
        query = query.where(lines.hit)
    if wanted.by:
        part = lines.by[wanted.by]
        query = query.where(part.is_(None) if not wanted.part and wanted.by == "navigator"
                            else part == _typed(wanted))  # fmt: skip
    order = lines.order or (lines.day, lines.ref)
    page = (
        query.order_by(*(place.desc() for place in order))
        .limit(limit)
        .offset(bindparam("offset"))
        .subquery("page")
    )
    rows = session.execute(_with_names(page), {**values_of(scope, moment), "offset": offset})
    told = partial(_what, rules=rules)
    calendar = BusinessDays(rules.calendar)
    return tuple(_row(row, measure, calendar, told(row)) for row in rows)


def _typed(wanted: Wanted) -> str | int:
    return int(wanted.part) if wanted.by == "navigator" else wanted.part


def _columns(measure: Measure, lines: Lines) -> list[ColumnElement[Any]]:
    hit = literal(True) if lines.hit is None else lines.hit
    is_business = measure.days is Days.BUSINESS
    since = until = days = literal(None)
    if lines.since is not None and lines.until is not None:
        since, until = lines.since, lines.until
        days = literal(None) if is_business else _days_between(since, until)
    by = [lines.by[name].label(f"by_{name}") for name in lines.by if name != ACUITY]
    order = [place.label(f"order_{at}") for at, place in enumerate(lines.order or ())]
    return [
        lines.ref.label("ref"),
        lines.patient_id.label("patient_id"),
        type_coerce(lines.day, Date).label("day"),
        hit.label("hit"),
        since.label("since"),
        until.label("until"),
        days.label("days"),
        *by,
        *order,
    ]


def _with_names(page: Any) -> Any:
    patient, navigator = PatientRecord.__table__, PersonRecord.__table__.alias("navigator")
    order = [one.name for one in page.c if one.name.startswith("order_")] or ["day", "ref"]
    return (
        select(
            page,
            patient.c.family,
            patient.c.given,
            patient.c.mrn,
            navigator.c.family.label("navigator_family"),
            navigator.c.given.label("navigator_given"),
            navigator.c.credentials,
        )
        .select_from(page)
        .join(patient, patient.c.id == page.c.patient_id)
        .outerjoin(navigator, navigator.c.id == patient.c.navigator_id)
        .order_by(*(page.c[name].desc() for name in order))
    )


def _row(row: Any, measure: Measure, calendar: BusinessDays, what: str) -> InsightRow:
    days = row.days
    if measure.days is Days.BUSINESS:
        since, until = _day_of(row.since), _day_of(row.until)
        days = calendar.between(since, until) if since and until else None
    return InsightRow(
        row.ref,
        row.patient_id,
        display_name(row.family, row.given),
        row.mrn,
        person_name(
            row.navigator_family or "", row.navigator_given or "", "", row.credentials or ""
        ),
        _day_of(row.day),
        what,
        days,
        bool(row.hit),
    )


def _what(row: Any, rules: Rules) -> str:
    told = [
        part_label(name, getattr(row, f"by_{name}") or "", rules)
        for name in ("role", "mode", "outcome", "category", "status")
        if hasattr(row, f"by_{name}")
    ]
    return " · ".join(words for words in told if words)


def navigator_names(session: Session, ids: Iterable[int]) -> dict[str, str]:
    """The names of navigators by the key of their part."""
    person = PersonRecord.__table__.c
    query = select(person.id, person.family, person.given, person.credentials)
    query = query.where(person.id.in_(list(ids))).order_by(person.name_key)
    return {
        str(row.id): person_name(row.family, row.given, "", row.credentials)
        for row in session.execute(query)
    }


def part_label(by: str, key: str, rules: Rules) -> str:
    """A part of a measure in the clinic's words; the key where it has none."""
    catalogue = rules.catalogue
    match by:
        case "role":
            return catalogue.role_label(key) if key else "No role"
        case "mode":
            return catalogue.modes[key].label if key in catalogue.modes else key
        case "outcome":
            return catalogue.outcomes[key].label if key in catalogue.outcomes else key
        case "category":
            return catalogue.label("barrier", key)
        case "status":
            return {str(one): str(one).capitalize() for one in Status}.get(key, key)
        case "acuity":
            return f"Acuity {key}"
        case "navigator":
            return key or "No navigator"
        case _:
            return key


def _days_between(since: ColumnElement[Any], until: ColumnElement[Any]) -> ColumnElement[int]:
    """Whole days from one day to the other, never less than none."""
    days = func.julianday(until) - func.julianday(since)
    return cast(func.max(func.round(days), literal(0)), Integer)


def _day_of(told: Any) -> date | None:
    """A day as SQLite gives it, from a column or an expression."""
    return date.fromisoformat(told) if isinstance(told, str) and told else told or None
