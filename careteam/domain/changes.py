"""What a verb did, told to every page so that it can decide whether to read again."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The parts of the record that a page can show."""

    PATIENT = "patient"
    PHASE = "phase"
    TEAM = "team"
    CONTACT = "contact"
    TIME = "time"
    FOLLOW_UP = "follow_up"
    DUE = "due"
    PATHWAY = "pathway"
    NEED = "need"
    REFERRAL = "referral"
    SUGGESTION = "suggestion"
    TRIAL = "trial"
    OWN = "own"
    PERSON = "person"
    CATALOGUE = "catalogue"
    SETTING = "setting"
    DISCLOSURE = "disclosure"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts that changed, of which patients, and the row that the verb made or touched.

    `patients` is empty when the change is not about one patient; `many` says that it may touch
    any. `summary` is one sentence in the past tense for the message strip.
    """

    parts: frozenset[Part]
    patients: frozenset[int] = field(default_factory=frozenset)
    made: int | None = None
    summary: str = ""
    many: bool = False

    def touches(self, part: Part, patient_id: int | None = None) -> bool:
        """Whether a page that shows this part (of this patient) has to read again."""
        if part not in self.parts:
            return False
        return patient_id is None or self.many or not self.patients or patient_id in self.patients

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.parts | other.parts,
            self.patients | other.patients,
            other.made if other.made is not None else self.made,
            other.summary or self.summary,
            self.many or other.many,
        )
