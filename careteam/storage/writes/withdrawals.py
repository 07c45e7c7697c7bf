"""The inverses of assigning and replacing: what was made in error never counts, but stays."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import EndDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.writes.assignments import (
    end_assignment,
    get_assignment,
    reopen_assignment,
)
from careteam.storage.writes.taken_up import ASSIGNMENT, Made, give_back

IN_ERROR = "entered_in_error"


@needs(Action.TEAM)
def withdraw_assignment(
    session: Session, assignment_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back an assignment: it ends on the day it began, as entered in error.

    Suggestions that it had accepted wait for a decision again.
    """
    record = get_assignment(session, assignment_id)
    end = EndDraft(assignment_id, record.starts_on, IN_ERROR)
    ended = end_assignment(session, end, moment=moment, rules=rules)
    if give_back(session, record.patient_id, Made(ASSIGNMENT, assignment_id)):
        return ended | Changes(frozenset({Part.SUGGESTION}), ended.patients)
    return ended


@needs(Action.TEAM)
def withdraw_replacement(
    session: Session, assignment_id: int, replaced_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back a replacement: the holder before holds the role again, as if nothing happened."""
    taken_back = withdraw_assignment(session, assignment_id, moment=moment, rules=rules)
    return taken_back | reopen_assignment(session, replaced_id, moment=moment, rules=rules)
