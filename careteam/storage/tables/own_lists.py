"""What a person keeps for their own work: saved filters and patients they follow."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from careteam.storage.tables.constraints import STRICT, belongs_to, longest
from careteam.storage.tables.record import Record


class SavedFilterRecord(Record, table=True):
    """A filter of a list under a name; `owner_id` 0 is the whole clinic's."""

    __table_args__ = (
        longest("name", 80),
        Index("saved_filter_name", "page", "owner_id", "name", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    page: str
    owner_id: int = 0
    name: str
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    position: int = 0


class FollowedRecord(Record, table=True):
    """A patient whom a person follows without being on the team."""

    __table_args__ = (
        Index("followed_place", "person_id", "patient_id", unique=True),
        Index("followed_patient", "patient_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=belongs_to("person"))
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    since: datetime
