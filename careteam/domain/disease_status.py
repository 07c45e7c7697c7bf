"""Remission and measurable residual disease as somebody recorded them for a day."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, clean


@dataclass(frozen=True, slots=True)
class DiseaseStatusDraft:
    """What is known on a day; remission or MRD may be empty, but not both."""

    patient_id: int
    on: date
    remission: str = ""
    mrd: str = ""
    note: str = ""


def check_status_of_disease(
    draft: DiseaseStatusDraft, *, catalogue: Catalogue, today: date
) -> DiseaseStatusDraft:
    """The draft cleaned; Refused without a status, for an unknown one, or for a day ahead."""
    problems: list[Problem] = []
    note = clean(draft.note)
    if not draft.remission and not draft.mrd:
        problems.append(Problem("remission", "Choose the remission, the MRD, or both."))
    if draft.remission and draft.remission not in catalogue.terms.get("remission", {}):
        problems.append(Problem("remission", "Choose the remission from the list."))
    if draft.mrd and draft.mrd not in catalogue.terms.get("mrd_status", {}):
        problems.append(Problem("mrd", "Choose the MRD from the list."))
    if draft.on > today:
        problems.append(Problem("on", "The day cannot lie in the future."))
    if len(note) > LINE_LENGTH:
        sentence = "This is too long; at most {limit} characters fit."
        problems.append(Problem("note", sentence, {"limit": str(LINE_LENGTH)}))
    if problems:
        raise Refused(problems)
    return replace(draft, note=note)
