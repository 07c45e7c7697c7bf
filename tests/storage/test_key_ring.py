"""The ring of keys as a stranger would change it: refused in one sentence, with nothing eaten."""

import json
import tracemalloc
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.errors import CareteamError, Locked, Unavailable
from careteam.storage.door import MOST_BYTES, users_of
from careteam.storage.engine import Key
from careteam.storage.key_ring import MOST_SLOTS, Ring, keep_ring, read_ring, ring_of, unlock
from careteam.storage.key_slots import Kind, make_slot, seal
from careteam.storage.signing_in import Credentials, open_key, sign_in
from tests.conftest import NOW, PASSPHRASE

OTHER = "velvet pocket orchard twelve"
RAW = bytes(range(32))
FEW_BYTES = 8 * 1024 * 1024


@pytest.fixture(scope="module")
def slots() -> tuple[Any, Any]:
    """The slots of two users, made once: each takes tenths of a second."""
    until = (NOW + timedelta(hours=1)).isoformat()
    joan = make_slot("joan", Kind.PASSWORD, PASSPHRASE, RAW)
    return joan, make_slot("marcus", Kind.ONCE, OTHER, RAW, until=until)


@pytest.fixture
def path(tmp_path: Path, slots: tuple[Any, Any]) -> Path:
    """A ring of two users."""
    path = tmp_path / "careteam.db.keys.json"
    keep_ring(path, Ring(slots), RAW)
    return path


def change(path: Path, how: Callable[[Any], None]) -> None:
    tree = json.loads(path.read_text("utf-8"))
    how(tree)
    path.write_text(json.dumps(tree), "utf-8")


def opened(path: Path, user: str = "joan", password: str = PASSPHRASE) -> bytes | None:
    ring = read_ring(path)
    assert ring is not None
    found = unlock(ring, user, password, path)
    return found[0] if found else None


def first(name: str, value: object) -> Callable[[Any], None]:
    def how(tree: Any) -> None:
        tree["slots"][0][name] = value

    return how


def doubled(tree: Any) -> None:
    tree["slots"][1]["id"] = tree["slots"][0]["id"]


def without_a_part(tree: Any) -> None:
    del tree["slots"][0]["sealed"]


def too_many(tree: Any) -> None:
    tree["slots"] = [{**tree["slots"][0], "id": str(place)} for place in range(MOST_SLOTS + 1)]


def no_slots(tree: Any) -> None:
    tree["slots"] = 7


def other_version(tree: Any) -> None:
    tree["version"] = 2


MADE_UP = {
    "4 TiB of memory": first("m", 4 * 1024**3),
    "too little memory": first("m", 8),
    "a thousand passes": first("t", 1000),
    "no pass": first("t", 0),
    "many lanes": first("p", 255),
    "no lane": first("p", 0),
    "an unknown algorithm": first("alg", "scrypt"),
    "no id": first("id", ""),
    "an unknown kind": first("kind", "master"),
    "a short salt": first("salt", "AAAA"),
    "no base 64": first("private", "§"),
    "a number for bytes": first("public", 7),
    "words for a number": first("t", "three"),
    "two slots of one id": doubled,
    "a part that is missing": without_a_part,
    "too many slots": too_many,
    "no list of slots": no_slots,
    "another version": other_version,
}


def test_the_right_password_takes_the_key_out_and_no_other(path: Path) -> None:
    assert opened(path) == RAW
    assert opened(path, password=OTHER) is None
    assert opened(path, "marcus", OTHER) == RAW
    assert opened(path, "nobody") is None
    assert users_of(path.with_name("careteam.db")) == ("joan", "marcus")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("made_up", MADE_UP)
def test_a_ring_that_is_made_up_is_refused_before_any_work_is_done(
    path: Path, made_up: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(path, MADE_UP[made_up])
    monkeypatch.setattr("careteam.storage.key_slots.hash_secret_raw", pytest.fail)
    tracemalloc.start()
    try:
        with pytest.raises(Unavailable, match=r"cannot be read\. Put that file back"):
            read_ring(path)
        assert tracemalloc.get_traced_memory()[1] < FEW_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "told", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": 1}', b"[" * 100_000]
)
def test_a_file_that_is_no_ring_is_refused(path: Path, told: bytes) -> None:
    path.write_bytes(told)
    with pytest.raises(Unavailable, match="cannot be read"):
        read_ring(path)
    assert users_of(path.with_name("careteam.db")) == ()


def test_a_ring_that_was_cut_off_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(0, len(whole) - 1, 97):
        path.write_bytes(whole[:length])
        with pytest.raises(Unavailable):
            read_ring(path)


def test_a_hundred_megabytes_are_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * MOST_BYTES)
    tracemalloc.start()
    try:
        with pytest.raises(Unavailable):
            read_ring(path)
        assert users_of(path.with_name("careteam.db")) == ()
        assert tracemalloc.get_traced_memory()[1] < FEW_BYTES
    finally:
        tracemalloc.stop()


def swapped_users(tree: Any) -> None:
    one, two = tree["slots"]
    one["user"], two["user"] = two["user"], one["user"]


def swapped_keys(tree: Any) -> None:
    one, two = tree["slots"]
    for name in ("sealed", "private", "public"):
        one[name], two[name] = two[name], one[name]


def later(tree: Any) -> None:
    tree["slots"][1]["until"] = (NOW + timedelta(days=999)).isoformat()


def a_password_of_it(tree: Any) -> None:
    tree["slots"][1]["kind"] = "password"


@pytest.mark.parametrize(
    ("how", "user", "password"),
    [
        (first("t", 1), "joan", PASSPHRASE),
        (first("m", 19 * 1024), "joan", PASSPHRASE),
        (first("p", 2), "joan", PASSPHRASE),
        (swapped_users, "marcus", PASSPHRASE),
        (swapped_users, "joan", OTHER),
        (swapped_keys, "joan", OTHER),
        (later, "marcus", OTHER),
        (a_password_of_it, "marcus", OTHER),
    ],
)
def test_a_slot_that_was_changed_opens_nothing(
    path: Path, how: Callable[[Any], None], user: str, password: str
) -> None:
    change(path, how)
    assert opened(path, user, password) is None


def test_a_slot_that_was_taken_out_or_put_in_is_told(path: Path, slots: tuple[Any, Any]) -> None:
    change(path, lambda tree: tree["slots"].pop())
    with pytest.raises(Locked, match="changed by something else than Careteam"):
        opened(path)
    keep_ring(path, Ring(slots[:1]), RAW)
    own = make_slot("thief", Kind.PASSWORD, OTHER, bytes(32))
    with_thief = Ring((*slots, own))
    keep_ring(path, with_thief, bytes(32))
    assert opened(path, "thief", OTHER) == bytes(32), "a key of its own opens no database"
    with pytest.raises(Locked, match="changed by something else"):
        opened(path)


def test_another_key_is_sealed_in_without_anybody_s_password(slots: tuple[Any, Any]) -> None:
    new = bytes(reversed(RAW))
    ring = Ring(tuple(seal(slot, new) for slot in slots))
    path = Path("careteam.db.keys.json")
    with pytest.raises(Locked):  # not signed yet
        unlock(ring, "joan", PASSPHRASE, path)
    assert {slot.public for slot in ring.slots} == {slot.public for slot in slots}
    assert all(new not in slot.sealed for slot in ring.slots)


def test_the_ring_of_another_database_opens_this_one_not(
    empty_database: tuple[Path, Key], tmp_path: Path, slots: tuple[Any, Any]
) -> None:
    path = tmp_path / "careteam.db"
    path.write_bytes(empty_database[0].read_bytes())
    keep_ring(ring_of(path), Ring(slots[:1]), RAW)
    assert open_key(path, Credentials("joan", PASSPHRASE)).key.raw == RAW
    with pytest.raises(CareteamError, match="not the database that belongs to these keys"):
        sign_in(path, Credentials("joan", PASSPHRASE), now=NOW)
