"""The plan of a patient as its cards show it: frozen rows, in the clinic's words."""

from dataclasses import dataclass
from datetime import date

from careteam.domain.pathway import FindingList, ItemState, TreatmentState


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """What a plan rests on as keys, and in words what shaped it.

    `age_years` are whole years, None when the birth date is not known. `shapes` are the other
    conditions, the subtype, the risk group and the CNS status, without those not known.
    """

    pathway: str
    pathway_label: str
    intent: str
    intent_label: str
    risk_group: str
    cns_status: str
    shaped_by: str
    first_treated_on: date | None
    age_years: int | None
    shapes: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class OverlayRow:
    """What runs, or ran, across phases; `ended_on` is the first day without it."""

    id: int
    kind: str
    label: str
    started_on: date
    ended_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class TreatmentRow:
    """A treatment of the plan; `version` guards an edit."""

    id: int
    modality: str
    label: str
    state: TreatmentState
    started_on: date | None
    ended_on: date | None
    detail: str
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A symptom, risk factor or concern; `ended_on` is the day on which it was gone."""

    id: int
    list: FindingList
    key: str
    label: str
    since: date | None
    ended_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """A tumour board of a patient; `version` guards an edit."""

    id: int
    on: date
    question: str
    decision: str
    is_cancelled: bool
    version: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A point of a checklist as it stands."""

    list: str
    key: str
    label: str
    state: ItemState
    detail: str


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A checklist with all its points; `is_called_for` by the phase or a treatment ahead."""

    list: str
    is_called_for: bool
    items: tuple[ItemRow, ...]

    @property
    def open_count(self) -> int:
        """How many points are still open."""
        return sum(item.state is ItemState.OPEN for item in self.items)

    @property
    def is_begun(self) -> bool:
        """Whether something was noted at one of its points."""
        return any(item.state is not ItemState.OPEN or item.detail for item in self.items)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Everything that the cards of the pathway show of a patient's plan.

    What stands comes before what is over: overlays and findings by their first day, treatments in
    the order in which they were entered, tumour boards newest first.
    """

    profile: ProfileRow
    overlays: tuple[OverlayRow, ...]
    treatments: tuple[TreatmentRow, ...]
    findings: tuple[FindingRow, ...]
    conferences: tuple[ConferenceRow, ...]
    checklists: tuple[ChecklistRow, ...]
