"""Navigation time: programs, who is in them with what on file, work logged, months locked."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field

from careteam.domain.contacts import LONGEST_MINUTES
from careteam.domain.navigation_time import ConsentRule, ConsentWay
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, NOTE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record

RETRACTED = "retracted_at IS NULL OR retract_reason <> ''"


class ProgramRecord(Record, table=True):
    """A program's rules from a day on: codes, minutes of the first and each further unit.

    `valid_to` is the last day; where the rules change, a row of the same key follows.
    """

    __table_args__ = (
        one_of("consent", ConsentRule),
        ordered("valid_from", "valid_to"),
        longest("label", NAME_LENGTH),
        longest("source", 300),
        CheckConstraint("first_minutes BETWEEN 0 AND 1440", name="first_minutes_range"),
        CheckConstraint("more_minutes BETWEEN 0 AND 1440", name="more_minutes_range"),
        CheckConstraint("most_more IS NULL OR most_more >= 0", name="most_more_range"),
        STRICT,
    )

    key: str = Field(primary_key=True)
    valid_from: date = Field(primary_key=True)
    valid_to: date | None = None
    label: str
    first_code: str = ""
    first_minutes: int = 0
    more_code: str = ""
    more_minutes: int = 0
    most_more: int | None = None
    consent: str = ConsentRule.NONE
    needs_visit: bool = False
    source: str = ""
    position: int = 0
    is_active: bool = True


class EnrolmentRecord(Record, table=True):
    """A patient in a program with who bills and who supervises; another of them is a new row."""

    __table_args__ = (
        ordered("starts_on", "ends_on"),
        longest("end_reason", LINE_LENGTH),
        Index("enrolment_of", "patient_id", "program", "starts_on"),
        Index(
            "enrolment_once",
            "patient_id",
            "program",
            unique=True,
            sqlite_where=text("ends_on IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    program: str
    starts_on: date
    ends_on: date | None = None
    end_reason: str = ""
    billing_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    supervising_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))


class TimeConsentRecord(Record, table=True):
    """A consent to a program, how and by whom it was given; retracted ones stay."""

    __table_args__ = (
        one_of("way", ConsentWay),
        longest("given_by", NAME_LENGTH),
        CheckConstraint(RETRACTED, name="retracted_with_a_reason"),
        Index("time_consent_of", "patient_id", "program", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    program: str
    on_day: date
    way: str = ConsentWay.VERBAL
    given_by: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    retracted_at: datetime | None = None
    retract_reason: str = ""


class InitiatingVisitRecord(Record, table=True):
    """The visit that begins a program; retracted ones stay."""

    __table_args__ = (
        CheckConstraint(RETRACTED, name="retracted_with_a_reason"),
        Index("initiating_visit_of", "patient_id", "program", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    program: str
    on_day: date
    kind: str
    practitioner_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    retracted_at: datetime | None = None
    retract_reason: str = ""


class TimeEntryRecord(Record, table=True):
    """Work that was no contact; `at` is UTC, `day` the clinic's day; retracted ones stay.

    `minutes_over` are those of `minutes` that fall into the month after `day`.
    """

    __table_args__ = (
        longest("note", NOTE_LENGTH),
        CheckConstraint(f"minutes BETWEEN 1 AND {LONGEST_MINUTES}", name="minutes_range"),
        CheckConstraint("minutes_over BETWEEN 0 AND minutes", name="minutes_over_range"),
        CheckConstraint(RETRACTED, name="retracted_with_a_reason"),
        Index("time_entry_of", "patient_id", "at", "id"),
        Index(
            "time_entry_counted",
            "day",
            "patient_id",
            "program",
            "minutes",
            "minutes_over",
            "retracted_at",
            sqlite_where=text("retracted_at IS NULL"),
        ),
        Index(
            "time_entry_worked",
            "by_id",
            "at",
            "minutes",
            "patient_id",
            "program",
            "entered_at",
            "retracted_at",
            sqlite_where=text("retracted_at IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    program: str
    work: str
    activity: str = ""
    minutes: int
    minutes_over: int = 0
    at: datetime
    day: date
    zone: str = "UTC"
    note: str = ""
    entered_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    retracted_at: datetime | None = None
    retract_reason: str = ""
    version: int = 1


class TimeEntryVersionRecord(Record, table=True):
    """What an entry said before it was amended, by whom and why it was changed."""

    __table_args__ = (
        Index("time_entry_version_of", "time_entry_id", "version", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    time_entry_id: int = Field(sa_column=belongs_to("time_entry", cascade=True))
    version: int
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    replaced_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    reason: str = ""


class MonthLockRecord(Record, table=True):
    """A month (its first day) whose minutes stand, until it is reopened with a reason."""

    __table_args__ = (
        longest("reopen_reason", LINE_LENGTH),
        CheckConstraint(
            "reopened_at IS NULL OR reopen_reason <> ''", name="reopened_with_a_reason"
        ),
        Index("month_lock_stands", "month", unique=True, sqlite_where=text("reopened_at IS NULL")),
        Index("month_lock_of", "month", "id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    month: date
    locked_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    reopened_at: datetime | None = None
    reopened_by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    reopen_reason: str = ""
