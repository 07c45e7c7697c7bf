"""Where it may not be written a database is read as it stands, and nothing beside it is touched."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from pyotp.totp import TOTP
from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit import Broken, Event, Fault
from careteam.domain.changes import Changes
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.domain.read_only import GOES_ON, Cause, ReadOnly
from careteam.storage.engine import open_engine
from careteam.storage.holding import Hold
from careteam.storage.own_account import switch_code_on
from careteam.storage.read_only import PLACE, may_write
from careteam.storage.signing_in import SPARE_USED, Credentials, WrongPassword, sign_in
from careteam.storage.soundness import check_pages
from careteam.storage.store import OLDER, Store
from careteam.storage.writes.audit_events import note_event
from tests.conftest import NOW, PASSPHRASE
from tests.read_only import only_read

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
FILE = ReadOnly(Cause.FILE)
RIGHTS = [
    pytest.param(0o444, 0o555, id="file and folder"),
    pytest.param(0o444, 0o777, id="file"),
    pytest.param(0o666, 0o555, id="folder"),
]
MOMENT = Moment.at(NOW, "America/New_York")
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ME = Credentials("admin", PASSPHRASE)


def all_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder with its content and the moment it was written."""
    return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in folder.iterdir()}


@pytest.mark.parametrize(("file", "folder"), RIGHTS)
def test_it_is_signed_in_at_and_read_and_not_one_byte_is_touched(
    store: Store, patient: int, file: int, folder: int
) -> None:
    store.close()
    with only_read(store.path, file=file, folder=folder) as path:
        before = all_of(path.parent)
        opened = sign_in(path, ME, now=NOW, check=check_pages)
        assert opened.read_only == FILE
        assert opened.read(_mrn) == "482913"
        again = opened.again()
        assert again.read_only == FILE
        again.close()
        opened.anchor()
        opened.close()
        assert all_of(path.parent) == before


def test_a_log_that_nobody_folded_in_is_read_too(store: Store, patient: int) -> None:
    with only_read(store.path) as path:
        before = all_of(path.parent)
        assert before["careteam.db-wal"][0]
        opened = sign_in(path, ME, now=NOW, check=check_pages)
        assert opened.read(_mrn) == "482913"
        place = opened.file.parent
        assert place.name.startswith(PLACE)
        opened.close()
        assert not place.exists()
        assert all_of(path.parent) == before


@pytest.mark.parametrize("action", Action)
def test_nothing_is_written_there_whatever_it_is(store: Store, action: Action) -> None:
    @needs(action)
    def verb(session: Session, *, moment: Moment, rules: object) -> Changes:
        raise AssertionError("it ran")

    store.read_only = FILE
    with pytest.raises(Unavailable, match=r"read-only here\. Nothing was saved"):
        store.do(verb, moment=MOMENT, rules=store.rules)


@pytest.mark.parametrize("action", Action)
def test_where_the_trail_is_broken_it_goes_on_and_the_record_does_not(
    store: Store, action: Action
) -> None:
    @needs(action)
    def verb(session: Session, *, moment: Moment, rules: object) -> Changes:
        return Changes(frozenset())

    store.read_only = ReadOnly(Cause.TRAIL, Broken(Fault.CHANGED, 12))
    if action in GOES_ON[Cause.TRAIL]:
        store.do(verb, moment=MOMENT, rules=store.rules)
    else:
        with pytest.raises(Unavailable, match="audit trail is broken"):
            store.do(verb, moment=MOMENT, rules=store.rules)


def test_a_database_that_turns_read_only_while_it_is_open_is_known_to_be(store: Store) -> None:
    rules = store.rules
    store._engine.dispose()
    store._engine = open_engine(store.path, store.key, is_fixed=True)
    with pytest.raises(Unavailable, match="read-only here"):
        store.do(note_event, Event.LOCKED, "desk", moment=MOMENT, rules=rules)
    assert store.read_only == FILE


def test_wrong_passwords_are_refused_there_as_anywhere(store: Store) -> None:
    store.close()
    with only_read(store.path) as path:
        for _ in range(7):
            with pytest.raises(WrongPassword, match="User name or password is wrong"):
                sign_in(path, Credentials("admin", "not the password"), now=NOW)
        sign_in(path, ME, now=NOW).close()


def test_a_code_of_the_device_is_taken_and_a_spare_one_is_not(store: Store) -> None:
    device = TOTP(SEED)
    spares = switch_code_on(store, SEED, device.at(NOW - timedelta(seconds=30)), Moment.at(NOW))
    store.close()
    with only_read(store.path) as path:
        for code in (device.at(NOW), device.at(NOW)):
            sign_in(path, Credentials("admin", PASSPHRASE, code), now=NOW).close()
        with pytest.raises(Unavailable) as refused:
            sign_in(path, Credentials("admin", PASSPHRASE, spares[0]), now=NOW)
        assert refused.value.sentence == SPARE_USED


def test_an_older_database_is_not_brought_up_to_date_there(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 5")
    store.close()
    with only_read(store.path) as path, pytest.raises(Unavailable) as refused:
        sign_in(path, ME, now=NOW)
    assert refused.value.sentence == OLDER


def test_who_has_it_open_is_named_where_nothing_can_be_written_too(store: Store) -> None:
    store.close()
    with only_read(store.path, folder=0o777) as path:
        with Hold.take(path, NOW):
            path.parent.joinpath("careteam.db.open").chmod(0o444)
            with pytest.raises(Locked, match=r"careteam\.db is open"):
                Hold.take(path, NOW)
        Hold.take(path, NOW).release()


def test_where_everything_may_be_written_nothing_is_left_of_the_try(store: Store) -> None:
    before = sorted(store.path.parent.iterdir())
    assert may_write(store.path)
    assert sorted(store.path.parent.iterdir()) == before


def _mrn(session: Session) -> str | None:
    return session.execute(text("SELECT mrn FROM patient")).scalar()
