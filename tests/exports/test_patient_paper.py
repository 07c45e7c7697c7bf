"""The paper for a patient: in their language and direction, in order, and never out of its page."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QImage

from careteam.domain.letterhead import Letterhead
from careteam.domain.patient_reviews import WordsReview
from careteam.domain.patient_summary import (
    Coded,
    PatientStep,
    PatientSummary,
    StepKind,
    TreatmentLine,
    WorkLine,
)
from careteam.domain.patient_words import LANGUAGES
from careteam.exports import patient_parts
from careteam.exports.documents import Paper, document_pages, document_pdf, missing_letters
from careteam.exports.patient_parts import DRAFT, draft_band, unphrased
from careteam.exports.patient_pdf import patient_document
from careteam.exports.patient_text import patient_text
from careteam.exports.patient_told import patient_told
from careteam.exports.patient_words import reviewed, words_in, words_of
from tests.exports.fonts import need_fonts
from tests.exports.patients import MARIA
from tests.pictures import png

BY_SYSTEM = ("zh_Hans", "ko")
"""Languages for whose letters the machine brings the fonts."""
OURS = [code for code in LANGUAGES if code not in BY_SYSTEM]


def read(paper: PatientSummary) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(document_pdf(patient_document(paper, "us-letter"))))


def text_of(paper: PatientSummary) -> str:
    return "\n".join(page.extract_text() for page in read(paper).pages)


@pytest.mark.parametrize("code", OURS)
def test_our_own_fonts_draw_the_whole_paper(code: str) -> None:
    assert missing_letters(patient_document(replace(MARIA, language=code), "us-letter")) == ()


@pytest.mark.parametrize("code", BY_SYSTEM)
def test_letters_that_no_font_has_are_named_and_never_a_box(code: str) -> None:
    paper = replace(MARIA, language=code)
    missing = missing_letters(patient_document(paper, "us-letter"))
    first = words_in(code).say("heading", "questions")[0]
    said = text_of(paper)
    if missing:
        assert f"[U+{ord(missing[0]):04X}]" in said
    else:
        assert first in said


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_file_says_its_language_and_is_tagged(code: str) -> None:
    reader = read(replace(MARIA, language=code))
    root: Any = reader.trailer["/Root"]
    tag = {"zh_Hans": "zh-CN"}.get(code, code)
    assert root["/Lang"] == tag
    stated = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated
    assert "DELACRUZ" not in stated
    assert "482913" not in stated
    assert "Maria" not in stated


def test_it_stands_in_the_order_of_its_urgency_on_one_page() -> None:
    (page,) = (page.extract_text() for page in read(MARIA).pages)
    wanted = (
        "Borrador de traducción, sin revisar · Draft translation, not reviewed",
        "Leukemia Program · 22 de noviembre de 2026 · Joan Ellis, RN, OCN",
        "María, este es su equipo de atención",
        "38.0 °C (100.4 °F) o más",
        "(212) 555-0100",
        "Inducción, día 12 de unos 28.",
        "quimioterapia, medicina dirigida a las células de leucemia",
        "Dr Priya Raman",
        "Especialista en leucemia · dirige su equipo",
        "(212) 555-0110",
        "Enfermería navegadora · llame aquí primero",
        "También puede pedir: fisioterapeuta, capellanía, especialista en cuidados de apoyo.",
        "Mar, 24 nov",
        "Punción lumbar",
        "Visita: coordinación de estudios.",
        "Transporte",
        "Les pedimos que le ayuden.",
        "Mis preguntas",
        "DELACRUZ, Maria · MRN 482913",
        "1 / 1",
    )
    places = [page.find(said) for said in wanted]
    assert -1 not in places, (wanted[places.index(-1)], page)
    assert places == sorted(places)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_that_nobody_reviewed_says_so_in_both_languages(
    code: str,
) -> None:
    paper, words = replace(MARIA, language=code), words_in(code)
    assert draft_band(words) == ((words.draft, DRAFT) if words.is_draft else ())
    assert (DRAFT in patient_text(paper)) == words.is_draft
    review = WordsReview("Ana Ruiz", "CMI", "2026-12-01", words.fingerprint(""))
    seen = replace(paper, review=review)
    assert DRAFT not in patient_text(seen)
    assert patient_told(seen).alerts == ()
    assert words_of(seen).reviewed_by == ("" if code == "en" else "Ana Ruiz, CMI")
    need_fonts(patient_document(paper, "us-letter"))
    assert (DRAFT in text_of(paper)) == words.is_draft
    assert DRAFT not in text_of(seen)


def test_a_review_holds_for_the_words_that_were_reviewed_and_for_no_others() -> None:
    spanish = words_in("es")
    review = WordsReview("Ana Ruiz", "CMI", "2026-12-01", spanish.fingerprint("Llame ya:"))
    for call, is_draft in (("Llame ya:", False), ("Llame:", True), ("", True)):
        assert words_of(replace(MARIA, call=call, review=review)).is_draft == is_draft
    ours = replace(spanish, reviewed_by="Ana Ruiz, CMI", reviewed_on="2026-12-01")
    assert not reviewed(ours, "", None).is_draft
    assert reviewed(ours, "Llame ya:", None).is_draft, "the clinic's own words were not in it"
    assert not words_of(replace(MARIA, language="en", call="Call us:")).is_draft
    changed = replace(spanish, tables={**spanish.tables, "test": {"cbc": "Otra cosa"}})
    assert changed.fingerprint("") != spanish.fingerprint("")


def runs_by_line(paper: PatientSummary) -> list[str]:
    """The lines of the first page from its top, each with its runs from left to right."""
    runs: list[tuple[float, float, str]] = []

    def visit(text: str, at: list[float], within: list[float], font: object, size: float) -> None:
        if text.strip():
            runs.append((-round(at[5] + within[5], 0), at[4] + within[4], text.strip()))

    read(paper).pages[0].extract_text(visitor_text=visit)
    lines: dict[float, list[str]] = {}
    for height, _, text in sorted(runs):
        lines.setdefault(height, []).append(text)
    return ["".join(line).replace(" ", "") for line in lines.values()]


def test_phones_and_numbers_keep_their_order_in_a_right_to_left_paper() -> None:
    lines = runs_by_line(replace(MARIA, language="ar"))
    for phone in ("0100", "0110", "0101", "0139"):
        assert any(f"(212)555-{phone}" in line for line in lines), lines
    whole = "\n".join(lines)
    for number in ("38.0", "100.4", "482913", "1/1"):
        assert number in whole
    assert any("28" in line and "12" in line and line.index("28") < line.index("12")
               for line in lines)  # fmt: skip
    foreign = replace(MARIA, language="ar", phone="+972 3 555 0199")
    assert any("+97235550199" in line for line in runs_by_line(foreign))


def test_a_hebrew_name_leads_an_arabic_paper_and_an_english_one() -> None:
    for code in ("ar", "en"):
        paper = replace(MARIA, language=code, called="שרה", name="כהן, שרה")
        assert missing_letters(patient_document(paper, "us-letter")) == ()
        assert "482913" in text_of(paper)


@pytest.mark.parametrize("code", ["es", "ar"])
def test_names_of_two_hundred_letters_stay_on_the_page(code: str, qapp: object) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff" * 6
    paper = replace(
        MARIA,
        language=code,
        called=name[:200],
        name=name[:200].upper(),
        clinic=name[:200],
        people=tuple(replace(line, name=name[:200]) for line in MARIA.people),
        treatments=(TreatmentLine(Coded("own", name[:200])),),
        steps=(PatientStep("2026-11-24", StepKind.TEST, Coded("own", name[:200])),),
        working=(WorkLine(Coded("own", name[:200])),),
        call=f"{name[:200]} {name[:200]}",
    )
    for page in document_pages(patient_document(paper, "us-letter"), kind="png", ppi=48):
        picture = QImage.fromData(page)
        for x in (*range(25), *range(picture.width() - 25, picture.width())):
            assert all(picture.pixel(x, y) == 0xFFFFFFFF for y in range(picture.height())), x


def test_a_page_that_is_full_goes_on_with_the_next_one_and_tells_whom_to_call_again() -> None:
    many = replace(MARIA, people=MARIA.people * 4, working=MARIA.working * 5)
    pages = [page.extract_text() for page in read(many).pages]
    assert len(pages) > 1
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert "Mis preguntas" in pages[-1]
    assert all("Draft translation, not reviewed" in page for page in pages)
    again = "Cuándo llamar (212) 555-0100 · Joan Ellis, RN, OCN (212) 555-0101"
    assert [again in page for page in pages] == [False, *[True] * (len(pages) - 1)]


def test_whom_to_call_again_is_one_line_however_long_the_numbers_are() -> None:
    long = "1" * 40
    people = tuple(replace(line, phone=long) for line in MARIA.people * 3)
    pages = read(replace(MARIA, phone=long, people=people)).pages
    assert len(pages) > 1
    assert f"Cuándo llamar {long}" in pages[1].extract_text()
    assert f"OCN {long}" not in pages[1].extract_text()


@pytest.mark.parametrize("count", range(6, 16))
def test_a_heading_is_never_the_last_line_of_a_page(count: int) -> None:
    paper = replace(MARIA, people=(MARIA.people * 3)[:count], working=MARIA.working * 2)
    titles = {part.title for part in patient_parts.patient_parts(paper, words_in("es"))}
    for page in read(paper).pages[:-1]:
        lines = [line for line in page.extract_text().splitlines() if line.strip()]
        foot = next(at for at, line in enumerate(lines) if line.startswith("DELACRUZ"))
        assert lines[foot - 1] not in titles


HEAD = Letterhead(
    ("1275 Example Avenue", "New York, NY 10065"), "(212) 555-0100", "(212) 555-0199", png(240, 120)
)


@pytest.mark.parametrize("size", ["us-letter", "a4"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_full_sample_with_its_letterhead_fits_one_page_in_every_language(
    code: str, size: Paper
) -> None:
    paper = replace(MARIA, language=code, letterhead=HEAD)
    document = patient_document(paper, size)
    need_fonts(document)
    (page,) = pypdf.PdfReader(io.BytesIO(document_pdf(document))).pages
    said = page.extract_text()
    assert "1275 Example Avenue" in said
    assert len(page.images) == 1
    assert f"{words_in(code).say('people', 'phone')} (212) 555-0100" in said or code == "ar"


@pytest.mark.parametrize("code", ["en", "ru"])
def test_letters_are_never_smaller_than_a_large_type_however_full_the_page_is(code: str) -> None:
    """15 of the screen's pixels are 11.25 points; a page with room has 12."""
    few = replace(MARIA, language=code, working=(), steps=())
    full = replace(MARIA, language=code, working=MARIA.working * 9)
    assert size_of(few, "Dr Priya Raman") == 12.0
    assert size_of(replace(MARIA, language=code), "Dr Priya Raman") in (11.25, 12.0)
    assert size_of(full, "Dr Priya Raman") == 12.0


def size_of(paper: PatientSummary, said: str) -> float:
    found: list[float] = []

    def visit(text: str, at: list[float], within: list[float], font: object, size: float) -> None:
        if said in text:
            found.append(size)

    read(paper).pages[0].extract_text(visitor_text=visit)
    return round(found[0], 2)


def test_the_letterhead_stands_in_the_words_of_the_paper_in_every_form() -> None:
    paper = replace(MARIA, letterhead=HEAD)
    assert "1275 Example Avenue, New York, NY 10065, Teléfono (212) 555-0100" in patient_text(paper)
    told = patient_told(paper)
    assert told.address == ("1275 Example Avenue", "New York, NY 10065", "Teléfono (212) 555-0100")
    assert "1275" not in patient_text(MARIA)


def test_a_logo_that_is_very_wide_leaves_room_for_the_heading(qapp: object) -> None:
    paper = replace(MARIA, letterhead=replace(HEAD, logo=png(4000, 40)))
    (page,) = read(paper).pages
    assert "María, este es su equipo de atención" in page.extract_text()


def test_what_the_clinic_added_stands_in_its_words_marked_and_named() -> None:
    own = Coded("music", "Music therapist")
    paper = replace(MARIA, also=(own,), phase=Coded("own", "Bridge"), working=(WorkLine(own),))
    assert unphrased(paper, words_in("es")) == ("Bridge", "Music therapist")
    said = text_of(paper)
    assert "music therapist (en inglés)" in said
    assert "Bridge (en inglés), día 12 de unos 28." in said
    assert unphrased(MARIA, words_in("es")) == ()
    assert "(en" not in text_of(replace(paper, language="en"))


def test_free_text_is_marked_by_its_language() -> None:
    step = PatientStep("2026-11-24", StepKind.YOURS, Coded("yours", ""), "Bring all pills")
    treatment = TreatmentLine(Coded("targeted_therapy", ""), "dasatinib")
    paper = replace(MARIA, steps=(step,), treatments=(treatment,))
    said = " ".join(text_of(paper).split())
    assert "Bring all pills (en inglés)" in said
    assert "(dasatinib (en inglés))" in said
    (cell,) = (row[1] for part in patient_parts.patient_parts(paper, words_in("es"))
               if part.key == "next_steps" for row in part.rows)  # fmt: skip
    assert cell.aside_lang == "en"


def test_without_a_phone_for_any_hour_there_is_room_to_write_one() -> None:
    assert "Pídanos el número y escríbalo aquí:" in text_of(replace(MARIA, phone=""))


def test_the_clinics_own_words_of_when_to_call_take_the_place_of_ours() -> None:
    said = text_of(replace(MARIA, call="Llame si tiene 38.3 °C:"))
    assert "Llame si tiene 38.3 °C:" in said
    assert "100.4" not in said


def test_a_phase_that_outlasts_its_usual_length_is_not_day_40_of_28() -> None:
    said = text_of(replace(MARIA, phase_day=40))
    assert "Inducción, día 40. Esta parte suele durar cerca de 28 días." in said
    assert "Inducción." in text_of(replace(MARIA, phase_day=None, phase_days=None))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_says_the_same_in_lines_that_paste_well(code: str) -> None:
    text = patient_text(replace(MARIA, language=code))
    words = words_in(code)
    for said in (words.say("heading", "where").upper(), "(212) 555-0139", "Dr Priya Raman"):
        assert said in text
    assert max(map(len, text.splitlines())) <= 72
    assert "\u00a0" not in text


def test_the_same_paper_gives_the_same_bytes() -> None:
    document = patient_document(MARIA, "a4")
    assert document_pdf(document) == document_pdf(document)
