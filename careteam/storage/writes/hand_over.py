"""Handing the patients of one person to another in one step, and taking that back."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import HandOverDraft, state_on
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Problem, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.faults import STALE
from careteam.storage.reads.hand_over import (
    HandOverReceipt,
    Kept,
    Standing,
    Step,
    hand_over_steps,
)
from careteam.storage.tables import AssignmentRecord, PersonRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.course import refresh_course
from careteam.storage.writes.succession import Successor, assignment, end_together, follow, strike

DAYS_AHEAD = 366
PARTS = frozenset({Part.TEAM, Part.DUE, Part.PERSON})


@needs(Action.CASELOADS)
def hand_over(session: Session, draft: HandOverDraft, *, moment: Moment, rules: Rules) -> Changes:
    """End the chosen roles of one person on a day and give them to another in the same rank.

    All of it happens in one transaction; with no assignment named, it is every role of every
    patient who is looked after. Roles on hold stay on hold, a planned end stays planned. Where
    the other person is the backup they are moved up; where they hold the role already it only
    ends for the first. The sentence tells how many of each. Refused for a day that is past or
    more than a year ahead, for somebody who has left by then, and when nothing is left to give.
    """
    giver, taker = _check(session, draft, moment.today, rules)
    steps = hand_over_steps(session, draft)
    if not steps:
        raise Refused.at(
            "assignment_ids", "{name} holds none of these roles then.", name=_name(giver)
        )
    kept = _kept(session, [step.held.assignment_id for step in steps])
    _end(session, steps, draft, moment.today)
    follow(
        session,
        [
            _successor(step, kept[step.held.assignment_id])
            for step in steps
            if step.standing is not Standing.HOLDER
        ],
        draft.to_id,
        note="",
        moment=moment,
        rules=rules,
    )
    patients = frozenset(step.held.patient_id for step in steps)
    return Changes(PARTS, patients, draft.to_id, _told(steps, taker, draft, moment.today))


@needs(Action.CASELOADS)
def share_out_caseload(
    session: Session, drafts: Sequence[HandOverDraft], *, moment: Moment, rules: Rules
) -> Changes:
    """Hand over to several people in one transaction: all of it or nothing."""
    changes = [hand_over(session, draft, moment=moment, rules=rules) for draft in drafts]
    if not changes:
        raise Refused.at("assignment_ids", "Choose at least one patient.")
    patients = frozenset().union(*(each.patients for each in changes))
    said = " ".join(each.summary for each in changes)
    return Changes(PARTS, patients, changes[0].made, said)


@needs(Action.CASELOADS)
def take_back_caseload(
    session: Session, receipts: Sequence[HandOverReceipt], *, moment: Moment, rules: Rules
) -> Changes:
    """Everybody holds again what they held before the caseload was shared out."""
    for receipt in receipts:
        take_back_hand_over(session, receipt, moment=moment, rules=rules)
    patients = frozenset(step.held.patient_id for each in receipts for step in each.steps)
    return Changes(PARTS, patients, summary="The hand-over is taken back.")


@needs(Action.CASELOADS)
def take_back_hand_over(
    session: Session, receipt: HandOverReceipt, *, moment: Moment, rules: Rules
) -> Changes:
    """Everybody holds again what they held before a hand-over; all of it or nothing.

    What was given stays on record as entered in error, with no day on which it stood. Stale when
    one of the roles was changed since.
    """
    records = {
        row.id: row
        for row in session.scalars(
            select(AssignmentRecord).where(
                assignment.id.in_([kept.assignment_id for kept in receipt.kept])
            )
        )
    }
    for kept in receipt.kept:
        record = records.get(kept.assignment_id)
        if record is None or record.version != kept.version + 1:
            raise Stale(STALE)
    strike(session, _given(session, receipt))
    for kept in receipt.kept:
        record = records[kept.assignment_id]
        record.ends_on, record.end_reason, record.end_note = (
            kept.ends_on,
            kept.end_reason,
            kept.end_note,
        )
        is_held = record.held_since is not None
        record.state = state_on(
            moment.today, starts_on=record.starts_on, ends_on=kept.ends_on, is_held=is_held
        )
        record.version += 1
        refresh_course(session, record, rules)
        session.add(record)
    session.flush()
    patients = frozenset(step.held.patient_id for step in receipt.steps)
    return Changes(PARTS, patients, summary="The hand-over is taken back.")


def _check(
    session: Session, draft: HandOverDraft, today: date, rules: Rules
) -> tuple[PersonRecord, PersonRecord]:
    giver, taker = get_person(session, draft.from_id), get_person(session, draft.to_id)
    problems: list[Problem] = []
    if draft.on < today:
        problems.append(Problem("on", "Choose today or a later day."))
    elif draft.on > today + timedelta(days=DAYS_AHEAD):
        problems.append(Problem("on", "The day lies more than a year ahead."))
    if draft.from_id == draft.to_id:
        problems.append(Problem("to_id", "Choose somebody else."))
    elif taker.leaves_on is not None and taker.leaves_on < draft.on:
        problems.append(Problem("to_id", "{name} has left by then.", {"name": _name(taker)}))
    if draft.reason not in rules.catalogue.terms.get("end_reason", {}):
        problems.append(Problem("reason", "Choose why the assignments end."))
    if problems:
        raise Refused(problems)
    return giver, taker


def _kept(session: Session, ids: list[int]) -> dict[int, Kept]:
    rows = session.execute(
        select(
            assignment.id,
            assignment.version,
            assignment.ends_on,
            assignment.end_reason,
            assignment.end_note,
        ).where(assignment.id.in_(ids))
    )
    return {row.id: Kept(*row) for row in rows}


def _end(session: Session, steps: tuple[Step, ...], draft: HandOverDraft, today: date) -> None:
    """The one index for holders and the one for leads leave room only once the old rows end."""
    ends: dict[tuple[date, bool], list[int]] = defaultdict(list)
    for step in steps:
        is_over = step.on <= today or step.on <= step.held.starts_on
        ends[step.on, is_over].append(step.held.assignment_id)
        if step.standing is Standing.BACKUP and step.own_id is not None:
            ends[step.on, step.on <= today].append(step.own_id)
    for (on, is_over), ids in ends.items():
        end_together(session, ids, on=on, reason=draft.reason, note="", is_over=is_over)


def _successor(step: Step, kept: Kept) -> Successor:
    return Successor(
        step.held.assignment_id,
        step.on,
        step.held.rank,
        kept.ends_on,
        kept.end_reason,
        kept.end_note,
        is_held=True,
    )


def _given(session: Session, receipt: HandOverReceipt) -> list[int]:
    wanted = {
        (step.held.patient_id, step.held.role, step.on)
        for step in receipt.steps
        if step.standing is not Standing.HOLDER
    }
    kept = {kept.assignment_id for kept in receipt.kept}
    rows = session.execute(
        select(assignment.id, assignment.patient_id, assignment.role, assignment.starts_on).where(
            assignment.person_id == receipt.to_id,
            assignment.state.in_(("planned", "active", "held")),
        )
    )
    return [
        row.id
        for row in rows
        if row.id not in kept and (row.patient_id, row.role, row.starts_on) in wanted
    ]


def _told(steps: tuple[Step, ...], taker: PersonRecord, draft: HandOverDraft, today: date) -> str:
    given = {step.held.patient_id for step in steps if step.standing is not Standing.HOLDER}
    moved = sum(step.standing is Standing.BACKUP for step in steps)
    ended = sum(step.standing is Standing.HOLDER for step in steps)
    left = len(set(draft.assignment_ids)) - len(steps) if draft.assignment_ids else 0
    name, day = _name(taker), day_shown(draft.on)
    count = "1 patient" if len(given) == 1 else f"{len(given)} patients"
    verb = "is" if len(given) == 1 else "are"
    sentences = [
        f"{count} {verb} with {name} from now on."
        if draft.on <= today
        else f"{count} {verb} handed over to {name} on {day}."
    ]
    if moved:
        sentences.append(f"For {moved} of them {name} was the backup.")
    if ended:
        sentences.append(f"{ended} {name} has already.")
    if left:
        sentences.append(f"{left} had been changed meanwhile and stay as they are.")
    return " ".join(sentences)


def _name(record: PersonRecord) -> str:
    return person_name(record.family, record.given, record.title, record.credentials)
