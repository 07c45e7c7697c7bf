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
    words = {
        Form.PDF: QCoreApplication.translate("Forms", "PDF"),
        Form.HTML: QCoreApplication.translate("Forms", "Web page"),
        Form.DOCX: QCoreApplication.translate("Forms", "Word"),
        Form.CSV: QCoreApplication.translate("Forms", "Table"),
        Form.TEXT: QCoreApplication.translate("Forms", "Text"),
        Form.FHIR: QCoreApplication.translate("Forms", "FHIR"),
    }
    return tuple(Option(form, words[form]) for form in forms)


def file_filter(form: Form) -> str:
    """The kind of file, as the dialog names it."""
    return {
        Form.HTML: QCoreApplication.translate("Forms", "Web page (*.html)"),
        Form.DOCX: QCoreApplication.translate("Forms", "Word document (*.docx)"),
        Form.CSV: QCoreApplication.translate("Forms", "Table for a spreadsheet (*.csv)"),
        Form.TEXT: QCoreApplication.translate("Forms", "Text (*.txt)"),
        Form.FHIR: "FHIR (*.json)",
    }.get(form, "PDF (*.pdf)")


def _words() -> dict[Purpose, str]:
    return {
        Purpose.CARE_COORDINATION: QCoreApplication.translate("Purposes", "Care coordination"),
        Purpose.TREATMENT: QCoreApplication.translate("Purposes", "Treatment"),
        Purpose.OWN_REQUEST: QCoreApplication.translate(
            "Purposes", "The patient's or representative's own request"
        ),
        Purpose.PAYMENT: QCoreApplication.translate("Purposes", "Payment"),
        Purpose.OPERATIONS: QCoreApplication.translate("Purposes", "Operations of the clinic"),
        Purpose.PUBLIC_HEALTH: QCoreApplication.translate("Purposes", "Public health"),
        Purpose.REQUIRED_BY_LAW: QCoreApplication.translate("Purposes", "Required by law"),
        Purpose.AUTHORISATION: QCoreApplication.translate("Purposes", "An authorisation on file"),
        Purpose.OTHER: QCoreApplication.translate("Purposes", "Another reason"),
    }
