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
    code, _, err = typed(*words, "--out", str(out), "--recipient", "Westside Clinic")
    assert (code, err) == (0, "")
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
    words = ("export", "summary", "482913", "--kind", "handoff", "--format", "fhir", "--out", "-")
    code, _, err = typed(*words)
    assert code == 2
    assert err == "A paper of the kind handoff has no form fhir; take another --format.\n"


def test_sections_are_those_of_the_kind(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    words = ("export", "summary", "482913", "--kind", "treatment", "--format", "text")
    code, out, _ = typed(*words, "--sections", "diagnosis", "--out", str(tmp_path / "one.txt"))
    assert code == 0
    told = (tmp_path / "one.txt").read_text()
    assert "DIAGNOSIS AND RISK" in told
    assert "WHO TREATS" not in told
    code, _, err = typed(*words, "--sections", "team", "--out", "-")
    assert code == 2
    assert err.startswith("team is not a section; there are: diagnosis, phases")
    assert json.dumps(out)
