"""Garbage in circles is collected in the thread of the window, and in no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import garbage
from ui.app import make_application
from ui.background import Job


class Circle:
    """Holds itself, and a timer that only its own thread may stop."""

    def __init__(self) -> None:
        self.itself = self
        self.timer = QTimer()
        self.timer.start(60_000)


@pytest.fixture
def collector() -> Iterator[garbage.Collector]:
    """One that has begun."""
    made = garbage.Collector()
    made.begin()
    yield made
    made.deleteLater()
    gc.unfreeze()


def many() -> list[list[int]]:
    """More new objects than Python lets come before it collects by itself."""
    return [[] for _ in range(garbage.NEW * 100)]


def test_work_beside_the_window_destroys_no_widget_of_it(qapp: QApplication, qtbot: QtBot) -> None:
    gc.enable()
    make_application()
    left = weakref.ref(Circle())
    heard: list[int] = []
    job = Job(lambda _report: len(many()))
    job.finished.connect(heard.append)
    job.start()
    qtbot.waitUntil(lambda: bool(heard))
    assert not gc.isenabled()
    assert left() is not None
    gc.collect()
    assert left() is None


def test_what_is_left_goes_by_itself_in_the_windows_thread(
    collector: garbage.Collector, qtbot: QtBot
) -> None:
    threads: list[int] = []
    left = weakref.ref(Circle(), lambda _gone: threads.append(threading.get_ident()))
    kept = many()
    qtbot.waitUntil(lambda: left() is None)
    assert kept
    assert threads == [threading.get_ident()]
    assert collector.is_collecting


def test_what_outlived_a_small_collection_goes_with_a_larger_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: collected.append(generation))
    for counts in ((0, 0, 0), (701, 0, 0), (0, 11, 0), (701, 11, 31), (700, 10, 30)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        garbage.collect_due()
    assert collected == [0, 1, 2]


def test_an_application_has_one_collector(qapp: QApplication) -> None:
    first = garbage.collector()
    assert garbage.collector() is first
    assert first.parent() is QApplication.instance()
