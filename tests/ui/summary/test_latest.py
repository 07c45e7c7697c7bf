"""Of the work asked for in the background only the newest answer counts."""

import threading

from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from careteam.domain.errors import Unavailable
from ui.summary.latest import Latest


def test_overtaken_work_tells_nothing_and_work_in_between_is_never_begun(qtbot: QtBot) -> None:
    latest, gate, begun, answers = Latest(), threading.Event(), [], []
    latest.answered.connect(answers.append)

    def first() -> str:
        gate.wait(10)
        return "first"

    latest.ask(first)
    latest.ask(lambda: begun.append("second"))
    latest.ask(lambda: "third")
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["third"]
    assert begun == []
    assert not latest.is_busy


def test_forgotten_work_tells_nothing(qtbot: QtBot) -> None:
    latest, gate, answers = Latest(), threading.Event(), []
    latest.answered.connect(answers.append)
    latest.ask(lambda: gate.wait(10))
    latest.forget()
    assert not latest.is_busy
    gate.set()
    latest.ask(lambda: "wanted")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["wanted"]


def test_an_error_is_told_and_the_next_work_goes_on(qtbot: QtBot) -> None:
    latest, errors = Latest(), []
    latest.failed.connect(errors.append)

    def fails() -> None:
        raise Unavailable("The disk is full.")

    latest.ask(fails)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Unavailable)
    with qtbot.waitSignal(latest.answered):
        latest.ask(lambda: 1)


def test_it_waits_for_its_work_when_it_is_destroyed(qtbot: QtBot) -> None:
    latest, ended = Latest(), threading.Event()
    pause = threading.Event()

    def work() -> None:
        pause.wait(0.2)
        ended.set()

    latest.ask(work)
    Shiboken.delete(latest)
    assert ended.is_set()
