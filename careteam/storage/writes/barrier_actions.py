"""How an action about a barrier ends, by itself or with the step that stood for it on Today."""

from datetime import date

from sqlmodel import Session

from careteam.domain.errors import Missing, Stale
from careteam.domain.moment import Moment
from careteam.domain.needs import OPEN_BARRIERS, ActionState
from careteam.storage.faults import STALE
from careteam.storage.tables import BarrierActionRecord, BarrierRecord
from careteam.storage.writes.events import Source, settle_steps

ACTION = "barrier_action"
"""The table by whose name next steps tell what they are about."""


def get_action(session: Session, action_id: int, version: int | None = None) -> BarrierActionRecord:
    """The record of an action; Missing or Stale when it is not what was read."""
    record = session.get(BarrierActionRecord, action_id)
    if record is None:
        raise Missing("This action is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def end_action(
    session: Session,
    record: BarrierActionRecord,
    state: str,
    on: date,
    result: str,
    moment: Moment,
) -> None:
    """Give an action its end, and its step."""
    record.state, record.done_on, record.result = state, on, result
    record.version += 1
    session.add(record)
    closed = "done" if state == ActionState.DONE else "cancelled"
    settle_steps(session, Source(ACTION, record.id or 0), moment=moment, state=closed, note=result)


def finish_action(session: Session, action_id: int, *, moment: Moment) -> None:
    """The step of an action was ticked off: the action is done, with nothing more to say."""
    record = get_action(session, action_id)
    if record.state == ActionState.OPEN:
        on = max(moment.today, record.on_day)
        end_action(session, record, ActionState.DONE, on, "", moment)
        session.flush()


def unfinish_action(session: Session, action_id: int) -> None:
    """The inverse: the action is open again, unless its barrier was closed meanwhile."""
    record = get_action(session, action_id)
    barrier = session.get_one(BarrierRecord, record.barrier_id)
    if record.state == ActionState.DONE and barrier.state in OPEN_BARRIERS:
        record.state, record.done_on, record.result = ActionState.OPEN, None, ""
        record.version += 1
        session.add(record)
        session.flush()
