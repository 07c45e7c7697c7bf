"""The paper for a patient on the command line: its language, what it warns of, what it refuses."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.reads.patient_page import patient_id_of
from careteam.storage.store import Store
from tests.cli.conftest import Typed


def words_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_paper_is_written_in_the_language_that_was_named(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    said = typed(
        "export", "summary", "482913", "--kind", "patient", "--language", "ru", "--out", str(path)
    )
    assert (said.code, said.out) == (0, f"Wrote {path}\n")
    assert "это ваша медицинская команда" in words_of(path)
    assert "The translation into Russian is not reviewed; the paper says so." in said.err
    assert "No phone for any hour is set" in said.err
    [told] = clinic.read(disclosures_of, clinic.read(patient_id_of, "482913"))
    assert told.kind == "patient"
    assert told.what.endswith("in Русский")


def test_it_is_in_the_language_of_the_patient_and_a_folder_gets_a_neutral_name(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    words = ("export", "summary", "482913", "--kind", "patient", "--out", str(tmp_path))
    assert typed(*words).code == 0
    (made,) = tmp_path.glob("*.pdf")
    assert made.name.startswith("care-team-2026-11-20-0930-")
    assert "este es su equipo de atención" in words_of(made)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--language", "es"), 2, "is always in English: leave out --language"),
        (("--kind", "handoff", "--free-text"), 2, "is always in English"),
        (("--kind", "patient", "--language", "tlh"), 2, "--language"),
        (("--kind", "patient", "--format", "fhir"), 2, "has no form fhir"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_nothing(
    words: tuple[str, ...], code: int, sentence: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    said = typed("export", "summary", "482913", "--out", str(path), *words)
    assert said.code == code
    assert sentence in said.err
    assert not path.exists()


@pytest.mark.parametrize("code", ["zh_Hans", "ko"])
def test_a_script_that_no_font_here_draws_is_refused_and_one_that_is_there_is_written(
    code: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    said = typed(
        "export", "summary", "482913", "--kind", "patient", "--language", code, "--out", str(path)
    )
    if said.code:
        assert "No font on this machine can draw" in said.err
        assert not path.exists()
    else:
        assert "[U+" not in words_of(path)
