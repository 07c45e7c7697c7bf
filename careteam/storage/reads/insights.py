"""The figures of the measures over a period, of one navigator's patients or the whole clinic."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    bindparam,
    column,
    func,
    select,
    table,
)
from sqlmodel import Session

from careteam.domain.measures import MEASURES
from careteam.domain.measuring import (
    NOTHING,
    Figure,
    Form,
    Measure,
    Result,
)
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.storage.reads.insights_days import figures_of_days
from careteam.storage.reads.insights_lines import ACUITY, FIRST, LAST, patient, plain
from careteam.storage.reads.insights_scope import (
    WHOLE,
    Place,
    Scope,
    drawn_from,
    lines_of,
    values_of,
)
from careteam.storage.tallies import ABOUT, CONTACT_DAY

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


def _counted(
    session: Session,
    measure: Measure,
    scope: Scope,
    moment: Moment,
    rules: Rules,
    *,
    parts: tuple[str, ...],
) -> Result:
    if measure.form is Form.MEDIAN:
        made = figures_of_days(session, measure, scope, moment, rules, parts)
        return _result(measure, parts, made)
    lines = lines_of(measure.key, scope, moment, rules)
    by = [lines.by[name].label(f"by_{name}") for name in parts]
    found = func.count() if lines.hit is None else func.count().filter(lines.hit)
    counts = select(*by, func.count().label("of"), found.label("hits"))
    of: Counter[Place] = Counter()
    hits: Counter[Place] = Counter()
    for each in (lines,) if by else lines.ranges or (lines,):
        query = drawn_from(each, counts, scope)
        for row in session.execute(query.group_by(*by) if by else query, values_of(scope, moment)):
            for place in _places(parts, row):
                of[place] += row.of
                hits[place] += row.hits or 0
    return _result(measure, parts, {place: Figure(hits[place], of[place]) for place in of})


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
    status = patient.c.status
    if scope.navigator_id is not None:
        query = query.where(patient.c.navigator_id == bindparam("mine"))
        status = plain(status)
    query = query.where(status == Status.ACTIVE)
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
