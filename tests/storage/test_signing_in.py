"""The door: who is let in, who waits, and what an old ring or an old database opens."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from pyotp.totp import TOTP
from sqlmodel import Session

from careteam.domain.access import Role, all_roles
from careteam.domain.accounts import AccountDraft
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage import key_slots
from careteam.storage.engine import derive_key, open_engine
from careteam.storage.key_acts import change_password, disable, make_account, make_account_with
from careteam.storage.key_ring import ring_of
from careteam.storage.own_account import must_change, switch_code_on
from careteam.storage.schema import MIGRATIONS, _drop_triggers, create_schema, migrating
from careteam.storage.seeds import seed
from careteam.storage.signing_in import (
    DISABLED,
    EXPIRED,
    WRONG,
    CodeNeeded,
    Credentials,
    WrongPassword,
    ask_again,
    sign_in,
)
from careteam.storage.store import Store
from careteam.storage.wrong_tries import FREE, seconds_to_wait
from tests.conftest import NOW, PASSPHRASE

OTHER = "velvet pocket orchard twelve"
NEW = "walnut harbor sixteen violins"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MOMENT = Moment.at(NOW)
NAVIGATOR = frozenset({Role.NAVIGATOR})


@dataclass
class Door:
    """A database with its door; `steady` is the clock that starts with the machine."""

    path: Path
    steady: float = 1_000.0

    def open(self, user: str, password: str, code: str = "", *, days: int = 0) -> Store:
        now = NOW + timedelta(days=days)
        return sign_in(
            self.path, Credentials(user, password, code), now=now, steady=lambda: self.steady
        )

    def refused(self, user: str, password: str, code: str = "", *, days: int = 0) -> str:
        with pytest.raises(Locked) as told:
            self.open(user, password, code, days=days).close()
        return told.value.sentence


@pytest.fixture
def door(store: Store) -> Iterator[Door]:
    """A database with admin and marcus."""
    make_account_with(store, AccountDraft("marcus", NAVIGATOR), OTHER, MOMENT)
    yield Door(store.path)
    store.close()


def test_who_has_the_password_works_with_the_roles_of_the_account(door: Door) -> None:
    store = door.open("Marcus", OTHER)
    assert store.who is not None
    assert (store.who.name, store.who.roles) == ("marcus", NAVIGATOR)
    store.close()
    assert door.refused("marcus", PASSPHRASE) == WRONG
    assert door.refused("admin", OTHER) == WRONG


def test_an_unknown_user_is_told_the_same_after_the_same_work(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[object, ...]] = []
    real = key_slots.hash_secret_raw

    def counted(*args: object) -> bytes:
        calls.append(args[2:])
        return real(*args)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(key_slots, "hash_secret_raw", counted)
    known = door.refused("marcus", "not the password")
    with_known = list(calls)
    calls.clear()
    assert door.refused("nobody", "not the password") == known
    assert calls == with_known
    assert len(calls) == 1


def test_after_five_wrong_tries_the_next_waits_and_nothing_shortens_it(door: Door) -> None:
    for _ in range(FREE - 1):
        assert door.refused("marcus", "not the password") == WRONG
    assert "The next one is taken in 2 s" in door.refused("marcus", "not the password")
    assert "is taken in 2 s" in door.refused("marcus", OTHER), "even the right one waits"
    assert "is taken in 2 s" in door.refused("marcus", OTHER, days=30), "the day's clock set on"
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from careteam.storage.wrong_tries import seconds_to_wait\n"
        "print(seconds_to_wait(Path(sys.argv[1]), 'marcus', 1000.0))"
    )
    words = [sys.executable, "-c", code, str(door.path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert float(done.stdout) == 2.0, "in a new process"
    door.open("admin", PASSPHRASE).close()
    door.steady += 2
    door.open("marcus", OTHER).close()
    assert seconds_to_wait(door.path, "marcus", door.steady) == 0.0


def test_unknown_users_share_one_wait_and_are_written_nowhere(door: Door) -> None:
    for number in range(FREE):
        door.refused(f"{PASSPHRASE} {number}", "x")
    assert "is taken in" in door.refused("somebody else", "x")
    told = b"".join(path.read_bytes() for path in door.path.parent.glob("*.tries"))
    assert PASSPHRASE.encode() not in told


def test_asking_again_counts_and_waits_like_the_door(door: Door) -> None:
    store = door.open("marcus", OTHER)
    for _ in range(FREE):
        with pytest.raises(WrongPassword):
            ask_again(store, "not it", now=NOW, steady=lambda: door.steady)
    with pytest.raises(WrongPassword, match="is taken in"):
        ask_again(store, OTHER, now=NOW, steady=lambda: door.steady)
    door.steady += 2
    ask_again(store, OTHER, now=NOW, steady=lambda: door.steady)
    store.close()


def test_a_disabled_account_opens_nothing_even_with_the_ring_of_before(door: Door) -> None:
    admin = door.open("admin", PASSPHRASE)
    before = ring_of(door.path).read_bytes()
    marcus = door.open("marcus", OTHER)
    assert marcus.who is not None
    disable(admin, marcus.who.account_id, MOMENT)
    marcus.close()
    admin.close()
    assert door.refused("marcus", OTHER) == WRONG
    ring_of(door.path).write_bytes(before)
    assert door.refused("marcus", OTHER) == DISABLED


def test_a_one_time_code_works_for_three_days_in_any_spelling_and_not_after(door: Door) -> None:
    admin = door.open("admin", PASSPHRASE)
    _, code = make_account(admin, AccountDraft("ada", NAVIGATOR), MOMENT)
    admin.close()
    store = door.open("ada", code.lower().replace("-", " "), days=2)
    assert must_change(store)
    store.close()
    assert door.refused("ada", code, days=4) == EXPIRED


def test_a_ring_file_of_before_does_not_bring_an_old_password_back(door: Door) -> None:
    before = ring_of(door.path).read_bytes()
    store = door.open("marcus", OTHER)
    change_password(store, OTHER, NEW, MOMENT)
    store.close()
    door.open("marcus", NEW).close()
    ring_of(door.path).write_bytes(before)
    assert door.refused("marcus", OTHER) == WRONG
    door.open("admin", PASSPHRASE).close()


def test_a_second_factor_is_asked_for_and_each_code_is_taken_once(door: Door) -> None:
    store = door.open("marcus", OTHER)
    device = TOTP(SEED)
    spares = switch_code_on(store, SEED, device.at(NOW - timedelta(seconds=30)), MOMENT)
    store.close()
    with pytest.raises(CodeNeeded):
        door.open("marcus", OTHER)
    assert "not the right one" in door.refused("marcus", OTHER, "000000")
    assert "clock" in door.refused("marcus", OTHER, device.at(NOW + timedelta(minutes=5)))
    door.open("marcus", OTHER, device.at(NOW)).close()
    assert "used already" in door.refused("marcus", OTHER, device.at(NOW))
    door.open("marcus", OTHER, spares[0]).close()
    assert "used already" in door.refused("marcus", OTHER, spares[0])


def old_database(path: Path) -> None:
    """A database as it was before there were users: one passphrase, no accounts, no ring."""
    key = derive_key(PASSPHRASE, bytes(range(16)))
    path.touch()
    engine = open_engine(path, key, is_new=True)
    with engine.begin() as connection:
        create_schema(connection)
        with Session(bind=connection) as session:
            seed(session, today=MOMENT.today, zone="UTC", clinic="Program")
            session.commit()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        _drop_triggers(connection)
        command.downgrade(config, "0003")
        connection.exec_driver_sql("PRAGMA user_version = 3")
    engine.dispose()


def test_a_database_of_before_users_becomes_one_with_its_first_account(tmp_path: Path) -> None:
    door = Door(tmp_path / "old.db")
    old_database(door.path)
    with pytest.raises(Locked):
        door.open("", "not the passphrase")
    store = door.open("joan.ellis", PASSPHRASE)
    assert store.who is not None
    assert (store.who.name, store.who.roles) == ("joan.ellis", all_roles())
    store.close()
    assert ring_of(door.path).is_file()
    again = door.open("joan.ellis", PASSPHRASE)
    assert again.who == store.who
    again.close()
    assert door.refused("admin", PASSPHRASE) == WRONG


def test_a_database_whose_ring_is_gone_is_not_taken_for_one_of_before_users(
    door: Door, tmp_path: Path
) -> None:
    ring_of(door.path).unlink()
    with pytest.raises((Locked, Unavailable)):
        door.open("admin", PASSPHRASE)
    old = Door(tmp_path / "old" / "old.db")
    old.path.parent.mkdir()
    old_database(old.path)
    old.open("joan", PASSPHRASE).close()
    shutil.move(ring_of(old.path), tmp_path / "elsewhere.json")
    with pytest.raises(Unavailable, match="missing"):
        old.open("thief", PASSPHRASE)
