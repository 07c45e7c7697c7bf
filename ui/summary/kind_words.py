"""The kinds of paper and their sections in words on the screen."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.kinds import KINDS, Kind
from careteam.domain.summary import Section
from careteam.domain.team_card import PAGE, WALLET
from careteam.domain.treatment_summary import TreatmentSection
from ui.look.options import Option


def kind_options() -> tuple[Option, ...]:
    """Every kind to choose from."""
    words = {
        Kind.CLINICIAN: QCoreApplication.translate("PaperKinds", "Care summary"),
        Kind.HANDOFF: QCoreApplication.translate("PaperKinds", "Handoff sheet"),
        Kind.PATIENT: QCoreApplication.translate("PaperKinds", "For the patient"),
        Kind.TREATMENT: QCoreApplication.translate("PaperKinds", "Treatment summary"),
        Kind.CARD: QCoreApplication.translate("PaperKinds", "Care-team card"),
    }
    return tuple(Option(str(kind), words[kind]) for kind in KINDS)


def preview_words(kind: Kind) -> str:
    """What the preview is called, when it is read aloud; `pages` is put in."""
    return {
        Kind.CLINICIAN: QCoreApplication.translate(
            "PaperKinds", "Preview of the care summary, {pages}"
        ),
        Kind.HANDOFF: QCoreApplication.translate(
            "PaperKinds", "Preview of the handoff sheet, {pages}"
        ),
        Kind.PATIENT: QCoreApplication.translate(
            "PaperKinds", "Preview of the paper for the patient, {pages}"
        ),
        Kind.TREATMENT: QCoreApplication.translate(
            "PaperKinds", "Preview of the treatment summary, {pages}"
        ),
        Kind.CARD: QCoreApplication.translate(
            "PaperKinds", "Preview of the care-team card, {pages}"
        ),
    }[kind]


def section_words(kind: Kind) -> dict[str, str]:
    """The sections of a kind that can be left out, in their order."""
    words: dict[Kind, dict[str, str]] = {
        Kind.CLINICIAN: {
            Section.WHERE: QCoreApplication.translate("PaperKinds", "Phase"),
            Section.TEAM: QCoreApplication.translate("PaperKinds", "Care team"),
            Section.CAREGIVERS: QCoreApplication.translate("PaperKinds", "Caregivers"),
            Section.NEXT_STEPS: QCoreApplication.translate("PaperKinds", "Next steps"),
            Section.CONTACTS: QCoreApplication.translate("PaperKinds", "Contacts"),
        },
        Kind.TREATMENT: {
            TreatmentSection.DIAGNOSIS: QCoreApplication.translate("PaperKinds", "Diagnosis"),
            TreatmentSection.PHASES: QCoreApplication.translate("PaperKinds", "Phases"),
            TreatmentSection.TREATMENTS: QCoreApplication.translate("PaperKinds", "Treatments"),
            TreatmentSection.RESULTS: QCoreApplication.translate("PaperKinds", "Tests"),
            TreatmentSection.CELLS: QCoreApplication.translate("PaperKinds", "Transplant"),
            TreatmentSection.TRIALS: QCoreApplication.translate("PaperKinds", "Trials"),
            TreatmentSection.STAYS: QCoreApplication.translate("PaperKinds", "Admissions"),
            TreatmentSection.CONCERNS: QCoreApplication.translate("PaperKinds", "Effects"),
            TreatmentSection.FOLLOW_UP: QCoreApplication.translate("PaperKinds", "Follow-up"),
            TreatmentSection.PROVIDERS: QCoreApplication.translate("PaperKinds", "Who treats"),
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
