"""Assigning roles, replacing holders, ending, holding and declining; nothing is overwritten."""

from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import (
    AssignmentDraft,
    AssignmentState,
    DeclineDraft,
    EndDraft,
    Rank,
    check_end,
    state_on,
)
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean, person_name
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import AssignmentRecord, PersonRecord, PersonRoleRecord
from careteam.storage.writes.board import place_on_board, wait_from
from careteam.storage.writes.course import refresh_course, set_due
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.taken_up import ASSIGNMENT, Made, take_up_role

TEAM = frozenset({Part.TEAM, Part.DUE, Part.PERSON})
_assignment = AssignmentRecord.__table__.c
_STANDING = select(_assignment.role, _assignment.person_id, _assignment.rank).where(
    _assignment.patient_id == bindparam("of_patient"),
    _assignment.state != AssignmentState.ENDED,
    _assignment.ends_on.is_(None) | (_assignment.ends_on > bindparam("on", type_=Date)),
)


@needs(Action.TEAM)
def assign(session: Session, draft: AssignmentDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Give a role of a patient to a person; a role that was declined is taken up again.

    Open suggestions for the role are thereby accepted.
    Refused when the role or person is unknown or gone, when somebody else holds the role (unless
    as backup), or when the team has a lead already.
    """
    standing_of(session, draft.patient_id)
    if draft.role not in rules.catalogue.roles:
        raise Refused.at("role", "{code} is not in the clinic's list.", code=draft.role[:60])
    person = get_person(session, draft.person_id)
    starts_on = draft.starts_on or moment.today
    if person.leaves_on is not None and person.leaves_on < starts_on:
        raise Refused.at("person_id", "{name} has left and cannot take a role.", name=_name(person))
    _refuse_held(session, draft, starts_on)
    place = place_on_board(session, draft.patient_id, draft.role)
    if place.declined_on is not None:
        place.declined_on, place.ask_on, place.ask_at_phase = None, None, ""
        wait_from(place, moment.today)
        session.add(place)
    _learn_role(session, draft.person_id, draft.role)
    record = AssignmentRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        role=draft.role,
        person_id=draft.person_id,
        rank=draft.rank,
        starts_on=starts_on,
        state=state_on(moment.today, starts_on=starts_on, ends_on=None, is_held=False),
        note=clean(draft.note)[:LINE_LENGTH],
        made_at=moment.now,
        by_id=moment.by,
    )
    refresh_course(session, record, rules)
    session.add(record)
    session.flush()
    made = Made(ASSIGNMENT, record.id or 0)
    is_asked_for = take_up_role(session, draft.patient_id, draft.role, made, moment=moment)
    parts = TEAM | {Part.SUGGESTION} if is_asked_for else TEAM
    role = rules.catalogue.role_label(draft.role)
    words = f"{_name(person)} is now {role}."
    return Changes(parts, frozenset({draft.patient_id}), record.id, words)


@needs(Action.TEAM)
def replace_holder(
    session: Session,
    assignment_id: int,
    person_id: int,
    *,
    on: date,
    moment: Moment,
    rules: Rules,
    reason: str = "replaced",
) -> Changes:
    """Give a role to somebody else from a day on, with the same rank, in one step."""
    old = get_assignment(session, assignment_id)
    if old.person_id == person_id:
        raise Refused.at("person_id", "This person holds the role already.")
    end = EndDraft(assignment_id, on, reason)
    ended = end_assignment(session, end, moment=moment, rules=rules)
    draft = AssignmentDraft(old.patient_id, old.role, person_id, Rank(old.rank), on)
    return ended | assign(session, draft, moment=moment, rules=rules)


@needs(Action.TEAM)
def change_rank(
    session: Session, assignment_id: int, rank: Rank, *, moment: Moment, rules: Rules
) -> Changes:
    """Make a holder lead, primary or backup from today; the rank before stays in the history."""
    old = get_assignment(session, assignment_id)
    if old.rank == rank:
        raise Refused.at("rank", "The person has this rank already.")
    end = EndDraft(assignment_id, moment.today, "replaced")
    if old.starts_on >= moment.today:
        old.rank = rank
        old.version += 1
        session.add(old)
        session.flush()
        return Changes(TEAM, frozenset({old.patient_id}), old.id, "The rank is changed.")
    ended = end_assignment(session, end, moment=moment, rules=rules)
    draft = AssignmentDraft(old.patient_id, old.role, old.person_id, rank, moment.today)
    return ended | assign(session, draft, moment=moment, rules=rules)


@needs(Action.TEAM)
def end_assignment(session: Session, draft: EndDraft, *, moment: Moment, rules: Rules) -> Changes:
    """End an assignment with a coded reason; `on` is the first day it no longer stands."""
    record = get_assignment(session, draft.assignment_id, draft.version)
    if record.ends_on is not None and record.ends_on <= moment.today:
        raise Refused.at("on", "This assignment has ended already.")
    reasons = frozenset(rules.catalogue.terms.get("end_reason", {}))
    draft = check_end(draft, started_on=record.starts_on, reasons=reasons)
    record.ends_on, record.end_reason, record.end_note = draft.on, draft.reason, draft.note
    record.state = state_on(
        moment.today,
        starts_on=record.starts_on,
        ends_on=draft.on,
        is_held=record.held_since is not None,
    )
    record.version += 1
    set_due(session, record, rules)
    session.add(record)
    session.flush()
    person = get_person(session, record.person_id)
    role = rules.catalogue.role_label(record.role)
    return Changes(
        TEAM, frozenset({record.patient_id}), record.id, f"{_name(person)} is no longer {role}."
    )


@needs(Action.TEAM)
def reopen_assignment(
    session: Session, assignment_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back the end of an assignment: the inverse of ending it, while the role is free."""
    record = get_assignment(session, assignment_id)
    record.ends_on, record.end_reason, record.end_note = None, "", ""
    record.state = state_on(
        moment.today,
        starts_on=record.starts_on,
        ends_on=None,
        is_held=record.held_since is not None,
    )
    record.version += 1
    set_due(session, record, rules)
    session.add(record)
    session.flush()
    return Changes(TEAM, frozenset({record.patient_id}), record.id, "The role is held again.")


@needs(Action.TEAM)
def hold_assignment(
    session: Session, assignment_id: int, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Let a role rest, with the reason; nothing is due until it is taken up again."""
    record = get_assignment(session, assignment_id)
    said = clean(reason)[:LINE_LENGTH]
    if not said:
        raise Refused.at("reason", "Say why the role rests, in a few words.")
    record.held_since, record.hold_reason = moment.today, said
    return _rest(session, record, AssignmentState.HELD, "The role is on hold.", rules)


@needs(Action.TEAM)
def resume_assignment(
    session: Session, assignment_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take up a role that was on hold."""
    record = get_assignment(session, assignment_id)
    record.held_since, record.hold_reason = None, ""
    state = state_on(
        moment.today, starts_on=record.starts_on, ends_on=record.ends_on, is_held=False
    )
    return _rest(session, record, state, "The role is taken up again.", rules)


@needs(Action.TEAM)
def decline_role(session: Session, draft: DeclineDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Record that the patient does not want a role, and when to ask again."""
    if draft.role not in rules.catalogue.roles:
        raise Refused.at("role", "{code} is not in the clinic's list.", code=draft.role[:60])
    if draft.on > moment.today:
        raise Refused.at("on", "The day cannot lie in the future.")
    if draft.ask_on is not None and draft.ask_on <= draft.on:
        raise Refused.at("ask_on", "Choose a later day to ask again.")
    if _holder(session, draft.patient_id, draft.role) is not None:
        raise Refused.at("role", "Somebody holds this role; end the assignment first.")
    place = place_on_board(session, draft.patient_id, draft.role)
    place.declined_on = draft.on
    place.decline_reason = draft.reason
    place.ask_on, place.ask_at_phase = draft.ask_on, draft.ask_at_phase
    session.add(place)
    session.flush()
    role = rules.catalogue.role_label(draft.role)
    return Changes(
        TEAM, frozenset({draft.patient_id}), place.id, f"{role}: declined by the patient."
    )


@needs(Action.TEAM)
def withdraw_decline(
    session: Session, patient_id: int, role: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back that a role was declined: it is to be filled again."""
    place = place_on_board(session, patient_id, role)
    place.declined_on, place.ask_on, place.ask_at_phase, place.decline_reason = None, None, "", ""
    wait_from(place, moment.today)
    session.add(place)
    session.flush()
    return Changes(TEAM, frozenset({patient_id}), place.id, "The role is to be filled again.")


def get_assignment(
    session: Session, assignment_id: int, version: int | None = None
) -> AssignmentRecord:
    """The record of an assignment; Missing or Stale when it is not what was read."""
    record = session.get(AssignmentRecord, assignment_id)
    if record is None:
        raise Missing("This assignment is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def get_person(session: Session, person_id: int) -> PersonRecord:
    """The record of a person of the directory; Missing when there is none."""
    person = session.get(PersonRecord, person_id)
    if person is None:
        raise Missing("This person is no longer in the directory.")
    return person


def _rest(
    session: Session,
    record: AssignmentRecord,
    state: AssignmentState,
    sentence: str,
    rules: Rules,
) -> Changes:
    record.state = state
    record.version += 1
    set_due(session, record, rules)
    session.add(record)
    session.flush()
    return Changes(TEAM, frozenset({record.patient_id}), record.id, sentence)


def _refuse_held(session: Session, draft: AssignmentDraft, starts_on: date) -> None:
    rows = session.execute(_STANDING, {"of_patient": draft.patient_id, "on": starts_on})
    for row in rows:
        if row.role == draft.role and row.person_id == draft.person_id:
            raise Refused.at("person_id", "This person holds the role already.")
        if draft.rank is Rank.BACKUP:
            continue
        if row.role == draft.role and row.rank != Rank.BACKUP:
            raise Refused.at(
                "role",
                "{name} holds this role; replace them or add a backup.",
                name=_name(get_person(session, row.person_id)),
            )
        if draft.rank is Rank.LEAD and row.rank == Rank.LEAD:
            raise Refused.at(
                "rank",
                "{name} leads the team; one person at most leads.",
                name=_name(get_person(session, row.person_id)),
            )


def _holder(session: Session, patient_id: int, role: str) -> AssignmentRecord | None:
    table = AssignmentRecord.__table__.c
    return session.scalars(
        select(AssignmentRecord).where(
            table.patient_id == patient_id,
            table.role == role,
            table.state != AssignmentState.ENDED,
            table.rank != Rank.BACKUP,
        )
    ).first()


def _learn_role(session: Session, person_id: int, role: str) -> None:
    if session.get(PersonRoleRecord, (person_id, role)) is None:
        session.add(PersonRoleRecord(person_id=person_id, role_key=role, position=99))


def _name(person: PersonRecord) -> str:
    return person_name(person.family, person.given, person.title, person.credentials)
