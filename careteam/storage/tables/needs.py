"""What a patient needs: scores, barriers, suggestions, and red flags with who was told."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, text
from sqlmodel import Field

from careteam.domain.needs import ActionState, BarrierState
from careteam.domain.suggestions import SuggestionKind, SuggestionState
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record


class ScreeningRecord(Record, table=True):
    """A score of an instrument on a day: name, score and date only; retracted ones stay."""

    __table_args__ = (
        CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        Index("screening_of", "patient_id", "instrument", "on_day"),
        Index("screening_on", "patient_id", "on_day"),
        Index("screening_on_day", "instrument", "on_day", "patient_id", "score", "retracted_at"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    instrument: str
    score: int
    on_day: date
    recorded_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    retracted_at: datetime | None = None
    retract_reason: str = ""


class BarrierRecord(Record, table=True):
    """A barrier to care from the day it was found to the day it was closed, with its result."""

    __table_args__ = (
        one_of("state", BarrierState),
        ordered("found_on", "closed_on"),
        CheckConstraint(
            "state IN ('open', 'in_progress') OR closed_on IS NOT NULL", name="closed_on_a_day"
        ),
        longest("detail", LINE_LENGTH),
        longest("result", LINE_LENGTH),
        Index("barrier_of", "patient_id", "state", "found_on"),
        Index("barrier_found", "patient_id", "found_on"),
        Index(
            "barrier_closed",
            "patient_id",
            "closed_on",
            sqlite_where=text("closed_on IS NOT NULL"),
        ),
        Index("barrier_category", "category", "found_on", "patient_id"),
        Index("barrier_on", "found_on", "category", "patient_id"),
        Index(
            "barrier_until",
            text("coalesce(closed_on, '9999-12-31')"),
            "found_on",
            "closed_on",
            "category",
            "state",
            "patient_id",
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    category: str
    detail: str = ""
    found_on: date
    state: str = BarrierState.OPEN
    closed_on: date | None = None
    result: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class BarrierActionRecord(Record, table=True):
    """Something done about a barrier: what, by whom, when, and what came of it."""

    __table_args__ = (
        one_of("state", ActionState),
        longest("text", LINE_LENGTH),
        longest("result", LINE_LENGTH),
        Index("barrier_action_of", "barrier_id", "id"),
        Index("barrier_action_patient", "patient_id", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    barrier_id: int = Field(sa_column=belongs_to("barrier", cascade=True))
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    text: str
    owner_role: str = ""
    owner_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    on_day: date
    due_on: date | None = None
    state: str = ActionState.OPEN
    done_on: date | None = None
    result: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class SuggestionRecord(Record, table=True):
    """What a rule or a wish proposes, until a person accepts or dismisses it; both are kept.

    `source_kind` and `source_id` name the row that gave cause; a rule speaks once for each.
    Of a role triggers keep the first day on which somebody was assigned since (`assigned_on`), and
    on which somebody was reached in it (`reached_on`).
    """

    __table_args__ = (
        one_of("kind", SuggestionKind),
        one_of("state", SuggestionState),
        longest("text", LINE_LENGTH),
        longest("because", LINE_LENGTH),
        longest("decision_note", LINE_LENGTH),
        CheckConstraint(
            "state <> 'dismissed' OR dismiss_reason <> ''", name="dismissed_with_a_reason"
        ),
        Index("suggestion_of", "patient_id", "state", "made_at"),
        Index("suggestion_open", "state", "due_on", "patient_id"),
        Index(
            "suggestion_asked",
            "kind",
            "made_at",
            "role",
            "assigned_on",
            "reached_on",
            "patient_id",
        ),
        Index(
            "suggestion_once",
            "patient_id",
            "rule",
            "source_kind",
            "source_id",
            unique=True,
            sqlite_where=text("rule <> ''"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str = SuggestionKind.ROLE
    rule: str = ""
    role: str = ""
    text: str = ""
    because: str = ""
    source_kind: str = ""
    source_id: int = 0
    due_on: date | None = None
    state: str = SuggestionState.OPEN
    made_at: datetime
    made_by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    decided_at: datetime | None = None
    decided_by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    dismiss_reason: str = ""
    decision_note: str = ""
    details: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSON, nullable=False, server_default="{}")
    )
    version: int = 1
    assigned_on: date | None = None
    reached_on: date | None = None


class EscalationRecord(Record, table=True):
    """A red flag, who was told and when; open until somebody was told; retracted ones stay.

    `line` is the clinic's escalation line as it was shown; `temp_tenths` are tenths of a degree
    Celsius.
    """

    __table_args__ = (
        longest("note", 2000),
        longest("told_who", 200),
        longest("advice", 2000),
        CheckConstraint("told_at IS NULL OR told_who <> ''", name="told_somebody"),
        CheckConstraint(
            "retracted_at IS NULL OR retract_reason <> ''", name="retracted_with_a_reason"
        ),
        Index("escalation_of", "patient_id", "at"),
        Index(
            "escalation_open",
            "patient_id",
            sqlite_where=text("told_at IS NULL AND retracted_at IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    flag: str
    temp_tenths: int | None = None
    is_for_an_hour: bool = False
    note: str = ""
    at: datetime
    rule: str = ""
    line: str = ""
    told_who: str = ""
    told_how: str = ""
    told_at: datetime | None = None
    advice: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1
    retracted_at: datetime | None = None
    retract_reason: str = ""
