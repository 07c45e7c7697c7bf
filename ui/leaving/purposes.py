"""Purposes of a disclosure and forms of what left, in words on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from careteam.domain.disclosures import Form, Purpose
from ui.look.options import Option


def purpose_options() -> tuple[Option, ...]:
    """Every purpose to choose from, the usual ones first."""
    return tuple(Option(key, words) for key, words in _words().items())


def purpose_label(purpose: Purpose) -> str:
    """A purpose in words."""
    return _words()[purpose]


def form_options(forms: Sequence[Form]) -> tuple[Option, ...]:
    """Forms of file to choose from."""
    say = QCoreApplication.translate
    words = {
        Form.PDF: say("Forms", "PDF"),
        Form.HTML: say("Forms", "Web page"),
        Form.DOCX: say("Forms", "Word"),
        Form.CSV: say("Forms", "Table"),
        Form.TEXT: say("Forms", "Text"),
        Form.FHIR: say("Forms", "FHIR"),
    }
    return tuple(Option(form, words[form]) for form in forms)


def file_filter(form: Form) -> str:
    """The kind of file, as the dialog names it."""
    say = QCoreApplication.translate
    return {
        Form.HTML: say("Forms", "Web page (*.html)"),
        Form.DOCX: say("Forms", "Word document (*.docx)"),
        Form.CSV: say("Forms", "Table for a spreadsheet (*.csv)"),
        Form.TEXT: say("Forms", "Text (*.txt)"),
        Form.FHIR: "FHIR (*.json)",
    }.get(form, "PDF (*.pdf)")


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
