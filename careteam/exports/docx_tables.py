"""Tables and words of a Word document, written element by element.

The library's own cells take minutes for thousands of rows.
"""

from typing import Any

from careteam.exports.glyphs import runs_right_to_left
from careteam.exports.summary_parts import Cell, Part

BAD, QUIET = "A8241B", "4A5A68"
_WIDTH_TWIPS = 9_936
_LEAST_LETTERS, _MOST_LETTERS, _EDGE = 10, 30, 4
"""A column is as wide as its longest cell asks for, within these, and its edges."""
_NOTE, _NOTE_LETTERS = 90, 56
"""From so many letters on a cell is a note, whose column is so wide."""


def table_of(part: Part, *, is_right_to_left: bool) -> Any:
    """The table of a part, its head repeated on each page, its columns from its own side."""
    table = element("w:tbl")
    about = element("w:tblPr")
    if is_right_to_left:
        about.append(element("w:bidiVisual"))
    about.append(element("w:tblW", w="5000", type="pct"))
    lines = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        lines.append(element(f"w:{side}", val="single", sz="4", color="D9E0E7"))
    about.append(lines)
    about.append(element("w:tblLayout", type="fixed"))
    about.append(element("w:tblLook", firstRow="1", firstColumn="0", noHBand="1", noVBand="1"))
    about.append(element("w:tblCaption", val=part.title))
    table.append(about)
    widths = _widths(part)
    grid = element("w:tblGrid")
    for width in widths:
        grid.append(element("w:gridCol", w=str(width)))
    table.append(grid)
    heads = tuple(Cell(title, is_strong=True) for title in part.columns)
    table.append(_row(heads, widths, is_head=True))
    for row in part.rows:
        table.append(_row(row, widths))
    return table


def _widths(part: Part) -> list[int]:
    asked: list[int] = []
    for place, title in enumerate(part.columns):
        longest = max((_length(row[place]) for row in part.rows), default=0)
        most = _NOTE_LETTERS if longest >= _NOTE else _MOST_LETTERS
        asked.append(_EDGE + min(most, max(_LEAST_LETTERS, len(title), longest)))
    return [_WIDTH_TWIPS * letters // sum(asked) for letters in asked]


def _length(cell: Cell) -> int:
    if cell.is_below:
        return max(len(cell.text), len(cell.aside))
    return len(cell.text) + len(cell.aside)


def _row(cells: tuple[Cell, ...], widths: list[int], *, is_head: bool = False) -> Any:
    row = element("w:tr")
    about = element("w:trPr")
    if is_head or sum(len(cell.text) for cell in cells) < 1_200:
        about.append(element("w:cantSplit"))
    if is_head:
        about.append(element("w:tblHeader"))
    row.append(about)
    for cell, width in zip(cells, widths, strict=True):
        box = element("w:tc")
        size = element("w:tcPr")
        size.append(element("w:tcW", w=str(width), type="dxa"))
        box.append(size)
        line = element("w:p")
        colour = BAD if cell.is_bad else QUIET if is_head else ""
        line.append(words_of(cell.text, colour, is_strong=cell.is_strong))
        if cell.aside:
            between = "\n" if cell.is_below else " "
            line.append(words_of(f"{between}{cell.aside}"))
        box.append(line)
        row.append(box)
    return row


def words_of(text: str, colour: str = "", *, is_strong: bool = False, half_points: int = 0) -> Any:
    """One run of text; what runs from right to left says so."""
    run = element("w:r")
    look = element("w:rPr")
    if is_strong:
        look.append(element("w:b"))
        look.append(element("w:bCs"))
    if colour:
        look.append(element("w:color", val=colour))
    if half_points:
        look.append(element("w:sz", val=str(half_points)))
    if runs_right_to_left(text):
        look.append(element("w:rtl"))
    if len(look):
        run.append(look)
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(element("w:br"))
        words = element("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def element(tag: str, **values: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made
