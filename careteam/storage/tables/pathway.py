"""What happens to a patient medically: plan, treatments, tests, findings, stays and decisions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, text
from sqlmodel import Field

from careteam.domain.pathway import FindingList, ItemState, MilestoneState, StayKind, TreatmentState
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables.constraints import STRICT, belongs_to, longest, one_of, ordered
from careteam.storage.tables.record import Record


class CareProfileRecord(Record, table=True):
    """What shapes a patient's plan and how they want to be met: one row a patient, or none."""

    __table_args__ = (
        longest("shaped_by", LINE_LENGTH),
        longest("preferences", 2000),
        longest("directive_place", LINE_LENGTH),
        Index(
            "care_profile_treated",
            "first_treated_on",
            "patient_id",
            sqlite_where=text("first_treated_on IS NOT NULL"),
        ),
        Index(
            "care_profile_learning",
            "patient_id",
            sqlite_where=text("learning_preference <> ''"),
        ),
        STRICT,
    )

    patient_id: int = Field(
        sa_column=Column(Integer, ForeignKey("patient.id", ondelete="CASCADE"), primary_key=True)
    )
    pathway: str = ""
    intent: str = ""
    risk_group: str = ""
    cns_status: str = ""
    shaped_by: str = ""
    learning_preference: str = ""
    preferences: str = ""
    has_directive: bool | None = None
    directive_place: str = ""
    first_treated_on: date | None = None
    version: int = 1


class OverlayRecord(Record, table=True):
    """A treatment that runs across phases; `ended_on` is the first day without it."""

    __table_args__ = (
        Index("overlay_of", "patient_id", "started_on"),
        Index(
            "overlay_ended",
            "patient_id",
            "ended_on",
            sqlite_where=text("ended_on IS NOT NULL"),
        ),
        Index(
            "overlay_standing",
            "patient_id",
            "kind",
            unique=True,
            sqlite_where=text("ended_on IS NULL"),
        ),
        ordered("started_on", "ended_on"),
        longest("note", LINE_LENGTH),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str
    started_on: date
    ended_on: date | None = None
    note: str = ""
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))


class TreatmentRecord(Record, table=True):
    """A treatment modality of the plan with its state and days."""

    __table_args__ = (
        one_of("state", TreatmentState),
        ordered("started_on", "ended_on"),
        longest("detail", LINE_LENGTH),
        longest("reason", LINE_LENGTH),
        Index("treatment_of", "patient_id", "id"),
        Index(
            "treatment_began",
            "patient_id",
            "started_on",
            sqlite_where=text("started_on IS NOT NULL"),
        ),
        Index(
            "treatment_ended",
            "patient_id",
            "ended_on",
            sqlite_where=text("ended_on IS NOT NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    modality: str
    detail: str = ""
    state: str = TreatmentState.PLANNED
    started_on: date | None = None
    ended_on: date | None = None
    reason: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class MilestoneRecord(Record, table=True):
    """A test or milestone, planned and done; `template_id` and `phase_id` say what proposed it."""

    __table_args__ = (
        one_of("state", MilestoneState),
        CheckConstraint("state <> 'done' OR done_on IS NOT NULL", name="done_on_a_day"),
        longest("label", 200),
        longest("result", LINE_LENGTH),
        Index("milestone_of", "patient_id", "planned_on"),
        Index(
            "milestone_done",
            "patient_id",
            "done_on",
            sqlite_where=text("done_on IS NOT NULL"),
        ),
        Index("milestone_late", "planned_on", "patient_id", sqlite_where=text("state = 'planned'")),
        Index("milestone_of_phase", "phase_id"),
        Index(
            "milestone_proposed",
            "phase_id",
            "template_id",
            unique=True,
            sqlite_where=text("template_id IS NOT NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str
    label: str = ""
    planned_on: date | None = None
    done_on: date | None = None
    result: str = ""
    state: str = MilestoneState.PLANNED
    reason: str = ""
    template_id: int | None = None
    phase_id: int | None = Field(default=None, sa_column=belongs_to("phase_period", optional=True))
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class FindingRecord(Record, table=True):
    """A symptom, a risk factor or a concern; `ended_on` is the day on which it was gone."""

    __table_args__ = (
        one_of("list", FindingList),
        ordered("since", "ended_on"),
        longest("note", LINE_LENGTH),
        Index("finding_of", "patient_id", "list", "since"),
        Index("finding_since", "patient_id", "since"),
        Index(
            "finding_gone",
            "patient_id",
            "ended_on",
            sqlite_where=text("ended_on IS NOT NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    list: str
    key: str
    since: date | None = None
    ended_on: date | None = None
    note: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))


class DiseaseStatusRecord(Record, table=True):
    """Remission and measurable residual disease as they were on a day; retracted ones stay."""

    __table_args__ = (
        longest("note", LINE_LENGTH),
        Index("disease_status_of", "patient_id", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    on_day: date
    remission: str = ""
    mrd: str = ""
    note: str = ""
    retracted_at: datetime | None = None
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))


class StayRecord(Record, table=True):
    """An admission with its discharge, or a visit to the emergency department.

    One that was entered in error stays, with `retracted_at`.
    """

    __table_args__ = (
        one_of("kind", StayKind),
        ordered("admitted_on", "discharged_on"),
        longest("place", 200),
        longest("reason", LINE_LENGTH),
        Index("stay_of", "patient_id", "admitted_on"),
        Index(
            "stay_out",
            "discharged_on",
            "patient_id",
            sqlite_where=text("discharged_on IS NOT NULL"),
        ),
        Index(
            "stay_open",
            "patient_id",
            sqlite_where=text("discharged_on IS NULL AND retracted_at IS NULL"),
        ),
        Index(
            "stay_left",
            "patient_id",
            "discharged_on",
            sqlite_where=text("discharged_on IS NOT NULL"),
        ),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    external_id: str = Field(unique=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    kind: str = StayKind.INPATIENT
    admitted_on: date
    discharged_on: date | None = None
    is_planned: bool = False
    place: str = ""
    reason: str = ""
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1
    retracted_at: datetime | None = None


class ConferenceRecord(Record, table=True):
    """A tumour board: the day on which the patient is discussed, and what was decided."""

    __table_args__ = (
        longest("question", LINE_LENGTH),
        longest("decision", 2000),
        Index("conference_of", "patient_id", "on_day"),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    on_day: date
    question: str = ""
    decision: str = ""
    is_cancelled: bool = False
    made_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
    version: int = 1


class ChecklistItemRecord(Record, table=True):
    """A point of a transplant or CAR-T checklist as it stands for a patient."""

    __table_args__ = (
        one_of("state", ItemState),
        longest("detail", LINE_LENGTH),
        Index("checklist_item_place", "patient_id", "list", "key", unique=True),
        STRICT,
    )

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(sa_column=belongs_to("patient", cascade=True))
    list: str
    key: str
    state: str = ItemState.OPEN
    detail: str = ""
    changed_at: datetime
    by_id: int | None = Field(default=None, sa_column=belongs_to("person", optional=True))
