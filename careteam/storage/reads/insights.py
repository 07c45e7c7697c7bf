"""The figures of the measures over a period, of one navigator's patients or the whole clinic."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    String,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    select,
    table,
    type_coerce,
)
from sqlmodel import Session

from careteam.domain.measures import MEASURES
from careteam.domain.measuring import (
    NOTHING,
    BusinessDays,
    Days,
    Figure,
    Form,
    Measure,
    Result,
    median_of,
)
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.periods import Period
from careteam.domain.rules import Rules
from careteam.storage.reads.insights_lines import ACUITY, FIRST, LAST, Asked, Lines, patient
from careteam.storage.reads.insights_needs import LINES
from careteam.storage.reads.local_days import bounds_of
from careteam.storage.tallies import ABOUT, CONTACT_DAY

Place = tuple[str, str]
"""A part of a measure: what it is told apart by, and the key of the part."""
WHOLE: Place = "", ""
TALLIED = ("contacts", "reach_rate")
_tally = table(
    CONTACT_DAY,
    *(column("day", Date), column("about"), column("key")),
    *(column(name, Integer) for name in ("contacts", "tries", "reached")),
)
_TALLY = (
    select(
        _tally.c.about, _tally.c.key, *(func.sum(_tally.c[name]).label(name)
        for name in ("contacts", "tries", "reached")),
    )
    .where(_tally.c.day.between(FIRST, LAST))
    .group_by(_tally.c.about, _tally.c.key)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which days and whose patients figures are asked."""

    period: Period
    navigator_id: int | None = None


def insight_results(
    session: Session,
    keys: Iterable[str],
    scope: Scope,
    *,
    moment: Moment,
    rules: Rules,
    in_parts: Collection[str] = (),
    has_acuity: bool = False,
) -> dict[str, Result]:
    """The result of each measure named, in that order; the parts of those that are told apart.

    Patients in care are told apart by acuity too, where the clinic has that score.
    """
    apart = {"active": (ACUITY,)} if has_acuity else {}
    found: dict[str, Result] = {}
    tallied: dict[str, Result] = {}
    for key in keys:
        if key in TALLIED and scope.navigator_id is None:
            tallied = tallied or _tallied(session, scope, moment)
            found[key] = tallied[key]
        elif key == "roles_filled":
            found[key] = _roles_filled(session, scope)
        else:
            measure = MEASURES[key]
            parts = (*measure.by, *apart.get(key, ())) if key in in_parts else ()
            found[key] = _counted(session, measure, scope, moment, rules, parts=parts)
    return found


def values_of(scope: Scope, moment: Moment) -> dict[str, Any]:
    """What the statements of the lines are asked with."""
    period = scope.period
    start_at, end_at = bounds_of(period.first, period.last, moment.zone)
    return {
        "first": period.first,
        "last": period.last,
        "start_at": start_at,
        "end_at": end_at,
        "today": moment.today,
        "mine": scope.navigator_id,
    }


def lines_of(key: str, scope: Scope, moment: Moment, rules: Rules) -> Lines:
    """The lines that a measure counts."""
    period = scope.period
    is_mine = scope.navigator_id is not None
    return LINES[key](Asked(is_mine, period.first, period.last, moment.zone, rules))


def drawn_from(lines: Lines, query: Any, scope: Scope) -> Any:
    """The query over the lines: of one navigator through her patients."""
    if scope.navigator_id is None:
        return query.select_from(lines.source).where(*lines.where)
    source = lines.source
    if lines.has_patient and "navigator_id" in lines.source.c:
        is_mine = lines.source.c.navigator_id == bindparam("mine")
    else:
        if not lines.has_patient:
            source = patient.join(source, patient.c.id == lines.patient_id)
        is_mine = patient.c.navigator_id == bindparam("mine")
    return query.select_from(source).where(*lines.where, is_mine)


def days_between(since: ColumnElement[Any], until: ColumnElement[Any]) -> ColumnElement[int]:
    """Whole days from one day to the other, never less than none."""
    days = func.julianday(until) - func.julianday(since)
    return cast(func.max(func.round(days), literal(0)), Integer)


def _counted(
    session: Session,
    measure: Measure,
    scope: Scope,
    moment: Moment,
    rules: Rules,
    *,
    parts: tuple[str, ...],
) -> Result:
    lines = lines_of(measure.key, scope, moment, rules)
    names = parts
    by = [lines.by[name].label(f"by_{name}") for name in names]
    told = _told(measure, lines)
    counts = [func.count().label("of")]
    if not told:
        found = func.count() if lines.hit is None else func.count().filter(lines.hit)
        counts.append(found.label("hits"))
    query = drawn_from(lines, select(*by, *told, *counts), scope)
    groups = [*by, *told]
    rows = session.execute(query.group_by(*groups) if groups else query, values_of(scope, moment))
    of: Counter[Place] = Counter()
    hits: Counter[Place] = Counter()
    days: dict[Place, Counter[int]] = defaultdict(Counter)
    calendar = BusinessDays(rules.calendar)
    if told and measure.days is Days.BUSINESS and not names:
        return _result(measure, names, {WHOLE: _of_ends(rows, calendar)})
    for row in rows:
        took = _took(measure, row, calendar) if told else None
        for place in _places(names, row):
            of[place] += row.of
            if took is not None:
                days[place][took] += row.of
            hits[place] += (row.hits or 0) if not told else row.of if took is not None else 0
    made = {place: Figure(hits[place], of[place], median_of(days[place])) for place in of}
    return _result(measure, names, made)


def _of_ends(rows: Iterable[Any], calendar: BusinessDays) -> Figure:
    """The figure of a measure that is not told apart: there may be as many pairs as patients."""
    days: dict[int, int] = {}
    unanswered, between = 0, calendar.between_told
    for since, until, count in rows:
        if until is None:
            unanswered += count
        else:
            took = between(since, until)
            days[took] = days.get(took, 0) + count
    hits = sum(days.values())
    return Figure(hits, hits + unanswered, median_of(Counter(days)))


def _told(measure: Measure, lines: Lines) -> list[ColumnElement[Any]]:
    """Of a median the days of each line that counts, and nothing of the others.

    Business days are worked out from both ends; a line that does not count has no second one. Left
    as they are, both are read in the order of their index.
    """
    if measure.form is not Form.MEDIAN:
        return []
    if lines.since is None or lines.until is None or lines.hit is None:
        raise ValueError(f"{measure.key} has no days")
    if measure.days is Days.BUSINESS:
        return [
            type_coerce(lines.since, String).label("since"),
            type_coerce(lines.until, String).label("until"),
        ]
    return [case((lines.hit, days_between(lines.since, lines.until)), else_=None).label("days")]


def _took(measure: Measure, row: Any, calendar: BusinessDays) -> int | None:
    if measure.days is Days.CALENDAR:
        return row.days
    return calendar.between_told(row.since, row.until) if row.until else None


def _tallied(session: Session, scope: Scope, moment: Moment) -> dict[str, Result]:
    """Contacts and tries of the whole clinic, from the tally of days."""
    counted: dict[Place, Figure] = {}
    tried: dict[Place, Figure] = {}
    contacts = tries = reached = 0
    for row in session.execute(_TALLY, values_of(scope, moment)):
        place = row.about, row.key
        if row.contacts:
            counted[place] = Figure(row.contacts, row.contacts)
        if row.tries:
            tried[place] = Figure(row.reached, row.tries)
        if row.about == ABOUT[0]:
            contacts, tries = contacts + row.contacts, tries + row.tries
            reached += row.reached
    counted[WHOLE], tried[WHOLE] = Figure(contacts, contacts), Figure(reached, tries)
    return {
        key: _result(MEASURES[key], MEASURES[key].by, made)
        for key, made in (("contacts", counted), ("reach_rate", tried))
    }


def _roles_filled(session: Session, scope: Scope) -> Result:
    """Summed from what is kept with each patient, as the board counts."""
    filled, gaps = patient.c.filled_count, patient.c.gap_count
    query = select(func.sum(filled).label("hits"), func.sum(filled + gaps).label("of"))
    query = query.where(patient.c.status == Status.ACTIVE)
    if scope.navigator_id is not None:
        query = query.where(patient.c.navigator_id == bindparam("mine"))
    row = session.execute(query, {"mine": scope.navigator_id}).one()
    return Result(MEASURES["roles_filled"], Figure(row.hits or 0, row.of or 0))


def _places(names: tuple[str, ...], row: Any) -> list[Place]:
    keys = [(name, getattr(row, f"by_{name}")) for name in names]
    return [WHOLE, *((name, "" if key is None else str(key)) for name, key in keys)]


def _result(measure: Measure, names: tuple[str, ...], made: Mapping[Place, Figure]) -> Result:
    parts = {
        name: tuple(
            sorted(
                ((key, figure) for (by, key), figure in made.items() if by == name),
                key=lambda part: (-part[1].of, part[0]),
            )
        )
        for name in names
    }
    return Result(measure, made.get(WHOLE, NOTHING), parts)


def day_of(told: Any) -> date | None:
    """A day as SQLite gives it, from a column or an expression."""
    return date.fromisoformat(told) if isinstance(told, str) and told else told or None
