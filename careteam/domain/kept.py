"""What hangs on a patient's record, as it leaves in a whole record and arrives from one.

`uid` is a UUID by which the row is known in every database. People are named by a key: their UUID
when a record leaves, the key of the import when it arrives. Fields are named after the columns.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class KeptPhase:
    """A phase with its days; `ended_on` is the first day of the next one."""

    phase: str
    started_on: date
    ended_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptAlert:
    """A warning of the banner."""

    kind: str
    text: str = ""
    since: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A symptom, a risk factor or a concern."""

    list: str
    key: str
    since: date | None = None
    ended_on: date | None = None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptAction:
    """Something done about a barrier."""

    text: str
    on_day: date
    owner_role: str = ""
    owner: str = ""
    due_on: date | None = None
    state: str = "open"
    done_on: date | None = None
    result: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptBarrier:
    """A barrier to care with what is done about it."""

    uid: str
    category: str
    found_on: date
    detail: str = ""
    state: str = "open"
    closed_on: date | None = None
    result: str = ""
    by: str = ""
    actions: tuple[KeptAction, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptReferralStep:
    """One step of a referral."""

    state: str
    on_day: date
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptReferral:
    """A referral with its steps; `reason` is the UUID of the barrier or score that gave cause."""

    uid: str
    to_kind: str
    requested_on: date
    state_on: date
    to_role: str = ""
    to_person: str = ""
    to_name: str = ""
    priority: str = "routine"
    method: str = ""
    reason_kind: str = "own"
    reason: str = ""
    reason_text: str = ""
    state: str = "requested"
    scheduled_on: date | None = None
    result: str = ""
    by: str = ""
    steps: tuple[KeptReferralStep, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptScreening:
    """A score of an instrument on a day."""

    uid: str
    instrument: str
    score: int
    on_day: date
    by: str = ""
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class KeptFollowUp:
    """A next step; `contact` and `closed_by_contact` are the UUIDs of contacts."""

    uid: str
    due_on: date
    text: str = ""
    owner_role: str = ""
    owner: str = ""
    due_time: str = ""
    state: str = "open"
    contact: str = ""
    closed_by_contact: str = ""
    close_note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptTrial:
    """A trial of the clinic's register."""

    uid: str
    title: str
    kind: str
    nct: str = ""
    phase: str = ""
    site: str = ""
    contact: str = ""
    state: str = "open"
    opens_on: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptOfferStep:
    """One step of a patient with a trial."""

    state: str
    on_day: date
    reason: str = ""
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptOffer:
    """Where a patient stands with a trial, with every step before."""

    trial: KeptTrial
    state: str
    on_day: date
    reason: str = ""
    note: str = ""
    steps: tuple[KeptOfferStep, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptStay:
    """An admission, or a visit to the emergency department."""

    uid: str
    kind: str
    admitted_on: date
    discharged_on: date | None = None
    is_planned: bool = False
    place: str = ""
    reason: str = ""
    by: str = ""
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class KeptDiseaseStatus:
    """Remission and measurable residual disease as they were on a day."""

    on_day: date
    remission: str = ""
    mrd: str = ""
    note: str = ""
    by: str = ""
    is_retracted: bool = False


@dataclass(frozen=True, slots=True)
class KeptTreatment:
    """A treatment of the plan."""

    uid: str
    modality: str
    detail: str = ""
    state: str = "planned"
    started_on: date | None = None
    ended_on: date | None = None
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptOverlay:
    """A treatment that runs across phases."""

    kind: str
    started_on: date
    ended_on: date | None = None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptMilestone:
    """A test or milestone, planned and done."""

    uid: str
    kind: str
    label: str = ""
    planned_on: date | None = None
    done_on: date | None = None
    result: str = ""
    state: str = "planned"
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What shapes a patient's plan and how they want to be met."""

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


@dataclass(frozen=True, slots=True)
class KeptStatus:
    """The state a patient is in, since when and why."""

    status: str
    on_day: date
    reason: str = ""


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

    @property
    def count(self) -> int:
        """How many there are, of every kind."""
        return sum(len(getattr(self, name)) for name in self.__dataclass_fields__)


def same_key(part: Any) -> tuple[object, ...]:
    """What makes two parts of one kind the same, wherever they are written down."""
    match part:
        case KeptPhase():
            return part.phase, part.started_on
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
        case _:
            return (part.uid,)


def people_in(part: Any) -> frozenset[str]:
    """The keys of everybody of the staff whom a part names, its own parts included."""
    names = {getattr(part, name, "") for name in ("by", "owner", "to_person")}
    for inside in ("actions", "steps"):
        for inner in getattr(part, inside, ()):
            names |= people_in(inner)
    return frozenset(names - {""})
