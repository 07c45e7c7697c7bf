"""What belongs to the clinic and its workstation rather than to a patient."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field

from careteam.storage.tables.constraints import STRICT, belongs_to, longest
from careteam.storage.tables.record import Record


class SettingRecord(Record, table=True):
    """One setting of the clinic, as text."""

    __table_args__ = (longest("value", 10_000), STRICT)

    key: str = Field(primary_key=True)
    value: str = ""


class LetterheadRecord(Record, table=True):
    """The one logo of the clinic, as PNG in Base64, with the SHA-256 of its bytes; or no row."""

    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        longest("logo", 280_000),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    logo: str
    digest: str


class DraftRecord(Record, table=True):
    """Something half entered: it survives a crash, a lock and a change of patient."""

    __table_args__ = (
        Index("draft_place", "form", "owner_id", "patient_id", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    form: str
    owner_id: int = 0
    patient_id: int = 0
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    saved_at: datetime


class ImportRunRecord(Record, table=True):
    """One import that was taken in: when, by whom, of which files, with what result.

    Of a table `files` holds the name and the digest, and `counts` from where to where it wrote in
    the audit trail, and whether it was taken back.
    """

    __table_args__ = (STRICT,)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    files: list[str] = Field(sa_column=Column(JSON, nullable=False))
    counts: dict[str, int] = Field(sa_column=Column(JSON, nullable=False))
