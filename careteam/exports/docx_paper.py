"""A paper as a Word document that can be edited: headings, tables, identity, language."""

import base64
import io
import re
from datetime import UTC, datetime
from typing import Any

from careteam.exports.docx_tables import QUIET, element, table_of, words_of
from careteam.exports.glyphs import runs_right_to_left
from careteam.exports.summary_parts import Part
from careteam.exports.told import (
    CALL,
    PEOPLE,
    QUESTIONS,
    ROOM_LINES,
    Told,
    cleaned,
    kept_in_order,
)

_INK, _ACCENT, _WARN, _CALL_SOFT = "14212B", "0B5F83", "8A5200", "FDECEA"
_MARK = "\u200e"
"""Left to right: around what keeps its order; Word does not know the newer isolates."""
_FONT = "Calibri"
_EMU = 914_400
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
_AFTER_SIZE = ("w:highlight", "w:u", "w:rtl", "w:lang")
"""What stands behind these in an element (ECMA-376 part 1, 17.3); Word minds the order."""
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
"""Numbers that Word fills in, as a paper names them."""


def docx_of(told: Told) -> bytes:
    """The whole document; python-docx loads here."""
    from docx import Document
    from docx.shared import Inches, Pt, RGBColor

    told = kept_in_order(cleaned(told), _MARK, _MARK)
    more = 2 if told.is_large else 0
    document: Any = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Inches(0.8)
        section.top_margin = section.bottom_margin = Inches(0.7)
    for name, size, colour in (
        ("Normal", 10 + more, _INK),
        ("Heading 1", 16 + more, _INK),
        ("Heading 2", 11 + more, _ACCENT),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_after = Pt(2)
        _size_too(style.element.get_or_add_rPr(), size)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(4)
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(8)
    _say_language(document, told)
    _describe(document, told)
    _margins(document, told)
    _head(document, told)
    for part in told.parts:
        _part(document, part, told)
    for sentence in told.ends:
        document.add_paragraph(sentence)
    _paragraph(document, told.confidential, colour=QUIET)
    if told.digest:
        _paragraph(document, f"Digest (SHA-256) {told.digest}", colour=QUIET, size=7)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _say_language(document: Any, told: Told) -> None:
    """The language of the text, for spelling and for readers; the way it runs."""
    style = document.styles["Normal"].element.get_or_add_rPr()
    style.append(element("w:lang", val=told.language, bidi=told.language))
    if told.is_right_to_left:
        for name in ("Normal", "Heading 1", "Heading 2"):
            about = document.styles[name].element.get_or_add_pPr()
            about.insert_element_before(element("w:bidi"), *_AFTER_BIDI)


def _size_too(about: Any, size: float) -> None:
    """The size of letters that run from right to left, which Word keeps apart."""
    for known in about.xpath("./w:szCs"):
        about.remove(known)
    about.insert_element_before(element("w:szCs", val=str(int(2 * size))), *_AFTER_SIZE)


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
    _run(head, f"{told.heading} · {told.made[0]}" if told.made else told.heading, QUIET, 8)
    foot = section.footer.paragraphs[0]
    about = " · ".join(entry for entry in (*told.running, told.confidential) if entry)
    _run(foot, f"{about} · ", QUIET, 8)
    for piece in re.split(r"(\{pages?\})", told.page):
        if piece in _FIELDS:
            _field(foot, _FIELDS[piece])
        elif piece:
            _run(foot, piece, QUIET, 8)


def _head(document: Any, told: Told) -> None:
    if told.logo:
        picture = document.add_picture(io.BytesIO(base64.b64decode(told.logo)), height=_EMU // 2)
        about = picture._inline.docPr  # noqa: SLF001 - the library has no other way to the text
        about.set("descr", told.clinic)
    clinic = " · ".join(entry for entry in (told.clinic, *told.address) if entry)
    _paragraph(document, clinic, colour=QUIET, size=9)
    _run(document.add_heading("", 1), told.heading)
    for line in told.made:
        _paragraph(document, line, colour=QUIET, size=9)
    _paragraph(document, told.name, is_strong=True, size=13)
    _paragraph(document, told.diagnosis)
    for fact in told.facts:
        line = document.add_paragraph()
        _run(line, f"{fact.label} ", QUIET)
        _run(line, fact.value)
    _paragraph(document, told.state, is_strong=True, colour=QUIET)
    for alert in told.alerts:
        _paragraph(document, f"▲ {alert}", is_strong=True, colour=_WARN)
    _saying(document, told.lead, told.text)


def _part(document: Any, part: Part, told: Told) -> None:
    heading = document.add_heading("", 2)
    _run(heading, part.title)
    if part.aside:
        _run(heading, f" {part.aside}", QUIET).bold = False
    if part.key == CALL:
        _call(document, part)
        return
    is_below = part.key == PEOPLE
    _saying(document, part.lead, "" if is_below else part.text)
    if part.columns:
        body = document.element.body
        body.insert(len(body) - 1, table_of(part, is_right_to_left=told.is_right_to_left))
    _saying(document, "", part.text if is_below else "")
    if part.key == QUESTIONS:
        for _ in range(ROOM_LINES):
            _edged(document.add_paragraph())


def _call(document: Any, part: Part) -> None:
    """When to call, and the number in large letters, on a ground of their own."""
    when, number = document.add_paragraph(), document.add_paragraph()
    _run(when, part.lead)
    lines = [when, number]
    if any(map(str.isdigit, part.text)):
        _run(number, part.text, size=16, is_strong=True)
    else:
        _run(number, part.text)
        lines.append(document.add_paragraph())
        _edged(lines[-1])
    for line in lines:
        about = line._p.get_or_add_pPr()  # noqa: SLF001 - the library has no ground of a line
        ground = element("w:shd", val="clear", color="auto", fill=_CALL_SOFT)
        about.insert_element_before(ground, "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _edged(line: Any) -> None:
    """A line to write on."""
    from docx.shared import Pt

    edge = element("w:pBdr")
    edge.append(element("w:bottom", val="single", sz="4", space="1", color="D9E0E7"))
    edge.append(element("w:between", val="single", sz="4", space="1", color="D9E0E7"))
    line._p.get_or_add_pPr().append(edge)  # noqa: SLF001 - the library has no edges of a line
    line.paragraph_format.space_before = Pt(14)


def _saying(document: Any, lead: str, text: str) -> None:
    if lead or text:
        line = document.add_paragraph()
        if lead:
            _run(line, f"{lead} ", is_strong=True)
        _run(line, text)


def _paragraph(
    document: Any, text: str, *, is_strong: bool = False, colour: str = "", size: float = 0
) -> None:
    if text:
        _run(document.add_paragraph(), text, colour, size, is_strong=is_strong)


def _run(
    paragraph: Any, text: str, colour: str = "", size: float = 0, *, is_strong: bool = False
) -> Any:
    """One run of text; what runs from right to left says so, with its own weight and size."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size:
        run.font.size = Pt(size)
        _size_too(run._r.get_or_add_rPr(), size)  # noqa: SLF001 - the library has no other way
    if is_strong:
        run.font.bold = run.font.cs_bold = True
    if runs_right_to_left(text):
        run.font.rtl = True
    return run


def _field(paragraph: Any, code: str) -> None:
    """A number that Word fills in."""
    field = element("w:fldSimple", instr=code)
    field.append(words_of("1", QUIET, half_points=16))
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
