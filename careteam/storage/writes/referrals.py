"""Referrals from asking to result: each step is kept, watched over, and none closes silently."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_short
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.referrals import (
    OPEN_STATES,
    ReferralDraft,
    ReferralState,
    ReferralStepDraft,
    ReopenDraft,
    Standing,
    check,
    check_reopen,
    check_step,
    step_words,
)
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import ReferralRecord, ReferralStepRecord
from careteam.storage.writes.assignments import assign, get_person
from careteam.storage.writes.history import role_of, standing_of
from careteam.storage.writes.referral_course import (
    REFERRAL_PARTS,
    get_referral,
    id_of,
    keep_step,
    move,
    standing_of_referral,
    to_words,
    watch,
)
from careteam.storage.writes.referral_reasons import reason_words
from careteam.storage.writes.taken_up import REFERRAL, Made, open_suggestion, take_up


@needs(Action.CARE)
def make_referral(
    session: Session, draft: ReferralDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Ask a role, a person or an outside body to see a patient; unanswered it comes up on Today.

    A suggestion that gave cause is accepted with it. Refused when the draft breaks a rule or the
    person has left; Missing when the patient or what gave cause is gone.
    """
    standing_of(session, draft.patient_id)
    draft = check(draft, catalogue=rules.catalogue, today=moment.today)
    _refuse_who_has_left(session, draft)
    parts = REFERRAL_PARTS
    record = ReferralRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        to_kind=draft.to_kind,
        to_role=draft.to_role,
        to_person_id=draft.to_person_id,
        to_name=draft.to_name,
        priority=draft.priority,
        method=draft.method,
        reason_kind=draft.reason_kind,
        reason_id=draft.reason_id,
        reason_text=reason_words(session, draft, moment=moment, rules=rules),
        suggestion_id=draft.suggestion_id,
        requested_on=draft.requested_on,
        state_on=draft.requested_on,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    if draft.suggestion_id is not None:
        suggestion = open_suggestion(session, draft.suggestion_id, draft.patient_id)
        take_up(session, suggestion, Made(REFERRAL, id_of(record)), moment=moment)
        parts |= {Part.SUGGESTION}
    keep_step(session, record, draft.requested_on, "", moment=moment)
    watch(session, record, moment=moment, rules=rules)
    words = f"Referred to {to_words(session, record, rules)}."
    return Changes(parts, frozenset({draft.patient_id}), record.id, words)


@needs(Action.CARE)
def step_referral(
    session: Session, draft: ReferralStepDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Note the next state of a referral; each step moves the day on which its silence is noticed.

    Accepting gives the role to who accepted, as backup where somebody else holds it. Refused when
    the state cannot follow, or when the loop would close without a word; Stale when it was changed.
    """
    record = get_referral(session, draft.referral_id, draft.version)
    before = standing_of_referral(record)
    draft = check_step(draft, before, today=moment.today)
    state = ReferralState(draft.state)
    words = f"{to_words(session, record, rules)}: {_TOLD[state]}."
    assigned, assignment_id = None, before.assignment_id
    if state is ReferralState.ACCEPTED:
        assigned, told = _assign(session, record, draft, moment, rules)
        assignment_id = assigned.made if assigned else assignment_id
        words = f"{words} {told}".strip()
    elif state is ReferralState.SCHEDULED and draft.scheduled_on is not None:
        words = f"{words[:-1]} for {day_short(draft.scheduled_on, moment.today)}."
    to = Standing(
        before.referral_id,
        state,
        draft.on,
        draft.scheduled_on or before.scheduled_on,
        draft.result,
        assignment_id,
    )
    move(session, record, to, step_words(draft), on=draft.on, moment=moment, rules=rules)
    done = Changes(REFERRAL_PARTS, frozenset({record.patient_id}), record.id, words)
    return assigned | done if assigned else done


@needs(Action.CARE)
def reopen_referral(
    session: Session, draft: ReopenDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Take up a closed referral again where it was before, with a note, and watch over it anew.

    What came of it before stays in its history. Refused without a note or while it is open.
    """
    record = get_referral(session, draft.referral_id, draft.version)
    before = standing_of_referral(record)
    draft = check_reopen(draft, before, today=moment.today)
    state = _last_open_state(session, before.referral_id)
    to = Standing(before.referral_id, state, draft.on, None, "", before.assignment_id)
    move(session, record, to, draft.note, on=draft.on, moment=moment, rules=rules)
    words = f"{to_words(session, record, rules)}: the referral is open again."
    return Changes(REFERRAL_PARTS, frozenset({record.patient_id}), record.id, words)


_TOLD = {
    ReferralState.ACCEPTED: "accepted",
    ReferralState.SCHEDULED: "scheduled",
    ReferralState.IN_PROGRESS: "in progress",
    ReferralState.COMPLETED: "completed",
    ReferralState.DECLINED: "declined",
    ReferralState.CANCELLED: "cancelled",
    ReferralState.REVOKED: "acceptance taken back",
    ReferralState.FAILED: "failed",
}


def _assign(
    session: Session,
    record: ReferralRecord,
    draft: ReferralStepDraft,
    moment: Moment,
    rules: Rules,
) -> tuple[Changes | None, str]:
    """Give the role to who accepted, and say plainly what came of it."""
    if not record.to_role:
        return None, ""
    role = rules.catalogue.role_label(record.to_role)
    _, holders = role_of(session, record.patient_id, record.to_role)
    holding = next((one for one in holders if one.rank != Rank.BACKUP), None)
    person_id = draft.person_id or record.to_person_id
    if any(one.person_id == person_id for one in holders):
        return None, f"{_name(session, person_id or 0)} has the role {role} already."
    if person_id is None:
        if holding is None:
            return None, f"{role} is still to be filled."
        return None, f"{_name(session, holding.person_id)} stays {role}."
    rank = Rank.PRIMARY if holding is None else Rank.BACKUP
    asked = AssignmentDraft(record.patient_id, record.to_role, person_id, rank, draft.on)
    assigned = assign(session, asked, moment=moment, rules=rules)
    if holding is None:
        return assigned, assigned.summary
    stays = f"{_name(session, holding.person_id)} stays {role}"
    return assigned, f"{stays}; {_name(session, person_id)} is backup."


def _last_open_state(session: Session, referral_id: int) -> ReferralState:
    table = ReferralStepRecord.__table__.c
    query = (
        select(table.state)
        .where(table.referral_id == referral_id, table.state.in_(OPEN_STATES))
        .order_by(table.id.desc())
        .limit(1)
    )
    return ReferralState(session.execute(query).scalar_one())


def _refuse_who_has_left(session: Session, draft: ReferralDraft) -> None:
    if draft.to_person_id is None:
        return
    person = get_person(session, draft.to_person_id)
    if person.leaves_on is not None and person.leaves_on < draft.requested_on:
        name = _name(session, draft.to_person_id)
        raise Refused.at("to_person_id", "{name} has left; choose somebody else.", name=name)


def _name(session: Session, person_id: int) -> str:
    person = get_person(session, person_id)
    return person_name(person.family, person.given, person.title, person.credentials)
