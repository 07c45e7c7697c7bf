"""What left the program, of whom, to whom and why; and the reviews of the audit trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field

from careteam.domain.disclosures import Form, Purpose
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of
from careteam.storage.tables.record import Record


class DisclosureRecord(Record, table=True):
    """One patient in one act of leaving; never changed: a row that corrects another names it.

    `by_id` is an actor of the audit trail, `patients_count` counts the patients of the same act;
    `at` is when it left, `entered_at` when this row was written.
    """

    __table_args__ = (
        one_of("form", Form),
        one_of("purpose", Purpose),
        longest("recipient", NAME_LENGTH),
        longest("purpose_note", LINE_LENGTH),
        longest("what", LINE_LENGTH),
        longest("reason", LINE_LENGTH),
        CheckConstraint("recipient <> ''", name="has_a_recipient"),
        CheckConstraint("(corrects_id IS NULL) = (reason = '')", name="corrected_with_a_reason"),
        CheckConstraint("patients_count >= 1", name="patients_count_range"),
        Index("disclosure_of", "patient_id", "at"),
        Index(
            "disclosure_corrects",
            "corrects_id",
            unique=True,
            sqlite_where=text("corrects_id IS NOT NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient"))
    at: datetime
    entered_at: datetime
    by_id: int | None = None
    kind: str
    form: str
    recipient: str
    purpose: str
    purpose_note: str = ""
    what: str = ""
    digest: str = ""
    is_encrypted: bool = False
    patients_count: int = 1
    corrects_id: int | None = Field(default=None, sa_column=belongs_to("disclosure", optional=True))
    reason: str = ""


class AuditReviewRecord(Record, table=True):
    """Rows of the audit trail that somebody looked at and signed off; never changed.

    `counts` has the number of findings of each kind, `by_id` is an actor of the audit trail.
    """

    __table_args__ = (
        longest("note", LINE_LENGTH),
        CheckConstraint("to_seq >= from_seq", name="to_seq_after_from_seq"),
        Index("audit_review_to", "to_seq"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    from_seq: int
    to_seq: int
    at: datetime
    by_id: int | None = None
    note: str = ""
    counts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
