"""The summary on paper: tagged, whole, in order, and only what is data."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from careteam.domain.summary import CaregiverLine, Section, Summary
from careteam.exports.summary_pdf import (
    Paper,
    missing_glyphs,
    summary_pages,
    summary_pdf,
    summary_pictures,
)
from tests.exports.summaries import MARIA

NO_FONT_HAS = "\U00013000"
"""An Egyptian hieroglyph: even the fonts of this machine do not draw it."""


def read(summary: Summary, paper: Paper = "us-letter") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(summary_pdf(summary, paper=paper)))


def texts(summary: Summary) -> list[str]:
    return [page.extract_text() for page in read(summary).pages]


def with_note(note: str) -> Summary:
    return replace(MARIA, contacts=(replace(MARIA.contacts[0], note=note),))


def root(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def test_a_screen_reader_finds_tags_a_language_and_a_title() -> None:
    catalogue = root(read(MARIA))
    assert catalogue["/StructTreeRoot"]
    assert bool(catalogue["/MarkInfo"]["/Marked"])
    assert catalogue["/Lang"] == "en"
    assert bool(catalogue["/ViewerPreferences"]["/DisplayDocTitle"])


def test_the_file_says_that_it_is_pdf_ua_1_and_pdf_a_2a() -> None:
    stated = root(read(MARIA))["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated
    assert "<pdfaid:part>2</pdfaid:part>" in stated
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated


def test_headings_tables_and_header_cells_are_tagged_as_such() -> None:
    found: set[str] = set()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/K" in node:
            found.add(str(node.get("/S")))
            walk(node["/K"])

    walk(root(read(MARIA))["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TD"} <= found


def test_the_title_and_the_metadata_do_not_name_the_patient() -> None:
    reader = read(MARIA)
    stated = root(reader)["/Metadata"].get_data().decode() + str(reader.metadata)
    assert "Care summary, made 22-Nov-2026 09:44" in stated
    assert "DELACRUZ" not in stated
    assert "482913" not in stated


def test_every_font_is_ours_and_embedded() -> None:
    names: set[str] = set()
    for page in read(MARIA).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys())
            names.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    assert names == {"Inter-Regular", "Inter-SemiBold", "Inter-Bold"}


def test_the_text_stands_in_reading_order() -> None:
    (page,) = texts(MARIA)
    wanted = [
        "Leukemia Program",
        "Care summary",
        "Made 22-Nov-2026 09:44",
        "Joan Ellis, RN, OCN · (212) 555-0101",
        "DELACRUZ, Maria (Ms)",
        "14-Mar-1981 (45 y), female",
        "MRN 482913",
        "C91.00",
        "Spanish, interpreter",
        "▲ Neutropenic",
        "Where she is",
        "Induction, day 12 of about 28.",
        "Care team",
        "Hematologist-oncologist (leads) Dr Priya Raman (212) 555-0110 20-Nov visit 27-Nov",
        "2 tries, not reached 20-Nov, late",
        "Physical therapist to be assigned — — —",
        "Caregivers and relatives",
        "Rosa Delacruz Sister (212) 555-0149 everything",
        "Next steps",
        "19-Nov, late Call the ride program",
        "Contacts, last 7 days 2 of 14; 27 minutes",
        "Slept badly, no fever.",
        "−4 kg",
        "Digest (SHA-256) 7f3a",
    ]
    places = [page.find(text) for text in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


def test_every_page_says_whose_it_is_who_made_it_when_and_which_page_it_is() -> None:
    pages = texts(replace(MARIA, contacts=MARIA.contacts * 60))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "DELACRUZ, Maria · MRN 482913 · born 14-Mar-1981" in page
        assert "Confidential health information" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Made 22-Nov-2026 09:44" in page
        assert "by Joan Ellis, RN, OCN" in page


def test_two_hundred_contacts_are_all_there_and_each_page_repeats_the_header_row() -> None:
    many = tuple(replace(MARIA.contacts[0], note=f"Note number {n}.") for n in range(200))
    pages = texts(replace(MARIA, contacts=many, contacts_total=200))
    assert all("When Role How Note" in page for page in pages[1:])
    whole = "".join(pages)
    assert all(f"Note number {n}." in whole for n in range(200))
    assert "all 200; 27 minutes" in whole


def test_a_long_note_runs_over_pages_and_loses_nothing() -> None:
    note = " ".join(f"w{n}" for n in range(3500))
    assert len(note) < 20_000
    pages = texts(with_note(note))
    assert len(pages) >= 4
    words = " ".join(pages).split()
    kept = [word for word in words if word[0] == "w" and word[1:].isdigit()]
    assert kept == note.split()


def test_a_word_longer_than_its_cell_breaks_and_stays_on_the_paper() -> None:
    long = replace(MARIA, identity=replace(MARIA.identity, name="W" * 200))
    drawn = ["".join(line).replace("\u200b", "") for line in drawn_lines(long)]
    name = [line for line in drawn if set(line) == {"W"}]
    assert "".join(name) == "W" * 200
    assert max(len(line) for line in name) < 40
    assert any(line.startswith("W" * 39 + "… · MRN") for line in drawn)
    assert "Confidential health information" in texts(long)[0]


@pytest.mark.parametrize(
    "text",
    ["#evil *bold* $x$ ]", "= No heading", "<img src=x onerror=y>", "// no comment", "\\ @ref `c`"],
)
def test_what_is_typed_is_printed_as_typed(text: str) -> None:
    assert text in texts(with_note(text))[0]
    named = replace(MARIA, identity=replace(MARIA.identity, name=f"ROE, {text}"))
    assert f"ROE, {text}" in texts(named)[0]


def drawn_lines(summary: Summary) -> list[list[str]]:
    """The lines of the first page from its top, each as the runs that the eye meets in it."""
    runs: list[tuple[float, float, str]] = []

    def visit(text: str, at: list[float], within: list[float], font: object, size: float) -> None:
        if text.strip():
            runs.append((-round(at[5] + within[5], 1), at[4] + within[4], text.strip()))

    read(summary).pages[0].extract_text(visitor_text=visit)
    lines: dict[float, list[str]] = {}
    for height, _, text in sorted(runs):
        lines.setdefault(height, []).append(text)
    return list(lines.values())


def line_with(summary: Summary, run: str) -> list[str]:
    return [line for line in drawn_lines(summary) if run in line][-1]


def test_a_phone_keeps_its_order_among_arabic_words() -> None:
    line = line_with(with_note("اتصلت الأم على (212) 555-0177 اليوم"), "0177")
    order = [line.index(run) for run in ("اليوم", "212", "555", "0177", "الأم", "اتصلت")]
    assert order == sorted(order)


def test_a_foreign_phone_keeps_its_order_among_hebrew_words() -> None:
    line = line_with(with_note("אמא התקשרה 972 3 555 0199 אתמול"), "0199")
    order = [line.index(run) for run in ("אתמול", "972", "3", "555", "0199", "אמא")]
    assert order == sorted(order)


def test_an_arabic_name_leaves_the_foot_of_the_page_in_order() -> None:
    arabic = replace(MARIA, identity=replace(MARIA.identity, name="الحسيني, محمد (Mr)"))
    foot = " ".join(line_with(arabic, "1981"))
    places = [foot.index(word) for word in ("محمد", "الحسيني", "MRN", "482913", "born", "1981")]
    assert places == sorted(places)
    assert missing_glyphs(arabic) == ()


@pytest.mark.parametrize(
    "words", ["Nguyễn Thị Ánh Hồng", "Łukasz Żółć", "Ελένη", "Наталья", "שלום", "فاطمة", "≥ → − ▲"]
)
def test_our_own_fonts_draw_the_scripts_that_we_promise(words: str) -> None:
    assert missing_glyphs(with_note(words)) == ()


def test_a_letter_that_no_font_has_is_spelled_out_and_named() -> None:
    summary = with_note(f"Signed {NO_FONT_HAS} by hand")
    assert missing_glyphs(summary) == (NO_FONT_HAS,)
    assert "Signed [U+13000] by hand" in texts(summary)[0]


def test_an_emoji_is_drawn_or_named_but_never_a_box() -> None:
    summary = with_note("Feels 😀 today")
    page = texts(summary)[0]
    if missing_glyphs(summary):
        assert "Feels [grinning face] today" in page
    else:
        assert "Feels 😀 today" in page


def test_controls_and_overrides_do_not_reach_the_paper() -> None:
    assert "no fever" in texts(with_note("no\x00 \u202efever\u202c"))[0]


def test_empty_sections_and_values_are_left_out() -> None:
    bare = replace(
        MARIA,
        identity=replace(MARIA.identity, diagnosis="", speaks="", phone="", sex=""),
        alerts=(),
        where_lead="",
        where_text="",
        caregivers=(),
        next_steps=(),
        digest="",
    )
    (page,) = texts(bare)
    for word in ("Speaks", "Phone ", "▲", "Where", "Caregivers", "Next steps", "Digest"):
        assert word not in page.replace("Phone, reached", "")
    assert "Care team" in page


def test_only_the_chosen_sections_are_printed() -> None:
    (page,) = texts(replace(MARIA, sections=(Section.NEXT_STEPS,)))
    assert "Next steps" in page
    assert "Care team" not in page
    assert "Contacts" not in page


def test_a_person_with_nothing_known_still_has_a_summary() -> None:
    nobody = replace(MARIA.identity, born="", sex="", mrn="", diagnosis="", speaks="", phone="")
    bare = Summary("", "", "", "22-Nov-2026 09:44", "2026-11-22", replace(nobody, name="(no name)"))
    (page,) = texts(bare)
    assert "(no name)" in page
    assert "Page 1 of 1" in page


def test_the_state_of_a_person_who_left_stands_above_the_alerts() -> None:
    (page,) = texts(replace(MARIA, state="Transferred 20-Nov-2026"))
    assert page.index("Transferred 20-Nov-2026") < page.index("▲")


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert summary_pdf(MARIA) == summary_pdf(MARIA)


@pytest.mark.parametrize(("paper", "width", "height"), [("us-letter", 612, 792), ("a4", 595, 842)])
def test_the_paper_has_the_size_that_was_asked_for(paper: Paper, width: int, height: int) -> None:
    box = read(MARIA, paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


def test_the_preview_has_as_many_pages_as_the_pdf() -> None:
    long = replace(MARIA, contacts=MARIA.contacts * 40)
    vectors = summary_pages(long)
    assert len(vectors) == len(read(long).pages) == len(summary_pictures(long, ppi=40))
    assert all(page.lstrip().startswith(b"<svg") for page in vectors)


def test_one_page_is_one_picture_of_the_asked_resolution() -> None:
    (picture,) = summary_pictures(MARIA, ppi=72)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 612


def test_the_digest_never_stands_alone_on_a_last_page() -> None:
    lengths: set[int] = set()
    for count in range(12, 28):
        pages = texts(replace(MARIA, contacts=(MARIA.contacts * 60)[:count]))
        lengths.add(len(pages))
        assert "21-Nov 16:20" in pages[-1] or "19-Nov 13:00" in pages[-1]
        assert "Digest" in pages[-1]
    assert lengths == {1, 2}


def test_a_caregiver_without_phone_or_consent_shows_a_dash() -> None:
    alone = replace(MARIA, caregivers=(CaregiverLine("Rosa Delacruz", "Sister", "", ""),))
    assert "Rosa Delacruz Sister — —" in texts(alone)[0]


def test_qt_draws_the_pages_of_the_preview(qapp: object) -> None:
    (page,) = summary_pages(MARIA)
    drawn = QSvgRenderer(QByteArray(page))
    assert drawn.isValid()
    assert (drawn.defaultSize().width(), drawn.defaultSize().height()) == (612, 792)
