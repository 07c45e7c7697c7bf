"""Days away on which patients would have nobody: who is held, who else is here, what is left."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select, text
from sqlmodel import Session

from careteam.domain.absences import ONE_DAY, Days, left_over
from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.errors import Missing
from careteam.storage.reads.directory import OPEN, absence, assignment
from careteam.storage.reads.hand_over import HeldRow, held_by, held_rows
from careteam.storage.tables import AssignmentRecord

Roles = dict[tuple[int, str], list[tuple[int, Days]]]
"""Of a patient's role: who else holds it, and on which days."""


@dataclass(frozen=True, slots=True)
class CoverNeed:
    """Days away on which patients would have nobody; `first` and `last` are both included."""

    absence_id: int
    first: date
    last: date
    cover_id: int | None
    rows: tuple[HeldRow, ...]


def cover_needs(session: Session, person_id: int, since: date) -> tuple[CoverNeed, ...]:
    """The days away from `since` on, each run of them with the roles that nobody else holds then.

    Somebody who is away too does not stand in. Runs of one absence stand in the order of days.
    """
    days = session.execute(
        select(absence.id, absence.starts_on, absence.ends_on, absence.cover_id)
        .where(absence.person_id == person_id, absence.ends_on >= since)
        .order_by(absence.starts_on)
    ).all()
    return tuple(
        CoverNeed(row.id, run.first, run.last, row.cover_id, rows)
        for row in days
        for run, rows in _alone(session, person_id, Days(max(row.starts_on, since), row.ends_on))
    )


def needs_of(
    session: Session, absence_id: int, since: date
) -> tuple[int, int | None, tuple[CoverNeed, ...]]:
    """Whose days away these are, who is named as cover, and who has nobody from `since` on.

    Missing when the days were dropped.
    """
    row = session.execute(
        select(absence.person_id, absence.starts_on, absence.ends_on, absence.cover_id).where(
            absence.id == absence_id
        )
    ).first()
    if row is None:
        raise Missing("These days away are no longer in the directory. Look at the person again.")
    first = max(row.starts_on, since)
    runs = _alone(session, row.person_id, Days(first, row.ends_on)) if first <= row.ends_on else ()
    needs = tuple(
        CoverNeed(absence_id, run.first, run.last, row.cover_id, rows) for run, rows in runs
    )
    return row.person_id, row.cover_id, needs


def days_away(
    session: Session, people: Iterable[int], days: Days
) -> dict[int, list[tuple[Days, int | None]]]:
    """The absences of these people that touch these days, each with who is named as cover."""
    found: dict[int, list[tuple[Days, int | None]]] = defaultdict(list)
    rows = session.execute(
        select(absence.person_id, absence.starts_on, absence.ends_on, absence.cover_id).where(
            absence.person_id.in_(tuple(people)),
            absence.starts_on <= days.last,
            absence.ends_on >= days.first,
        )
    )
    for row in rows:
        found[row.person_id].append((Days(row.starts_on, row.ends_on), row.cover_id))
    return found


def _alone(
    session: Session, person_id: int, days: Days
) -> tuple[tuple[Days, tuple[HeldRow, ...]], ...]:
    """Runs of days with the roles that have nobody on them; a role's own first and last day count
    as those of the absence, so that one absence is mostly one run."""
    query = held_by(person_id).where(
        assignment.rank != Rank.BACKUP, assignment.starts_on <= days.last
    )
    held = [
        row for row in held_rows(session, query) if row.ends_on is None or row.ends_on > days.first
    ]
    others = _others(session, person_id, held, days.first)
    people = {other for each in others.values() for other, _ in each}
    away = days_away(session, people, days) if people else {}
    runs: dict[Days, list[HeldRow]] = defaultdict(list)
    for row in held:
        window = _window(row, days)
        here = [
            run
            for other, theirs in others.get((row.patient_id, row.role), ())
            for run in left_over(theirs, [span for span, _ in away.get(other, ())])
        ]
        for run in left_over(window, here):
            first = days.first if run.first == window.first else run.first
            last = days.last if run.last == window.last else run.last
            runs[Days(first, last)].append(row)
    return tuple((run, tuple(runs[run])) for run in sorted(runs))


def _others(session: Session, person_id: int, held: Sequence[HeldRow], since: date) -> Roles:
    found: Roles = defaultdict(list)
    if not held:
        return found
    other = AssignmentRecord.__table__.alias("other").c
    mine = select(assignment.patient_id).where(
        assignment.person_id == person_id, assignment.state.in_(OPEN)
    )
    rows = session.execute(
        select(other.patient_id, other.role, other.person_id, other.starts_on, other.ends_on).where(
            other.patient_id.in_(mine),
            other.person_id != person_id,
            or_(other.state.in_(OPEN), other.ends_on > since),
        )
    )
    for row in rows:
        last = row.ends_on - ONE_DAY if row.ends_on is not None else date.max - ONE_DAY
        if row.starts_on <= last:
            found[row.patient_id, row.role].append((row.person_id, Days(row.starts_on, last)))
    return found


def _window(row: HeldRow, days: Days) -> Days:
    last = days.last if row.ends_on is None else min(days.last, row.ends_on - ONE_DAY)
    return Days(max(days.first, row.starts_on), last)


def covered_patients(session: Session, person_id: int) -> tuple[int, ...]:
    """The patients for whom a person stands in today, while somebody is away."""
    rows = session.execute(_COVERED, {"mine": person_id})
    return tuple(rows.scalars())


COVER_ENDED = "cover_ended"
"""Why an assignment ends that stands in for somebody who is away."""

_STANDS_IN = text(f"assignment.rank = '{Rank.BACKUP}' AND assignment.end_reason = '{COVER_ENDED}'")
"""In the words of the index `assignment_stands_in`, which has nothing else in it."""

_COVERED = (
    select(assignment.patient_id)
    .distinct()
    .where(
        assignment.person_id == bindparam("mine"),
        assignment.state == AssignmentState.ACTIVE,
        _STANDS_IN,
    )
)
