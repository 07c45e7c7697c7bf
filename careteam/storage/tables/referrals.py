"""Referrals from asking to result, with every step on the way."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from careteam.domain.referrals import OPEN_STATES, ReferralState, ReferralTo
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of
from careteam.storage.tables.record import Record

_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)


class ReferralRecord(Record, table=True):
    """A referral to a role, a person or an outside body; `state_on` is the day of the last step."""

    __table_args__ = (
        one_of("to_kind", ReferralTo),
        one_of("state", ReferralState),
        one_of("priority", ("routine", "urgent")),
        longest("to_name", 200),
        longest("reason_text", LINE_LENGTH),
        longest("result", LINE_LENGTH),
        CheckConstraint("state <> 'completed' OR result <> ''", name="completed_with_a_result"),
        Index("referral_of", "patient_id", "requested_on"),
        Index("referral_on", "requested_on", "to_role", "state", "patient_id"),
        Index(
            "referral_done",
            "state_on",
            "to_role",
            "requested_on",
            "patient_id",
            sqlite_where=text("state = 'completed'"),
        ),
        Index(
            "referral_open",
            "state",
            "state_on",
            "patient_id",
            sqlite_where=text(f"state IN ({_OPEN})"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    to_kind: str = ReferralTo.ROLE
    to_role: str = ""
    to_person_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    to_name: str = ""
    priority: str = "routine"
    method: str = ""
    reason_kind: str = "own"
    reason_id: int | None = None
    reason_text: str = ""
    suggestion_id: int | None = Field(
        default=None, sa_column=belongs_to("suggestion", optional=True)
    )
    state: str = ReferralState.REQUESTED
    requested_on: date
    state_on: date
    scheduled_on: date | None = None
    result: str = ""
    assignment_id: int | None = Field(
        default=None, sa_column=belongs_to("assignment", optional=True)
    )
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class ReferralStepRecord(Record, table=True):
    """One step of a referral with its day, its note and who noted it."""

    __table_args__ = (
        one_of("state", ReferralState),
        longest("note", LINE_LENGTH),
        Index("referral_step_of", "referral_id", "id"),
        Index("referral_step_patient", "patient_id", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    referral_id: int = Field(sa_column=belongs_to("referral", cascade=True))
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    state: str
    on_day: date
    note: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
