"""Who opens a copy: the key of now, whoever had a password of then, or the code of then."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from careteam.domain.access import Denied, Role
from careteam.domain.accounts import AccountDraft
from careteam.domain.backups import Why
from careteam.domain.errors import Damaged, NotItsKeys
from careteam.domain.moment import Moment
from careteam.storage.copies import copies_in, folder_of
from careteam.storage.copy_keys import open_as_keeper, open_copy, opens_with
from careteam.storage.engine import SALT_BYTES
from careteam.storage.key_acts import make_account_with, renew_recovery
from careteam.storage.key_ring import ring_of
from careteam.storage.key_turning import turn_key
from careteam.storage.manifests import manifest_of
from careteam.storage.restoring import put_back
from careteam.storage.signing_in import Credentials, WrongPassword, sign_in
from careteam.storage.store import Store
from careteam.storage.wrong_tries import read_wrong_tries
from tests.conftest import NOW, PASSPHRASE, key_of

OTHER = "velvet pocket orchard twelve"


@dataclass
class Turned:
    """A database whose key was changed after a copy, and the recovery code of then."""

    path: Path
    copy: Path
    code: str

    def typed(self, user: str, password: str) -> tuple[Path, Credentials, Path]:
        return self.copy, Credentials(user, password), self.path


@pytest.fixture
def turned(store: Store, moment: Moment, patient: int) -> Turned:
    assert patient
    draft = AccountDraft("marcus", frozenset({Role.NAVIGATOR}))
    make_account_with(store, draft, OTHER, moment)
    code = renew_recovery(store, moment)
    made = store.copier().copy(Why.ASKED, NOW.replace(hour=8))
    turn_key(store, moment)
    store.close()
    return Turned(store.path, folder_of(store.path) / made.name, code)


def test_the_key_of_now_opens_copies_of_now_and_the_password_of_then_those_of_then(
    turned: Turned,
) -> None:
    now = key_of(turned.path)
    assert not opens_with(turned.copy, now)
    opening = open_copy(*turned.typed("marcus", OTHER), now=NOW)
    assert opens_with(turned.copy, opening.key)
    assert open_copy(*turned.typed("", turned.code), now=NOW).key == opening.key


def test_a_copy_whose_manifest_was_changed_is_still_known_by_its_key(turned: Turned) -> None:
    then = open_copy(*turned.typed("marcus", OTHER), now=NOW).key
    manifest = manifest_of(turned.copy)
    manifest.write_text(manifest.read_text().replace('"patients": 1', '"patients": 2'))
    assert opens_with(turned.copy, then)
    assert not opens_with(turned.copy, key_of(turned.path))


def test_a_wrong_try_counts_beside_the_database_and_a_typing_mistake_does_not(
    turned: Turned,
) -> None:
    with pytest.raises(WrongPassword, match=r"typing mistake|letters and digits"):
        open_copy(*turned.typed("", turned.code[:-1]), now=NOW)
    assert read_wrong_tries(turned.path) == ()
    for typed in (("marcus", "not the password"), ("nobody", OTHER)):
        with pytest.raises(WrongPassword, match="password is wrong"):
            open_copy(*turned.typed(*typed), now=NOW)
    assert read_wrong_tries(turned.path) == (NOW, NOW)


def test_a_code_of_now_opens_no_copy_of_then(turned: Turned, moment: Moment) -> None:
    store = sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
    code = renew_recovery(store, moment)
    store.close()
    with pytest.raises(WrongPassword, match="opens nothing in the copy"):
        open_copy(*turned.typed("", code), now=NOW)


def test_with_nobody_signed_in_only_who_kept_copies_then_or_has_the_code_puts_one_back(
    turned: Turned,
) -> None:
    with pytest.raises(Denied):
        open_as_keeper(*turned.typed("marcus", OTHER), now=NOW)
    key = open_as_keeper(*turned.typed("admin", PASSPHRASE), now=NOW)
    assert open_as_keeper(*turned.typed("", turned.code), now=NOW) == key


def test_a_copy_of_before_users_leaves_no_ring_that_is_not_its_own(turned: Turned) -> None:
    key = open_copy(*turned.typed("marcus", OTHER), now=NOW).key
    ring_of(turned.copy).unlink()
    kept = put_back(turned.copy, turned.path, key, now=NOW)
    assert not ring_of(turned.path).exists()
    assert kept is not None
    assert key_of(kept) != key


def test_an_old_ring_put_back_after_a_change_of_the_key_is_called_that(turned: Turned) -> None:
    store = sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
    for hour in range(9, 15):
        store.copier().copy(Why.DAILY, NOW.replace(hour=hour))
    store.close()
    assert len(copies_in(folder_of(turned.path))) > 3
    ring_of(turned.path).write_bytes(ring_of(turned.copy).read_bytes())
    with pytest.raises(NotItsKeys, match=r"of before the key was changed.*newest copy"):
        sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)


def test_a_ring_of_another_database_is_called_that(turned: Turned, moment: Moment) -> None:
    other = turned.path.with_name("other.db")
    Store.create(other, PASSPHRASE, moment=moment).close()
    ring_of(turned.path).write_bytes(ring_of(other).read_bytes())
    with pytest.raises(NotItsKeys, match="not the database that belongs to these keys"):
        sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)


@pytest.mark.parametrize("at", [3, 100])
def test_a_damaged_first_page_after_a_change_of_the_key_is_damage(turned: Turned, at: int) -> None:
    store = sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
    store.copier().copy(Why.DAILY, NOW)
    store.close()
    content = bytearray(turned.path.read_bytes())
    assert at != SALT_BYTES
    content[at] ^= 1
    turned.path.write_bytes(content)
    with pytest.raises(Damaged, match="damaged"):
        sign_in(turned.path, Credentials("admin", PASSPHRASE), now=NOW)
