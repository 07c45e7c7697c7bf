"""Long work goes on beside the window, tells how far it is, and can be stopped."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background import Job, Report


def test_the_result_arrives_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    places: list[int] = []
    job = Job(lambda _report: threading.get_ident())
    job.finished.connect(lambda _result: places.append(threading.get_ident()))
    with qtbot.waitSignal(job.finished) as caught:
        job.start()
    qtbot.waitUntil(lambda: bool(places))
    assert caught.args is not None
    assert caught.args[0] != threading.get_ident()
    assert places == [threading.get_ident()]
    job.wait()


def test_progress_is_told_and_cancelling_stops_at_the_next_report(qtbot: QtBot) -> None:
    begun = threading.Event()
    done: list[int] = []

    def work(report: Report) -> int:
        for count in range(10_000):
            if not report(count, 10_000):
                return count
            begun.set()
            threading.Event().wait(0.001)
        return 10_000

    job = Job(work)
    job.finished.connect(done.append)
    job.start()
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(done))
    assert done[0] < 10_000
    job.wait()


def test_what_goes_wrong_is_handed_over_not_swallowed(qtbot: QtBot) -> None:
    def work(_report: Report) -> None:
        raise ValueError("no")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert caught.args is not None
    assert isinstance(caught.args[0], ValueError)
    job.wait()
    assert not job.is_running


def test_a_job_that_nobody_holds_any_more_runs_to_its_end(qtbot: QtBot) -> None:
    ended = threading.Event()

    def work(_report: Report) -> None:
        threading.Event().wait(0.05)
        ended.set()

    Job(work).start()
    assert ended.wait(5)


@pytest.mark.parametrize("ends", ["well", "in an error", "by a report"])
def test_work_whose_page_is_gone_ends_without_a_word(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str], ends: str
) -> None:
    begun, gone, page = threading.Event(), threading.Event(), QObject()
    told: list[bool] = []

    def work(report: Report) -> None:
        begun.set()
        gone.wait(5)
        if ends == "by a report":
            told.append(report(1, 2))
        if ends == "in an error":
            raise ValueError("no")

    job = Job(work, page)
    job.start()
    assert begun.wait(5)
    shiboken6.delete(page)
    gone.set()
    job.wait()
    assert told == ([False] if ends == "by a report" else [])
    assert "run()" not in capfd.readouterr().err


def test_even_an_end_of_the_program_within_the_work_is_told(qtbot: QtBot) -> None:
    def work(_report: Report) -> None:
        raise SystemExit(2)

    job = Job(work)
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert caught.args is not None
    assert isinstance(caught.args[0], SystemExit)
    job.wait()
