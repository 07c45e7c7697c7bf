"""The paper for a patient: in their language and direction, in order, and never out of its page."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QImage

from careteam.domain.patient_summary import (
    Coded,
    PatientStep,
    PatientSummary,
    StepKind,
    TreatmentLine,
    WorkLine,
)
from careteam.domain.patient_words import LANGUAGES
from careteam.exports import patient_parts, patient_pdf
from careteam.exports.documents import document_pages, document_pdf, missing_letters
from careteam.exports.patient_parts import DRAFT, draft_band, unphrased
from careteam.exports.patient_pdf import patient_document
from careteam.exports.patient_text import patient_text
from careteam.exports.patient_words import words_in
from tests.exports.patients import MARIA

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
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, words = replace(MARIA, language=code), words_in(code)
    assert draft_band(words) == ((words.draft, DRAFT) if words.is_draft else ())
    assert (DRAFT in text_of(paper)) == (DRAFT in patient_text(paper)) == words.is_draft
    seen = replace(words, reviewed_by="Ana Ruiz, CMI", reviewed_on="2026-12-01")
    monkeypatch.setattr(patient_pdf, "words_in", lambda _: seen)
    assert DRAFT not in text_of(paper)


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


def test_a_page_that_is_full_goes_on_with_the_next_one() -> None:
    many = replace(MARIA, people=MARIA.people * 4, working=MARIA.working * 5)
    pages = [page.extract_text() for page in read(many).pages]
    assert len(pages) > 1
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert "Mis preguntas" in pages[-1]


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
