"""The directory: members of the care team, how to reach them, and when they are away."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Index, String, text
from sqlmodel import Field

from careteam.domain.text import LINE_LENGTH, NAME_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, ordered
from careteam.storage.tables.record import Record


class PersonRecord(Record, table=True):
    """A member of the care team; `is_stub` marks one that a file only named."""

    __table_args__ = (
        longest("family", NAME_LENGTH),
        longest("given", NAME_LENGTH),
        longest("note", LINE_LENGTH),
        CheckConstraint("family <> '' OR given <> ''", name="has_a_name"),
        Index("person_name", "name_key", "id"),
        Index("person_npi", "npi", sqlite_where=text("npi <> ''")),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    organisation: str = ""
    department: str = ""
    pager: str = ""
    email: str = ""
    npi: str = ""
    languages: str = ""
    note: str = ""
    leaves_on: date | None = None
    is_stub: bool = False
    name_key: str = ""
    patient_count: int = 0
    version: int = 1


class PersonRoleRecord(Record, table=True):
    """A role that a person can fill."""

    __table_args__ = (Index("person_role_by_role", "role_key", "person_id"), STRICT)

    person_id: int = Field(
        sa_column=Column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    )
    role_key: str = Field(sa_column=Column(String, ForeignKey("role.key"), primary_key=True))
    position: int = 0


class PersonPhoneRecord(Record, table=True):
    """A number of a person, in the order in which to try them."""

    __table_args__ = (Index("person_phone_of", "person_id", "position"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=belongs_to("person", cascade=True))
    kind: str = "work"
    number: str
    position: int = 0


class PersonIdentifierRecord(Record, table=True):
    """An identifier under which a person came in from another system."""

    __table_args__ = (
        Index("person_identifier_of", "person_id"),
        Index("person_identifier_value", "system", "value", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=belongs_to("person", cascade=True))
    system: str
    value: str
    kind: str = ""


class PersonSourceRecord(Record, table=True):
    """What another system last said of a person, under its key: the measure of the next import."""

    __table_args__ = (
        Index("person_source_key", "external_key", unique=True),
        Index("person_source_of", "person_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=belongs_to("person", cascade=True))
    external_key: str
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class AbsenceRecord(Record, table=True):
    """Days away, both included, and who covers."""

    __table_args__ = (
        Index("absence_of", "person_id", "starts_on"),
        ordered("starts_on", "ends_on"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_column=belongs_to("person", cascade=True))
    starts_on: date
    ends_on: date
    cover_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    note: str = ""
