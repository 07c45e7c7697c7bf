"""A patient's way through treatment, as it leaves in a whole record and arrives from one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KeptPhase:
    """A phase with its days; `ended_on` is the first day of the next one."""

    phase: str
    started_on: date
    ended_on: date | None = None
    reason: str = ""


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
class KeptConference:
    """A tumour board: its day, what was asked, and what was decided."""

    on_day: date
    question: str = ""
    decision: str = ""
    is_cancelled: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A point of a transplant or CAR-T checklist as it stands."""

    list: str
    key: str
    state: str = "open"
    detail: str = ""
    by: str = ""
