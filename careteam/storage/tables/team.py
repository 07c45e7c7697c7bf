"""The role board of a patient: which roles are asked for, and who holds or held them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.due import NEVER, DueKind
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record


class TeamRoleRecord(Record, table=True):
    """A role on a patient's board; `is_filled` and `has_backup` are kept by triggers.

    `open_since` is the day since which a required role waits for somebody; None where it does not,
    and for patients who are not in care.
    """

    __table_args__ = (
        Index("team_role_place", "patient_id", "role", unique=True),
        Index(
            "team_role_gap",
            "role",
            "open_since",
            "patient_id",
            sqlite_where=text("open_since IS NOT NULL"),
        ),
        Index(
            "team_role_waiting",
            "open_since",
            "patient_id",
            "role",
            sqlite_where=text("open_since IS NOT NULL"),
        ),
        Index(
            "team_role_declined",
            "ask_on",
            "patient_id",
            "role",
            sqlite_where=text("declined_on IS NOT NULL"),
        ),
        Index(
            "team_role_alone",
            "role",
            "patient_id",
            sqlite_where=text("is_filled AND NOT has_backup"),
        ),
        Index(
            "team_role_declined_on",
            "patient_id",
            "declined_on",
            sqlite_where=text("declined_on IS NOT NULL"),
        ),
        longest("decline_note", LINE_LENGTH),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    role: str
    is_required: bool = False
    is_filled: bool = False
    declined_on: date | None = None
    decline_reason: str = ""
    decline_note: str = ""
    ask_on: date | None = None
    ask_at_phase: str = ""
    has_backup: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    open_since: date | None = None


class AssignmentRecord(Record, table=True):
    """A person in a role; `ends_on` is the first day it no longer stands. Never overwritten.

    `known_since` is the day on which an import brought it.
    """

    __table_args__ = (
        one_of("rank", Rank),
        one_of("state", AssignmentState),
        one_of("due_kind", DueKind),
        ordered("starts_on", "ends_on"),
        longest("end_note", LINE_LENGTH),
        CheckConstraint("attempts >= 0", name="attempts_counted"),
        CheckConstraint("ends_on IS NULL OR end_reason <> ''", name="ends_with_a_reason"),
        Index("assignment_team", "patient_id", "role", "starts_on"),
        Index("assignment_began", "patient_id", "starts_on"),
        Index(
            "assignment_ended",
            "patient_id",
            "ends_on",
            sqlite_where=text("ends_on IS NOT NULL"),
        ),
        Index(
            "assignment_rests",
            "patient_id",
            "held_since",
            sqlite_where=text("held_since IS NOT NULL"),
        ),
        Index("assignment_person", "person_id", "state", "patient_id"),
        Index("assignment_made", "person_id", "made_at"),
        Index(
            "assignment_stands_in",
            "person_id",
            "state",
            "patient_id",
            sqlite_where=text("rank = 'backup' AND end_reason = 'cover_ended'"),
        ),
        Index("assignment_external", "patient_id", "external_key"),
        Index("assignment_starts", "starts_on", sqlite_where=text("state = 'planned'")),
        Index(
            "assignment_ends",
            "ends_on",
            sqlite_where=text("ends_on IS NOT NULL AND state <> 'ended'"),
        ),
        Index(
            "assignment_one_lead",
            "patient_id",
            unique=True,
            sqlite_where=text("rank = 'lead' AND ends_on IS NULL"),
        ),
        Index(
            "assignment_one_holder",
            "patient_id",
            "role",
            unique=True,
            sqlite_where=text("rank IN ('lead', 'primary') AND ends_on IS NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    external_key: str = ""
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    role: str
    role_text: str = ""
    person_id: int = Field(sa_column=belongs_to("person"))
    rank: str = Rank.PRIMARY
    state: str = AssignmentState.ACTIVE
    starts_on: date
    known_since: date | None = None
    ends_on: date | None = None
    end_reason: str = ""
    end_note: str = ""
    note: str = ""
    held_since: date | None = None
    hold_reason: str = ""
    reached_on: date | None = None
    tried_on: date | None = None
    retry_days: int | None = None
    attempts: int = 0
    snoozed_until: date | None = None
    next_due_on: date = Field(default=NEVER)
    due_kind: str = DueKind.NONE
    last_contact_id: int | None = None
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class SnoozeRecord(Record, table=True):
    """A due day put off, with the reason; exactly one of assignment and follow-up is named."""

    __table_args__ = (
        CheckConstraint(
            "(assignment_id IS NULL) <> (follow_up_id IS NULL)", name="one_thing_is_put_off"
        ),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        Index("snooze_of", "patient_id"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    assignment_id: int | None = Field(
        default=None, sa_column=belongs_to("assignment", optional=True)
    )
    follow_up_id: int | None = Field(default=None, sa_column=belongs_to("follow_up", optional=True))
    was_due_on: date
    until: date
    reason: str
    note: str = ""
    at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
