"""What a file says otherwise than it was changed here: asked, and never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from careteam.domain.intake.merging import Value
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.values import values_of
from careteam.domain.intake.words import FIELDS
from careteam.domain.text import clean


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field: its key and its word, what stands here and what the file says."""

    field: str
    label: str
    ours: str
    theirs: str

    @property
    def sentence(self) -> str:
        """address: here Troy, in the file Boston."""
        return f"{self.label}: here {self.ours}, in the file {self.theirs}"


def conflicts_of(plan: PatientPlan) -> tuple[Conflict, ...]:
    """The fields of a patient that both sides have changed, in the order of the form."""
    if plan.known is None:
        return ()
    here, said = plan.known.values, values_of(plan.patient)
    return tuple(
        Conflict(name, FIELDS[name], shown(here.get(name, "")), shown(said[name]))
        for name in FIELDS
        if name in plan.values.kept
    )


def told(rows: Iterable[tuple[str, str, Iterable[Conflict]]]) -> str:
    """Of each patient, by name and MRN, what is to be decided."""
    lines = [
        f"{name}, MRN {mrn}: {'; '.join(each.sentence for each in conflicts)}"
        for name, mrn, conflicts in rows
    ]
    return ". ".join(lines)


def shown(value: Value) -> str:
    """A value in one line; nothing is said as such."""
    text = value if isinstance(value, str) else ", ".join(part for part in value if part)
    return clean(text) or "nothing"
