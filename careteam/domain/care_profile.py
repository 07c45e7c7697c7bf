"""What shapes a patient's plan, and how they want to be met: entered apart, kept in one row."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.errors import Problem, Refused
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean

PREFERENCES_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class PlanProfileDraft:
    """What the plan rests on: the keys of the clinic's lists, empty for what is not known.

    `shaped_by` are the other conditions that shaped the plan, in the nurse's words.
    """

    patient_id: int
    pathway: str = ""
    intent: str = ""
    risk_group: str = ""
    cns_status: str = ""
    shaped_by: str = ""
    first_treated_on: date | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class PreferencesDraft:
    """How a patient wants to be met; `has_directive` None means that nobody asked yet."""

    patient_id: int
    learning_preference: str = ""
    preferences: str = ""
    has_directive: bool | None = None
    directive_place: str = ""
    version: int | None = None


def check_plan_profile(draft: PlanProfileDraft, *, today: date, rules: Rules) -> PlanProfileDraft:
    """The profile cleaned; Refused at each field whose word is not in its list."""
    problems: list[Problem] = []
    lists = {
        "pathway": rules.clinical.pathways,
        "intent": rules.catalogue.terms.get("treatment_intent", {}),
        "risk_group": rules.catalogue.terms.get("risk_group", {}),
        "cns_status": rules.catalogue.terms.get("cns_status", {}),
    }
    for name, known in lists.items():
        key = getattr(draft, name)
        if key and key not in known:
            sentence = "{code} is not in the clinic's list."
            problems.append(Problem(name, sentence, {"code": key[:60]}))
    if draft.first_treated_on is not None and draft.first_treated_on > today:
        problems.append(Problem("first_treated_on", "The day cannot lie in the future."))
    if problems:
        raise Refused(problems)
    return replace(draft, shaped_by=clean(draft.shaped_by)[:LINE_LENGTH])


def check_preferences(draft: PreferencesDraft, *, rules: Rules) -> PreferencesDraft:
    """The preferences cleaned; a place is kept only for a directive that there is."""
    key = draft.learning_preference
    if key and key not in rules.catalogue.terms.get("learning_preference", {}):
        sentence = "{code} is not in the clinic's list."
        raise Refused.at("learning_preference", sentence, code=key[:60])
    place = clean(draft.directive_place)[:LINE_LENGTH] if draft.has_directive else ""
    wishes = clean(draft.preferences, lines=True)[:PREFERENCES_LENGTH]
    return replace(draft, preferences=wishes, directive_place=place)
