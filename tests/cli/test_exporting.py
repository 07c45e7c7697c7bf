"""`careteam export` writes whole files, readable by their owner only, or nothing."""

import hashlib
import json
import os
import re
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader

from careteam.domain.disclosures import Form
from careteam.storage.reads.disclosures import disclosures_of
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
        (("482913", "--out", "x.pdf", "--format", "word"), 2, "--format"),
        (("999", "--out", "x.pdf", "--format", "fhir"), 1, "There is no patient with the MRN 999."),
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


def test_a_summary_is_written_as_a_fhir_document(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "out.json"
    said = typed("export", "summary", "482913", "--format", "fhir", "--out", str(path))
    assert (said.code, said.out) == (0, f"Wrote {path}\n")
    told = json.loads(path.read_text("utf-8"))
    assert (told["type"], told["entry"][0]["resource"]["resourceType"]) == (
        "document",
        "Composition",
    )
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_record_is_written_and_a_folder_gets_a_name_that_betrays_nobody(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    assert typed("export", "record", "482913", "--out", str(folder)).code == 0
    (made,) = folder.iterdir()
    assert re.fullmatch(r"record-2026-11-20-0930-[0-9a-f]{4}\.json", made.name)
    assert json.loads(made.read_text("utf-8"))["type"] == "collection"


def test_a_file_can_be_streamed_and_says_nothing_else(typed: Typed, clinic: Store) -> None:
    said = typed("export", "record", "482913", "--out", "-")
    told = json.loads(said.out)
    assert (said.code, told["resourceType"], said.err) == (0, "Bundle", "")
    lines = typed("export", "record", "--all", "--out", "-").out.splitlines()
    kinds = {json.loads(line)["resourceType"] for line in lines}
    assert {"Patient", "CareTeam", "Practitioner", "Provenance"} <= kinds


def test_everybody_is_written_into_a_new_folder(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    said = typed("export", "record", "--all", "--out", str(folder))
    assert (said.code, said.out) == (0, f"Wrote {folder}\n")
    patients = (folder / "Patient.ndjson").read_text("utf-8").splitlines()
    assert [json.loads(line)["identifier"][0]["value"] for line in patients] == ["482913"]
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    again = typed("export", "record", "--all", "--out", str(folder))
    assert (again.code, again.err) == (
        2,
        f"careteam: {folder} is there and not empty. Name a new folder.\n",
    )


@pytest.mark.parametrize("words", [(), ("482913", "--all")])
def test_one_patient_or_everybody_has_to_be_named(
    words: tuple[str, ...], typed: Typed, clinic: Store
) -> None:
    said = typed("export", "record", *words, "--out", "x.json")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("careteam: Name one patient by MRN, or write everybody with --all.")


def test_what_leaves_is_told_in_the_history(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    out = str(tmp_path / "out.json")
    typed("export", "record", "482913", "--out", out)
    typed("export", "summary", "482913", "--format", "fhir", "--out", out)
    told = typed("history", "482913").out
    assert "saved the whole record in FHIR as a file" in told
    assert "saved the care summary in FHIR as a file" in told


def test_the_namespace_is_made_once_and_can_be_set(typed: Typed, clinic: Store) -> None:
    first = typed("export", "namespace")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}\n", first.out)
    assert typed("export", "namespace").out == first.out
    assert typed("export", "namespace", "urn:oid:2.999.1.1").out == "urn:oid:2.999.1.1\n"
    refused = typed("export", "namespace", "my clinic")
    assert refused.code == 1
    assert "my clinic is not a namespace; write it as urn:oid:" in refused.err
    told = json.loads(typed("export", "record", "482913", "--out", "-").out)
    systems = [
        item["identifier"][0]["system"]
        for item in (entry["resource"] for entry in told["entry"])
        if item["resourceType"] == "Patient"
    ]
    assert systems == ["urn:oid:2.999.1.1"]


def test_whatever_leaves_as_fhir_stands_in_the_register_with_its_digest(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    one, paper, folder = tmp_path / "one.json", tmp_path / "paper.json", tmp_path / "all"
    said = ("--recipient", "Westside Clinic", "--purpose", "treatment")
    typed("export", "record", "482913", "--out", str(one), *said)
    typed("export", "summary", "482913", "--format", "fhir", "--out", str(paper), *said)
    typed("export", "record", "--all", "--out", str(folder))
    typed("export", "record", "--all", "--out", "-")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
    ]
    rows = sorted(clinic.read(disclosures_of, 1), key=lambda row: row.id)
    assert [(row.kind, row.recipient, row.digest) for row in rows] == [
        ("fhir_record", "Westside Clinic", hashlib.sha256(one.read_bytes()).hexdigest()),
        ("fhir_summary", "Westside Clinic", hashlib.sha256(paper.read_bytes()).hexdigest()),
        ("fhir_record", "not said", hashlib.sha256("".join(lines).encode()).hexdigest()),
        ("fhir_record", "not said", ""),
    ]
    assert {row.form for row in rows} == {Form.FHIR}


@pytest.mark.parametrize("words", [("482913",), ("--all",)])
def test_what_cannot_be_registered_is_not_written(
    words: tuple[str, ...], typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    said = typed("export", "record", *words, "--out", str(out), "--purpose", "other")
    assert (said.code, out.exists()) == (1, False)
    assert "Say in your own words why." in said.err
    streamed = typed("export", "record", *words, "--out", "-", "--purpose", "other")
    assert (streamed.code, streamed.out) == (1, "")


def test_only_a_pdf_can_have_a_password(typed: Typed, clinic: Store, tmp_path: Path) -> None:
    words = ("482913", "--format", "fhir", "--out", str(tmp_path / "x"), "--password-stdin")
    said = typed("export", "summary", *words)
    assert said.code == 2
    assert "Only a PDF can have a password" in said.err
