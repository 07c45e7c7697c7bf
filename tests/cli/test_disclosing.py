"""What the command line writes is registered, and `careteam disclosures` tells it."""

import hashlib
import io
import json
from pathlib import Path

import pypdf
import pytest

from careteam.storage.store import Store
from tests.cli.conftest import Typed

EXPORT = ("export", "summary", "482913", "--out")


def test_without_being_told_the_recipient_is_not_said(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    assert typed(*EXPORT, str(tmp_path / "a.pdf")).code == 0
    said = typed("disclosures", "482913", "--json")
    (row,) = json.loads(said.out)["disclosures"]
    assert (row["recipient"], row["purpose"]) == ("not said", "care_coordination")
    assert (row["kind"], row["form"], row["who"]) == ("summary", "pdf", "Joan Ellis, RN, OCN")
    assert row["at"] == "2026-11-20T09:30-05:00"


def test_who_and_why_stand_in_the_register_with_the_digest_of_the_file(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    words = ("--recipient", "Westside Clinic", "--purpose", "other", "--why", "second opinion")
    assert typed(*EXPORT, str(path), *words).code == 0
    (row,) = json.loads(typed("disclosures", "482913", "--json").out)["disclosures"]
    assert row["digest"] == hashlib.sha256(path.read_bytes()).hexdigest()
    said = typed("disclosures", "482913")
    assert "Westside Clinic" in said.out
    assert "another reason: second opinion" in said.out
    assert typed("disclosures", "482913", "--since", "tomorrow").out == (
        "Nothing was disclosed in this time.\n"
    )


def test_a_file_can_be_protected_with_a_password_from_standard_input(
    typed: Typed, clinic: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    monkeypatch.setattr("sys.stdin", io.StringIO("lantern meadow 41\nmore\n"))
    assert typed(*EXPORT, str(path), "--password-stdin").code == 0
    reader = pypdf.PdfReader(path)
    assert reader.is_encrypted
    assert reader.decrypt("lantern meadow 41") == pypdf.PasswordType.USER_PASSWORD
    (row,) = json.loads(typed("disclosures", "482913", "--json").out)["disclosures"]
    assert row["is_encrypted"] is True


def test_what_is_refused_is_neither_written_nor_registered(
    typed: Typed, clinic: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    said = typed(*EXPORT, str(path), "--password-stdin")
    assert (said.code, "--password-stdin: Use at least 12 characters." in said.err) == (1, True)
    assert typed(*EXPORT, str(path), "--purpose", "fun").code == 2
    assert typed(*EXPORT, str(path), "--purpose", "other").code == 1
    assert typed(*EXPORT, str(tmp_path / "gone" / "a.pdf")).code == 2
    assert not path.exists()
    assert json.loads(typed("disclosures", "482913", "--json").out)["disclosures"] == []
