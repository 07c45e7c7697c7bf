"""Whatever is done to the audit trail is found by the program and by `careteam verify`."""

import functools
import shutil
from pathlib import Path

import pytest

from careteam.cli import run
from careteam.domain.audit import Broken, Fault
from careteam.storage import signing_in
from careteam.storage.anchors import anchor_of
from careteam.storage.audit_ddl import audit_trigger_ddl
from careteam.storage.engine import connect
from careteam.storage.key_ring import unlock
from tests.conftest import PASSPHRASE
from tests.reliability.clinic import Clinic, content, log_one

ROW = 40
EDIT = (f"UPDATE audit SET actor_id = 99 WHERE seq = {ROW}",)
MIDDLE = (f"DELETE FROM audit WHERE seq = {ROW}",)
FIRST = ("DELETE FROM audit WHERE seq = 1",)
SWAP = (
    f"UPDATE audit SET seq = -1 WHERE seq = {ROW}",
    f"UPDATE audit SET seq = {ROW} WHERE seq = {ROW} + 1",
    f"UPDATE audit SET seq = {ROW} + 1 WHERE seq = -1",
)
RENUMBER = (
    *MIDDLE,
    f"UPDATE audit SET seq = -seq WHERE seq > {ROW}",
    "UPDATE audit SET seq = -seq - 1 WHERE seq < 0",
)
INSERT = (
    f"UPDATE audit SET seq = -seq WHERE seq >= {ROW}",
    f"CREATE TEMP TABLE made AS SELECT * FROM audit WHERE seq = {ROW} - 1",
    f"UPDATE made SET seq = {ROW}",
    "INSERT INTO audit SELECT * FROM made",
    "UPDATE audit SET seq = 1 - seq WHERE seq < 0",
)
TAIL = ("DELETE FROM audit WHERE seq > (SELECT max(seq) FROM audit) - 3",)
EVERYTHING = ("DELETE FROM audit",)


@pytest.fixture
def here(clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    """The clinic in a folder of this test's own, named to the command line."""
    laid = clinic.laid(tmp_path / "here")
    monkeypatch.setattr(signing_in, "unlock", functools.cache(unlock))
    monkeypatch.setenv("CARETEAM_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("CARETEAM_DATABASE", str(laid.path))
    return laid


def tamper(clinic: Clinic, *statements: str) -> None:
    """Write below the program, with its key: the guards are taken off and put on again."""
    raw = connect(clinic.path, clinic.key)
    raw.execute("DROP TRIGGER audit_stays_update")
    raw.execute("DROP TRIGGER audit_stays_delete")
    for statement in statements:
        raw.execute(statement)
    for statement in audit_trigger_ddl():
        if "audit_stays_" in statement:
            raw.execute(statement)
    raw.close()


def head_of(clinic: Clinic) -> int:
    store = clinic.open()
    try:
        return store.check_trail().head
    finally:
        store._engine.dispose()


def is_told(clinic: Clinic, broken: Broken, said: pytest.CaptureFixture[str]) -> None:
    """By the program and by the command line, for good: looking at it mends nothing."""
    store = clinic.open()
    try:
        assert store.check_trail().broken == broken
    finally:
        store.close()
    for _ in range(2):
        assert run(["verify"]) == 1
        assert said.readouterr().out == f"{broken.sentence}\n"


@pytest.mark.parametrize(
    ("statements", "fault", "row"),
    [
        pytest.param(EDIT, Fault.CHANGED, ROW, id="edited"),
        pytest.param(MIDDLE, Fault.MISSING, ROW, id="taken out"),
        pytest.param(FIRST, Fault.MISSING, 1, id="the first taken out"),
        pytest.param(SWAP, Fault.CHANGED, ROW, id="swapped"),
        pytest.param(RENUMBER, Fault.CHANGED, ROW, id="taken out and renumbered"),
        pytest.param(INSERT, Fault.CHANGED, ROW, id="put in"),
    ],
)
def test_what_is_done_to_a_row_is_found_to_the_row(
    here: Clinic, statements: tuple[str, ...], fault: Fault, row: int,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    tamper(here, *statements)
    is_told(here, Broken(fault, row), capsys)


@pytest.mark.parametrize("statements", [TAIL, EVERYTHING], ids=["tail", "everything"])
def test_rows_cut_off_are_found_by_the_anchor(
    here: Clinic, statements: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    head = head_of(here)
    tamper(here, *statements)
    is_told(here, Broken(Fault.CUT, head), capsys)


def test_an_older_file_put_in_place_by_hand_is_found_however_long_it_is_worked_on(
    here: Clinic, clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    store = here.open()
    log_one(store, here.patient)
    store.close()
    head = head_of(here)
    shutil.copyfile(clinic.path, here.path)
    is_told(here, Broken(Fault.CUT, head), capsys)
    store = here.open()
    for _ in range(5):
        log_one(store, here.patient)
    store.close()
    is_told(here, Broken(Fault.OTHER, head), capsys)


def test_the_log_of_a_dead_window_taken_away_is_found(
    here: Clinic, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = here.open()
    log_one(store, here.patient)
    store.anchor()
    head = store.check_trail().head
    dead = here.laid(tmp_path / "dead")
    store.close()
    for file in dead.path.parent.iterdir():
        shutil.copyfile(file, here.path.parent / file.name)
    assert len(content(dead.path, dead.key).contacts) == 4
    here.path.with_name(here.path.name + "-wal").unlink()
    is_told(here, Broken(Fault.CUT, head), capsys)


def test_an_anchor_of_another_time_or_hand_is_found(
    here: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    anchor_of(here.path).write_text('{"seq": 1, "hash": "", "mac": ""}')
    is_told(here, Broken(Fault.ANCHOR), capsys)


@pytest.mark.parametrize("name", [one.split(maxsplit=3)[2] for one in audit_trigger_ddl()][::23])
def test_a_trigger_that_was_dropped_is_named(
    here: Clinic, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = connect(here.path, here.key)
    raw.execute(f"DROP TRIGGER {name}")
    raw.close()
    is_told(here, Broken(Fault.UNWATCHED, name=name), capsys)


def test_a_trail_that_nobody_touched_is_whole(
    here: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify"]) == 0
    assert "is whole" in capsys.readouterr().out
