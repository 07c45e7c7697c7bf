"""The days of a median: how many lines there are of each pair of days, counted by the database.

Lines that go by moments are read as one text for each day of the period, of what ended when: the
clinic's day of each moment would cost more to work out, and a row for each pair more to fetch.
SQLite wording (`group_concat`, `json_each`); PostgreSQL has `string_agg`.
"""

import json
from collections import Counter, defaultdict
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    bindparam,
    case,
    cast,
    func,
    literal,
    select,
    type_coerce,
)
from sqlmodel import Session

from careteam.domain.measuring import DayNumbers, Days, Figure, Measure, median_of
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.insights_lines import Lines
from careteam.storage.reads.insights_scope import (
    WHOLE,
    Place,
    Scope,
    drawn_from,
    lines_of,
    values_of,
)
from careteam.storage.reads.local_days import bounds_of

NONE, SIDE, LINE, PART = "\x1c", "\x1d", "\x1e", "\x1f"
"""What stands for no lines, between those that count and others, between lines, between keys."""
DAY = 10
"""So many letters at the end of a line that counts are the day on which it ended."""

Spread = dict[tuple[str, ...], dict[int | None, int]]
"""By the keys of the parts how many lines took how many days; None for those that do not count."""


def figures_of_days(
    session: Session,
    measure: Measure,
    scope: Scope,
    moment: Moment,
    rules: Rules,
    parts: tuple[str, ...],
) -> dict[Place, Figure]:
    """The figure of a median and of each of its parts; nothing where there are no lines."""
    numbers = DayNumbers(rules.calendar if measure.days is Days.BUSINESS else None)
    lines = lines_of(measure.key, scope, moment, rules)
    values = values_of(scope, moment)
    if lines.go_by_moments and scope.navigator_id is None:
        query = _by_moments(measure, scope, moment, rules, parts)
        values["days"] = json.dumps(_days(scope, moment))
        return _figures(_read_texts(session, query, values, numbers, parts), parts)
    return _figures(_read_pairs(session, lines, scope, values, numbers, parts), parts)


def _figures(spread: Spread, parts: tuple[str, ...]) -> dict[Place, Figure]:
    days: dict[Place, Counter[int]] = defaultdict(Counter)
    of: Counter[Place] = Counter()
    for keys, found in spread.items():
        counts = {took: count for took, count in found.items() if took is not None}
        for place in (WHOLE, *zip(parts, keys, strict=True)):
            days[place].update(counts)
            of[place] += sum(found.values())
    return {
        place: Figure(found.total(), of[place], median_of(found)) for place, found in days.items()
    }


def _read_pairs(
    session: Session,
    lines: Lines,
    scope: Scope,
    values: dict[str, Any],
    numbers: DayNumbers,
    parts: tuple[str, ...],
) -> Spread:
    """Those that took a day or more by their pair of days, and then how many others there are."""
    since, until, hit = _days_of(lines)
    by = [func.coalesce(cast(lines.by[name], String), "") for name in parts]
    pair = (until, since) if lines.come_by_end else (since, until)
    ends = [type_coerce(day, String) for day in (since, until)]
    late = drawn_from(lines, select(*by, *ends, func.count()), scope).where(hit, until > since)
    spread: Spread = defaultdict(dict)
    for *keys, first, last, count in session.execute(late.group_by(*by, *pair), values):
        days, took = spread[tuple(keys)], numbers[last] - numbers[first]
        days[took] = days.get(took, 0) + count
    every = drawn_from(lines, select(*by, func.count(), func.count().filter(hit)), scope)
    for *keys, of, hits in session.execute(every.group_by(*by) if by else every, values):
        days = spread[tuple(keys)]
        at_once = hits - sum(days.values())
        days[0] = days.get(0, 0) + at_once
        days[None] = of - hits
    return {keys: days for keys, days in spread.items() if sum(days.values())}


def _read_texts(
    session: Session,
    query: Any,
    values: dict[str, Any],
    numbers: DayNumbers,
    parts: tuple[str, ...],
) -> Spread:
    """Each day with its lines: those that count by their keys and the day they ended on."""
    spread: dict[str, dict[int | None, int]] = defaultdict(dict)
    for day, told in session.execute(query, values):
        began, (ended, others) = numbers[day], map(_lines_in, told.split(SIDE))
        for line, count in Counter(ended).items():
            days, took = spread[line[:-DAY]], max(numbers[line[-DAY:]] - began, 0)
            days[took] = days.get(took, 0) + count
        for keys, count in Counter(others).items():
            days = spread[keys]
            days[None] = days.get(None, 0) + count
    return {tuple(keys.split(PART)) if parts else (): days for keys, days in spread.items()}


def _lines_in(told: str) -> list[str]:
    return [] if told == NONE else told.split(LINE)


def _by_moments(
    measure: Measure, scope: Scope, moment: Moment, rules: Rules, parts: tuple[str, ...]
) -> Any:
    """Each day of the period with the lines between its moments: a range of their index."""
    each = func.json_each(bindparam("days")).table_valued("value", name="each")
    day, first, end = (
        func.json_extract(each.c.value, literal(f"$[{at}]"), type_=String()) for at in range(3)
    )
    lines = lines_of(measure.key, scope, moment, rules, (first, end))
    _since, until, hit = _days_of(lines)
    keys: Any = literal("")
    for at, name in enumerate(parts):
        key: ColumnElement[str] = type_coerce(lines.by[name], String)
        keys = keys.concat(PART).concat(key) if at else key
    ended = case((hit, keys.concat(until) if parts else type_coerce(until, String)))
    texts = [
        func.coalesce(func.group_concat(one, LINE), NONE) for one in (ended, case((~hit, keys)))
    ]
    told = drawn_from(lines, select(texts[0].concat(SIDE).concat(texts[1])), scope)
    return select(day, told.correlate(each).scalar_subquery()).select_from(each)


def _days_of(lines: Lines) -> tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[bool]]:
    if lines.since is None or lines.until is None or lines.hit is None:
        raise ValueError("a median has days")
    return lines.since, lines.until, lines.hit


def _days(scope: Scope, moment: Moment) -> list[tuple[str, str, str]]:
    """Each day of the period with the moments (UTC) at which it begins and is over."""
    period = scope.period
    days = [
        period.first + timedelta(days=at) for at in range((period.last - period.first).days + 2)
    ]
    begins = [f"{bounds_of(day, day, moment.zone)[0]:%Y-%m-%d %H:%M:%S.%f}" for day in days]
    told = (day.isoformat() for day in days)
    return list(zip(told, begins, begins[1:], strict=False))
