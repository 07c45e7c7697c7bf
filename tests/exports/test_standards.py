"""Every kind of paper, in every language, is what PDF/UA-1 and PDF/A-2a ask for, and holds.

No validator of another house is at hand in the checks (veraPDF is a Java program); Typst refuses to
write a file that breaks either standard, and what a reader depends on is looked at here again.
"""

import io
import re
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from PySide6.QtGui import QImage

from careteam.domain.patient_summary import PatientSummary
from careteam.exports import typesetting
from careteam.exports.patient_pdf import patient_document
from tests.exports.every_kind import HEADED, KINDS, filled, pdf_of, swollen
from tests.exports.fonts import need_fonts

KIND = pytest.mark.parametrize("name", KINDS)
SHOWS = {"Tj", "TJ", "'", '"', "Do", "f", "f*", "S", "B", "sh"}
"""Operators that draw (ISO 32000-1, annex A)."""
TAGS = {"zh_Hans": "zh-CN"}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {}


def opened(made: dict[str, bytes], name: str) -> pikepdf.Pdf:
    if name not in made:
        made[name] = pdf_of(HEADED[name])
    return pikepdf.open(io.BytesIO(made[name]))


def elements(of: Any) -> list[Any]:
    """Every element of the structure below one, in reading order."""
    kids = of.get("/K", [])
    found: list[Any] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found


@KIND
def test_it_says_which_standards_it_keeps_its_title_and_its_language(
    name: str, made: dict[str, bytes]
) -> None:
    with opened(made, name) as pdf:
        told = bytes(pdf.Root.Metadata.read_bytes()).decode()
        for said in ("pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"):
            assert said in told
        assert re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", told, re.DOTALL)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        code = name.removeprefix("patient ") if name.startswith("patient") else "en"
        assert str(pdf.Root.Lang) == TAGS.get(code, code)
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert not {"/OpenAction", "/AA", "/AcroForm", "/JavaScript"} & set(pdf.Root.keys())
        assert not pdf.is_encrypted


@KIND
def test_everything_that_is_drawn_is_tagged_or_marked_as_ornament(
    name: str, made: dict[str, bytes]
) -> None:
    with opened(made, name) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            depth, drawn = 0, 0
            for _, operator in pikepdf.parse_content_stream(page):
                word = str(operator)
                depth += (word in ("BDC", "BMC")) - (word == "EMC")
                drawn += word in SHOWS
                assert not (word in SHOWS and depth == 0), f"{word} on page {number} has no tag"
            assert drawn
            assert page.Tabs == "/S"


@KIND
def test_its_structure_begins_with_one_heading_and_pictures_and_tables_say_what_they_are(
    name: str, made: dict[str, bytes]
) -> None:
    with opened(made, name) as pdf:
        found = elements(pdf.Root.StructTreeRoot)
        kinds = [str(element.S) for element in found]
        levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all("/Alt" in element for element in found if element.S == "/Figure")
        assert ("/Figure" in kinds) == (name != "audit"), "the logo at least"
        for table in (element for element in found if element.S == "/Table"):
            assert "/TH" in [str(element.S) for element in elements(table)]


@KIND
def test_its_fonts_are_inside_and_every_glyph_is_a_letter(
    name: str, made: dict[str, bytes]
) -> None:
    with opened(made, name) as pdf:
        fonts = [
            font
            for page in pdf.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        assert fonts
        for font in fonts:
            about = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in about or "/FontFile3" in about
            assert "/ToUnicode" in font


def margins_are_white(picture: QImage) -> bool:
    """Whether nothing is drawn within a fifth of an inch of the edge."""
    edge = picture.width() // 45
    columns = (*range(edge), *range(picture.width() - edge, picture.width()))
    rows = (*range(edge), *range(picture.height() - edge, picture.height()))
    across, down = range(picture.width()), range(picture.height())
    return all(picture.pixel(x, y) == 0xFFFFFFFF for x in columns for y in down) and all(
        picture.pixel(x, y) == 0xFFFFFFFF for y in rows for x in across
    )


@KIND
def test_names_of_two_hundred_letters_stay_on_the_page_of_every_kind(
    name: str, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(KINDS[name], PatientSummary):
        need_fonts(patient_document(KINDS[name], "us-letter"))
    drawn: list[bytes] = []
    plain = typesetting.pdf

    def note(template: str, data: Any, made_on: Any, *, with_system: bool) -> bytes:
        drawn.extend(typesetting.pages(template, data, with_system=with_system, kind="png", ppi=45))
        return plain(template, data, made_on, with_system=with_system)

    monkeypatch.setattr(typesetting, "pdf", note)
    assert pdf_of(swollen(HEADED[name]))
    assert drawn
    for number, page in enumerate(drawn, 1):
        assert margins_are_white(QImage.fromData(page)), f"page {number}"


LINES = {
    "summary": 500, "handoff": 300, "treatment": 2_000, "card": 300, "wallet": 300, "huddle": 500,
    "accounting": 2_000, "time sheet": 2_000, "insights": 2_000, "audit": 1_000,
    "patient es": 2_000, "patient ar": 200,
}  # fmt: skip
"""So many in each list of lines, about 2,000 on a paper: a care summary has four lists."""


@pytest.mark.parametrize("name", LINES)
def test_thousands_of_lines_are_on_as_many_pages_as_they_need(name: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(filled(KINDS[name], LINES[name])))) as pdf:
        count = len(pdf.pages)
    assert (count == 1) if name == "wallet" else (count > LINES[name] // 60)
