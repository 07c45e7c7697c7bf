"""A desk on a real database, and the Summary tab on it with a paper that asks nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from tests.conftest import NOW
from tests.ui.paper import FakePaper
from ui.desk import Desk
from ui.look.theme import Theme
from ui.summary.tab import SummaryTab


@dataclass
class Bench:
    """The tab with all that is around it; `done` and `failed` keep what the strip would say."""

    tab: SummaryTab
    desk: Desk
    paper: FakePaper
    folder: Path
    done: list[str]
    failed: list[str]


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    """The desk of Joan Ellis on Friday 20-Nov-2026 09:30."""
    return Desk(store, lambda: NOW, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def make_bench(qtbot: QtBot, look: Theme, desk: Desk, tmp_path: Path) -> Callable[[], Bench]:
    """Makes a Summary tab of the size it has in a small window, not yet shown."""

    def make() -> Bench:
        folder = tmp_path / "out"
        folder.mkdir(exist_ok=True)
        paper = FakePaper(folder)
        tab = SummaryTab(look, desk, paper)
        qtbot.addWidget(tab)
        tab.resize(668, 690)
        bench = Bench(tab, desk, paper, folder, [], [])
        desk.done.connect(lambda done: bench.done.append(done.sentence))
        desk.failed.connect(bench.failed.append)
        return bench

    return make


@pytest.fixture
def bench(qtbot: QtBot, make_bench: Callable[[], Bench], patient: int) -> Bench:
    """The Summary tab of DELACRUZ, Maria, shown, with its preview drawn."""
    bench = make_bench()
    bench.tab.show_patient(patient)
    bench.tab.show()
    qtbot.waitExposed(bench.tab)
    wait_for_preview(qtbot, bench)
    return bench


def wait_for_preview(qtbot: QtBot, bench: Bench) -> None:
    """Wait until the newest pages are there and those in sight are drawn."""
    view = bench.tab.view
    qtbot.waitUntil(
        lambda: not bench.tab.is_updating and bool(view.page_count) and view.is_drawn(),
        timeout=20_000,
    )
