"""What the background makes of a collected paper: pages, drawings, files; typst loads here."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from careteam.domain.disclosures import Form
from careteam.domain.handing import Leaving
from careteam.domain.paper_sizes import PaperSize
from careteam.domain.patient_summary import PatientSummary


@dataclass(frozen=True, slots=True)
class Page:
    """One page as SVG, with its size in points."""

    svg: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PatientNotes:
    """What the nurse minds about a paper for a patient: `language` is its name in English.

    `grade` is the reading grade of its English words, `unphrased` names what stands in the
    clinic's own words.
    """

    language: str
    grade: float
    unphrased: tuple[str, ...]
    is_draft: bool
    has_phone: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """All that is shown of a paper; `missing` spells out what no font here can draw."""

    pages: tuple[Page, ...]
    text: str
    missing: tuple[str, ...]
    patient: PatientNotes | None = None


def make_preview(tree: Leaving, paper: PaperSize) -> Preview:
    """The pages exactly as the PDF and the printer get them, and the same in plain text."""
    from careteam.exports.glyphs import told
    from careteam.exports.papers import paper_missing, paper_pages, paper_text

    pages: list[Page] = []
    for svg in paper_pages(tree, paper):
        size = QSvgRenderer(QByteArray(svg)).viewBoxF().size()
        pages.append(Page(svg, size.width(), size.height()))
    missing = told(paper_missing(tree, paper))
    notes = _patient_notes(tree) if isinstance(tree, PatientSummary) else None
    return Preview(tuple(pages), paper_text(tree), missing, notes)


def _patient_notes(tree: PatientSummary) -> PatientNotes:
    from careteam.exports.patient_parts import grade_of, unphrased
    from careteam.exports.patient_words import words_of

    words = words_of(tree)
    return PatientNotes(
        words.english, grade_of(tree), unphrased(tree, words), words.is_draft, bool(tree.phone)
    )


def make_text(tree: Leaving) -> str:
    """The paper as plain text for a record."""
    from careteam.exports.papers import paper_text

    return paper_text(tree)


def make_pages(tree: Leaving, paper: PaperSize) -> list[bytes]:
    """The pages for the printer, as SVG."""
    from careteam.exports.papers import paper_pages

    return paper_pages(tree, paper)


def suggested_name(tree: Leaving, form: Form) -> str:
    """A file name that betrays no patient."""
    from careteam.exports.papers import SUFFIXES, paper_name

    return paper_name(tree, SUFFIXES[form])


def save_file(
    tree: Leaving,
    form: Form,
    paper: PaperSize,
    path: Path,
    password: str,
    before: Callable[[str], None],
) -> str:
    """Write the file whole or not at all, and give its name; Unavailable says why not.

    With a password a PDF is encrypted before anything is on the disk. `before` hears the SHA-256 of
    the bytes, as hex, when they are about to appear; what it raises keeps them away.
    """
    from careteam.exports.file_names import write_atomically
    from careteam.exports.papers import paper_file
    from careteam.exports.protecting import protected

    data = paper_file(tree, form, paper)
    if password and form is Form.PDF:
        data = protected(data, password)
    digest = hashlib.sha256(data).hexdigest()
    write_atomically(path, data, lambda: before(digest))
    return path.name


def draw_pages(pages: Sequence[tuple[int, Page]], width: int) -> dict[int, QImage]:
    """The numbered pages as pictures so many device pixels wide, on white."""
    return {number: _drawn(page, width) for number, page in pages}


def _drawn(page: Page, width: int) -> QImage:
    height = round(width * page.height / page.width)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(page.svg)).render(painter)
    painter.end()
    return image
