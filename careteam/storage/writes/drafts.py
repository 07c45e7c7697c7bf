"""What is half entered, kept in the encrypted database until it is saved or thrown away."""

from typing import Any

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import DraftRecord

NOTHING = Changes(frozenset({Part.DRAFT}))
_draft = DraftRecord.__table__.c
_DROP = delete(DraftRecord.__table__).where(
    _draft.form == bindparam("of_form"),
    _draft.owner_id == bindparam("of_owner"),
    _draft.patient_id == bindparam("of_patient"),
)


@needs(Action.OWN)
def keep_draft(
    session: Session,
    form: str,
    patient_id: int,
    body: dict[str, Any],
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Keep what a form holds for a patient (0 for none) and this worker; the last one stands."""
    values = {
        "form": form,
        "owner_id": moment.by or 0,
        "patient_id": patient_id,
        "body": body,
        "saved_at": moment.now,
    }
    row = insert(DraftRecord).values(values)
    session.execute(
        row.on_conflict_do_update(
            index_elements=["form", "owner_id", "patient_id"],
            set_={"body": row.excluded.body, "saved_at": row.excluded.saved_at},
        )
    )
    return NOTHING


@needs(Action.OWN)
def drop_draft(
    session: Session, form: str, patient_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Throw away what a form held for a patient and this worker."""
    session.execute(_DROP, {"of_form": form, "of_owner": moment.by or 0, "of_patient": patient_id})
    return NOTHING
