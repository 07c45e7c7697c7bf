"""The inverses of what is done about a barrier: what was entered in error stays, and says so."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.needs import ActionState, BarrierState
from careteam.domain.rules import Rules
from careteam.storage.writes.barrier_actions import ACTION, end_action, get_action
from careteam.storage.writes.barriers import (
    BARRIER,
    CHANGED,
    MISTAKE,
    actions_of,
    get_barrier,
    open_actions,
    open_again,
    told,
)
from careteam.storage.writes.causes import drop_suggestions, restore_steps
from careteam.storage.writes.events import Source


@needs(Action.CARE)
def take_back_closing(
    session: Session,
    barrier_id: int,
    action_ids: tuple[int, ...],
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """The inverse of closing: the barrier and the actions that closed with it are open again."""
    record = get_barrier(session, barrier_id)
    for action_id in action_ids:
        reopen_action(session, action_id, moment=moment, rules=rules)
    has_actions = bool(actions_of(session, barrier_id))
    open_again(session, record, BarrierState.IN_PROGRESS if has_actions else BarrierState.OPEN)
    return told(record, "The barrier is open again.")


@needs(Action.CARE)
def withdraw_barrier(session: Session, barrier_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of adding: it stays as one that was entered by mistake and asks for nothing."""
    record = get_barrier(session, barrier_id)
    record.state, record.result = BarrierState.NO_LONGER_RELEVANT, MISTAKE
    record.closed_on = record.closed_on or max(moment.today, record.found_on)
    record.version += 1
    session.add(record)
    for action in open_actions(session, barrier_id):
        end_action(session, action, ActionState.CANCELLED, action.on_day, MISTAKE, moment)
    source = Source(BARRIER, barrier_id)
    drop_suggestions(session, record.patient_id, source, moment=moment, note=MISTAKE)
    return told(record, "The barrier is taken back.")


@needs(Action.CARE)
def reopen_action(session: Session, action_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Take back the end of an action, and of its step."""
    record = get_action(session, action_id)
    record.state, record.done_on, record.result = ActionState.OPEN, None, ""
    record.version += 1
    session.add(record)
    restore_steps(session, Source(ACTION, action_id))
    return Changes(CHANGED, frozenset({record.patient_id}), action_id, "The action is open again.")


@needs(Action.CARE)
def withdraw_action(session: Session, action_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of adding an action: it stays as one that was entered by mistake."""
    record = get_action(session, action_id)
    end_action(session, record, ActionState.CANCELLED, record.on_day, MISTAKE, moment)
    return Changes(CHANGED, frozenset({record.patient_id}), action_id, "The action is taken back.")
