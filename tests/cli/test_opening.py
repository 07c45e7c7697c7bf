"""A database that cannot be opened is refused in one sentence, with code 2 and no traceback."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.storage.engine import new_key, open_engine
from careteam.storage.key_ring import Ring, keep_ring, ring_of
from careteam.storage.key_slots import Kind, make_slot
from careteam.storage.schema import SCHEMA
from careteam.storage.store import Store
from tests.cli.conftest import Typed
from tests.conftest import PASSPHRASE, copy_database, key_of
from tests.read_only import only_read

NOBODY = 65534


def whole(path: Path, store: Store) -> None:
    copy_database(store.path, path)


def made_plain(path: Path, store: Store) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE patient (name TEXT)")
    connection.commit()
    connection.close()


def made_newer(path: Path, store: Store) -> None:
    whole(path, store)
    engine = open_engine(path, key_of(path))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")
    engine.dispose()


def made_strange(path: Path, store: Store) -> None:
    key = new_key()
    path.touch()
    slot = make_slot("admin", Kind.PASSWORD, PASSPHRASE, key.raw)
    keep_ring(ring_of(path), Ring((slot,)), key.raw)
    engine = open_engine(path, key, is_new=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE other (name TEXT)")
    engine.dispose()


def cut_short(path: Path, store: Store) -> None:
    path.write_bytes(store.path.read_bytes()[:700])


def cut_in_half(path: Path, store: Store) -> None:
    whole(path, store)
    path.write_bytes(store.path.read_bytes()[: 4096 * 2])


def nothing(path: Path, store: Store) -> None:
    assert not path.exists()


def no_bytes(path: Path, store: Store) -> None:
    path.touch()


def a_folder(path: Path, store: Store) -> None:
    path.mkdir()


def a_letter(path: Path, store: Store) -> None:
    path.write_text("Dear nurse, " * 500)


FAULTS = {
    "missing": (nothing, "There is no database at "),
    "empty": (no_bytes, " is empty: it is damaged."),
    "folder": (a_folder, " is a folder, not a database."),
    "text": (
        a_letter,
        "This file cannot be opened with this passphrase, or it is not a Careteam database.",
    ),
    "plain": (made_plain, " is a database that is not encrypted"),
    "short": (cut_short, " is too short to be a database."),
    "half": (cut_in_half, "restore the last backup"),
    "newer": (made_newer, f"made by a newer Careteam (schema {SCHEMA + 1}; "),
    "strange": (made_strange, "This database was not made by Careteam."),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("words", [("patients",), ("due", "--json"), ("keys",)], ids=" ".join)
def test_what_is_no_database_is_refused_by_name(
    fault: str, words: tuple[str, ...], typed: Typed, store: Store, tmp_path: Path
) -> None:
    make, sentence = FAULTS[fault]
    path = tmp_path / "given.db"
    make(path, store)
    said = typed("--database", str(path), *words)
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_wrong_passphrase_is_refused_and_never_repeated(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARETEAM_PASSPHRASE", "a wrong one entirely")
    said = typed("patients")
    assert said.code == 2
    assert "User name or password is wrong." in said.err
    assert "wrong one" not in said.err


def test_without_a_terminal_a_missing_passphrase_is_said(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CARETEAM_PASSPHRASE")
    said = typed("patients")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("careteam: The password is missing: set CARETEAM_PASSPHRASE")


def test_without_a_database_the_option_and_the_variable_are_named(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CARETEAM_DATABASE")
    said = typed("patients")
    assert said.code == 2
    assert "--database PATH" in said.err
    assert "CARETEAM_DATABASE" in said.err


@pytest.fixture
def read_only(clinic: Store) -> Iterator[Path]:
    """The clinic in a file that this account may read and not write."""
    clinic.close()
    with only_read(clinic.path) as path:
        yield path


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_a_read_only_database_is_never_written(
    typed: Typed, clinic: Store, read_only: Path
) -> None:
    said = typed(
        "--database", str(read_only), "contact", "482913", "--role", "nurse_navigator",
        "--mode", "phone", "--outcome", "reached_patient", "--minutes", "3", "--note", "x",
    )  # fmt: skip
    assert said.code == 2
    assert "Traceback" not in said.err
    assert "The database is read-only here. Nothing was saved" in said.err


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_a_read_only_database_is_read_and_it_is_said_that_the_trail_does_not_hear_of_it(
    typed: Typed, clinic: Store, read_only: Path
) -> None:
    said = typed("--database", str(read_only), "patients")
    assert said.code == 0
    assert "DELACRUZ" in said.out
    assert said.err.count("\n") == 1
    assert "read-only here" in said.err
    assert "not kept in its audit trail" in said.err


def test_a_database_that_another_program_writes_to_is_left_alone(
    typed: Typed, clinic: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careteam.storage.engine.BUSY_SECONDS", 0.05)
    other = open_engine(clinic.path, clinic.key)
    with other.begin() as writing:
        writing.exec_driver_sql("UPDATE setting SET value = value")
        said = typed(
            "contact", "482913", "--role", "nurse_navigator", "--mode", "phone",
            "--outcome", "reached_patient", "--minutes", "3", "--note", "x",
        )  # fmt: skip
        reading = typed("patients")
    other.dispose()
    assert said.code == 2
    assert "Another program is writing to the database." in said.err
    assert "Traceback" not in said.err
    assert reading.code == 0
    assert "DELACRUZ, Maria" in reading.out


def test_a_database_in_a_synchronised_folder_is_refused_with_the_way_out(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    synced = tmp_path / "Nextcloud"
    synced.mkdir()
    clinic.close()
    clinic.path.rename(synced / "careteam.db")
    for words in (["patients"], ["init", "--clinic", "Program"]):
        target = synced / ("careteam.db" if words == ["patients"] else "new.db")
        said = typed("--database", str(target), *words)
        assert said.code == 2
        assert "synchronised by Nextcloud" in said.err
        assert said.err.count("\n") == 1


def test_files_that_others_could_reach_are_mended_with_a_note(typed: Typed, clinic: Store) -> None:
    clinic.close()
    clinic.path.chmod(0o644)
    said = typed("patients")
    assert said.code == 0
    assert said.err == ("Other accounts of this machine could reach careteam.db; that is mended.\n")
    assert clinic.path.stat().st_mode & 0o777 == 0o600
