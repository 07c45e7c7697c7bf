"""`careteam audit` reports in four forms, ends with the end of the trail, and notes itself."""

import csv
import json
import re
from pathlib import Path

import pypdf
import pytest

from careteam.storage.reads.audit_rows import trail_head
from careteam.storage.store import Store
from tests.cli.conftest import Typed

GOLDEN = """\
ROW   WHEN                  WHO                  WHERE  ACTION    PATIENT                   WHAT
{row}  20-Nov-2026 09:30:00  Joan Ellis, RN, OCN  desk   exported  DELACRUZ, Maria (482913)  \
saved the care summary as a file for Westside (payment)
The trail ended at row {head} with the hash {hash}.
"""


@pytest.fixture
def exported(typed: Typed, clinic: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr("platform.node", lambda: "desk")
    words = ("--out", str(tmp_path / "a.pdf"), "--recipient", "Westside", "--purpose", "payment")
    assert typed("export", "summary", "482913", *words).code == 0
    return clinic


def test_the_table_is_this_and_no_other(typed: Typed, exported: Store) -> None:
    head = exported.read(trail_head)
    said = typed("audit", "--action", "exported")
    assert said.code == 0
    expected = GOLDEN.format(row=head.seq, head=head.seq, hash=head.hash)
    assert re.sub(" +", " ", said.out) == re.sub(" +", " ", expected)
    again = typed("audit", "--action", "exported", "--user", "ellis", "--patient", "482913")
    assert "saved the care summary" in again.out
    assert "saved the report of the audit trail as a file" in typed("audit").out


def test_it_is_sorted_and_told_as_json_and_csv(typed: Typed, exported: Store) -> None:
    told = json.loads(typed("audit", "--sort", "action", "--format", "json").out)
    actions = [row["action"] for row in told["rows"]]
    assert actions == sorted(actions, reverse=True)
    assert list(told)[-1] == "head"
    said = typed("audit", "--format", "csv", "--until", "20-Nov-2026").out
    rows = list(csv.reader(said.splitlines()))
    assert rows[0] == ["Row", "When", "Who", "Where", "Action", "Patient", "What"]
    assert rows[-1][-1].startswith("The trail ended at row ")


@pytest.mark.parametrize("form", ["pdf", "csv", "json", "table"])
def test_it_goes_into_a_file(typed: Typed, exported: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"report.{form}"
    head = exported.read(trail_head)
    said = typed("audit", "--action", "exported", "--format", form, "--out", str(path))
    assert (said.code, said.out) == (0, f"Wrote {path}\n")
    data = path.read_bytes()
    if form == "pdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
        assert head.hash in re.sub(r"\s", "", text)
    else:
        assert head.hash.encode() in data


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--format", "pdf"), "A PDF is written into a file: --out FILE.pdf."),
        (("--user", "nobody"), "Nobody who uses the program is called nobody."),
        (("--user", "raman"), "raman may be "),
        (("--action", "flown"), "--action"),
    ],
)
def test_what_makes_no_sense_is_said(
    typed: Typed, clinic: Store, words: tuple[str, ...], sentence: str
) -> None:
    said = typed("audit", *words)
    assert said.code == 2
    assert sentence in said.err
