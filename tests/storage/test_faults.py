"""Anything a disk or a file can do wrong gets one clear sentence, and nothing is lost."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import CareteamError, Locked, Missing, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.backup import back_up
from careteam.storage.engine import Key, connect
from careteam.storage.key_ring import lay_beside
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from tests.conftest import ADMIN, NOW, PASSPHRASE, key_of


def damaged(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "damaged.db"
    path.write_bytes(content)
    return path


def open_it(path: Path) -> Store:
    return sign_in(path, Credentials("admin", PASSPHRASE), now=NOW)


def log_many(store: Store, draft: ContactDraft, moment: Moment) -> None:
    for _ in range(50):
        store.do(log_contact, draft, moment=moment, rules=store.rules)


def one_sentence_of(error: CareteamError) -> str:
    assert "\n" not in error.sentence
    assert "Traceback" not in error.sentence
    assert error.sentence.endswith(".")
    return error.sentence


def test_a_file_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.db"
    with pytest.raises(Missing) as caught:
        open_it(path)
    assert str(path) in one_sentence_of(caught.value)
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"short", "too short"),
        (os.urandom(8192), "cannot be opened with this passphrase"),
        (b"name,mrn\n" + b"a,b\n" * 2000, "cannot be opened with this passphrase"),
        (b"%PDF-1.7\n" + b"x" * 8192, "cannot be opened with this passphrase"),
    ],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = damaged(tmp_path, content)
    with pytest.raises(CareteamError) as caught:
        open_it(path)
    assert words in one_sentence_of(caught.value)
    assert path.read_bytes() == content


def test_a_database_that_is_not_encrypted_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE patient (id INTEGER)")
    plain.close()
    with pytest.raises(Unavailable, match="not encrypted"):
        open_it(path)


def test_a_wrong_passphrase_is_one_sentence(store: Store) -> None:
    with pytest.raises(Locked, match="User name or password is wrong"):
        sign_in(store.path, Credentials("admin", "something else entirely"), now=NOW)


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="folder"):
        open_it(tmp_path)


def test_a_truncated_database_is_told_as_damaged(
    store: Store, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    content = empty_database[0].read_bytes()
    path = damaged(tmp_path, content[: len(content) // 2 // 4096 * 4096])
    lay_beside(empty_database[0], path)
    with pytest.raises(CareteamError) as caught:
        open_it(path)
    assert "damaged" in one_sentence_of(caught.value)


def test_an_existing_file_is_never_overwritten_by_a_new_database(
    store: Store, moment: Moment
) -> None:
    before = store.path.read_bytes()
    with pytest.raises(Unavailable, match="already"):
        Store.create(store.path, PASSPHRASE, moment=moment)
    assert store.path.read_bytes() == before


def test_the_file_is_for_its_owner_only_and_holds_no_readable_text(
    tmp_path: Path, moment: Moment
) -> None:
    path = tmp_path / "own" / "clinic.db"
    store = Store.create(path, PASSPHRASE, moment=moment)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    wal = path.with_name("clinic.db-wal")
    for file in (path, wal):
        if file.exists():
            content = file.read_bytes()
            assert b"nurse_navigator" not in content
            assert b"SQLite format 3" not in content
    store.close()


def test_while_another_program_writes_nothing_is_saved_and_it_is_said(
    store: Store, moment: Moment, patient: int, empty_database: tuple[Path, Key],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("careteam.storage.engine.BUSY_SECONDS", 0.1)
    impatient = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    other = connect(store.path, empty_database[1])
    other.execute("BEGIN IMMEDIATE")
    draft = ContactDraft(patient, "nurse_navigator", "phone", "no_answer", moment.now)
    with pytest.raises(Locked, match="try again"):
        impatient.do(log_contact, draft, moment=moment, rules=store.rules)
    other.execute("ROLLBACK")
    other.close()
    impatient.do(log_contact, draft, moment=moment, rules=store.rules)
    impatient.close()


def test_two_windows_see_each_others_changes(
    store: Store, moment: Moment, patient: int, empty_database: tuple[Path, Key]
) -> None:
    other = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
    before = other.data_version()
    draft = ContactDraft(patient, "nurse_navigator", "phone", "no_answer", moment.now)
    store.do(log_contact, draft, moment=moment, rules=store.rules)
    assert other.data_version() != before
    other.close()


@pytest.mark.skipif(os.name == "nt", reason="limits of file size are a matter of POSIX")
def test_when_the_disk_is_full_nothing_is_half_saved(
    store: Store, moment: Moment, patient: int
) -> None:
    import resource

    rules = store.rules
    draft = ContactDraft(
        patient, "nurse_navigator", "phone", "no_answer", moment.now, note="x" * 19_000
    )
    store.do(log_contact, draft, moment=moment, rules=rules)
    wal = store.path.with_name(store.path.name + "-wal")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal.stat().st_size + 4096, limits[1]))
    try:
        with pytest.raises(Unavailable) as caught:
            log_many(store, draft, moment)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, was)
    assert "Nothing was saved" in one_sentence_of(caught.value)
    store.do(log_contact, draft, moment=moment, rules=rules)


def test_a_backup_opens_with_the_same_passphrase_and_a_failed_one_leaves_nothing(
    store: Store, patient: int, tmp_path: Path
) -> None:
    key = key_of(store.path)
    copy = tmp_path / "copy.db"
    back_up(store.path, key, copy)
    lay_beside(store.path, copy)
    reopened = open_it(copy)
    assert (
        reopened.read(lambda s: s.connection().exec_driver_sql("SELECT mrn FROM patient").scalar())
        == "482913"
    )
    reopened.close()
    assert copy.stat().st_mode & 0o777 == 0o600
    broken = tmp_path / "broken.db"
    shutil.copyfile(store.path, broken)
    with broken.open("r+b") as file:
        file.seek(40_000)
        file.write(os.urandom(4096))
    with pytest.raises(CareteamError):
        back_up(broken, key, tmp_path / "never.db")
    assert not list(tmp_path.glob("never*"))
