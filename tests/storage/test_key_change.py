"""The data key is changed: cut off anywhere, the old one or the new one opens the database."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.domain.access import Who
from careteam.domain.backups import Why
from careteam.domain.errors import CareteamError, Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage import key_acts, key_turning
from careteam.storage.copies import copies_in
from careteam.storage.engine import connect
from careteam.storage.key_ring import coming_ring_of, ring_of
from careteam.storage.key_slots import Kind, make_slot, to_tree
from careteam.storage.key_turning import turn_key
from careteam.storage.reads.accounts import account_rows
from careteam.storage.restoring import put_back
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.conftest import NOW, PASSPHRASE, key_of
from tests.storage.passwords import JOAN, NEW, OLD, Opens, fail_at


@pytest.fixture
def turned(store: Store, joan: Who, moment: Moment, patient: int) -> Iterator[Store]:
    """A database with a patient whose key was changed."""
    assert joan
    assert patient
    turn_key(store, moment)
    yield store
    store.close()


def test_after_a_change_of_the_key_passwords_open_and_the_key_of_before_does_not(
    store: Store, moment: Moment, joan: Who, opens: Opens, patient: int
) -> None:
    before = store.key
    code = key_acts.renew_recovery(store, moment)
    turn_key(store, moment)
    assert store.key.raw != before.raw
    with pytest.raises(Locked):
        connect(store.path, before)
    assert opens("joan", OLD)
    assert opens("admin", PASSPHRASE)
    assert store.check_trail().broken is None
    assert not coming_ring_of(store.path).exists()
    store.close()
    key_acts.recover(store.path, code, "admin", NEW, now=NOW)
    assert opens("admin", NEW)


def test_a_copy_of_before_opens_with_its_own_keys_and_is_put_back(
    turned: Store, opens: Opens
) -> None:
    copier = turned.copier()
    copy = next(path for path in copier.folder.glob("*.db"))
    key = key_of(copy, OLD, "joan")
    assert key.raw != turned.key.raw
    turned.close()
    put_back(copy, turned.path, key, now=NOW)
    assert opens("joan", OLD)
    again = sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
    assert again.key == key
    assert again.check_trail().broken is None
    again.close()


@pytest.mark.parametrize("step", ["keep_ring", "_rekey", "connect"])
def test_a_change_of_the_key_that_fails_leaves_the_old_key(
    store: Store,
    moment: Moment,
    joan: Who,
    opens: Opens,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    before = store.key
    with monkeypatch.context() as patch:
        fail_at(patch, key_turning, step, 1)
        with pytest.raises(Unavailable):
            turn_key(store, moment)
    assert store.key == before
    assert not coming_ring_of(store.path).exists()
    assert store.read(account_rows)
    assert opens("joan", OLD)


def test_a_failure_after_the_pages_are_encrypted_anew_keeps_the_new_key(
    store: Store, moment: Moment, joan: Who, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.key
    with monkeypatch.context() as patch:
        fail_at(patch, key_turning, "verify", 1)
        with pytest.raises(Unavailable):
            turn_key(store, moment)
    assert store.key != before
    assert store.read(account_rows)
    assert opens("joan", OLD)
    assert opens("admin", PASSPHRASE)


def test_a_power_cut_before_the_new_ring_is_in_place_is_mended_at_the_door(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    old_ring = ring_of(store.path).read_bytes()
    turn_key(store, moment)
    store.close()
    ring_of(store.path).replace(coming_ring_of(store.path))
    ring_of(store.path).write_bytes(old_ring)
    assert opens("joan", OLD)
    assert not coming_ring_of(store.path).exists()
    assert opens("admin", PASSPHRASE)


def test_a_power_cut_before_the_pages_are_encrypted_anew_is_mended_at_the_door(
    store: Store, moment: Moment, joan: Who, opens: Opens, tmp_path: Path
) -> None:
    store.close()
    aside = tmp_path / "aside.db"
    shutil.copyfile(store.path, aside)
    ring = ring_of(store.path).read_bytes()
    again = sign_in(store.path, Credentials("admin", PASSPHRASE), now=NOW)
    turn_key(again, moment)
    again.close()
    shutil.copyfile(aside, store.path)
    ring_of(store.path).replace(coming_ring_of(store.path))
    ring_of(store.path).write_bytes(ring)
    assert opens("joan", OLD)
    assert not coming_ring_of(store.path).exists()
    assert opens("admin", PASSPHRASE)


def test_the_key_is_not_changed_while_somebody_else_has_the_database(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    before, ring = store.key, ring_of(store.path).read_bytes()
    other = store.again()
    other.read(account_rows)
    with pytest.raises(Locked):
        turn_key(store, moment)
    assert store.key == before
    assert ring_of(store.path).read_bytes() == ring
    assert other.read(account_rows)
    other.close()
    assert opens("joan", OLD)


def test_without_room_the_key_is_not_changed(
    store: Store, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.key
    full = shutil._ntuple_diskusage(10, 9, 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    with pytest.raises(Unavailable, match="free space"):
        turn_key(store, moment)
    assert store.key == before


def test_a_disabled_user_with_an_older_ring_opens_nothing_after_a_change_of_the_key(
    store: Store, moment: Moment, joan: Who, opens: Opens
) -> None:
    ring = ring_of(store.path).read_bytes()
    key_acts.disable(store, joan.account_id, moment)
    ring_of(store.path).write_bytes(ring)
    turn_key(store, moment)
    assert store.ring().of("joan") == (), "the new key is sealed to nobody who may not sign in"
    assert not opens("joan", OLD)
    ring_now = ring_of(store.path).read_bytes()
    ring_of(store.path).write_bytes(ring)
    assert not opens("joan", OLD)
    ring_of(store.path).write_bytes(ring_now)
    assert opens("admin", PASSPHRASE)


def test_no_key_is_sealed_to_a_slot_that_a_stranger_laid_into_the_ring(
    store: Store, moment: Moment
) -> None:
    stranger = make_slot("admin", Kind.PASSWORD, NEW, bytes(32))
    tree = json.loads(ring_of(store.path).read_text("utf-8"))
    tree["slots"].append(to_tree(stranger))
    ring_of(store.path).write_text(json.dumps(tree), "utf-8")
    before = store.key
    for act in (
        lambda: turn_key(store, moment),
        lambda: key_acts.make_account(store, JOAN, moment),
        lambda: key_acts.renew_recovery(store, moment),
    ):
        with pytest.raises(CareteamError, match="changed by something else"):
            act()
    assert store.key == before


def test_a_change_of_the_key_lays_a_verified_copy_first(turned: Store) -> None:
    assert [copy.why for copy in copies_in(turned.copier().folder)] == [Why.KEY]
