"""The kinds of paper and their sections in words on the screen."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.kinds import KINDS, Kind
from careteam.domain.summary import Section
from careteam.domain.team_card import PAGE, WALLET
from careteam.domain.treatment_summary import TreatmentSection
from ui.look.options import Option


def kind_options() -> tuple[Option, ...]:
    """Every kind to choose from."""
    say = QCoreApplication.translate
    words = {
        Kind.CLINICIAN: say("PaperKinds", "Care summary"),
        Kind.HANDOFF: say("PaperKinds", "Handoff sheet"),
        Kind.PATIENT: say("PaperKinds", "For the patient"),
        Kind.TREATMENT: say("PaperKinds", "Treatment summary"),
        Kind.CARD: say("PaperKinds", "Care-team card"),
    }
    return tuple(Option(kind, words[kind]) for kind in KINDS)


def preview_words(kind: Kind) -> str:
    """What the preview is called, when it is read aloud; `pages` is put in."""
    say = QCoreApplication.translate
    return {
        Kind.CLINICIAN: say("PaperKinds", "Preview of the care summary, {pages}"),
        Kind.HANDOFF: say("PaperKinds", "Preview of the handoff sheet, {pages}"),
        Kind.PATIENT: say("PaperKinds", "Preview of the paper for the patient, {pages}"),
        Kind.TREATMENT: say("PaperKinds", "Preview of the treatment summary, {pages}"),
        Kind.CARD: say("PaperKinds", "Preview of the care-team card, {pages}"),
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
        Kind.TREATMENT: {
            TreatmentSection.DIAGNOSIS: say("PaperKinds", "Diagnosis"),
            TreatmentSection.PHASES: say("PaperKinds", "Phases"),
            TreatmentSection.TREATMENTS: say("PaperKinds", "Treatments"),
            TreatmentSection.RESULTS: say("PaperKinds", "Tests"),
            TreatmentSection.CELLS: say("PaperKinds", "Transplant"),
            TreatmentSection.TRIALS: say("PaperKinds", "Trials"),
            TreatmentSection.STAYS: say("PaperKinds", "Admissions"),
            TreatmentSection.CONCERNS: say("PaperKinds", "Effects"),
            TreatmentSection.FOLLOW_UP: say("PaperKinds", "Follow-up"),
            TreatmentSection.PROVIDERS: say("PaperKinds", "Who treats"),
        },
    }
    return {key: words[kind][key] for key in KINDS[kind].sections}


def shape_options(kind: Kind) -> tuple[Option, ...]:
    """How a kind can be laid out; nothing where there is one way."""
    words = {
        PAGE: QCoreApplication.translate("PaperKinds", "Page"),
        WALLET: QCoreApplication.translate("PaperKinds", "Wallet"),
    }
    return tuple(Option(key, words[key]) for key in KINDS[kind].shapes)
