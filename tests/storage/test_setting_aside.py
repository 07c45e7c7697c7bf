"""What was there before a copy was put back is kept with its keys, whenever it was cut off."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.domain.errors import Unavailable
from careteam.storage.copies import folder_of
from careteam.storage.key_ring import ring_of
from careteam.storage.restoring import put_back
from careteam.storage.store import Store
from tests.conftest import NOW, key_of
from tests.storage.test_copies import mrns

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def copy(store: Store, patient: int) -> Path:
    """A copy of a database that is closed again."""
    made = store.copier().copy(Why.ASKED, NOW)
    store.close()
    return folder_of(store.path) / made.name


@pytest.fixture
def cut_off(store: Store) -> Path:
    """The name under which a restore kept the database, before it was cut off."""
    return store.path.with_name("careteam-before-restore-20261120-143000.db")


def part_of(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def put_back_now(copy: Path, store: Store) -> Path:
    kept = put_back(copy, store.path, key_of(store.path), now=LATER)
    assert kept is not None
    return kept


def test_a_file_that_was_kept_before_its_keys_gets_them(
    store: Store, copy: Path, cut_off: Path
) -> None:
    os.link(store.path, cut_off)
    part_of(ring_of(cut_off)).write_bytes(ring_of(store.path).read_bytes())
    kept = put_back_now(copy, store)
    assert key_of(cut_off) == key_of(kept)
    assert not list(store.path.parent.glob("*.part"))


@pytest.mark.parametrize("name", ["{}.keys.json.part", "{}.keys.json.part.part", "{}.part"])
def test_what_was_cut_off_before_the_file_was_kept_goes(
    store: Store, copy: Path, cut_off: Path, name: str
) -> None:
    left = cut_off.with_name(name.format(cut_off.name))
    left.write_bytes(b"half of it")
    put_back_now(copy, store)
    assert not left.exists()
    assert not ring_of(cut_off).exists()


def test_parts_of_other_databases_are_left_alone(store: Store, copy: Path) -> None:
    others = [
        store.path.with_name(f"{name}-before-restore-20261120-143000.db.part")
        for name in ("second", "my-careteam")
    ]
    for other in others:
        other.write_bytes(b"half of it")
    put_back_now(copy, store)
    assert all(other.exists() for other in others)


def test_it_is_kept_whole_where_a_file_has_one_name_only(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    kept = put_back_now(copy, store)
    assert kept.stat().st_size == copy.stat().st_size
    assert mrns(kept, key_of(kept)) == ["482913"]
    assert kept.stat().st_mode & 0o777 == 0o600
    assert key_of(kept) == key_of(store.path)
    assert not list(store.path.parent.glob("*.part"))


def test_a_full_disk_leaves_nothing_of_it_and_the_database_as_it_was(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = shutil.copyfile

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    def fill(source: Path, target: Path) -> None:
        whole(source, target)
        if source == store.path:
            os.truncate(target, 4096)
            raise OSError(28, "No space left on device")

    key = key_of(store.path)
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copyfile", fill)
    with pytest.raises(Unavailable, match="did not take the copy"):
        put_back(copy, store.path, key, now=LATER)
    assert not list(store.path.parent.glob("*before-restore*"))
    assert mrns(store.path, key) == ["482913"]
