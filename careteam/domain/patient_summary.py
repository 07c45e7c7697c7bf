"""A care summary for the patient as a frozen tree: coded, so that each language can say it."""

from dataclasses import dataclass
from enum import StrEnum

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.patient_reviews import WordsReview
from careteam.domain.patient_words import ENGLISH

NOT_ON_PAPER = frozenset({"safety_at_home", "immigration_legal", "none_identified"})
"""Barriers that no paper for the home tells: somebody else there may read it."""

SEEN_BY_THE_LAB = frozenset({"cytogenetics", "molecular", "flow_immunophenotype"})
"""Tests on a sample that was taken already: there is no day on which the patient comes for them."""

SUPPORT = frozenset(
    {"social_work", "nutrition", "rehabilitation", "chaplaincy", "supportive_oncology"}
)
"""The groups of roles that a patient may ask for; to find a doctor is the clinic's own matter."""

NO_PERSON = frozenset({"non_professional"})
CLOSED_PHASE = "closed"
NOT_IN_NAVIGATION = (
    "This patient is not in navigation any more, so there is no paper for them. "
    "Choose the care summary."
)


class StepKind(StrEnum):
    """What is to come: a test, a visit to a role, a visit elsewhere, or something to do oneself."""

    TEST = "test"
    VISIT = "visit"
    PLANNED = "planned"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Coded:
    """Something of the clinic's catalogue; `label` are the clinic's words for it."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody who takes care of the patient; `is_first` is whom to call first."""

    role: Coded
    name: str
    phone: str
    is_lead: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    """A treatment that is given now; `note` is free text, empty unless it was asked for."""

    what: Coded
    note: str = ""


@dataclass(frozen=True, slots=True)
class PatientStep:
    """Something to come on a day; `note` is free text, empty unless it was asked for."""

    on_iso: str
    kind: StepKind
    what: Coded
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkLine:
    """What the team works on: a barrier, or a referral with its state."""

    what: Coded
    referral: str = ""


@dataclass(frozen=True, slots=True)
class PatientSummary:
    """All that one paper for a patient says, but for the fixed words of its language.

    `called` is the name by which the paper speaks to the patient, `phone` the clinic's number for
    any hour, `call` the clinic's own words of when to call (empty: those of the language), `review`
    the last review of that language by somebody qualified. No score and no note is ever in it;
    `digest` is the SHA-256 of the rest, as hex.
    """

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    language: str = ENGLISH
    called: str = ""
    name: str = ""
    mrn: str = ""
    phone: str = ""
    call: str = ""
    phase: Coded | None = None
    phase_day: int | None = None
    phase_days: int | None = None
    treatments: tuple[TreatmentLine, ...] = ()
    people: tuple[MemberLine, ...] = ()
    also: tuple[Coded, ...] = ()
    steps: tuple[PatientStep, ...] = ()
    working: tuple[WorkLine, ...] = ()
    has_free_text: bool = False
    review: WordsReview | None = None
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""
