"""A navigator who brings a patient in becomes their navigator, which can be taken back."""

from careteam.domain.assignments import AssignmentDraft
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.storage.reads.directory import candidates
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.withdrawals import withdraw_assignment
from ui.desk import MADE, Desk, Undo


def take_on(desk: Desk, patient_id: int) -> None:
    """Make who works here the navigator of a patient, if they can be one."""
    able = desk.read(candidates, NAVIGATOR_ROLE, desk.moment.today)
    if desk.worker_id in {row.id for row in able}:
        draft = AssignmentDraft(patient_id, NAVIGATOR_ROLE, desk.worker_id)
        desk.do(assign, draft, undo=Undo(withdraw_assignment, (MADE,)))
