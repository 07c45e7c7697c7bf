"""What hangs on a patient's record, as it leaves in a whole record and arrives from one.

`uid` is a UUID by which the row is known in every database. People are named by a key: their UUID
when a record leaves, the key of the import when it arrives. Fields are named after the columns.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from careteam.domain.kept_course import (
    KeptConference,
    KeptDiseaseStatus,
    KeptItem,
    KeptMilestone,
    KeptOffer,
    KeptOfferStep,
    KeptOverlay,
    KeptPhase,
    KeptProfile,
    KeptStay,
    KeptTreatment,
    KeptTrial,
)
from careteam.domain.kept_needs import (
    KeptAction,
    KeptAlert,
    KeptBarrier,
    KeptDecline,
    KeptEscalation,
    KeptFinding,
    KeptFollowUp,
    KeptReferral,
    KeptReferralStep,
    KeptScreening,
)
from careteam.domain.kept_time import KeptConsent, KeptEnrolment, KeptVisit, KeptWork

__all__ = [
    "KeptAction",
    "KeptAlert",
    "KeptBarrier",
    "KeptConference",
    "KeptConsent",
    "KeptContact",
    "KeptDecline",
    "KeptDiseaseStatus",
    "KeptEnrolment",
    "KeptEscalation",
    "KeptFinding",
    "KeptFollowUp",
    "KeptItem",
    "KeptMilestone",
    "KeptOffer",
    "KeptOfferStep",
    "KeptOverlay",
    "KeptParts",
    "KeptPhase",
    "KeptPlace",
    "KeptProfile",
    "KeptReferral",
    "KeptReferralStep",
    "KeptScreening",
    "KeptStatus",
    "KeptStay",
    "KeptTreatment",
    "KeptTrial",
    "KeptVisit",
    "KeptWork",
    "people_in",
    "same_key",
]


@dataclass(frozen=True, slots=True)
class KeptStatus:
    """The state a patient is in, since when and why."""

    status: str
    on_day: date
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """What a place in a care team says besides who, in which role and on which days.

    `ends_on` is told only where the days cannot say it: a place that ended before it began.
    """

    rank: str = "primary"
    end_reason: str = ""
    end_note: str = ""
    note: str = ""
    held_since: date | None = None
    hold_reason: str = ""
    ends_on: date | None = None
    role_text: str = ""


@dataclass(frozen=True, slots=True)
class KeptContact:
    """What a contact says besides its time, its length, its way and who made it."""

    with_kind: str = "patient"
    with_related: str = ""
    with_person: str = ""
    with_name: str = ""
    reasons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    used_interpreter: bool = False
    attempt: int = 0
    program: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class KeptParts:
    """All of a record but the patient, the team, the related people, conditions and contacts."""

    phases: tuple[KeptPhase, ...] = ()
    alerts: tuple[KeptAlert, ...] = ()
    findings: tuple[KeptFinding, ...] = ()
    barriers: tuple[KeptBarrier, ...] = ()
    referrals: tuple[KeptReferral, ...] = ()
    screenings: tuple[KeptScreening, ...] = ()
    follow_ups: tuple[KeptFollowUp, ...] = ()
    offers: tuple[KeptOffer, ...] = ()
    stays: tuple[KeptStay, ...] = ()
    disease: tuple[KeptDiseaseStatus, ...] = ()
    treatments: tuple[KeptTreatment, ...] = ()
    overlays: tuple[KeptOverlay, ...] = ()
    milestones: tuple[KeptMilestone, ...] = ()
    profiles: tuple[KeptProfile, ...] = ()
    escalations: tuple[KeptEscalation, ...] = ()
    declines: tuple[KeptDecline, ...] = ()
    conferences: tuple[KeptConference, ...] = ()
    checklist: tuple[KeptItem, ...] = ()
    work: tuple[KeptWork, ...] = ()
    states: tuple[KeptStatus, ...] = ()
    enrolments: tuple[KeptEnrolment, ...] = ()
    consents: tuple[KeptConsent, ...] = ()
    visits: tuple[KeptVisit, ...] = ()

    @property
    def count(self) -> int:
        """How many there are, of every kind."""
        return sum(len(getattr(self, name)) for name in self.__dataclass_fields__)


PEOPLE = ("by", "owner", "to_person", "billing", "supervising", "practitioner")
"""The fields of parts that name somebody of the staff."""


def same_key(part: Any) -> tuple[object, ...]:
    """What makes two parts of one kind the same, wherever they are written down."""
    match part:
        case KeptPhase():
            return part.phase, part.started_on
        case KeptStatus():
            return part.status, part.on_day
        case KeptAlert():
            return part.kind, part.text, part.since
        case KeptFinding():
            return part.list, part.key, part.since
        case KeptDiseaseStatus():
            return part.on_day, part.remission, part.mrd
        case KeptOverlay():
            return part.kind, part.started_on
        case KeptOffer():
            return (part.trial.nct or part.trial.uid,)
        case KeptProfile():
            return ()
        case KeptDecline():
            return (part.role,)
        case KeptConference():
            return part.on_day, part.question
        case KeptItem():
            return part.list, part.key
        case _:
            return (part.uid,)


def people_in(part: Any) -> frozenset[str]:
    """The keys of everybody of the staff whom a part names, its own parts included."""
    names = {getattr(part, name, "") for name in PEOPLE}
    for inside in ("actions", "steps"):
        for inner in getattr(part, inside, ()):
            names |= people_in(inner)
    return frozenset(names - {""})
