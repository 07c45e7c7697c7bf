"""What nobody caught is told in one sentence, and the report holds no data."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from careteam.domain.errors import Locked
from ui import crash


@pytest.fixture
def told(tmp_path: Path) -> Iterator[list[str]]:
    """What the nurse is told, with the hook of this test in place."""
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    said: list[str] = []
    crash.install(tmp_path / "state", said.append)
    yield said
    sys.excepthook, sys.unraisablehook, threading.excepthook = before


def fail(name: str, error: type[Exception]) -> None:
    raise error(f"cannot handle {name}")


def hand_over(error: type[Exception]) -> None:
    try:
        fail("DELACRUZ, Maria", error)
    except error as caught:
        sys.excepthook(error, caught, caught.__traceback__)


def test_our_own_failure_is_told_and_its_report_names_places_only(
    told: list[str], tmp_path: Path
) -> None:
    hand_over(KeyError)
    report = tmp_path / "state" / crash.REPORTS
    text = report.read_text("utf-8")
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "DELACRUZ" not in text
    assert report.stat().st_mode & 0o777 == 0o600
    assert "Your work is kept" in told[0]
    assert "DELACRUZ" not in told[0]


def test_what_the_program_foresaw_is_only_told(told: list[str], tmp_path: Path) -> None:
    error = Locked("Another program is writing. Try again.")
    sys.excepthook(Locked, error, None)
    assert told == ["Another program is writing. Try again."]
    assert not (tmp_path / "state" / crash.REPORTS).exists()


def test_reports_never_grow_without_end(told: list[str], tmp_path: Path) -> None:
    report = tmp_path / "state" / crash.REPORTS
    report.write_text("x" * (crash.MOST_BYTES + 1), "utf-8")
    hand_over(ValueError)
    assert report.stat().st_size < 10_000


def test_a_report_that_cannot_be_written_stops_nothing(told: list[str], tmp_path: Path) -> None:
    report = tmp_path / "state" / crash.REPORTS
    report.mkdir()
    hand_over(KeyError)
    assert "Your work is kept" in told[0]


def test_what_fails_behind_the_window_is_written_down_without_its_words(
    told: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def work(name: str = "DELACRUZ, Maria") -> None:
        raise LookupError(name)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "LookupError" in (tmp_path / "state" / crash.REPORTS).read_text("utf-8")
    assert "DELACRUZ" not in capfd.readouterr().err
    assert len(told) == 1
