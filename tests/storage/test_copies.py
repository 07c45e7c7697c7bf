"""Copies are verified, signed and thinned; putting one back loses nothing, wherever it stops."""

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.domain.errors import CareteamError, Locked, Missing, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.copies import check_copy, copies_in, copy_also, folder_of, make_copy
from careteam.storage.engine import Key, new_key, read_salt
from careteam.storage.restoring import put_back, rehearse
from careteam.storage.store import SECOND_FOLDER, Store
from careteam.storage.writes.settings import set_setting
from tests.conftest import ADMIN, NOW, PASSPHRASE

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def key(empty_database: tuple[Path, Key]) -> Key:
    return empty_database[1]


def mrns(path: Path, key: Key) -> list[str]:
    store = Store.open(path, key, now=NOW, who=ADMIN)
    try:
        return store.read(
            lambda s: list(s.connection().exec_driver_sql("SELECT mrn FROM patient").scalars())
        )
    finally:
        store.close()


def test_a_copy_tells_what_it_holds_and_can_be_checked_any_number_of_times(
    store: Store, patient: int, key: Key
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    folder = folder_of(store.path)
    assert (made.patients, made.contacts, made.why) == (1, 0, Why.ASKED)
    assert copies_in(folder) == (made,)
    for _ in range(3):
        assert check_copy(folder / made.name, key) == made
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_copy_made_while_somebody_writes_is_of_one_moment(
    store: Store, patient: int, key: Key, moment: Moment
) -> None:
    other = store.again()
    other.do(set_setting, "clinic", "Before", moment=moment, rules=store.rules)
    made = store.copier().copy(Why.DAILY, NOW)
    other.do(set_setting, "clinic", "After", moment=moment, rules=store.rules)
    other.close()
    assert check_copy(folder_of(store.path) / made.name, key) == made


@pytest.mark.parametrize("place", [0, 20, 5000, -1])
def test_a_changed_byte_is_found_before_a_copy_is_put_back(
    store: Store, patient: int, key: Key, place: int
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    path = folder_of(store.path) / made.name
    whole = bytearray(path.read_bytes())
    whole[place] ^= 1
    path.write_bytes(whole)
    store.close()
    with pytest.raises(Unavailable, match="damaged or was changed"):
        put_back(path, store.path, key, now=NOW)
    assert mrns(store.path, key) == ["482913"]


def test_a_manifest_that_was_changed_or_signed_with_another_key_is_not_believed(
    store: Store, patient: int, key: Key
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    path = folder_of(store.path) / made.name
    manifest = path.with_name(path.name + ".json")
    told = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**told, "patients": 7}), "utf-8")
    with pytest.raises(Locked, match="another passphrase"):
        check_copy(path, key)
    manifest.write_text(json.dumps(told), "utf-8")
    with pytest.raises(Locked, match="another passphrase"):
        check_copy(path, new_key())
    manifest.write_text("{", "utf-8")
    with pytest.raises(Unavailable, match="no manifest"):
        check_copy(path, key)
    assert copies_in(path.parent) == ()
    path.unlink()
    with pytest.raises(Missing):
        check_copy(path, key)


def test_a_manifest_cannot_name_a_file_outside_its_folder(store: Store, key: Key) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    folder = folder_of(store.path)
    told = json.loads((folder / f"{made.name}.json").read_text("utf-8"))
    evil = folder / "evil.json"
    evil.write_text(json.dumps({**told, "name": "../careteam.db"}), "utf-8")
    assert copies_in(folder) == (made,)


def test_old_copies_are_thinned_when_a_new_one_is_made(store: Store, key: Key) -> None:
    copier = store.copier()
    for days in (40, 39, 38, 0):
        copier.copy(Why.DAILY, NOW - timedelta(days=days))
    assert len(copies_in(folder_of(store.path))) == 4, "each is the newest of its day"
    for hours in range(1, 4):
        copier.copy(Why.DAILY, NOW - timedelta(days=20, hours=hours))
    copier.copy(Why.DAILY, NOW + timedelta(seconds=1))
    names = {copy.name for copy in copies_in(folder_of(store.path))}
    assert len(names) == 6
    on_disk = {path.name for path in folder_of(store.path).glob("*.db")}
    assert on_disk == names


def test_the_second_folder_gets_the_same_copy_and_its_absence_is_told(
    store: Store, patient: int, key: Key, moment: Moment, tmp_path: Path
) -> None:
    second = tmp_path / "usb" / "copies"
    store.do(set_setting, SECOND_FOLDER, str(second), moment=moment, rules=store.rules)
    copier = store.copier()
    made = copier.copy(Why.LEAVING, NOW)
    copier.copy_also(made)
    assert check_copy(second / made.name, key) == made
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(Unavailable):
        copy_also(copier.folder, made, blocked / "inside")


def test_a_full_disk_leaves_no_half_copy(
    store: Store, patient: int, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="did not take the copy"):
        store.copier().copy(Why.ASKED, NOW)
    assert not list(folder_of(store.path).iterdir())


def test_what_a_copy_that_was_cut_off_left_behind_is_removed_a_day_later(
    store: Store, key: Key
) -> None:
    folder = folder_of(store.path)
    folder.mkdir(mode=0o700)
    old, fresh = folder / "a.db.part", folder / "b.db.part-wal"
    for left, age in ((old, timedelta(days=2)), (fresh, timedelta(hours=1))):
        left.write_bytes(b"half")
        at = (NOW - age).timestamp()
        os.utime(left, (at, at))
    store.copier().copy(Why.DAILY, NOW)
    assert not old.exists()
    assert fresh.exists()


def test_a_rehearsal_counts_what_could_be_restored_and_changes_nothing(
    store: Store, patient: int, key: Key
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    folder = folder_of(store.path)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    found = rehearse(folder / made.name, key, now=NOW)
    assert (found.patients, found.contacts) == (1, 0)
    assert found.seconds > 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_putting_back_keeps_what_was_there_before(
    store: Store, key: Key, request: pytest.FixtureRequest
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    request.getfixturevalue("patient")
    store.close()
    before = put_back(folder_of(store.path) / made.name, store.path, key, now=NOW)
    assert mrns(store.path, key) == []
    assert before is not None
    assert mrns(before, key) == ["482913"]
    again = put_back(folder_of(store.path) / made.name, store.path, key, now=NOW + timedelta(1))
    assert again is not None
    assert mrns(store.path, key) == []


def test_a_database_that_is_open_elsewhere_is_not_replaced(
    store: Store, patient: int, key: Key
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    with pytest.raises(Locked, match="open in another window"):
        put_back(folder_of(store.path) / made.name, store.path, key, now=NOW)
    assert mrns(store.path, key) == ["482913"]


@pytest.mark.parametrize("damage", ["gone", "empty", "noise", "truncated"])
def test_a_copy_is_put_back_over_whatever_is_left_of_the_database(
    store: Store, patient: int, key: Key, damage: str
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    store.close()
    path = store.path
    if damage == "gone":
        path.unlink()
        path.with_name(path.name + "-wal").write_bytes(b"left over from another database")
    else:
        whole = path.read_bytes()
        left = {"empty": b"", "noise": os.urandom(9000), "truncated": whole[: len(whole) // 2]}
        path.write_bytes(left[damage])
    before = put_back(folder_of(path) / made.name, path, key, now=NOW)
    assert mrns(path, key) == ["482913"]
    assert (before is None) == (damage == "gone")


def test_no_copy_holds_a_name_that_can_be_read_without_the_key(
    store: Store, patient: int, key: Key
) -> None:
    store.copier().copy(Why.ASKED, NOW)
    for path in folder_of(store.path).iterdir():
        content = path.read_bytes().lower()
        assert b"delacruz" not in content
        assert b"482913" not in content
        assert PASSPHRASE.encode() not in content


def test_an_import_makes_a_copy_first_where_there_are_patients(
    store: Store, patient: int, key: Key, moment: Moment
) -> None:
    from careteam.imports.fhir.reader import read_files
    from careteam.storage.importing import run_import

    incoming = read_files(
        [ROOT / "resources" / "demo" / "sample-r4.json"],
        catalogue=store.rules.catalogue,
        zone="UTC",
    )
    report = run_import(store, incoming, {}, moment=moment)
    assert not report.stopped
    [made] = copies_in(folder_of(store.path))
    assert (made.why, made.patients) == (Why.IMPORT, 1)
    shutil.rmtree(folder_of(store.path))
    folder_of(store.path).write_text("a file where the folder should be")
    assert "cannot be made" in run_import(store, incoming, {}, moment=moment).stopped


def test_what_cannot_be_checked_is_told_in_one_sentence(tmp_path: Path, key: Key) -> None:
    noise = tmp_path / "noise.db"
    noise.write_bytes(os.urandom(4096))
    with pytest.raises(CareteamError) as caught:
        make_copy(noise, key, why=Why.ASKED, now=NOW)
    assert caught.value.sentence.endswith(".")
    assert read_salt(noise)
