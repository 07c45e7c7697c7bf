"""The points of the transplant and CAR-T checklists, each as it stands for a patient."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.checklists import ChecklistDraft, check_item
from careteam.domain.moment import Moment
from careteam.domain.pathway import ItemState
from careteam.domain.rules import Rules
from careteam.storage.tables import ChecklistItemRecord
from careteam.storage.writes.history import standing_of

CHECKLIST = frozenset({Part.PATHWAY})
_SAID = {
    ItemState.OPEN: "{label} is open.",
    ItemState.DONE: "{label}: done.",
    ItemState.NOT_NEEDED: "{label}: not needed.",
}


@needs(Action.CARE)
def set_item(session: Session, draft: ChecklistDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Say where a point of a checklist stands, and what there is to know of it."""
    draft = check_item(draft, rules=rules)
    standing_of(session, draft.patient_id)
    table = ChecklistItemRecord.__table__.c
    query = select(ChecklistItemRecord).where(
        table.patient_id == draft.patient_id, table.list == draft.list, table.key == draft.key
    )
    record = session.scalars(query).one_or_none() or ChecklistItemRecord(
        patient_id=draft.patient_id, list=draft.list, key=draft.key, changed_at=moment.now
    )
    record.state, record.detail = draft.state, draft.detail
    record.changed_at, record.by_id = moment.now, moment.by
    session.add(record)
    session.flush()
    sentence = _SAID[draft.state].format(label=rules.catalogue.label(draft.list, draft.key))
    return Changes(CHECKLIST, frozenset({draft.patient_id}), record.id, sentence)
