"""Contacts as they were logged, what stood before an amendment, and the next steps."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field

from careteam.domain.contacts import LONGEST_MINUTES, Direction, With
from careteam.domain.text import LINE_LENGTH, NOTE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of
from careteam.storage.tables.record import Record


class ContactRecord(Record, table=True):
    """One contact or try; `at` is UTC, `day` the clinic's day; retracted ones stay.

    `minutes_over` are those of `minutes` that fall into the month after `day`.
    """

    __table_args__ = (
        one_of("with_kind", With),
        one_of("direction", Direction),
        longest("note", NOTE_LENGTH),
        CheckConstraint(f"minutes BETWEEN 0 AND {LONGEST_MINUTES}", name="minutes_range"),
        CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        Index("contact_of", "patient_id", "at", "id"),
        Index("contact_role", "patient_id", "role", "at"),
        Index("contact_external", "patient_id", "external_key"),
        Index("contact_on", "day", "role", "mode", "outcome", "id"),
        Index(
            "contact_counted",
            "day",
            "patient_id",
            "program",
            "minutes",
            "minutes_over",
            "is_reached",
            "mode",
            "retracted_at",
            sqlite_where=text("program <> '' AND retracted_at IS NULL"),
        ),
        Index(
            "contact_worked",
            "by_id",
            "at",
            "minutes",
            "patient_id",
            "program",
            "is_reached",
            "mode",
            "entered_at",
            "retracted_at",
            sqlite_where=text("program <> '' AND retracted_at IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    external_key: str = ""
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    assignment_id: int | None = Field(
        default=None, sa_column=belongs_to("assignment", optional=True)
    )
    role: str
    person_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    with_kind: str = With.PATIENT
    with_related_id: int | None = Field(
        default=None, sa_column=belongs_to("related", optional=True)
    )
    with_person_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    with_name: str = ""
    mode: str
    direction: str = Direction.OUTBOUND
    outcome: str
    is_reached: bool
    at: datetime
    day: date
    zone: str = "UTC"
    minutes: int = 0
    reasons: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    topics: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    interventions: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    note: str = ""
    used_interpreter: bool = False
    attempt: int = 0
    is_late_entry: bool = False
    entered_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    retracted_at: datetime | None = None
    retract_reason: str = ""
    source: str = ""
    version: int = 1
    program: str = Field(default="", sa_column_kwargs={"server_default": ""})
    activity: str = Field(default="", sa_column_kwargs={"server_default": ""})
    minutes_over: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class ContactVersionRecord(Record, table=True):
    """What a contact said before it was amended, by whom and why it was changed."""

    __table_args__ = (Index("contact_version_of", "contact_id", "version", unique=True), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(sa_column=belongs_to("contact", cascade=True))
    version: int
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    replaced_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    reason: str = ""


class FollowUpRecord(Record, table=True):
    """A next step with its owner and due day; done ones and cancelled ones stay.

    `rule` is the cadence rule that planned it; `source_kind` and `source_id` the row it is about.
    """

    __table_args__ = (
        one_of("state", ("open", "done", "cancelled")),
        longest("text", LINE_LENGTH),
        Index("follow_up_of", "patient_id", "state", "due_on"),
        Index("follow_up_due", "due_on", "id", sqlite_where=text("state = 'open'")),
        Index(
            "follow_up_screens",
            "due_on",
            "state",
            "closed_at",
            "patient_id",
            sqlite_where=text("rule IN ('phase_screening', 'repeat_distress')"),
        ),
        Index(
            "follow_up_source",
            "source_kind",
            "source_id",
            "rule",
            sqlite_where=text("source_kind <> ''"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    contact_id: int | None = Field(default=None, sa_column=belongs_to("contact", optional=True))
    text: str = ""
    owner_role: str = ""
    owner_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    due_on: date
    due_time: str = ""
    state: str = "open"
    closed_at: datetime | None = None
    closed_by_contact_id: int | None = Field(
        default=None, sa_column=belongs_to("contact", optional=True)
    )
    close_note: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1
    rule: str = Field(default="", sa_column_kwargs={"server_default": ""})
    source_kind: str = Field(default="", sa_column_kwargs={"server_default": ""})
    source_id: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
