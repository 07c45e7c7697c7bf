"""Figures are counted beside the window, and only the newest are told."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.access import Denied
from careteam.domain.errors import CareteamError, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from tests.ui.waiting import wait_until
from ui.desk import Desk
from ui.insights.counting import WAITING_MS, Counting, Side


class Told:
    """What a counting told."""

    def __init__(self, counting: Counting, desk: Desk) -> None:
        self.found: list[Any] = []
        self.sentences: list[str] = []
        self.waits = self.denials = 0
        counting.counted.connect(self.found.append)
        counting.failed.connect(self.sentences.append)
        counting.waiting.connect(self._on_waiting)
        desk.denied.connect(self._on_denied)

    def _on_waiting(self) -> None:
        self.waits += 1

    def _on_denied(self) -> None:
        self.denials += 1


@pytest.fixture
def desk(store: Store, moment: Moment) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)


@pytest.fixture
def counts(desk: Desk, qtbot: QtBot) -> Counting:
    return Counting(desk)


@pytest.fixture
def told(counts: Counting, desk: Desk) -> Told:
    return Told(counts, desk)


def raising(error: Exception) -> Callable[[Store], Any]:
    def question(_store: Store) -> Any:
        raise error

    return question


def test_it_is_counted_beside_the_window_on_a_connection_of_its_own(
    counts: Counting, told: Told, store: Store
) -> None:
    counts.count(lambda one: (one, threading.get_ident()))
    assert (told.found, counts.is_busy) == ([], True)
    wait_until(lambda: not counts.is_busy)
    [(own, thread)] = told.found
    assert own is not store
    assert thread != threading.get_ident()
    assert not own.is_open
    assert store.is_open


def test_of_what_is_asked_only_the_newest_is_told(counts: Counting, told: Told) -> None:
    counts.count(lambda _store: "the clinic")
    counts.count(lambda _store: "the newest")
    wait_until(lambda: not counts.is_busy and bool(told.found))
    assert told.found == ["the newest"]


def test_nothing_is_told_once_it_is_forgotten(counts: Counting, told: Told) -> None:
    counts.count(lambda _store: "the clinic")
    counts.forget()
    assert not counts.is_busy
    wait_until(lambda: not counts._work._running)
    assert told.found == []


@pytest.mark.parametrize(
    ("error", "denials"), [(Unavailable("It is locked."), 0), (Denied("Not yours."), 1)]
)
def test_trouble_is_one_sentence_and_who_may_not_see_it_is_told_so(
    counts: Counting, told: Told, error: CareteamError, denials: int
) -> None:
    counts.count(raising(error))
    wait_until(lambda: not counts.is_busy)
    assert (told.found, told.sentences, told.denials) == ([], [error.sentence], denials)


def test_a_fault_of_the_program_is_not_swallowed(
    counts: Counting, told: Told, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as caught:
        counts.count(raising(ZeroDivisionError()))
        wait_until(lambda: not counts.is_busy)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
    assert told.sentences == []


def test_only_what_takes_a_while_is_said_to(counts: Counting, told: Told) -> None:
    assert counts._timer.interval() == WAITING_MS
    counts._timer.setInterval(60_000)
    counts.count(lambda _store: "soon")
    wait_until(lambda: not counts.is_busy)
    assert (told.waits, counts._timer.isActive()) == (0, False)
    go_on = threading.Event()
    counts._timer.setInterval(1)
    counts.count(lambda _store: go_on.wait(60))
    wait_until(lambda: told.waits == 1)
    go_on.set()
    wait_until(lambda: not counts.is_busy)
    assert told.found == ["soon", True]


def test_a_kept_connection_answers_again_and_is_closed_when_it_is_let_go(
    desk: Desk, store: Store, qtbot: QtBot
) -> None:
    side = Side(is_kept=True)
    counts = Counting(desk, None, side)
    found: list[Store] = []
    counts.counted.connect(found.append)
    for number in (1, 2):
        counts.count(lambda own: own)
        wait_until(lambda number=number: len(found) == number)
    assert found[0] is found[1]
    assert found[0] is not store
    assert found[0].is_open
    side.let_go()
    assert not found[0].is_open
    counts.count(lambda own: own)
    wait_until(lambda: len(found) == 3)
    assert found[2] is not found[0]
    side.let_go()
    assert not found[2].is_open


def test_a_connection_let_go_while_it_is_asked_is_closed_when_it_has_answered(
    desk: Desk, qtbot: QtBot
) -> None:
    side = Side(is_kept=True)
    counts = Counting(desk, None, side)
    asked: list[Store] = []
    go_on = threading.Event()

    def question(own: Store) -> bool:
        asked.append(own)
        return go_on.wait(60)

    counts.count(question)
    wait_until(lambda: bool(asked))
    side.let_go()
    assert asked[0].is_open
    go_on.set()
    wait_until(lambda: not counts.is_busy)
    assert not asked[0].is_open


def test_a_question_begun_after_the_connection_was_let_go_leaves_none_open(store: Store) -> None:
    side = Side(is_kept=True)
    side.take_up()
    side.let_go()
    own = side.answer(store, lambda own: own)
    assert not own.is_open
