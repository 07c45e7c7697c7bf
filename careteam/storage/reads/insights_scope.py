"""Of which days and whose patients figures are asked, and the statements that this makes."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, bindparam

from careteam.domain.moment import Moment
from careteam.domain.periods import Period
from careteam.domain.rules import Rules
from careteam.storage.reads.insights_lines import Asked, Lines, patient
from careteam.storage.reads.insights_needs import LINES
from careteam.storage.reads.local_days import bounds_of

Place = tuple[str, str]
"""A part of a measure: what it is told apart by, and the key of the part."""
WHOLE: Place = "", ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which days and whose patients figures are asked."""

    period: Period
    navigator_id: int | None = None


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


def lines_of(
    key: str,
    scope: Scope,
    moment: Moment,
    rules: Rules,
    between: tuple[ColumnElement[Any], ColumnElement[Any]] | None = None,
) -> Lines:
    """The lines that a measure counts; `between` are other moments than those of the period."""
    period = scope.period
    is_mine = scope.navigator_id is not None
    asked = Asked(is_mine, period.first, period.last, moment.zone, rules)
    if between is not None:
        asked = replace(asked, start_at=between[0], end_at=between[1])
    return LINES[key](asked)


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
