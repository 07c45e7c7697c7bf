"""The kinds of paper and their sections in words on the screen."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.kinds import KINDS, Kind
from careteam.domain.summary import Section
from ui.look.options import Option


def kind_options() -> tuple[Option, ...]:
    """Every kind to choose from."""
    say = QCoreApplication.translate
    words = {
        Kind.CLINICIAN: say("PaperKinds", "Care summary"),
        Kind.HANDOFF: say("PaperKinds", "Handoff sheet"),
        Kind.PATIENT: say("PaperKinds", "For the patient"),
    }
    return tuple(Option(kind, words[kind]) for kind in KINDS)


def preview_words(kind: Kind) -> str:
    """What the preview is called, when it is read aloud; `pages` is put in."""
    say = QCoreApplication.translate
    return {
        Kind.CLINICIAN: say("PaperKinds", "Preview of the care summary, {pages}"),
        Kind.HANDOFF: say("PaperKinds", "Preview of the handoff sheet, {pages}"),
        Kind.PATIENT: say("PaperKinds", "Preview of the paper for the patient, {pages}"),
    }[kind]


def section_words(kind: Kind) -> dict[str, str]:
    """The sections of a kind that can be left out, in their order."""
    say = QCoreApplication.translate
    words: dict[Kind, dict[str, str]] = {
        Kind.CLINICIAN: {
            Section.WHERE: say("PaperKinds", "Phase"),
            Section.TEAM: say("PaperKinds", "Care team"),
            Section.CAREGIVERS: say("PaperKinds", "Caregivers"),
            Section.NEXT_STEPS: say("PaperKinds", "Next steps"),
            Section.CONTACTS: say("PaperKinds", "Contacts"),
        },
    }
    return {key: words[kind][key] for key in KINDS[kind].sections}
