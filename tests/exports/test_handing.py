"""The handoff sheet and the huddle list on paper and as text: whole, tagged, and in order."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from careteam.domain.handing import Handoff, Huddle, Leaving
from careteam.exports.papers import (
    paper_missing,
    paper_name,
    paper_pages,
    paper_pdf,
    paper_text,
)
from tests.exports.handing import HUDDLE, LINE, NAMES, SHEET


def read(tree: Leaving) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(paper_pdf(tree, "us-letter")))


def texts(tree: Leaving) -> list[str]:
    return [page.extract_text() for page in read(tree).pages]


def tags(reader: pypdf.PdfReader) -> set[str]:
    found: set[str] = set()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/K" in node:
            found.add(str(node.get("/S")))
            walk(node["/K"])

    root: Any = reader.trailer["/Root"]
    walk(root["/StructTreeRoot"])
    return found


def test_a_full_handoff_sheet_stands_on_one_page_in_the_order_of_its_urgency() -> None:
    (page,) = texts(SHEET)
    wanted = (
        "Handoff sheet",
        "Made 22-Nov-2026 09:44",
        "DELACRUZ, Maria (Ms)",
        "MRN 482913",
        "▲ Neutropenic",
        "Induction, day 12 of about 28.",
        "Red flags that nobody was told of",
        "22-Nov 08:15 Fever, 38.4 °C",
        "Next 7 days and 4 more",
        "20-Nov, late",
        "Open barriers",
        "Transport: no car",
        "Open referrals",
        "Ada Okoye, LCSW",
        "Last contact",
        "Caregivers and relatives",
        "no, do not share",
        "Care team",
        "(212) 555-0102",
        "Fertility specialist to be assigned",
        "Page 1 of 1",
    )
    missing = [words for words in wanted if words not in page]
    assert not missing, page
    order = [page.index(words) for words in wanted[2:-1]]
    assert order == sorted(order)


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_a_full_handoff_sheet_fits_on_both_papers(paper: Any) -> None:
    assert len(paper_pages(SHEET, paper)) == 1


def test_an_empty_handoff_sheet_says_that_nothing_is_planned() -> None:
    bare = Handoff("", "", "", SHEET.made_at, SHEET.made_on_iso, SHEET.identity)
    (page,) = texts(bare)
    assert "Nothing is planned for the next seven days." in page
    for words in ("Red flags", "barriers", "referrals", "Care team", "Digest", "and 0 more"):
        assert words not in page


def test_a_sheet_of_somebody_who_left_says_so_and_plans_nothing() -> None:
    left = replace(SHEET, state="Transferred 20-Nov-2026.", steps=(), more=())
    (page,) = texts(left)
    assert "Transferred 20-Nov-2026." in page
    assert "Next 7 days" not in page


def test_a_huddle_list_of_sixty_says_who_is_due_and_why_on_numbered_pages() -> None:
    pages = texts(HUDDLE)
    whole = "\n".join(pages)
    assert "Joan Ellis, RN, OCN" in pages[0]
    assert "▲ Fever, 38.4 °C" in pages[0]
    assert "Overdue 31 patients; 24 are listed" in whole
    assert "covered for somebody away" in whole
    for group in ("Red flags that nobody was told of", "Today 20 patients", "This week"):
        assert group in whole
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Confidential health information" in page
        assert "Huddle list · Joan Ellis, RN, OCN" in page
    assert all("Patient Due and why To fill Last contact Next step" in page for page in pages)


def test_every_patient_of_a_long_list_is_on_paper() -> None:
    many = replace(
        HUDDLE.groups[2], lines=tuple(replace(LINE, mrn=f"A{n:03d}") for n in range(200))
    )
    whole = "\n".join(texts(replace(HUDDLE, groups=(many,))))
    assert all(f"MRN A{n:03d}" in whole for n in range(200))


def test_names_of_every_script_are_drawn_and_long_ones_stay_in_their_column() -> None:
    assert paper_missing(HUDDLE, "us-letter") == ()
    page = texts(HUDDLE)[0].replace("\u200b", "")
    for name in ("NGUYỄN, Thị Ánh Hồng", "Bartholomew Maximilian Alexander"):
        assert name in page
    for name in NAMES[:2]:
        assert name.split(", ", maxsplit=1)[0] in page or name.split(", ")[0][::-1] in page


def test_an_empty_huddle_list_says_that_nobody_is_due() -> None:
    (page,) = texts(replace(HUDDLE, groups=()))
    assert "Nobody is overdue, due this week or without a role" in page
    assert "Nobody is overdue" in paper_text(replace(HUDDLE, groups=()))


@pytest.mark.parametrize("tree", [SHEET, HUDDLE], ids=["handoff", "huddle"])
def test_both_are_tagged_and_name_no_patient_outside_their_pages(tree: Handoff | Huddle) -> None:
    reader = read(tree)
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TD"} <= tags(reader)
    catalogue: Any = reader.trailer["/Root"]
    stated = catalogue["/Metadata"].get_data().decode() + str(reader.metadata)
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated
    assert "made 22-Nov-2026 09:44" in stated
    assert "DELACRUZ" not in stated
    assert "482913" not in stated
    assert paper_pdf(tree, "us-letter") == paper_pdf(tree, "us-letter")


def test_the_names_of_the_files_betray_nobody() -> None:
    assert paper_name(SHEET) == "handoff-2026-11-22-0944-ab12.pdf"
    assert paper_name(HUDDLE) == "huddle-2026-11-22-0944-cd34.pdf"


def test_what_is_typed_is_printed_as_typed() -> None:
    nasty = "#evil *bold* $x$ ]"
    line = replace(LINE, name=f"ROE, {nasty}", next_step=nasty)
    huddle = replace(HUDDLE, groups=(replace(HUDDLE.groups[2], lines=(line,)),))
    (page,) = texts(huddle)
    assert page.count(nasty) == 2


def test_the_text_of_both_fits_a_record_and_says_the_same() -> None:
    for tree in (SHEET, HUDDLE):
        text = paper_text(tree)
        assert max(map(len, text.splitlines())) <= 72
        assert "Confidential health information." in text
    assert "- 22-Nov 08:15: Fever, 38.4 °C; Called from home." in paper_text(SHEET)
    assert "! Neutropenic" in paper_text(SHEET)
    said = paper_text(HUDDLE)
    assert "OVERDUE (31 patients; 24 are listed)" in said
    assert "- DELACRUZ, Maria, MRN 482913, Induction, day 12:" in said
