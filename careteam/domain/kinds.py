"""The kinds of paper about one patient, and what can be chosen for each, told in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careteam.domain.errors import Refused
from careteam.domain.summary import Section
from careteam.domain.team_card import PAGE, WALLET
from careteam.domain.treatment_summary import TreatmentSection


class Kind(StrEnum):
    """The papers about one patient, in the order in which they are offered."""

    CLINICIAN = "clinician"
    HANDOFF = "handoff"
    PATIENT = "patient"
    TREATMENT = "treatment"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a kind takes; `registered` is its name in the register, `file` begins its file name.

    `sections` can be left out one by one; a kind without any is always whole. `shapes` are ways
    of laying the same out, the usual one first; a kind that has none is laid out in one way.
    """

    key: Kind
    registered: str
    file: str
    sections: tuple[str, ...] = ()
    has_period: bool = False
    has_language: bool = False
    has_free_text: bool = False
    has_fhir: bool = False
    shapes: tuple[str, ...] = ()

    def setting(self, what: str) -> str:
        """Under which key a choice of this kind is remembered."""
        return f"summary_{what}_{self.key}"


KINDS: Mapping[Kind, PaperKind] = {
    kind.key: kind
    for kind in (
        PaperKind(
            Kind.CLINICIAN,
            "summary",
            "care-summary",
            sections=tuple(Section),
            has_period=True,
            has_fhir=True,
        ),
        PaperKind(Kind.HANDOFF, "handoff", "handoff", has_fhir=True),
        PaperKind(Kind.PATIENT, "patient", "care-team", has_language=True, has_free_text=True),
        PaperKind(
            Kind.TREATMENT,
            "treatment",
            "treatment-summary",
            sections=tuple(TreatmentSection),
            has_fhir=True,
        ),
        PaperKind(Kind.CARD, "card", "care-team-card", shapes=(PAGE, WALLET)),
    )
}


CHOICES = ("sections", "period", "paper", "shape", "language", "form")
"""What is remembered of a kind, each as a setting."""

CHOSEN_SETTINGS = frozenset(kind.setting(what) for kind in KINDS.values() for what in CHOICES)
"""All settings that remember what was chosen for a paper."""


@dataclass(frozen=True, slots=True)
class PaperWish:
    """Which paper is wanted; what a kind does not take is not looked at.

    `since` is the first day of what is listed by time, None as usual; an empty `language` is that
    of the patient, an empty `shape` the usual one. Free text is in only where it is asked for.
    """

    kind: Kind = Kind.CLINICIAN
    sections: tuple[str, ...] | None = None
    since: date | None = None
    language: str = ""
    shape: str = ""
    has_free_text: bool = False

    def chosen_sections(self) -> tuple[str, ...]:
        """The sections of its kind that are wanted, in their order; all when none were named."""
        every = KINDS[self.kind].sections
        return every if self.sections is None else tuple(k for k in every if k in self.sections)


def check_wish(wish: PaperWish) -> PaperWish:
    """The wish as it is; Refused for a section that its kind does not have."""
    known = KINDS[wish.kind].sections
    for key in wish.sections or ():
        if key not in known:
            raise Refused.at(
                "sections",
                "{key} is not a section of this paper; there are: {known}.",
                key=key[:60],
                known=", ".join(known) or "none, it is always whole",
            )
    return wish
