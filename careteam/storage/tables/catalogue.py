"""The clinic's vocabulary and rules as rows, so that Settings can change them."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, String
from sqlmodel import Field

from careteam.storage.tables.constraints import STRICT, longest
from careteam.storage.tables.record import Record


class RoleRecord(Record, table=True):
    """A role of the care team with its codes and its own rhythm."""

    __table_args__ = (
        longest("label", 200),
        CheckConstraint("first_contact_days BETWEEN 0 AND 365", name="first_contact_days_range"),
        CheckConstraint("contact_days BETWEEN 0 AND 3650", name="contact_days_range"),
        STRICT,
    )

    key: str = Field(primary_key=True)
    label: str
    short: str = ""
    group_key: str
    snomed: str = ""
    nucc: str = ""
    condition: str = ""
    first_contact_days: int = 2
    contact_days: int = 0
    position: int = 0
    is_active: bool = True
    wants_backup: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})


class PhaseRecord(Record, table=True):
    """A phase of treatment with its usual length in days and its milestone."""

    __table_args__ = (longest("label", 200), STRICT)

    key: str = Field(primary_key=True)
    label: str
    alt: str = ""
    usual_days: int | None = None
    milestone: str = ""
    milestone_day: int | None = None
    position: int = 0
    is_active: bool = True


class PhaseRoleRecord(Record, table=True):
    """A role that a phase asks for, with the days between contacts (0: none regular)."""

    __table_args__ = (
        CheckConstraint("contact_days BETWEEN 0 AND 3650", name="contact_days_range"),
        STRICT,
    )

    phase_key: str = Field(
        sa_column=Column(String, ForeignKey("phase.key", ondelete="CASCADE"), primary_key=True)
    )
    role_key: str = Field(
        sa_column=Column(String, ForeignKey("role.key", ondelete="CASCADE"), primary_key=True)
    )
    contact_days: int = 0


class TermRecord(Record, table=True):
    """A word of any other list: modes, outcomes, topics, subtypes, languages."""

    __table_args__ = (longest("label", 200), STRICT)

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    label: str
    details: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    position: int = 0
    is_active: bool = True


class HolidayRecord(Record, table=True):
    """A day on which the clinic does not work."""

    __table_args__ = (longest("name", 200), STRICT)

    day: date = Field(primary_key=True)
    name: str = ""


class MacroRecord(Record, table=True):
    """A short word that a note turns into a longer text."""

    __table_args__ = (longest("short", 40), longest("text", 2000), STRICT)

    short: str = Field(primary_key=True)
    text: str
