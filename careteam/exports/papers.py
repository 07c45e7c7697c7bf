"""Every paper that leaves the desk by its kind: its pages, its file, its text and its name."""

from careteam.domain.disclosures import Accounting
from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.domain.insight_reports import InsightReport
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
from careteam.exports.summary_pdf import summary_document
from careteam.exports.summary_text import summary_text
from careteam.exports.time_sheet import time_sheet_document, time_sheet_text


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
    match tree:
        case Handoff():
            return handoff_text(tree)
        case Huddle():
            return huddle_text(tree)
        case Accounting():
            return accounting_text(tree)
        case TimeSheet():
            return time_sheet_text(tree)
        case InsightReport():
            return insight_text(tree)
        case Summary():
            return summary_text(tree)


def paper_name(tree: Leaving) -> str:
    """A file name that betrays no patient."""
    match tree:
        case Handoff():
            return summary_file_name(tree, "handoff")
        case Huddle():
            return summary_file_name(tree, "huddle")
        case Accounting():
            return summary_file_name(tree, "disclosures")
        case TimeSheet():
            return summary_file_name(tree, f"time-sheet-{tree.month_iso}-made")
        case InsightReport():
            return summary_file_name(tree, tree.kind.replace("_", "-"))
        case Summary():
            return summary_file_name(tree)


def _document(tree: Leaving, paper: Paper) -> Document:
    match tree:
        case Handoff():
            return handoff_document(tree, paper)
        case Huddle():
            return huddle_document(tree, paper)
        case Accounting():
            return accounting_document(tree, paper)
        case TimeSheet():
            return time_sheet_document(tree, paper)
        case InsightReport():
            return insight_document(tree, paper)
        case Summary():
            return summary_document(tree, paper)
