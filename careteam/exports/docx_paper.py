"""A paper as a Word document that can be edited: headings, tables with heads, identity, language.

Tables are written element by element: the library's own cells take minutes for thousands of rows.
"""

import base64
import io
from datetime import UTC, datetime
from typing import Any

from careteam.exports.summary_parts import Cell, Part
from careteam.exports.told import Told, cleaned

_INK, _QUIET, _ACCENT, _BAD, _WARN = "14212B", "4A5A68", "0B5F83", "A8241B", "8A5200"
_FONT = "Calibri"
_EMU = 914_400
_WIDTH_TWIPS = 9_936


def docx_of(told: Told) -> bytes:
    """The whole document; python-docx loads here."""
    from docx import Document
    from docx.shared import Inches, Pt, RGBColor

    told = cleaned(told)
    document: Any = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Inches(0.8)
        section.top_margin = section.bottom_margin = Inches(0.7)
    for name, size, colour in (
        ("Normal", 10, _INK),
        ("Heading 1", 16, _INK),
        ("Heading 2", 11, _ACCENT),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_after = Pt(2)
    _say_language(document, told)
    _describe(document, told)
    _margins(document, told)
    _head(document, told)
    for part in told.parts:
        _part(document, part)
    for sentence in told.ends:
        document.add_paragraph(sentence)
    _paragraph(document, told.confidential, colour=_QUIET)
    if told.digest:
        _paragraph(document, f"Digest (SHA-256) {told.digest}", colour=_QUIET, size=7)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _say_language(document: Any, told: Told) -> None:
    """The language of the text, for spelling and for readers; the way it runs."""
    style = document.styles["Normal"].element.get_or_add_rPr()
    style.append(_element("w:lang", val=told.language, bidi=told.language))
    if told.is_right_to_left:
        for name in ("Normal", "Heading 1", "Heading 2"):
            document.styles[name].element.get_or_add_pPr().append(_element("w:bidi"))


def _describe(document: Any, told: Told) -> None:
    """Its properties betray no patient; the day is that of the paper."""
    about = document.core_properties
    about.title, about.language = told.title, told.language
    about.author = told.clinic[:255]
    about.comments = ""
    day = datetime.fromisoformat(f"{told.made_on_iso[:10]}T00:00:00+00:00").astimezone(UTC)
    about.created = about.modified = day.replace(tzinfo=None)


def _margins(document: Any, told: Told) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    _run(head, f"{told.heading} · {told.made[0]}" if told.made else told.heading, _QUIET, 8)
    foot = section.footer.paragraphs[0]
    about = " · ".join((*told.running, told.confidential))
    _run(foot, f"{about} · Page ", _QUIET, 8)
    _field(foot, "PAGE")
    _run(foot, " of ", _QUIET, 8)
    _field(foot, "NUMPAGES")


def _head(document: Any, told: Told) -> None:
    if told.logo:
        picture = document.add_picture(io.BytesIO(base64.b64decode(told.logo)), height=_EMU // 2)
        about = picture._inline.docPr  # noqa: SLF001 - the library has no other way to the text
        about.set("descr", told.clinic)
    clinic = " · ".join(entry for entry in (told.clinic, *told.address) if entry)
    _paragraph(document, clinic, colour=_QUIET, size=9)
    document.add_heading(told.heading, 1)
    for line in told.made:
        _paragraph(document, line, colour=_QUIET, size=9)
    _paragraph(document, told.name, is_strong=True, size=13)
    _paragraph(document, told.diagnosis)
    for fact in told.facts:
        line = document.add_paragraph()
        _run(line, f"{fact.label} ", _QUIET)
        _run(line, fact.value)
    _paragraph(document, told.state, is_strong=True, colour=_QUIET)
    for alert in told.alerts:
        _paragraph(document, f"▲ {alert}", is_strong=True, colour=_WARN)
    _saying(document, told.lead, told.text)


def _part(document: Any, part: Part) -> None:
    heading = document.add_heading(part.title, 2)
    if part.aside:
        _run(heading, f" {part.aside}", _QUIET).bold = False
    _saying(document, part.lead, part.text)
    if part.columns:
        body = document.element.body
        body.insert(len(body) - 1, _table(part))


def _saying(document: Any, lead: str, text: str) -> None:
    if lead or text:
        line = document.add_paragraph()
        if lead:
            _run(line, f"{lead} ").bold = True
        _run(line, text)


def _paragraph(
    document: Any, text: str, *, is_strong: bool = False, colour: str = "", size: float = 0
) -> None:
    if text:
        _run(document.add_paragraph(), text, colour, size).bold = is_strong or None


def _run(paragraph: Any, text: str, colour: str = "", size: float = 0) -> Any:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size:
        run.font.size = Pt(size)
    return run


def _field(paragraph: Any, code: str) -> None:
    """A number that Word fills in."""
    field = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    words = _element("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields


def _table(part: Part) -> Any:
    table = _element("w:tbl")
    about = _element("w:tblPr")
    about.append(_element("w:tblW", w="5000", type="pct"))
    lines = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        lines.append(_element(f"w:{side}", val="single", sz="4", color="D9E0E7"))
    about.append(lines)
    about.append(_element("w:tblLook", firstRow="1", firstColumn="0", noHBand="1", noVBand="1"))
    about.append(_element("w:tblCaption", val=part.title))
    table.append(about)
    width = _WIDTH_TWIPS // len(part.columns)
    grid = _element("w:tblGrid")
    for _ in part.columns:
        grid.append(_element("w:gridCol", w=str(width)))
    table.append(grid)
    heads = tuple(Cell(title, is_strong=True) for title in part.columns)
    table.append(_row(heads, width, is_head=True))
    for row in part.rows:
        table.append(_row(row, width))
    return table


def _row(cells: tuple[Cell, ...], width: int, *, is_head: bool = False) -> Any:
    row = _element("w:tr")
    about = _element("w:trPr")
    if is_head or sum(len(cell.text) for cell in cells) < 1_200:
        about.append(_element("w:cantSplit"))
    if is_head:
        about.append(_element("w:tblHeader"))
    row.append(about)
    for cell in cells:
        box = _element("w:tc")
        size = _element("w:tcPr")
        size.append(_element("w:tcW", w=str(width), type="dxa"))
        box.append(size)
        line = _element("w:p")
        colour = _BAD if cell.is_bad else _QUIET if is_head else ""
        line.append(_words(cell.text, colour, is_strong=cell.is_strong))
        if cell.aside:
            between = "\n" if cell.is_below else " "
            line.append(_words(f"{between}{cell.aside}"))
        box.append(line)
        row.append(box)
    return row


def _words(text: str, colour: str = "", *, is_strong: bool = False) -> Any:
    run = _element("w:r")
    if colour or is_strong:
        look = _element("w:rPr")
        if is_strong:
            look.append(_element("w:b"))
        if colour:
            look.append(_element("w:color", val=colour))
        run.append(look)
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(_element("w:br"))
        words = _element("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def _element(tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made
