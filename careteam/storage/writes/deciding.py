"""Deciding on suggestions: accepted in one step or dismissed with a reason, and either is kept."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, AssignmentState, Rank
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_bare, day_short
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.referrals import ReasonKind, ReferralDraft, ReferralState, ReferralTo
from careteam.domain.rules import Rules
from careteam.domain.suggestions import (
    WISH,
    AcceptDraft,
    DismissDraft,
    SuggestionKind,
    SuggestionState,
    WishDraft,
    check_dismissal,
    check_wish,
)
from careteam.domain.text import LINE_LENGTH
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import (
    AssignmentRecord,
    FollowUpRecord,
    ReferralRecord,
    SuggestionRecord,
)
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.events import Source, settle_steps
from careteam.storage.writes.history import role_of
from careteam.storage.writes.referral_undo import withdraw_referral
from careteam.storage.writes.referrals import make_referral
from careteam.storage.writes.taken_up import (
    ASSIGNMENT,
    FOLLOW_UP,
    REFERRAL,
    Made,
    get_suggestion,
    leave_open,
    made_by,
    open_suggestion,
    take_up,
)
from careteam.storage.writes.withdrawals import withdraw_assignment

NAME = "suggestion"
MISTAKE = "wrong_entry"
DECIDED = frozenset({Part.SUGGESTION})
_STEP = frozenset({Part.SUGGESTION, Part.FOLLOW_UP, Part.DUE})


@needs(Action.CARE)
def accept_suggestion(
    session: Session, draft: AcceptDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Do what is suggested: assign or refer for a role, plan the step of who holds it.

    A step is also planned for a suggested role that somebody holds by now. Refused when nobody
    is named to take a role that is free, or when it cannot be assigned; Stale when the suggestion
    was decided meanwhile.
    """
    record = open_suggestion(session, draft.suggestion_id)
    if draft.as_referral:
        referral = _referral(record, draft.person_id, moment)
        return make_referral(session, referral, moment=moment, rules=rules)
    if draft.person_id is not None:
        asked = AssignmentDraft(record.patient_id, record.role, draft.person_id)
        assigned = assign(session, asked, moment=moment, rules=rules)
        if record.state == SuggestionState.OPEN:
            take_up(session, record, Made(ASSIGNMENT, assigned.made or 0), moment=moment)
        return assigned | Changes(DECIDED, assigned.patients)
    _, holders = role_of(session, record.patient_id, record.role)
    if record.kind == SuggestionKind.ROLE and not holders:
        raise Refused.at("person_id", "Choose who takes the role, or refer.")
    return _plan(session, record, holders, moment, rules)


@needs(Action.CARE)
def dismiss_suggestion(
    session: Session, draft: DismissDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Set a suggestion aside with a coded reason; the rule does not speak again for this cause."""
    record = open_suggestion(session, draft.suggestion_id)
    draft = check_dismissal(draft, catalogue=rules.catalogue)
    record.state = SuggestionState.DISMISSED
    record.dismiss_reason, record.decision_note = draft.reason, draft.note
    record.decided_at, record.decided_by_id = moment.now, moment.by
    record.version += 1
    session.add(record)
    session.flush()
    reason = rules.catalogue.label("dismiss_reason", draft.reason)
    words = f"{rules.catalogue.role_label(record.role)}: not now. {reason}."
    return Changes(DECIDED, frozenset({record.patient_id}), record.id, words)


@needs(Action.CARE)
def reopen_suggestion(
    session: Session, suggestion_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back a decision: what came of it goes back too, while nothing else hangs on it."""
    record = get_suggestion(session, suggestion_id)
    if record.state == SuggestionState.OPEN:
        raise Refused.at("suggestion_id", "This suggestion is open already.")
    words = f"{rules.catalogue.role_label(record.role)} is suggested again."
    done = Changes(_STEP, frozenset({record.patient_id}), record.id, words)
    made = made_by(record)
    if made is not None:
        done = _take_back(session, record, made, moment, rules) | done
    if record.state != SuggestionState.OPEN:
        leave_open(session, record)
    return done


@needs(Action.CARE)
def add_wish(session: Session, draft: WishDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep that the patient or the family asks for a role, and who said so.

    It is due when the role's first contact would be. Where somebody holds the role it is a step
    for them. Refused while the same wish is open.
    """
    draft = check_wish(draft, catalogue=rules.catalogue)
    _, holders = role_of(session, draft.patient_id, draft.role)
    because = f"Wish of {draft.who}, {day_bare(moment.today, moment.today)}"
    if draft.note:
        because = f"{because}: {draft.note}"
    _refuse_twice(session, draft)
    role = rules.catalogue.roles[draft.role]
    record = SuggestionRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        kind=SuggestionKind.TASK if holders else SuggestionKind.ROLE,
        role=draft.role,
        text=f"Wish for {role.label}",
        because=because[:LINE_LENGTH],
        source_kind=WISH,
        due_on=rules.calendar.add(moment.today, role.first_contact_days),
        made_at=moment.now,
        made_by_id=moment.by,
        details={"who": draft.who},
    )
    session.add(record)
    session.flush()
    words = f"The wish for {role.label} is noted."
    return Changes(DECIDED, frozenset({draft.patient_id}), record.id, words)


@needs(Action.CARE)
def withdraw_wish(session: Session, suggestion_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back a wish that was noted in error; it stays readable among what was decided."""
    draft = DismissDraft(suggestion_id, MISTAKE)
    dismissed = dismiss_suggestion(session, draft, moment=moment, rules=rules)
    return Changes(DECIDED, dismissed.patients, suggestion_id, "The wish is taken back.")


def _plan(
    session: Session,
    record: SuggestionRecord,
    holders: Sequence[Row[Any]],
    moment: Moment,
    rules: Rules,
) -> Changes:
    holder = next((one for one in holders if one.rank != Rank.BACKUP), None)
    due_on = record.due_on or moment.today
    step = FollowUpRecord(
        external_id=new_external_id(),
        patient_id=record.patient_id,
        text=f"Look into: {record.because or record.text}"[:LINE_LENGTH],
        owner_role=record.role or NAVIGATOR_ROLE,
        owner_id=holder.person_id if holder else None,
        due_on=due_on,
        rule=record.rule,
        source_kind=NAME,
        source_id=record.id or 0,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(step)
    session.flush()
    take_up(session, record, Made(FOLLOW_UP, step.id or 0), moment=moment)
    role = rules.catalogue.role_label(record.role)
    words = f"{role}: planned for {day_short(due_on, moment.today)}."
    return Changes(_STEP, frozenset({record.patient_id}), record.id, words)


def _referral(record: SuggestionRecord, person_id: int | None, moment: Moment) -> ReferralDraft:
    return ReferralDraft(
        record.patient_id,
        moment.today,
        ReferralTo.ROLE if person_id is None else ReferralTo.PERSON,
        record.role,
        person_id,
        reason_kind=ReasonKind.SUGGESTION,
        reason_id=record.id,
        suggestion_id=record.id,
    )


def _take_back(
    session: Session, record: SuggestionRecord, made: Made, moment: Moment, rules: Rules
) -> Changes:
    """Undo what an accepted suggestion led to, as far as nobody has gone on with it."""
    if made.kind == ASSIGNMENT:
        assignment = session.get(AssignmentRecord, made.id)
        if assignment is not None and assignment.state != AssignmentState.ENDED:
            return withdraw_assignment(session, made.id, moment=moment, rules=rules)
    elif made.kind == REFERRAL:
        referral = session.get(ReferralRecord, made.id)
        if referral is not None and referral.state == ReferralState.REQUESTED:
            return withdraw_referral(session, made.id, moment=moment, rules=rules)
    else:
        about = Source(NAME, record.id or 0)
        settle_steps(session, about, moment=moment, state="cancelled")
    return Changes(DECIDED, frozenset({record.patient_id}))


def _refuse_twice(session: Session, draft: WishDraft) -> None:
    table = SuggestionRecord.__table__.c
    same = select(table.details).where(
        table.patient_id == draft.patient_id,
        table.state == SuggestionState.OPEN,
        table.role == draft.role,
        table.source_kind == WISH,
    )
    if any(details.get("who") == draft.who for details in session.scalars(same)):
        raise Refused.at("role", "This wish is noted already and waits for a decision.")
