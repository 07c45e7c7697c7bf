"""Every paper that leaves the desk by its tree: its pages, its file, its text and its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from careteam.domain.disclosures import Accounting
from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.domain.insight_reports import InsightReport
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.summary import Summary
from careteam.domain.time_sheet import TimeSheet
from careteam.exports.accounting import accounting_document, accounting_text
from careteam.exports.documents import (
    Document,
    Paper,
    document_pages,
    document_pdf,
    missing_letters,
)
from careteam.exports.file_names import summary_file_name
from careteam.exports.handing_pdf import handoff_document, huddle_document
from careteam.exports.handing_text import handoff_text, huddle_text
from careteam.exports.insight_report import insight_document, insight_text
from careteam.exports.patient_pdf import patient_document
from careteam.exports.patient_text import patient_text
from careteam.exports.summary_pdf import summary_document
from careteam.exports.summary_text import summary_text
from careteam.exports.time_sheet import time_sheet_document, time_sheet_text


@dataclass(frozen=True, slots=True)
class _Written:
    """How a tree becomes a paper; `file` gives how the name of its file begins."""

    document: Callable[[Any, Paper], Document]
    text: Callable[[Any], str]
    file: Callable[[Any], str]


_BY_TREE: Mapping[type[Leaving], _Written] = {
    Summary: _Written(summary_document, summary_text, lambda _tree: "care-summary"),
    PatientSummary: _Written(patient_document, patient_text, lambda _tree: "care-team"),
    Handoff: _Written(handoff_document, handoff_text, lambda _tree: "handoff"),
    Huddle: _Written(huddle_document, huddle_text, lambda _tree: "huddle"),
    Accounting: _Written(accounting_document, accounting_text, lambda _tree: "disclosures"),
    TimeSheet: _Written(
        time_sheet_document, time_sheet_text, lambda tree: f"time-sheet-{tree.month_iso}-made"
    ),
    InsightReport: _Written(
        insight_document, insight_text, lambda tree: tree.kind.replace("_", "-")
    ),
}


def paper_pdf(tree: Leaving, paper: Paper) -> bytes:
    """The tagged PDF of a paper."""
    return document_pdf(_document(tree, paper))


def paper_pages(tree: Leaving, paper: Paper) -> list[bytes]:
    """Each page as SVG, for the preview and the printer."""
    return document_pages(_document(tree, paper))


def paper_missing(tree: Leaving, paper: Paper) -> tuple[str, ...]:
    """The letters that no font on this machine has."""
    return missing_letters(_document(tree, paper))


def paper_text(tree: Leaving) -> str:
    """The same as plain text."""
    return _BY_TREE[type(tree)].text(tree)


def paper_name(tree: Leaving, suffix: str = "pdf") -> str:
    """A file name that betrays no patient."""
    made = _BY_TREE[type(tree)]
    return summary_file_name(tree, made.file(tree), suffix)


def _document(tree: Leaving, paper: Paper) -> Document:
    return _BY_TREE[type(tree)].document(tree, paper)
