"""Purposes of a disclosure and forms of what left, in words on the screen."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.disclosures import Purpose
from ui.look.options import Option


def purpose_options() -> tuple[Option, ...]:
    """Every purpose to choose from, the usual ones first."""
    return tuple(Option(key, words) for key, words in _words().items())


def purpose_label(purpose: Purpose) -> str:
    """A purpose in words."""
    return _words()[purpose]


def _words() -> dict[Purpose, str]:
    say = QCoreApplication.translate
    return {
        Purpose.CARE_COORDINATION: say("Purposes", "Care coordination"),
        Purpose.TREATMENT: say("Purposes", "Treatment"),
        Purpose.OWN_REQUEST: say("Purposes", "The patient's or representative's own request"),
        Purpose.PAYMENT: say("Purposes", "Payment"),
        Purpose.OPERATIONS: say("Purposes", "Operations of the clinic"),
        Purpose.PUBLIC_HEALTH: say("Purposes", "Public health"),
        Purpose.REQUIRED_BY_LAW: say("Purposes", "Required by law"),
        Purpose.AUTHORISATION: say("Purposes", "An authorisation on file"),
        Purpose.OTHER: say("Purposes", "Another reason"),
    }
