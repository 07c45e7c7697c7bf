"""`careteam export summary` writes every kind of paper in every form that it has."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from careteam.domain.kinds import KINDS, Kind
from careteam.exports.papers import SUFFIXES
from careteam.storage.store import Store
from tests.cli.conftest import Typed

FORMS = [form.value for form in SUFFIXES]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_every_kind_leaves_in_every_form_and_stands_in_the_register(
    typed: Typed, clinic: Store, tmp_path: Path, kind: Kind, form: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    words = ("export", "summary", "482913", "--kind", kind, "--format", form)
    said = typed(*words, "--out", str(out), "--recipient", "Westside Clinic")
    assert said.code == 0
    assert bool(said.err) == (kind is Kind.PATIENT), "only what a paper for a patient lacks is said"
    (path,) = out.iterdir()
    assert path.name.startswith(KINDS[kind].file)
    assert path.suffix == f".{SUFFIXES[next(each for each in SUFFIXES if each == form)]}"
    assert "482913" not in path.name
    rows = clinic.read(
        lambda session: session.execute(text("SELECT kind, form, recipient FROM disclosure")).all()
    )
    assert [tuple(row) for row in rows] == [(KINDS[kind].registered, form, "Westside Clinic")]
    if form in ("html", "csv", "text"):
        assert "DELACRUZ" in path.read_text("utf-8-sig")


def test_a_form_that_a_kind_does_not_have_is_told(typed: Typed, clinic: Store) -> None:
    words = ("export", "summary", "482913", "--kind", "card", "--format", "fhir", "--out", "-")
    said = typed(*words)
    assert said.code == 2
    assert (
        said.err == "careteam: A paper of the kind card has no form fhir; take another --format.\n"
    )


@pytest.mark.parametrize("kind", [Kind.HANDOFF, Kind.TREATMENT])
def test_a_paper_for_colleagues_leaves_as_a_fhir_document(
    kind: Kind, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    words = ("export", "summary", "482913", "--kind", kind, "--format", "fhir")
    assert typed(*words, "--out", str(tmp_path)).code == 0
    (path,) = tmp_path.glob(f"{KINDS[kind].file}-*.json")
    document = json.loads(path.read_bytes())
    assert document["type"] == "document"
    assert document["entry"][0]["resource"]["category"][0]["coding"][0]["code"] == kind
    rows = clinic.read(
        lambda session: session.execute(text("SELECT kind, form FROM disclosure")).all()
    )
    assert [tuple(row) for row in rows] == [(KINDS[kind].registered, "fhir")]


def test_sections_are_those_of_the_kind(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    words = ("export", "summary", "482913", "--kind", "treatment", "--format", "text")
    said = typed(*words, "--sections", "diagnosis", "--out", str(tmp_path / "one.txt"))
    assert said.code == 0
    told = (tmp_path / "one.txt").read_text()
    assert "DIAGNOSIS AND RISK" in told
    assert "WHO TREATS" not in told
    said = typed(*words, "--sections", "team", "--out", "-")
    assert said.code == 2
    assert said.err.startswith("careteam: team is not a section; there are: diagnosis, phases")


def test_papers_of_a_list_go_into_a_folder_with_a_report(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    out = tmp_path / "papers"
    said = typed("export", "summary", "--all", "--format", "csv", "--out", str(out))
    assert said.code == 0
    assert said.out.startswith("Wrote 1 files; 0 left out; ")
    assert len(list(out.glob("00001-care-summary-*.csv"))) == 1
    none = typed("export", "summary", "--filter", "standing=closed", "--out", str(tmp_path / "no"))
    assert none.out.startswith("Wrote 0 files")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--out", "x"), "Name one patient by MRN, or those of a list with --all or --filter."),
        (("482913", "--all", "--out", "x"), "Name one patient by MRN, or those of a list"),
        (("--all", "--out", "-"), "Papers of many patients go into a folder: --out FOLDER."),
        (("--filter", "age=3", "--out", "x"), "age=3 is not a filter"),
        (
            ("--all", "--kind", "card", "--format", "fhir", "--out", "x"),
            "A paper of the kind card has no form fhir",
        ),
    ],
)
def test_a_batch_that_makes_no_sense_is_told(
    typed: Typed, clinic: Store, words: tuple[str, ...], sentence: str
) -> None:
    said = typed("export", "summary", *words)
    assert said.code == 2
    assert said.err.startswith(f"careteam: {sentence}")
