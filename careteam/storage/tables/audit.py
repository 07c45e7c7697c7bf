"""The audit trail: who did what when, each row chained to the one before it."""

from sqlalchemy import Index
from sqlmodel import Field

from careteam.storage.tables.constraints import STRICT
from careteam.storage.tables.record import Record


class AuditRecord(Record, table=True):
    """One change or event; written by triggers, never changed, and it outlives what it names.

    `seq` has no gaps, `at` is in milliseconds of UTC since 1970, `detail` is JSON: the values of a
    new or deleted row, or `[old, new]` of each changed column. `hash` is in hexadecimal.
    """

    __table_args__ = (
        Index("audit_of_patient", "patient_id", "seq"),
        Index("audit_at", "at", "seq"),
        Index("audit_of_actor", "actor_id", "at", "seq"),
        Index("audit_of_action", "action", "at", "seq"),
        STRICT,
    )

    seq: int | None = Field(default=None, primary_key=True)
    at: int
    actor_id: int | None = None
    workstation: str
    action: str
    entity: str
    entity_id: str
    patient_id: int | None = None
    detail: str
    hash: str
