"""Wrong passwords are kept beside the database: the next try waits, and somebody is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from careteam.storage.wrong_tries import (
    FREE,
    LONGEST,
    MOST,
    forget_wait,
    forget_wrong_tries,
    note_wrong_try,
    read_wrong_tries,
    seconds_to_wait,
)
from tests.conftest import NOW


def try_wrongly(database: Path, times: int, user: str = "joan", steady: float = 1_000.0) -> None:
    for _ in range(times):
        note_wrong_try(database, user, NOW, steady)


def test_tries_are_kept_in_order_and_forgotten_once_told(tmp_path: Path) -> None:
    database = tmp_path / "careteam.db"
    moments = [NOW + timedelta(minutes=minute) for minute in range(MOST + 5)]
    for moment in moments:
        note_wrong_try(database, "joan", moment, 0.0)
    assert read_wrong_tries(database) == tuple(moments[5:])
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    forget_wrong_tries(database)
    assert read_wrong_tries(database) == ()
    assert seconds_to_wait(database, "joan", 0.0) > 0, "being told is no right password"


@pytest.mark.parametrize("told", ["{", "[1, 2]", '{"moments": [], "waits": {"joan": [7]}}', "7"])
def test_a_file_that_is_none_and_a_disk_that_refuses_hold_nobody_up(
    tmp_path: Path, told: str
) -> None:
    database = tmp_path / "gone" / "careteam.db"
    note_wrong_try(database, "joan", NOW, 0.0)
    assert read_wrong_tries(database) == ()
    (tmp_path / "careteam.db.tries").write_text(told, "utf-8")
    assert read_wrong_tries(tmp_path / "careteam.db") == ()
    assert seconds_to_wait(tmp_path / "careteam.db", "joan", 0.0) == 0


def test_five_tries_are_free_and_then_the_wait_doubles_to_a_quarter_of_an_hour(
    tmp_path: Path,
) -> None:
    database = tmp_path / "careteam.db"
    waits = []
    for _ in range(FREE + 12):
        try_wrongly(database, 1)
        waits.append(seconds_to_wait(database, "joan", 1_000.0))
    assert waits[: FREE - 1] == [0.0] * (FREE - 1)
    assert waits[FREE - 1 : FREE + 3] == [2.0, 4.0, 8.0, 16.0]
    assert waits[-1] == LONGEST


def test_a_hundred_tries_take_the_better_part_of_a_day(tmp_path: Path) -> None:
    database, steady = tmp_path / "careteam.db", 0.0
    for _ in range(100):
        steady += seconds_to_wait(database, "joan", steady)
        note_wrong_try(database, "joan", NOW, steady)
    assert steady / 3600 > 21


def test_the_wait_outlives_the_program_and_the_day_s_clock(tmp_path: Path) -> None:
    database = tmp_path / "careteam.db"
    try_wrongly(database, FREE + 5, steady=50_000.0)
    assert seconds_to_wait(database, "joan", 50_010.0) == 54.0
    assert seconds_to_wait(database, "joan", 3.0) == 61.0, "the machine was started anew"
    assert seconds_to_wait(database, "joan", 50_065.0) == 0.0


def test_one_user_does_not_wait_for_another_and_the_right_password_ends_it(
    tmp_path: Path,
) -> None:
    database = tmp_path / "careteam.db"
    try_wrongly(database, FREE + 3)
    assert seconds_to_wait(database, "marcus", 1_000.0) == 0.0
    forget_wait(database, "joan")
    assert seconds_to_wait(database, "joan", 1_000.0) == 0.0
