"""The words of a patient's way through treatment: states of treatments, tests, stays and lists."""

from enum import StrEnum


class TreatmentState(StrEnum):
    """Where a treatment of the plan stands."""

    PLANNED = "planned"
    CONSULT = "consult"
    ACTIVE = "active"
    COMPLETED = "completed"
    STOPPED = "stopped"
    NOT_PURSUED = "not_pursued"


class MilestoneState(StrEnum):
    """Where a test or milestone stands; one that was left out says why."""

    PLANNED = "planned"
    DONE = "done"
    LEFT_OUT = "left_out"


class FindingList(StrEnum):
    """Which list a finding belongs to: symptoms, risk factors, or concerns that were voiced."""

    SYMPTOM = "symptom"
    RISK_FACTOR = "risk_factor"
    CONCERN = "concern"


class StayKind(StrEnum):
    """A stay on a ward, or a visit to the emergency department."""

    INPATIENT = "inpatient"
    EMERGENCY = "emergency"


class ItemState(StrEnum):
    """Where a point of a checklist stands."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"
