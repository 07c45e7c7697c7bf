"""Wrong passphrases are kept beside the database until somebody can be told."""

from datetime import timedelta
from pathlib import Path

from careteam.storage.wrong_tries import (
    MOST,
    forget_wrong_tries,
    note_wrong_try,
    read_wrong_tries,
)
from tests.conftest import NOW


def test_tries_are_kept_in_order_and_forgotten_once_told(tmp_path: Path) -> None:
    database = tmp_path / "careteam.db"
    moments = [NOW + timedelta(minutes=minute) for minute in range(MOST + 5)]
    for moment in moments:
        note_wrong_try(database, moment)
    assert read_wrong_tries(database) == tuple(moments[5:])
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    forget_wrong_tries(database)
    assert read_wrong_tries(database) == ()


def test_a_file_that_is_none_and_a_disk_that_refuses_hold_nobody_up(tmp_path: Path) -> None:
    database = tmp_path / "gone" / "careteam.db"
    note_wrong_try(database, NOW)
    assert read_wrong_tries(database) == ()
    (tmp_path / "careteam.db.tries").write_text("{", "utf-8")
    assert read_wrong_tries(tmp_path / "careteam.db") == ()
