"""What a file says otherwise than it stands here: asked, and never guessed."""

from collections.abc import Iterable, Mapping

from careteam.domain.intake.conflict import Conflict, shown
from careteam.domain.intake.merging import Merged, Values
from careteam.domain.intake.people import PERSON_FIELDS, PersonPlan
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.values import person_values, values_of
from careteam.domain.intake.words import FIELDS

__all__ = ["Conflict", "conflicts_of", "conflicts_of_person", "told"]


def conflicts_of(plan: PatientPlan) -> tuple[Conflict, ...]:
    """What both sides have changed: of the patient, in the order of the form, then of the rest."""
    if plan.known is None:
        return ()
    own = _fields(FIELDS, plan.values, plan.known.values, values_of(plan.patient))
    return (*own, *plan.conditions.kept, *plan.places.kept)


def conflicts_of_person(plan: PersonPlan) -> tuple[Conflict, ...]:
    """What the file says otherwise of somebody of the directory, in the order of the form."""
    if plan.known is None:
        return ()
    own = _fields(PERSON_FIELDS, plan.values, plan.known.values, person_values(plan.person))
    return (*own, *plan.asked)


def _fields(
    words: Mapping[str, str], merged: Merged, here: Values, said: Values
) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(name, label, shown(here.get(name, "")), shown(said[name]))
        for name, label in words.items()
        if name in merged.kept
    )


def told(rows: Iterable[tuple[str, Iterable[Conflict]]]) -> str:
    """Of each patient or person, by name and number, what is to be decided."""
    lines = [f"{who}: {'; '.join(each.sentence for each in conflicts)}" for who, conflicts in rows]
    return ". ".join(lines)
