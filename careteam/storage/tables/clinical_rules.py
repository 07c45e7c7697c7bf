"""The clinic's clinical rules as rows: pathways, templates, triggers, cadence, instruments."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Index, String
from sqlmodel import Field

from careteam.storage.tables.constraints import STRICT, longest
from careteam.storage.tables.record import Record


class PathwayRecord(Record, table=True):
    """A way through treatment: its phases in their order."""

    __table_args__ = (longest("label", 200), longest("source", 300), STRICT)

    key: str = Field(primary_key=True)
    label: str
    phases: list[str] = Field(sa_column=Column(JSON, nullable=False))
    source: str = ""
    position: int = 0
    is_active: bool = True


class MilestoneTemplateRecord(Record, table=True):
    """A test or milestone that a phase proposes on one of its days (day 1 is its first)."""

    __table_args__ = (
        longest("label", 200),
        longest("source", 300),
        CheckConstraint("day BETWEEN -365 AND 3650", name="day_range"),
        CheckConstraint("late_days BETWEEN 0 AND 365", name="late_days_range"),
        Index("milestone_template_of", "phase_key", "day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    phase_key: str = Field(
        sa_column=Column(String, ForeignKey("phase.key", ondelete="CASCADE"), nullable=False)
    )
    kind: str
    label: str = ""
    day: int
    late_days: int = 2
    source: str = ""
    is_active: bool = True


class TriggerRecord(Record, table=True):
    """A rule that proposes a role or an escalation when its condition holds."""

    __table_args__ = (
        longest("label", 200),
        longest("condition", 500),
        longest("source", 300),
        CheckConstraint("within_days BETWEEN 0 AND 365", name="within_days_range"),
        CheckConstraint("role <> '' OR escalates <> ''", name="proposes_something"),
        STRICT,
    )

    key: str = Field(primary_key=True)
    label: str
    condition: str
    role: str = ""
    escalates: str = ""
    within_days: int = 3
    source: str = ""
    position: int = 0
    is_active: bool = True


class CadenceRecord(Record, table=True):
    """A rule that plans a step after an event: so many business or calendar days later."""

    __table_args__ = (
        longest("label", 200),
        longest("source", 300),
        CheckConstraint("business_days BETWEEN 0 AND 365", name="business_days_range"),
        CheckConstraint("days BETWEEN 0 AND 3650", name="days_range"),
        CheckConstraint("every_days BETWEEN 0 AND 365", name="every_days_range"),
        CheckConstraint("for_days BETWEEN 0 AND 366", name="for_days_range"),
        STRICT,
    )

    key: str = Field(primary_key=True)
    event: str
    label: str
    phase: str = ""
    owner_role: str = ""
    business_days: int = 0
    days: int = 0
    every_days: int = 0
    for_days: int = 0
    source: str = ""
    position: int = 0
    is_active: bool = True


class InstrumentRecord(Record, table=True):
    """A screening instrument: its range, its cut-off and the ages it is meant for.

    Name, score and date are kept, never its questions.
    """

    __table_args__ = (
        longest("label", 200),
        longest("source", 300),
        CheckConstraint("lowest < highest", name="range_has_a_width"),
        STRICT,
    )

    key: str = Field(primary_key=True)
    label: str
    short: str = ""
    lowest: int
    highest: int
    step: int = 1
    cutoff: int | None = None
    is_low_bad: bool = False
    age_from: int | None = None
    age_below: int | None = None
    repeat_days: int = 0
    codes: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    source: str = ""
    position: int = 0
    is_active: bool = True
