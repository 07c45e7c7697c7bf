"""`careteam init` makes an encrypted database with its clinic and its navigator, or nothing."""

import getpass
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.worker import read_worker, worker_of
from careteam.storage.store import Store
from tests.cli.conftest import Typed
from tests.conftest import ADMIN, NOW, PASSPHRASE, key_of


def opened(path: Path) -> Store:
    return Store.open(path, key_of(path), now=NOW, who=ADMIN)


def test_a_new_database_has_its_clinic_zone_and_navigator(typed: Typed, tmp_path: Path) -> None:
    said = typed(
        "init", "--clinic", "Riverside", "--zone", "Europe/Lisbon",
        "--navigator", "Joan Ellis, RN, OCN",
    )  # fmt: skip
    assert said.code == 0
    assert "Riverside" in said.out
    assert "Joan Ellis, RN, OCN works at this desk." in said.out
    path = tmp_path / "careteam.db"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    store = opened(path)
    settings = store.read(read_settings)
    assert (settings["clinic"], settings["zone"]) == ("Riverside", "Europe/Lisbon")
    assert store.read(read_worker, store.read(worker_of)) == "Joan Ellis, RN, OCN"
    store.close()


def test_the_zone_of_the_machine_is_taken_when_none_is_named(typed: Typed, tmp_path: Path) -> None:
    assert typed("init").code == 0
    store = opened(tmp_path / "careteam.db")
    assert store.read(read_settings)["zone"]
    store.close()


def test_an_existing_file_is_never_touched(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "careteam.db").write_text("letters")
    said = typed("init")
    assert said.code == 2
    assert "There is a file at " in said.err
    assert (tmp_path / "careteam.db").read_text() == "letters"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--zone", "Mars/Olympus"), "Mars/Olympus is not a time zone"),
        (("--zone", "../etc/passwd"), "is not a time zone"),
        (("--clinic", " "), "The clinic needs a name."),
    ],
)
def test_a_clinic_that_cannot_be_is_refused_and_nothing_is_made(
    words: tuple[str, ...], sentence: str, typed: Typed, tmp_path: Path
) -> None:
    said = typed("init", *words)
    assert said.code == 2
    assert sentence in said.err
    assert not (tmp_path / "careteam.db").exists()


def test_a_navigator_who_cannot_be_leaves_no_database_behind(typed: Typed, tmp_path: Path) -> None:
    said = typed("init", "--navigator", "J" * 300)
    assert said.code == 1
    assert "This is too long" in said.err
    assert not (tmp_path / "careteam.db").exists()


def test_a_short_passphrase_is_refused(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARETEAM_PASSPHRASE", "fourteen chars")
    said = typed("init")
    assert said.code == 2
    assert "at least 15 characters; 1 more are needed" in said.err
    assert not (tmp_path / "careteam.db").exists()


def answers(*given: str) -> Callable[[str], str]:
    left = list(given)
    return lambda _prompt: left.pop(0)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)


def test_a_terminal_is_asked_twice(
    typed: Typed, terminal: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CARETEAM_PASSPHRASE")
    monkeypatch.setattr(getpass, "getpass", answers(PASSPHRASE, PASSPHRASE))
    assert typed("init").code == 0
    opened(tmp_path / "careteam.db").close()


def test_two_passphrases_that_differ_make_nothing(
    typed: Typed, terminal: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CARETEAM_PASSPHRASE")
    monkeypatch.setattr(getpass, "getpass", answers(PASSPHRASE, PASSPHRASE + "!"))
    said = typed("init")
    assert said.code == 2
    assert "The two passwords differ" in said.err
    assert not (tmp_path / "careteam.db").exists()
