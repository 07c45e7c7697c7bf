"""Uses the real window on a database and times what the nurse sees; run by `bench.windows`.

`python -m bench.desk DATABASE PATIENTS` prints one line of JSON: milliseconds by name, and
resident memory. Figures are CPU time of the window's thread unless they say otherwise.
"""

import gc
import itertools
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

gc.disable()  # as `main` does before it imports the window

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from bench import PASSPHRASE  # noqa: E402
from bench.first_window import resident_kib  # noqa: E402
from bench.timing import machine_ms, timing_of  # noqa: E402
from careteam.domain.accounts import FIRST_USER  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.garbage import collector  # noqa: E402
from ui.shell import Shell  # noqa: E402
from ui.unlock.page import UnlockRequest  # noqa: E402

TICK_MS = 5
PASSES = 3
PAGES = 5
PATIENTS_SHOWN, SHOWN_BEFORE, NAMES_TYPED, SCROLLS = 200, 10, 30, 300
TIMEOUT_MS, COUNTING_TIMEOUT_MS = 30_000, 600_000
Deeds = Sequence[Callable[[], None]]


class Ticks(QObject):
    """Notes the longest time in which the event loop answered nobody."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._last = 0.0
        self.longest_ms = 0.0

    def watch(self, wait: Callable[[], None]) -> float:
        """The longest gap in milliseconds while something is waited for."""
        self._last, self.longest_ms = time.perf_counter(), 0.0
        self._timer.start()
        wait()
        self._on_tick()
        self._timer.stop()
        return self.longest_ms

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1e3)
        self._last = now


def wait_for(is_done: Callable[[], bool], timeout_ms: int = TIMEOUT_MS) -> None:
    """Run the event loop until something is so; it sleeps while nothing happens."""
    loop = QEventLoop()
    check = QTimer()
    check.timeout.connect(lambda: loop.quit() if is_done() else None)
    check.start(TICK_MS)
    QTimer.singleShot(timeout_ms, loop, lambda: loop.exit(1))
    if loop.exec():
        raise TimeoutError("the window did not get there")


def settle() -> None:
    """Let the window do what a deed has asked of it: lay out, paint, and what those ask for."""
    for _ in range(PASSES):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def series(deeds: Deeds, before: Deeds = ()) -> dict[str, float]:
    """CPU milliseconds from each deed to the end of its paint: median and 99th percentile.

    What is to be done `before` each of them is not timed.
    """
    cpu: list[float] = []
    wall: list[float] = []
    for deed, first in itertools.zip_longest(deeds, before, fillvalue=settle):
        first()
        settle()
        started, began = time.thread_time_ns(), time.perf_counter_ns()
        deed()
        settle()
        cpu.append((time.thread_time_ns() - started) / 1e6)
        wall.append((time.perf_counter_ns() - began) / 1e6)
    found = timing_of(cpu, wall)
    return {"median": found.median, "p99": found.p99, "wall_p99": found.wall_p99}


def typed(field: Any, names: list[str]) -> list[Callable[[], None]]:
    """Names typed letter by letter, then taken away letter by letter, as one corrects oneself."""
    keys = [key for name in names for key in (*name, *[Qt.Key.Key_Backspace] * len(name))]
    return [lambda key=key: press(field, key) for key in keys]


def paused(desk: Any, letters: list[Callable[[], None]]) -> dict[str, float]:
    """The pause after each letter, when contact notes are looked for; the letter is not timed."""
    popup = desk._popup  # noqa: SLF001 - what shows them
    return series([popup.add_notes] * len(letters), letters)


def press(field: Any, key: str | Qt.Key) -> None:
    """One key."""
    QTest.keyClicks(field, key) if isinstance(key, str) else QTest.keyClick(field, key)


def measure(path: Path, patients: int) -> dict[str, Any]:
    """Open, unlock and use the window once."""
    speed = statistics.median(machine_ms() for _ in range(5))
    app = make_application()
    shell = Shell(app, path, is_remembered=False)
    shell.show()
    wait_for(lambda: True)
    ticks, found = Ticks(), {"machine": speed}
    found["locked_kib"] = resident_kib()
    began = time.perf_counter()
    shell.load_the_rest()
    found["longest block while loading"] = ticks.watch(
        lambda: wait_for(lambda: collector().is_collecting)
    )
    found["all loaded"] = (time.perf_counter() - began) * 1e3
    found |= _unlock(shell, path, ticks)
    desk: Any = shell.desk_window
    found["today_kib"] = resident_kib()
    found["longest block while the other pages are built"] = ticks.watch(
        lambda: wait_for(lambda: desk.pages.count() == PAGES)
    )
    found |= _use(desk, patients)
    found["used_kib"] = resident_kib()
    found |= _insights(desk, ticks)
    began = time.perf_counter()
    shell.close()
    found["closed"] = (time.perf_counter() - began) * 1e3
    return found


def _unlock(shell: Shell, path: Path, ticks: Ticks) -> dict[str, float]:
    began = time.perf_counter()

    def shows_today() -> None:
        wait_for(lambda: shell.desk_window is not None and shell.desk_window.isVisible())
        QApplication.processEvents()

    shell.open_store(UnlockRequest(path, FIRST_USER, PASSPHRASE))
    longest = ticks.watch(shows_today)
    return {
        "unlock to Today painted, wall": (time.perf_counter() - began) * 1e3,
        "longest block while unlocking": longest,
    }


def _use(desk: Any, patients: int) -> dict[str, Any]:
    chance = random.Random(5)
    ids = [chance.randint(1, patients) for _ in range(SHOWN_BEFORE + PATIENTS_SHOWN)]
    names = _names(desk, ids[:NAMES_TYPED])
    found: dict[str, Any] = {}
    shown = [lambda one=one: desk.open_patient(one) for one in ids]
    for tab, what in (("team", "role board"), ("contacts", "contacts")):
        desk.patient.open_tab(tab)
        series(shown[:SHOWN_BEFORE])
        found[f"a patient shown, {what}"] = series(shown[SHOWN_BEFORE:])
    desk.patient.open_tab("team")
    search = desk._top.search  # noqa: SLF001 - the line a nurse types into
    found["a letter in the search box"] = series(typed(search, names))
    found["notes below what was found"] = paused(desk, typed(search, names))
    desk.open_page("patients")
    desk.pages.patients.head.ask_whole_clinic()
    QApplication.processEvents()
    view = desk.pages.patients.table.view
    line = desk.pages.patients.head.find_line
    found["a letter in the list of patients"] = series(typed(line, names))
    bar = view.verticalScrollBar()
    scrolls = [lambda: bar.setValue(bar.value() + bar.singleStep() * 3)] * SCROLLS
    found["a step of scrolling"] = series(scrolls)
    found["rows scrolled over"] = desk.pages.patients.table.model.rowCount()
    desk.open_page("today")
    pages = ["patients", "today", "directory", "today"] * 10
    for page in pages[:4]:
        desk.open_page(page)
        QApplication.processEvents()
    found["from place to place"] = series(
        [lambda page=page: desk.open_page(page) for page in pages]
    )
    return found


def _insights(desk: Any, ticks: Ticks) -> dict[str, Any]:
    """A year of the whole clinic, then a list behind a figure; all is counted beside the window."""
    from careteam.domain.periods import By, Period
    from careteam.storage.reads.insights_rows import Wanted
    from ui.insights.scope_bar import CLINIC

    desk.open_page("insights")
    page = desk.pages.insights
    today = desk._desk.moment.today  # noqa: SLF001
    found: dict[str, Any] = {}

    def all_counted() -> None:
        wait_for(lambda: not page.is_counting, COUNTING_TIMEOUT_MS)

    def count_year() -> None:
        page.scope.show_period(Period.holding(today, By.YEAR))
        began = time.perf_counter()
        wait_for(lambda: not page._front_counting.is_busy)  # noqa: SLF001 - what stands at the top
        found["Insights, cards and charts"] = (time.perf_counter() - began) * 1e3
        all_counted()

    def open_list() -> None:
        sheet = page.open_list(Wanted("distress_followed", only_hits=True))
        wait_for(lambda: not sheet.is_counting, COUNTING_TIMEOUT_MS)
        sheet.close_now()

    all_counted()
    page.scope.whose.set_value(CLINIC)
    blocks = [ticks.watch(deed) for deed in (count_year, open_list)]
    found["longest block while Insights counts"] = max(blocks)
    return found


def _names(desk: Any, ids: list[int]) -> list[str]:
    from careteam.storage.reads.patient_page import patient_page

    today, rules = desk._desk.moment.today, desk._desk.rules  # noqa: SLF001 - read as the pages do
    rows = [desk._desk.read(patient_page, one, today=today, rules=rules) for one in ids]  # noqa: SLF001
    return [f"{row.family} {row.given}".casefold() for row in rows]


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))), flush=True)
    os._exit(0)
