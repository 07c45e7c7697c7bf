"""What was half entered and kept, to be taken up again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.storage.tables import DraftRecord


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """What a form held, and when it was kept."""

    body: dict[str, Any]
    saved_at: datetime


def kept_draft(session: Session, form: str, patient_id: int, *, by: int | None) -> KeptDraft | None:
    """What a form held for a patient (0 for none) and this worker, if anything was kept."""
    table = DraftRecord.__table__.c
    row = session.execute(
        select(table.body, table.saved_at).where(
            table.form == form, table.owner_id == (by or 0), table.patient_id == patient_id
        )
    ).one_or_none()
    return KeptDraft(row.body, row.saved_at) if row else None
