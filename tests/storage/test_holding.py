"""One window at a time has a database; who has it is named, and who died has it no more."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from careteam.domain.backups import Why
from careteam.domain.dates import day_shown
from careteam.domain.errors import Locked
from careteam.storage.copies import folder_of
from careteam.storage.engine import Key
from careteam.storage.holding import Hold, hold_of, holder_of
from careteam.storage.restoring import put_back
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW

ROOT = Path(__file__).parents[2]
OTHER = """
import sys
from datetime import datetime
from pathlib import Path
from careteam.storage.holding import Hold

held = Hold.take(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""


def other_process(database: Path) -> "subprocess.Popen[str]":
    """Another process that has the database, until its input ends or it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(database), NOW.isoformat()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "careteam.db"


def test_who_has_a_database_is_named(database: Path) -> None:
    since = f"{NOW.astimezone():%H:%M}"
    with other_process(database) as other:
        with pytest.raises(Locked) as told:
            Hold.take(database, NOW)
        assert told.value.sentence == (
            f"careteam.db is open since {since} on this machine by process {other.pid}. Close it "
            "there, or choose another file."
        )
        other.communicate()
    Hold.take(database, NOW).release()


def test_a_hold_of_another_day_tells_the_day(database: Path) -> None:
    with Hold.take(database, NOW), pytest.raises(Locked) as told:
        Hold.take(database, NOW + timedelta(days=2))
    assert day_shown(NOW.astimezone().date()) in told.value.sentence


def test_a_process_that_was_killed_holds_nothing(database: Path) -> None:
    with other_process(database) as other:
        other.kill()
        other.wait()
    left = holder_of(database)
    assert left is not None
    assert left.process == other.pid
    with Hold.take(database, NOW):
        now = holder_of(database)
        assert now is not None
        assert now.process != other.pid


def test_what_was_let_go_can_be_had_and_tells_nobody(database: Path) -> None:
    hold = Hold.take(database, NOW)
    hold.release()
    hold.release()
    assert holder_of(database) is None
    assert hold_of(database).stat().st_mode & 0o777 == 0o600
    with Hold.take(database, NOW):
        pass


@pytest.mark.parametrize("words", ["", "{", "[]", '{"process": "x"}', "\x00" * 9000])
def test_a_file_that_cannot_be_read_names_nobody_and_keeps_nobody_out(
    database: Path, words: str
) -> None:
    hold_of(database).write_text(words)
    assert holder_of(database) is None
    Hold.take(database, NOW).release()


def test_without_words_another_window_is_still_another_window(database: Path) -> None:
    with Hold.take(database, NOW):
        hold_of(database).write_text("")
        with pytest.raises(Locked, match="open in another window"):
            Hold.take(database, NOW)


def test_a_restore_names_who_has_the_database_and_leaves_it(
    store: Store, empty_database: tuple[Path, Key]
) -> None:
    made = store.copier().copy(Why.ASKED, NOW)
    store.close()
    before = store.path.read_bytes()
    with Hold.take(store.path, NOW), pytest.raises(Locked, match="by process"):
        put_back(folder_of(store.path) / made.name, store.path, empty_database[1], now=NOW)
    assert store.path.read_bytes() == before
    put_back(folder_of(store.path) / made.name, store.path, empty_database[1], now=NOW)
    assert holder_of(store.path) is None


def test_while_a_window_has_it_others_may_still_read_and_write(
    store: Store, empty_database: tuple[Path, Key]
) -> None:
    with Hold.take(store.path, NOW):
        other = Store.open(store.path, empty_database[1], now=NOW, who=ADMIN)
        other.copier().copy(Why.ASKED, NOW)
        other.close()
