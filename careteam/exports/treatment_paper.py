"""A treatment summary as a document, as plain text and in parts."""

import dataclasses

from careteam.domain.treatment_summary import TreatmentSection, TreatmentSummary
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.summary_parts import NOTHING, Cell, Part
from careteam.exports.telling import person_told
from careteam.exports.told import Told
from careteam.exports.told_text import told_text

HEADING = "Treatment summary"
_WIDTHS = {
    TreatmentSection.DIAGNOSIS: (1.2, 4),
    TreatmentSection.PHASES: (4, 1.2, 1.2),
    TreatmentSection.TREATMENTS: (2, 2.6, 0.9, 0.9, 1.2),
    TreatmentSection.RESULTS: (1, 2.4, 3.4),
    TreatmentSection.CELLS: (2.6, 1, 3),
    TreatmentSection.TRIALS: (3, 1.3, 1.6, 2),
    TreatmentSection.STAYS: (1, 1, 1.6, 3.6),
    TreatmentSection.CONCERNS: (1, 2.4, 3.4),
    TreatmentSection.FOLLOW_UP: (1, 3.4, 2.4),
    TreatmentSection.PROVIDERS: (2, 2.4, 1.6),
}


def treatment_told(tree: TreatmentSummary) -> Told:
    """A treatment summary in parts."""
    return person_told(
        tree,
        HEADING,
        parts=tuple(
            Part(table.key, table.title, columns=table.columns, rows=tuple(map(_row, table.rows)))
            for table in tree.tables
        ),
    )


def treatment_text(tree: TreatmentSummary) -> str:
    """The same as plain text."""
    return told_text(treatment_told(tree))


def treatment_document(tree: TreatmentSummary, paper: Paper) -> Document:
    """The template of parts with all its texts."""
    told = treatment_told(tree)
    data = frame(tree, HEADING, paper) | {
        "name": told.name,
        "diagnosis": told.diagnosis,
        "facts": [dataclasses.asdict(fact) for fact in told.facts],
        "state": told.state,
        "alerts": list(told.alerts),
        "parts": [dataclasses.asdict(part) for part in told.parts],
        "widths": {key.value: list(widths) for key, widths in _WIDTHS.items()},
    }
    return Document("parts.typ", data, told.running, tree.made_on_iso, tree.digest)


def _row(texts: tuple[str, ...]) -> tuple[Cell, ...]:
    first, *rest = texts
    return (Cell(first or NOTHING, is_strong=True), *(Cell(text or NOTHING) for text in rest))
