"""Web pages and Word documents that run from right to left keep numbers and names in their order.

What stands where is told by the Unicode rules (UAX #9) from marks in the text, so the marks are
looked at: an isolate or a mark around every number, and a direction on every table and run.
"""

import io
import re
from dataclasses import replace
from typing import Any

import docx
import pytest

from careteam.domain.disclosures import Form
from careteam.domain.letterhead import Letterhead
from careteam.exports.glyphs import kept_left_to_right
from careteam.exports.papers import paper_file
from tests.exports.patients import MARIA

HEAD = Letterhead(("12 Elm Street",), "(212) 555-0100")
ARABIC = replace(MARIA, language="ar", letterhead=HEAD)
SPANISH = replace(ARABIC, language="es")
PHONES = ("0100", "0110", "0101", "0139")
LRI, PDI, LRM = "\u2066", "\u2069", "\u200e"


def html_of(language: str) -> str:
    tree = replace(ARABIC, language=language)
    return paper_file(tree, Form.HTML, "us-letter").decode()


def word_of(language: str) -> Any:
    tree = replace(ARABIC, language=language)
    return docx.Document(io.BytesIO(paper_file(tree, Form.DOCX, "us-letter")))


def test_every_phone_of_an_arabic_web_page_stands_within_an_isolate() -> None:
    page = html_of("ar")
    for phone in PHONES:
        found = re.findall(rf"(.)\(212\) 555-{phone}(.)", page)
        assert found
        assert set(found) == {(LRI, PDI)}, phone
    assert f"{LRI}12 Elm Street{PDI}" in page
    assert f"{LRI}38.0{PDI}" in page


def test_every_phone_of_an_arabic_word_document_stands_between_marks() -> None:
    document = word_of("ar")
    lines = [line.text for line in document.paragraphs]
    lines += ["".join(cell.itertext()) for table in document.tables
              for row in table._tbl.tr_lst for cell in row.tc_lst]  # fmt: skip
    for phone in PHONES:
        found = re.findall(rf"(.)\(212\) 555-{phone}(.)", "\n".join(lines) + "\n")
        assert found
        assert set(found) == {(LRM, LRM)}, phone


def test_a_name_of_another_script_does_not_turn_its_sentence_round() -> None:
    assert kept_left_to_right("María، هذا", LRI, PDI).startswith("\u200f")
    assert kept_left_to_right("Dr Priya Raman", LRI, PDI) == f"{LRI}Dr Priya Raman{PDI}"
    assert kept_left_to_right(" · ", LRI, PDI) == " · "


def test_tables_and_runs_of_word_say_that_they_run_from_right_to_left() -> None:
    document = word_of("ar")
    assert document.tables
    for table in document.tables:
        assert table._tbl.xpath("./w:tblPr/w:bidiVisual")
    runs = [run for line in document.paragraphs for run in line.runs]
    arabic = [run for run in runs if re.search("[\u0600-\u06ff]", run.text)]
    assert arabic
    assert all(run.font.rtl for run in arabic)
    assert not any(run.font.rtl for run in runs if "555-0100" in run.text and run not in arabic)
    strong = [run for run in arabic if run.font.bold]
    assert all(run.font.cs_bold for run in strong)


@pytest.mark.parametrize("form", [Form.HTML, Form.DOCX])
def test_a_paper_from_left_to_right_has_no_such_marks(form: Form) -> None:
    if form is Form.HTML:
        said = html_of("es")
    else:
        document = word_of("es")
        said = "".join(line.text for line in document.paragraphs)
        assert not any(table._tbl.xpath("./w:tblPr/w:bidiVisual") for table in document.tables)
    assert not set(said) & {LRI, PDI, LRM, "\u200f"}


def test_a_paper_for_a_patient_has_no_english_around_it_and_room_to_write() -> None:
    page, document = html_of("es"), word_of("es")
    foot = "".join(line.text for line in document.sections[0].footer.paragraphs)
    for said in (page, foot, "\n".join(line.text for line in document.paragraphs)):
        for english in ("Confidential", "Page ", " of ", "Phone"):
            assert english not in said
    assert page.count('class="room"') == 4
    assert '<p class="number">(212) 555-0100</p>' in page
    assert '<body class="large">' in page
    assert document.styles["Normal"].font.size.pt == 12


def test_without_a_number_there_is_a_line_to_write_it_on_and_nothing_in_large_letters() -> None:
    tree = replace(SPANISH, phone="")
    page = paper_file(tree, Form.HTML, "us-letter").decode()
    assert "<p><bdi>Pídanos el número y escríbalo aquí:</bdi></p><div" in page
    assert 'class="number"' not in page
    document = docx.Document(io.BytesIO(paper_file(tree, Form.DOCX, "us-letter")))
    asked = [line for line in document.paragraphs if line.text.startswith("Pídanos")]
    assert [run.font.size for line in asked for run in line.runs] == [None]


def test_columns_of_word_are_as_wide_as_what_stands_in_them() -> None:
    (people, *_) = word_of("es").tables
    widths = [int(column.get(f"{{{people._tbl.nsmap['w']}}}w")) for column in
              people._tbl.xpath("./w:tblGrid/w:gridCol")]  # fmt: skip
    name, role, phone = widths
    assert role > name > 1_500
    assert phone > 1_500
    assert 9_900 < sum(widths) <= 9_936
