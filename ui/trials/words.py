"""How trials and the steps with them read: words, and chips with a sign beside the colour."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.trials import OfferState, TrialKind, TrialState
from ui.look.chips import ChipText
from ui.look.options import Option
from ui.look.tokens import Tone


def kind_word(kind: TrialKind) -> str:
    """What a trial studies."""
    words = {
        TrialKind.NEW_DRUG: QCoreApplication.translate("Trials", "New drug"),
        TrialKind.NEW_COMBINATION: QCoreApplication.translate("Trials", "New combination"),
        TrialKind.IMMUNOTHERAPY: QCoreApplication.translate("Trials", "Immunotherapy"),
        TrialKind.OTHER: QCoreApplication.translate("Trials", "Other"),
    }
    return words[kind]


def state_word(state: TrialState) -> str:
    """Whether a trial takes patients."""
    words = {
        TrialState.PLANNED: QCoreApplication.translate("Trials", "Planned"),
        TrialState.OPEN: QCoreApplication.translate("Trials", "Open"),
        TrialState.PAUSED: QCoreApplication.translate("Trials", "Paused"),
        TrialState.CLOSED: QCoreApplication.translate("Trials", "Closed"),
    }
    return words[state]


def state_chip(state: TrialState) -> ChipText:
    """Whether a trial takes patients, as a chip."""
    tone, sign = {
        TrialState.PLANNED: (Tone.MUTE, "○"),
        TrialState.OPEN: (Tone.OK, "●"),
        TrialState.PAUSED: (Tone.WARN, "▲"),
        TrialState.CLOSED: (Tone.MUTE, "✓"),
    }[state]
    return ChipText(state_word(state), tone, sign)


def offer_word(state: OfferState) -> str:
    """Where a patient stands with a trial."""
    words = {
        OfferState.CONSIDERED: QCoreApplication.translate("Trials", "Considered"),
        OfferState.OFFERED: QCoreApplication.translate("Trials", "Offered"),
        OfferState.SCREENING: QCoreApplication.translate("Trials", "Screening"),
        OfferState.ELIGIBLE: QCoreApplication.translate("Trials", "Eligible"),
        OfferState.ENROLLED: QCoreApplication.translate("Trials", "Enrolled"),
        OfferState.DECLINED: QCoreApplication.translate("Trials", "Declined"),
        OfferState.NOT_ELIGIBLE: QCoreApplication.translate("Trials", "Not eligible"),
        OfferState.OFF_STUDY: QCoreApplication.translate("Trials", "Off study"),
    }
    return words[state]


def offer_chip(state: OfferState) -> ChipText:
    """Where a patient stands with a trial, as a chip."""
    tone, sign = {
        OfferState.CONSIDERED: (Tone.MUTE, "○"),
        OfferState.OFFERED: (Tone.INFO, "◆"),
        OfferState.SCREENING: (Tone.WARN, "↻"),
        OfferState.ELIGIBLE: (Tone.INFO, "✓"),
        OfferState.ENROLLED: (Tone.OK, "●"),
        OfferState.DECLINED: (Tone.MUTE, "×"),
        OfferState.NOT_ELIGIBLE: (Tone.MUTE, "×"),
        OfferState.OFF_STUDY: (Tone.MUTE, "×"),
    }[state]
    return ChipText(offer_word(state), tone, sign)


def kind_options() -> tuple[Option, ...]:
    """Every kind of trial."""
    return tuple(Option(kind, kind_word(kind)) for kind in TrialKind)


def state_options() -> tuple[Option, ...]:
    """Every state of a trial."""
    return tuple(Option(state, state_word(state)) for state in TrialState)


def offer_options(but: OfferState | None = None) -> tuple[Option, ...]:
    """Every step of a patient with a trial, but the one that stands."""
    return tuple(Option(state, offer_word(state)) for state in OfferState if state is not but)
