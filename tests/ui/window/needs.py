"""Hands for the Needs tab of the real window."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from careteam.domain.screenings import ScreeningDraft
from careteam.storage.writes.screenings import record_score
from tests.ui.window.conftest import Room
from ui.look.tables import Table
from ui.needs.tab import NeedsTab
from ui.patient_view import NEEDS


@pytest.fixture
def needs(room: Room) -> NeedsTab:
    """The Needs tab of DELACRUZ, Maria, opened by its key."""
    room.press("Alt+4")
    assert room.window.patient.tabs.value() == NEEDS
    return room.window.patient.needs


def rows(table: Table[Any]) -> list[Any]:
    return [table.model.row_at(place) for place in range(table.model.rowCount())]


def cell(table: Table[Any], row: int, column: str) -> Any:
    places = [one.key for one in table.model.columns]
    return table.model.cells_at(row)[places.index(column)]


def sheet(room: Room, kind: type[Any]) -> Any:
    [found] = [one for one in room.window.findChildren(kind) if one.isVisible()]
    return found


def take(room: Room, menu: Any, words: str) -> None:
    action = next(act for act in menu.actions() if act.text().startswith(words))
    action.trigger()
    menu.deleteLater()
    QApplication.processEvents()


def scored(room: Room, instrument: str, score: int, days_ago: int = 0) -> None:
    on = room.desk.moment.today - timedelta(days=days_ago)
    room.desk.do(record_score, ScreeningDraft(room.patient, instrument, score, on))


def tab_words(room: Room) -> tuple[str, str]:
    tabs = room.window.patient.tabs
    place = [tabs.tabText(place) for place in range(tabs.count())]
    index = next(at for at, words in enumerate(place) if words.startswith("Needs"))
    return tabs.tabText(index), tabs.accessibleTabName(index)
