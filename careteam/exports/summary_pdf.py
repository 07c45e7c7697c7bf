"""A clinician summary as a tagged PDF, and as pages for the preview and the printer."""

import dataclasses

from careteam.domain.summary import Summary
from careteam.exports.documents import (
    Document,
    Paper,
    document_pages,
    document_pdf,
    frame,
    missing_letters,
)
from careteam.exports.summary_parts import (
    HEADING,
    facts,
    parts,
    running_identity,
)

_TEMPLATE = "clinician.typ"


def summary_pdf(summary: Summary, *, paper: Paper = "us-letter") -> bytes:
    """The summary as PDF/UA-1 and PDF/A-2a with embedded fonts; the same tree, the same bytes."""
    return document_pdf(summary_document(summary, paper))


def summary_pages(summary: Summary, *, paper: Paper = "us-letter") -> list[bytes]:
    """Each page as SVG, drawn exactly as the PDF draws it."""
    return document_pages(summary_document(summary, paper))


def summary_pictures(
    summary: Summary, *, paper: Paper = "us-letter", ppi: float = 144
) -> list[bytes]:
    """Each page as PNG with `ppi` dots to the inch."""
    return document_pages(summary_document(summary, paper), kind="png", ppi=ppi)


def missing_glyphs(summary: Summary) -> tuple[str, ...]:
    """The letters and signs that no font on this machine has, each once, as they are spelled out.

    Nothing is missing on most machines; the window names these before it exports.
    """
    return missing_letters(summary_document(summary, "us-letter"))


def summary_document(summary: Summary, paper: Paper) -> Document:
    """The template of the summary with all its texts."""
    who = summary.identity
    data = frame(summary, HEADING, paper) | {
        "name": who.name,
        "diagnosis": who.diagnosis,
        "facts": [dataclasses.asdict(fact) for fact in facts(summary.identity)],
        "state": summary.state,
        "alerts": list(summary.alerts),
        "parts": [dataclasses.asdict(part) for part in parts(summary)],
    }
    identity = running_identity(summary.identity)
    return Document(_TEMPLATE, data, identity, summary.made_on_iso, summary.digest)
