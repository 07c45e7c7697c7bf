"""What a step that was ticked off, or stands again, means for the row that it is about."""

from sqlmodel import Session

from careteam.domain.changes import Part
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import FollowUpRecord
from careteam.storage.writes.barrier_actions import ACTION, finish_action, unfinish_action
from careteam.storage.writes.events import Source, settle_steps
from careteam.storage.writes.milestone_course import NAME as MILESTONE
from careteam.storage.writes.milestone_course import ask_again, ask_no_more
from careteam.storage.writes.referral_course import watch_again
from careteam.storage.writes.taken_up import REFERRAL


def ticked_off(
    session: Session, step: FollowUpRecord, *, moment: Moment, rules: Rules
) -> frozenset[Part]:
    """Let an open referral and a planned test be asked about again, and an action be done.

    Gives the parts that are touched beside the step.
    """
    if step.source_kind == REFERRAL:
        watch_again(session, step.source_id, moment=moment, rules=rules)
    elif step.source_kind == MILESTONE and not step.rule:
        ask_again(session, step.source_id, moment=moment, rules=rules)
    elif step.source_kind == ACTION:
        finish_action(session, step.source_id, moment=moment)
        return frozenset({Part.NEED})
    return frozenset()


def stands_open(session: Session, step: FollowUpRecord, *, moment: Moment) -> frozenset[Part]:
    """The inverse, before the step is opened again; gives the parts that are touched beside it."""
    if step.source_kind == REFERRAL:
        about = Source(step.source_kind, step.source_id)
        settle_steps(session, about, moment=moment, state="cancelled")
    elif step.source_kind == MILESTONE and not step.rule:
        ask_no_more(session, step.source_id, moment=moment)
    elif step.source_kind == ACTION:
        unfinish_action(session, step.source_id)
        return frozenset({Part.NEED})
    return frozenset()
