"""The size of paper on the command line, and letters that no font has: said before, as JSON too."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from careteam.domain.moment import Moment
from careteam.domain.paper_sizes import kept_size, territory_of, usual_size
from careteam.domain.patients import PatientDraft
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.settings import set_setting
from tests.cli.conftest import Said, Typed

LETTER, A4 = (612, 792), (595, 842)
UNDRAWN = "\U00013000"
"""A hieroglyph: no font of ours has it, and hardly a machine."""


def size_of(path: Path) -> tuple[int, int]:
    box = PdfReader(path).pages[0].mediabox
    return round(box.width), round(box.height)


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that does not say where it is."""
    for name in ("LC_ALL", "LC_PAPER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.mark.parametrize(
    ("typed_size", "kept", "lang", "size"),
    [
        ((), {}, "C.UTF-8", LETTER),
        ((), {}, "de_DE.UTF-8", A4),
        ((), {}, "en_US.UTF-8", LETTER),
        ((), {"summary_paper_handoff": "a4"}, "en_US.UTF-8", A4),
        ((), {"summary_paper": "a4"}, "en_US.UTF-8", A4),
        ((), {"summary_paper_card": "a4"}, "en_US.UTF-8", LETTER),
        (("--paper", "letter"), {"summary_paper": "a4"}, "de_DE.UTF-8", LETTER),
        (("--paper", "a4"), {"summary_paper": "us-letter"}, "C.UTF-8", A4),
    ],
)
def test_the_paper_is_the_typed_one_else_that_of_the_window_else_that_of_the_place(
    typed: Typed,
    clinic: Store,
    moment: Moment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed_size: tuple[str, ...],
    kept: dict[str, str],
    lang: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("LANG", lang)
    for key, value in kept.items():
        clinic.do(set_setting, key, value, moment=moment, rules=clinic.rules)
    path = tmp_path / "out.pdf"
    words = ("export", "summary", "482913", "--kind", "handoff", "--out", str(path))
    assert typed(*words, *typed_size).code == 0
    assert size_of(path) == size


def test_papers_of_many_and_the_report_of_the_trail_take_the_same_choice(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    words = ("export", "summary", "--all", "--kind", "handoff", "--out", str(folder))
    assert typed(*words, "--paper", "a4").code == 0
    (paper,) = folder.glob("*.pdf")
    assert size_of(paper) == A4
    report = tmp_path / "audit.pdf"
    words = ("audit", "--format", "pdf", "--out", str(report))
    assert typed(*words).code == 0
    assert size_of(report) == LETTER
    assert typed(*words, "--paper", "a4").code == 0
    assert size_of(report) == A4


def test_the_place_is_read_from_the_name_of_a_locale() -> None:
    assert territory_of("de_CH.UTF-8@euro") == "CH"
    assert [territory_of(name) for name in ("C", "POSIX", "C.UTF-8", "", "en", "x_1")] == [""] * 6
    assert (usual_size("MX"), usual_size("CH"), usual_size("")) == ("us-letter", "a4", "us-letter")
    assert kept_size({"summary_paper": "tabloid"}) is None


@pytest.fixture
def odd(clinic: Store, moment: Moment) -> str:
    """The MRN of somebody in whose name stands a letter that cannot be drawn."""
    draft = PatientDraft("77", f"Wong{UNDRAWN}")
    clinic.do(register_patient, draft, moment=moment, rules=clinic.rules)
    return "77"


TOLD = "Spelled out, as no font here has these letters: [U+13000].\n"


@pytest.mark.parametrize("kind", ["clinician", "handoff", "treatment", "card"])
def test_letters_that_no_font_has_are_named_for_every_kind_and_the_paper_is_written(
    typed: Typed, odd: str, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "out.pdf"
    said = typed("export", "summary", odd, "--kind", kind, "--out", str(path))
    assert (said.code, said.err) == (0, TOLD)
    assert path.exists()


def test_json_tells_the_file_and_what_is_spelled_out(
    typed: Typed, odd: str, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    words = ("export", "summary", odd, "--kind", "handoff", "--json")
    said = typed(*words, "--out", str(path))
    told = json.loads(said.out)
    assert (said.code, told["file"], told["spelled_out"]) == (0, str(path), ["[U+13000]"])
    assert told["warnings"] == [TOLD.strip()]
    assert len(told["sha256"]) == 64
    assert said.err == TOLD
    refused: Said = typed(*words, "--out", "-")
    assert (refused.code, refused.out) == (2, "")
    assert "name a file with --out" in refused.err


def test_of_many_papers_each_is_named_by_its_number(typed: Typed, odd: str, tmp_path: Path) -> None:
    words = ("export", "summary", "--all", "--kind", "handoff")
    said = typed(*words, "--out", str(tmp_path / "one"))
    assert said.code == 0
    assert said.err == f"00002: {TOLD}"
    said = typed(*words, "--out", str(tmp_path / "two"), "--json")
    told = json.loads(said.out)
    assert (told["made"], told["left_out"]) == (2, 0)
    assert told["spelled_out"] == {"00002": ["[U+13000]"]}
    assert Path(told["report"]).exists()
