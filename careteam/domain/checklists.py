"""The checklists before a transplant and CAR-T: when they are shown, and what a point holds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from careteam.domain.errors import Refused
from careteam.domain.pathway import ItemState, TreatmentState
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean

TRANSPLANT, CAR_T = "checklist_hct", "checklist_car_t"
CHECKLISTS = (TRANSPLANT, CAR_T)
"""The kinds of terms whose words are the points of a checklist."""

_OF_PHASE = {
    "hct_evaluation": TRANSPLANT,
    "hct": TRANSPLANT,
    "post_hct": TRANSPLANT,
    "car_t": CAR_T,
}
_OF_MODALITY = {"stem_cell_transplant": TRANSPLANT, "car_t_cell_therapy": CAR_T}
_AHEAD = (TreatmentState.PLANNED, TreatmentState.CONSULT, TreatmentState.ACTIVE)


@dataclass(frozen=True, slots=True)
class ChecklistDraft:
    """A point of a checklist as it stands for a patient."""

    patient_id: int
    list: str
    key: str
    state: ItemState = ItemState.OPEN
    detail: str = ""


def check_item(draft: ChecklistDraft, *, rules: Rules) -> ChecklistDraft:
    """The point cleaned; Refused when the clinic's checklist has no such point."""
    if draft.list not in CHECKLISTS or draft.key not in rules.catalogue.terms.get(draft.list, {}):
        raise Refused.at("key", "The checklist has no such point.")
    return replace(draft, detail=clean(draft.detail)[:LINE_LENGTH])


def called_for(phase: str, treatments: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The checklists that a phase, or a treatment ahead, calls for, transplant first.

    `treatments` are pairs of modality and state.
    """
    wanted = {_OF_PHASE.get(phase)}
    wanted |= {_OF_MODALITY.get(modality) for modality, state in treatments if state in _AHEAD}
    return tuple(kind for kind in CHECKLISTS if kind in wanted)
