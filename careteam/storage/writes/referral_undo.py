"""The inverses of referring and of a step: both stay in the history, what hung on them goes."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentState
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.referrals import ReferralState, Standing
from careteam.domain.rules import Rules
from careteam.storage.tables import AssignmentRecord
from careteam.storage.writes.referral_course import (
    REFERRAL_PARTS,
    get_referral,
    move,
    standing_of_referral,
    to_words,
)
from careteam.storage.writes.taken_up import REFERRAL, Made, give_back
from careteam.storage.writes.withdrawals import withdraw_assignment

TAKEN_BACK = "Taken back"
MISTAKE = "Entered by mistake"


@needs(Action.CARE)
def withdraw_referral(
    session: Session, referral_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back a referral that nobody has answered; a suggestion behind it is open again."""
    record = get_referral(session, referral_id)
    if record.state != ReferralState.REQUESTED:
        raise Refused.at("state", "This referral has moved on; cancel it instead.")
    to = Standing(referral_id, ReferralState.CANCELLED, record.state_on)
    move(session, record, to, MISTAKE, on=record.state_on, moment=moment, rules=rules)
    parts = REFERRAL_PARTS
    if give_back(session, record.patient_id, Made(REFERRAL, referral_id)):
        parts |= {Part.SUGGESTION}
    words = f"The referral to {to_words(session, record, rules)} is taken back."
    return Changes(parts, frozenset({record.patient_id}), record.id, words)


@needs(Action.CARE)
def take_back_step(session: Session, before: Standing, *, moment: Moment, rules: Rules) -> Changes:
    """Put a referral back where it stood before a step, and end the assignment the step made."""
    record = get_referral(session, before.referral_id)
    made = standing_of_referral(record).assignment_id
    move(session, record, before, TAKEN_BACK, on=moment.today, moment=moment, rules=rules)
    words = f"{to_words(session, record, rules)}: the step is taken back."
    done = Changes(REFERRAL_PARTS, frozenset({record.patient_id}), record.id, words)
    if made is None or made == before.assignment_id:
        return done
    assignment = session.get_one(AssignmentRecord, made)
    if assignment.state == AssignmentState.ENDED:
        return done
    return withdraw_assignment(session, made, moment=moment, rules=rules) | done
