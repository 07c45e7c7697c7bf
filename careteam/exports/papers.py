"""Every paper that leaves the desk by its tree: its pages, its file, its text and its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from careteam.domain.disclosures import Accounting, Form
from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.domain.insight_reports import InsightReport
from careteam.domain.patient_summary import PatientSummary
from careteam.domain.summary import Summary
from careteam.domain.team_card import TeamCard
from careteam.domain.time_sheet import TimeSheet
from careteam.domain.treatment_summary import TreatmentSummary
from careteam.exports import glyphs
from careteam.exports.accounting import accounting_document, accounting_text
from careteam.exports.card_paper import card_document, card_text, card_told
from careteam.exports.csv_paper import csv_of
from careteam.exports.documents import (
    Document,
    Paper,
    document_made,
    document_pages,
    document_pdf,
    missing_letters,
)
from careteam.exports.docx_paper import docx_of
from careteam.exports.file_names import summary_file_name
from careteam.exports.handing_pdf import handoff_document, huddle_document
from careteam.exports.handing_text import handoff_text, huddle_text
from careteam.exports.html_paper import html_of
from careteam.exports.insight_report import insight_document, insight_text, insight_told
from careteam.exports.patient_pdf import patient_document
from careteam.exports.patient_text import patient_text
from careteam.exports.patient_told import patient_told
from careteam.exports.patient_words import words_of
from careteam.exports.summary_pdf import summary_document
from careteam.exports.summary_text import summary_text
from careteam.exports.telling import accounting_told, handoff_told, huddle_told, summary_told
from careteam.exports.time_sheet import time_sheet_document, time_sheet_text, time_sheet_told
from careteam.exports.told import Told
from careteam.exports.treatment_paper import treatment_document, treatment_text, treatment_told


@dataclass(frozen=True, slots=True)
class _Written:
    """How a tree becomes a paper; `file` gives how the name of its file begins."""

    document: Callable[[Any, Paper], Document]
    text: Callable[[Any], str]
    told: Callable[[Any], Told]
    file: Callable[[Any], str]


def _named(name: str) -> Callable[[Any], str]:
    return lambda _tree: name


MOST_SPELLED = 12
"""More letters than these without a font are a script that cannot be drawn here."""

SUFFIXES: Mapping[Form, str] = {
    Form.PDF: "pdf",
    Form.HTML: "html",
    Form.DOCX: "docx",
    Form.CSV: "csv",
    Form.TEXT: "txt",
}
"""The forms of file that a paper has, and how the names of the files end."""

_BY_TREE: Mapping[type[Leaving], _Written] = {
    Summary: _Written(summary_document, summary_text, summary_told, _named("care-summary")),
    PatientSummary: _Written(patient_document, patient_text, patient_told, _named("care-team")),
    Handoff: _Written(handoff_document, handoff_text, handoff_told, _named("handoff")),
    Huddle: _Written(huddle_document, huddle_text, huddle_told, _named("huddle")),
    TreatmentSummary: _Written(
        treatment_document, treatment_text, treatment_told, _named("treatment-summary")
    ),
    TeamCard: _Written(card_document, card_text, card_told, _named("care-team-card")),
    Accounting: _Written(
        accounting_document, accounting_text, accounting_told, _named("disclosures")
    ),
    TimeSheet: _Written(
        time_sheet_document,
        time_sheet_text,
        time_sheet_told,
        lambda tree: f"time-sheet-{tree.month_iso}-made",
    ),
    InsightReport: _Written(
        insight_document, insight_text, insight_told, lambda tree: tree.kind.replace("_", "-")
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


def paper_told(tree: Leaving) -> Told:
    """The same in parts, for every form but the PDF."""
    return _BY_TREE[type(tree)].told(tree)


@dataclass(frozen=True, slots=True)
class Made:
    """A file in bytes; `spelled` is what stands there for letters that no font here has."""

    data: bytes
    spelled: tuple[str, ...] = ()


def paper_file(tree: Leaving, form: Form, paper: Paper) -> bytes:
    """The paper in a form of file; FHIR is made of the whole record, not of a paper."""
    return paper_made(tree, form, paper).data


def paper_made(tree: Leaving, form: Form, paper: Paper) -> Made:
    """The same with what had to be spelled out; only a PDF brings its letters itself."""
    if form is Form.PDF:
        data, absent = document_made(_document(tree, paper))
        return Made(data, glyphs.told(absent))
    if form is Form.TEXT:
        return Made(paper_text(tree).encode("utf-8", "replace"))
    return Made({Form.HTML: html_of, Form.DOCX: docx_of, Form.CSV: csv_of}[form](paper_told(tree)))


def undrawn_language(tree: Leaving, spelled: tuple[str, ...]) -> str:
    """The language, in English, of a paper for a patient whose script no font here draws."""
    if not isinstance(tree, PatientSummary) or len(spelled) <= MOST_SPELLED:
        return ""
    return words_of(tree).english


def paper_name(tree: Leaving, suffix: str = "pdf") -> str:
    """A file name that betrays no patient."""
    made = _BY_TREE[type(tree)]
    return summary_file_name(tree, made.file(tree), suffix)


def _document(tree: Leaving, paper: Paper) -> Document:
    return _BY_TREE[type(tree)].document(tree, paper)
