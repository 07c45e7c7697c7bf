"""A patient and what is known of them; the columns under `kept` are written by triggers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field

from careteam.domain.due import NEVER
from careteam.domain.patients import MRN_LENGTH, Status
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record


class PatientRecord(Record, table=True):
    """A patient with the current phase, and what the lists show of them."""

    __table_args__ = (
        longest("mrn", MRN_LENGTH),
        longest("family", NAME_LENGTH),
        longest("given", NAME_LENGTH),
        CheckConstraint("mrn <> ''", name="has_an_mrn"),
        CheckConstraint("family <> '' OR given <> ''", name="has_a_name"),
        one_of("status", Status),
        Index("patient_name", "name_key", "id"),
        Index("patient_birth", "birth_date", "name_key"),
        Index("patient_words", "id", "search_key"),
        Index(
            "patient_worklist",
            "navigator_id",
            "status",
            "next_due_on",
            "id",
            "gap_count",
        ),
        Index("patient_due", "status", "next_due_on", "id", "gap_count"),
        Index("patient_mine", "navigator_id", "status", "name_key", "id"),
        Index("patient_all", "status", "name_key", "id"),
        Index(
            "patient_gaps",
            "status",
            text("gap_count DESC"),
            "next_due_on",
            "id",
            sqlite_where=text("gap_count > 0"),
        ),
        Index("patient_phase", "phase", "status", "name_key", "id"),
        Index("patient_silent", "status", "last_contact_at", "id"),
        Index("patient_subtype", "subtype", "status", "name_key", "id"),
        Index("patient_language", "language", "status", "name_key", "id"),
        Index(
            "patient_in_care",
            "status",
            "status_on",
            "referred_on",
            "created_at",
            "navigator_id",
            "filled_count",
            "gap_count",
        ),
        Index("patient_referred", "referred_on", "first_contact_on", "created_at", "navigator_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    mrn: str = Field(unique=True)
    family: str
    given: str = ""
    title: str = ""
    preferred: str = ""
    birth_date: str = ""
    sex: str = "unknown"
    email: str = ""
    language: str = ""
    other_languages: str = ""
    needs_interpreter: bool = False
    address_line: str = ""
    address_city: str = ""
    address_state: str = ""
    address_postal_code: str = ""
    address_country: str = ""
    payer: str = ""
    subtype: str = ""
    icd_state: str = ""
    diagnosed_on: str = ""
    referred_on: date | None = None
    phase: str = ""
    phase_since: date | None = None
    status: str = Status.ACTIVE
    status_on: date | None = None
    status_reason: str = ""
    created_at: datetime
    updated_at: datetime
    name_key: str = ""
    search_key: str = ""
    version: int = 1
    # kept
    navigator_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    next_due_on: date = Field(default=NEVER)
    next_due_time: str = ""
    next_due_kind: str = ""
    next_due_ref: int = 0
    last_contact_at: datetime | None = None
    contact_count: int = 0
    required_count: int = 0
    filled_count: int = 0
    declined_count: int = 0
    gap_count: int = 0
    first_contact_on: date | None = None


class PatientPhoneRecord(Record, table=True):
    """A number of a patient, in the order in which to try them."""

    __table_args__ = (Index("patient_phone_of", "patient_id", "position"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str = "mobile"
    number: str
    best_time: str = ""
    may_leave_message: bool | None = None
    is_wrong: bool = False
    position: int = 0


class PatientIdentifierRecord(Record, table=True):
    """An identifier under which a patient came in from another system."""

    __table_args__ = (
        Index("patient_identifier_of", "patient_id"),
        Index("patient_identifier_value", "system", "value", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    system: str
    value: str
    kind: str = ""


class PatientSourceRecord(Record, table=True):
    """What another system last said of a patient, under its key: the measure of the next import."""

    __table_args__ = (
        Index("patient_source_key", "external_key", "patient_id", unique=True),
        Index("patient_source_of", "patient_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    external_key: str
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class RelatedRecord(Record, table=True):
    """A caregiver or relative, with the patient's consent to talk to them."""

    __table_args__ = (
        longest("name", NAME_LENGTH),
        longest("note", LINE_LENGTH),
        Index("related_of", "patient_id", "position"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    external_key: str = ""
    name: str
    relationship: str = "other_family"
    phone: str = ""
    email: str = ""
    is_caregiver: bool = False
    is_emergency: bool = False
    may_talk: bool | None = None
    consent_on: date | None = None
    note: str = ""
    position: int = 0
    is_removed: bool = False


class AlertRecord(Record, table=True):
    """A warning of the banner; it ends, it is never deleted."""

    __table_args__ = (
        longest("text", NAME_LENGTH),
        Index("alert_of", "patient_id", "ended_on"),
        Index("alert_since", "patient_id", "since"),
        Index("alert_standing", "kind", "patient_id", sqlite_where=text("ended_on IS NULL")),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str
    text: str = ""
    since: date | None = None
    ended_on: date | None = None


class ConditionRecord(Record, table=True):
    """A condition that an import brought, as coded there."""

    __table_args__ = (Index("condition_of", "patient_id", "external_key", unique=True), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    external_key: str
    text: str = ""
    code: str = ""
    system: str = ""
    clinical: str = ""
    onset: str = ""
    recorded_on: str = ""


class PhasePeriodRecord(Record, table=True):
    """A phase with its days; `ended_on` is the first day of the next one."""

    __table_args__ = (
        Index("phase_period_of", "patient_id", "started_on"),
        ordered("started_on", "ended_on"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    phase: str
    started_on: date
    ended_on: date | None = None
    reason: str = ""


class StatusPeriodRecord(Record, table=True):
    """Every state a patient was in, with its day, its reason and who said so."""

    __table_args__ = (Index("status_period_of", "patient_id", "on_day"), STRICT)

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    status: str
    on_day: date
    reason: str = ""
    recorded_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
