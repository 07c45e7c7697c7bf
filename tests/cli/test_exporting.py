"""`careteam export summary` writes a whole PDF, readable by its owner only, or nothing."""

import os
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader

from careteam.storage.store import Store
from tests.cli.conftest import Typed


def words_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_summary_is_written_as_pdf(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    said = typed("export", "summary", "482913", "--out", str(path))
    assert (said.code, said.out) == (0, f"Wrote {path}\n")
    assert "DELACRUZ, Maria" in words_of(path)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_gets_a_name_that_betrays_nobody(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "summaries"
    folder.mkdir()
    assert typed("export", "summary", "482913", "--out", str(folder)).code == 0
    (made,) = folder.iterdir()
    assert made.name.startswith("care-summary-2026-11-20-0930-")
    assert "482913" not in made.name


def test_sections_can_be_chosen(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    words = ("export", "summary", "482913", "--out", str(path), "--since", "1-Nov-2026")
    assert typed(*words, "--sections", "where, contacts").code == 0
    assert "Care team" not in words_of(path)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("482913", "--out", "gone/x.pdf"), 2, "The folder gone is not there."),
        (("482913", "--out", "x.pdf", "--sections", "needs"), 2, "needs is not a section; there"),
        (("482913", "--out", "x.pdf", "--since", "soonish"), 2, "--since: soonish is not a date"),
        (("999", "--out", "x.pdf"), 1, "There is no patient with the MRN 999."),
        (("482913",), 2, "--out"),
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    words: tuple[str, ...],
    code: int,
    sentence: str,
    typed: Typed,
    clinic: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = typed("export", "summary", *words)
    assert said.code == code
    assert sentence in said.err
    assert list(tmp_path.glob("*.pdf")) == []
