"""What the background makes of a collected summary: pages, drawings, files; typst loads here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from careteam.domain.summary import Summary

PaperSize = Literal["us-letter", "a4"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as SVG, with its size in points."""

    svg: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the tab shows of a summary; `missing` spells out what no font here can draw."""

    pages: tuple[Page, ...]
    text: str
    missing: tuple[str, ...]


def make_preview(summary: Summary, paper: PaperSize) -> Preview:
    """The pages exactly as the PDF and the printer get them, and the same in plain text."""
    from careteam.exports.glyphs import spelled
    from careteam.exports.summary_pdf import missing_glyphs, summary_pages
    from careteam.exports.summary_text import summary_text

    pages: list[Page] = []
    for svg in summary_pages(summary, paper=paper):
        size = QSvgRenderer(QByteArray(svg)).viewBoxF().size()
        pages.append(Page(svg, size.width(), size.height()))
    missing = tuple(filter(None, (spelled(glyph) for glyph in missing_glyphs(summary))))
    return Preview(tuple(pages), summary_text(summary), missing)


def make_text(summary: Summary) -> str:
    """The summary as plain text for a record."""
    from careteam.exports.summary_text import summary_text

    return summary_text(summary)


def make_pages(summary: Summary, paper: PaperSize) -> list[bytes]:
    """The pages for the printer, as SVG."""
    from careteam.exports.summary_pdf import summary_pages

    return summary_pages(summary, paper=paper)


def suggested_name(summary: Summary) -> str:
    """A file name that betrays no patient."""
    from careteam.exports.file_names import summary_file_name

    return summary_file_name(summary)


def save_pdf(summary: Summary, paper: PaperSize, path: Path) -> str:
    """Write the PDF whole or not at all, and give its name; Unavailable says why not."""
    from careteam.exports.file_names import write_atomically
    from careteam.exports.summary_pdf import summary_pdf

    write_atomically(path, summary_pdf(summary, paper=paper))
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
