"""A desk whose clock can be moved, the Pathway tab in a window, and keys to type with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from careteam.domain.moment import Moment
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.reads.pathway import PathwayPage, pathway_page
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.store import Store
from tests.ui.pathway.driving import Rows, focus_first, row_of
from ui.desk import Desk
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.pathway.cards import PathwayCards
from ui.pathway.tab import PathwayTab


@dataclass
class Clock:
    """Tells the time it was last given."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def go(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@dataclass
class Place:
    """A window with the tab in it, as the patient's view has it."""

    window: QWidget
    tab: PathwayTab
    desk: Desk
    clock: Clock
    patient: int
    told: list[str] = field(default_factory=list)

    def page(self) -> PathwayPage:
        """What the database holds."""
        desk = self.desk
        return desk.read(pathway_page, self.patient, today=desk.moment.today, rules=desk.rules)

    def steps(self) -> list[tuple[str, str]]:
        """The open next steps with their days."""
        desk = self.desk
        rows = desk.read(next_steps, self.patient, today=desk.moment.today, rules=desk.rules)
        return [(row.text, row.due_on.isoformat()) for row in rows]

    def shown(self, table: Table[Any]) -> list[list[str]]:
        """The words of a table, line by line, without the signs at the end."""
        model = table.model
        return [
            [str(model.data(model.index(row, column))) for column in range(model.columnCount() - 1)]
            for row in range(model.rowCount())
        ]

    def keys(self, *strokes: str | Qt.Key) -> None:
        """Type words and press keys wherever the keyboard stands."""
        for stroke in strokes:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None, "the keyboard stands nowhere"
            if isinstance(stroke, str):
                QTest.keyClicks(target, stroke)
            else:
                QTest.keyClick(target, stroke)

    def write(self, words: str, *strokes: str | Qt.Key) -> None:
        """Write over what stands in the field, and type on."""
        target = QApplication.focusWidget()
        assert isinstance(target, QLineEdit)
        target.selectAll()
        self.keys(words, *strokes)

    def save(self) -> None:
        """Ctrl+Enter wherever the keyboard stands."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def press(self, words: str) -> None:
        """Press the button with these words."""
        buttons = [
            button
            for button in self.window.findChildren(QPushButton)
            if button.isVisible() and words in (button.text(), button.accessibleName())
        ]
        assert buttons, words
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def take(self, menu: QMenu, words: str) -> None:
        """Take an act from a menu."""
        act = next(act for act in menu.actions() if act.text().startswith(words))
        act.trigger()
        menu.deleteLater()
        QApplication.processEvents()

    def choose(self, table: Table[Any], row: int) -> None:
        """Stand on a line of a table, at its first cell."""
        table.view.setFocus(Qt.FocusReason.TabFocusReason)
        table.view.setCurrentIndex(table.model.index(row, 0))

    def problems(self) -> list[str]:
        """Which fields of the sheet that is open say what is wrong."""
        return [
            control.accessibleName()
            for control in self.window.findChildren(QWidget)
            if control.isVisible()
            and control.accessibleName()
            and control.accessibleDescription()
            and not isinstance(control, QPushButton)
        ]


@pytest.fixture
def clock(moment: Moment) -> Clock:
    """Friday 20-Nov-2026 09:30 in New York."""
    return Clock(moment.now)


@pytest.fixture
def desk(store: Store, clock: Clock, moment: Moment, navigator: int) -> Desk:
    """The desk at which Joan Ellis works."""
    return Desk(store, clock, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def place(qtbot: QtBot, look: Theme, desk: Desk, clock: Clock, patient: int) -> Place:
    """The window, with DELACRUZ, Maria in it."""
    window = QWidget()
    qtbot.addWidget(window)
    tab = PathwayTab(look, desk)
    column = QVBoxLayout(window)
    column.addWidget(tab)
    place = Place(window, tab, desk, clock, patient)
    desk.failed.connect(place.told.append)
    window.resize(1000, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    row = desk.read(patient_page, patient, today=desk.moment.today, rules=desk.rules)
    tab.show_patient(row)
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    return place


@pytest.fixture
def cards(look: Theme, desk: Desk, patient: int, qtbot: QtBot) -> Iterator[PathwayCards]:
    """The cards of DELACRUZ, Maria in a wide window, the keyboard on the first button."""
    host = QWidget()
    column = QVBoxLayout(host)
    cards = PathwayCards(look, desk)
    column.addWidget(cards)
    column.addStretch(1)
    host.resize(760, 900)
    qtbot.addWidget(host)
    cards.show_patient(row_of(desk, patient))
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    focus_first(cards)
    yield cards
    host.close()


@pytest.fixture
def rows(store: Store) -> Rows:
    def read(query: str) -> list[tuple[Any, ...]]:
        found = store.read(lambda session: session.execute(text(query)).all())
        return [tuple(row) for row in found]

    return read
