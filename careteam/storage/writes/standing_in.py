"""Cover that keeps to the days away: it moves and ends with them, and begins by itself.

Who is named as cover of days away stands in, from the first of them, for every role that nobody
else holds. Who is away too is followed to their own cover.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select
from sqlmodel import Session

from careteam.domain.absences import ONE_DAY, Days, left_over, run_of
from careteam.domain.assignments import Rank
from careteam.domain.moment import Moment
from careteam.domain.people import AbsenceDraft
from careteam.domain.rules import Rules
from careteam.storage.reads.cover import COVER_ENDED, CoverNeed, days_away, needs_of
from careteam.storage.reads.directory import OPEN, absence, assignment, person
from careteam.storage.reads.hand_over import HeldRow
from careteam.storage.tables import AbsenceRecord, AssignmentRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.cover import cover_note, successor_of
from careteam.storage.writes.succession import end_together, follow, strike

Again = dict[int, set[tuple[int, str]]]
"""Of each person who had covered: the roles (patient, key) to cover again on the new days."""


def stand_in_for(
    session: Session,
    people: Sequence[int] = (),
    *,
    since: date | None = None,
    moment: Moment,
    rules: Rules,
) -> bool:
    """Let the covers of those who are away today begin; of these people, or of everybody.

    `since` is the first day that the program has not seen yet: cover that should have begun on a
    day when it was closed is dated to that day. Says whether anything began.
    """
    today = moment.today
    query = select(absence.id).where(
        absence.starts_on <= today, absence.ends_on >= today, absence.cover_id.is_not(None)
    )
    if people:
        query = query.where(absence.person_id.in_(people))
    has_begun = False
    for absence_id in session.scalars(query.order_by(absence.starts_on, absence.id)).all():
        has_begun |= _begin(session, absence_id, min(since or today, today), moment, rules)
    return has_begun


def release_cover(
    session: Session, record: AbsenceRecord, draft: AbsenceDraft | None, today: date
) -> Again:
    """Let go of the cover of days away that become those of `draft`, or are dropped with None.

    Where the person stays away and the cover stays the same, what has begun only ends on another
    day. All else ends today or never begins, and is given back to be covered again.
    """
    again: Again = defaultdict(set)
    is_same = draft is not None and draft.cover_id == record.cover_id
    struck: list[int] = []
    for row in _arranged(session, record, today):
        ends_on = _new_end(session, row, record, draft, today) if is_same and draft else today
        if row.starts_on > today or (row.starts_on == today and ends_on <= today):
            struck.append(row.id)
        elif ends_on != row.ends_on:
            is_over = ends_on <= today
            end_together(
                session, [row.id], on=ends_on, reason=COVER_ENDED, note="", is_over=is_over
            )
        if is_same and (row.starts_on > today or ends_on <= today):
            again[row.person_id].add((row.patient_id, row.role))
    strike(session, struck)
    return again


def cover_again(
    session: Session, record: AbsenceRecord, again: Again, *, moment: Moment, rules: Rules
) -> None:
    """Cover the same roles by the same people on the days as they are now, where those are here."""
    if record.id is None:
        raise ValueError("the absence has not been flushed")
    for cover_id, roles in again.items():
        _, _, needs = needs_of(session, record.id, moment.today)
        for need in needs:
            rows = [row for row in need.rows if (row.patient_id, row.role) in roles]
            span = Days(need.first, need.last)
            here = _here(session, cover_id, span)
            if rows and here == (span,):
                _give(session, rows, need, cover_id, record.person_id, moment, rules)


def _begin(session: Session, absence_id: int, since: date, moment: Moment, rules: Rules) -> bool:
    person_id, _, needs = needs_of(session, absence_id, since)
    has_begun = False
    for need in needs:
        if moment.today not in Days(need.first, need.last):
            continue
        found = _stand_in(session, person_id, moment.today)
        run = run_of(_here(session, found, Days(need.first, need.last)), moment.today)
        rows = [row for row in need.rows if row.starts_on <= moment.today]
        if found is not None and run is not None and rows:
            need = CoverNeed(absence_id, run.first, run.last, found, tuple(rows))
            _give(session, rows, need, found, person_id, moment, rules)
            has_begun = True
    return has_begun


def _stand_in(session: Session, person_id: int, day: date) -> int | None:
    """Who stands in on a day: the named cover, or who covers for that person when away too."""
    seen = {person_id}
    away = days_away(session, [person_id], Days(day, day))[person_id]
    while away:
        cover_id = next((cover for _, cover in away if cover is not None), None)
        if cover_id is None or cover_id in seen:
            return None
        seen.add(cover_id)
        person_id = cover_id
        away = days_away(session, [person_id], Days(day, day))[person_id]
    return person_id


def _here(session: Session, person_id: int | None, days: Days) -> tuple[Days, ...]:
    """The days on which a person works here and is not away."""
    if person_id is None:
        return ()
    leaves_on = session.execute(select(person.leaves_on).where(person.id == person_id)).scalar()
    span = days if leaves_on is None else days.within(Days(date.min, leaves_on))
    if span is None:
        return ()
    away = days_away(session, [person_id], span)[person_id]
    return left_over(span, [each for each, _ in away])


def _give(
    session: Session,
    rows: Iterable[HeldRow],
    need: CoverNeed,
    cover_id: int,
    away_id: int,
    moment: Moment,
    rules: Rules,
) -> None:
    successors = [successor_of(row, need) for row in rows]
    note = cover_note(get_person(session, away_id))
    follow(session, successors, cover_id, note=note, moment=moment, rules=rules)


def _arranged(session: Session, record: AbsenceRecord, today: date) -> Sequence[Row[Any]]:
    """The cover of an absence that is not over, whoever gives it."""
    held = AssignmentRecord.__table__.alias("away")
    away = held.c
    return session.execute(
        select(
            assignment.id,
            assignment.person_id,
            assignment.patient_id,
            assignment.role,
            assignment.starts_on,
            assignment.ends_on,
            away.ends_on.label("held_until"),
        )
        .join(
            held,
            (away.patient_id == assignment.patient_id) & (away.role == assignment.role),
        )
        .where(
            away.person_id == record.person_id,
            away.state.in_(OPEN),
            assignment.person_id != record.person_id,
            assignment.state.in_(OPEN),
            assignment.rank == Rank.BACKUP,
            assignment.end_reason == COVER_ENDED,
            assignment.starts_on >= record.starts_on,
            assignment.ends_on <= record.ends_on + ONE_DAY,
            assignment.ends_on > today,
            or_(away.ends_on.is_(None), away.ends_on > today),
        )
    ).all()


def _new_end(
    session: Session, row: Row[Any], record: AbsenceRecord, draft: AbsenceDraft, today: date
) -> date:
    """The first day without cover that has begun, now that the days away are others."""
    if draft.starts_on > today or draft.ends_on < today or row.starts_on > today:
        return today
    after = draft.ends_on + ONE_DAY
    if row.ends_on <= record.ends_on and row.ends_on != row.held_until:
        return min(row.ends_on, after)
    run = run_of(_here(session, row.person_id, Days(today, draft.ends_on)), today)
    ends_on = run.last + ONE_DAY if run is not None else today
    return ends_on if row.held_until is None else min(ends_on, row.held_until)
