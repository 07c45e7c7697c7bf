"""Noting in the audit trail what changes no table: a chart opened, a paper made, a lock."""

import json
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit import Event
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.audit_ddl import append_sql

_NOTE = text(append_sql(":event", ":entity", ":entity_id", ":patient_id", ":detail"))


@needs(Action.OWN)
def note_event(
    session: Session,
    event: Event,
    entity: str = "",
    *,
    patient_id: int | None = None,
    entity_id: str = "",
    detail: dict[str, Any] | None = None,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Add an event to the trail: what was opened, printed or locked, and of which patient."""
    session.execute(
        _NOTE,
        {
            "event": str(event),
            "entity": entity,
            "entity_id": entity_id or (str(patient_id) if patient_id else ""),
            "patient_id": patient_id,
            "detail": json.dumps(detail or {}, ensure_ascii=False, separators=(",", ":")),
        },
    )
    return Changes(frozenset())
