"""The page of the settings, driven by keyboard, on a small clinic."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord, TeamRoleRecord
from tests.ui.paper import FakePaper
from ui.copying import Copying
from ui.desk import Desk, Done
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.preferences import Preferences
from ui.settings.page import SettingsPage


class Settings:
    """The page with its database, driven as a nurse without a mouse does."""

    def __init__(self, page: SettingsPage, desk: Desk) -> None:
        self.page, self.desk = page, desk
        self.said: list[str] = []
        self.failed: list[str] = []
        desk.done.connect(self._hear)
        desk.failed.connect(self.failed.append)

    def _hear(self, done: Done) -> None:
        self.said.append(done.sentence)

    def open(self, key: str) -> None:
        self.page.open_section(key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here(), text)

    def press(self, keys: str) -> None:
        QTest.keySequence(self.here(), keys)

    def here(self) -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def table(self, name: str) -> Table[Any]:
        found = [t for t in self.page.section().findChildren(Table) if self._name(t) == name]
        assert len(found) == 1, name
        return found[0]

    def _name(self, table: Table[Any]) -> str:
        return table.view.accessibleName()

    def choose(self, name: str, key: object) -> None:
        table = self.table(name)
        table.view.setFocus()
        assert table.choose_key(key), key

    def click(self, text: str) -> None:
        section = self.page.section()
        (button,) = [b for b in section.findChildren(Button) if b.text() == text]
        button.setFocus()
        self.press("Return")

    def sheet(self) -> FormSheet:
        (sheet,) = [s for s in self.page.findChildren(FormSheet) if s.isVisible()]
        return sheet

    def has_sheet(self) -> bool:
        return any(sheet.isVisible() for sheet in self.page.findChildren(FormSheet))

    def retype(self, text: str) -> None:
        self.press("Ctrl+A")
        self.type(text)

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def settings(look: Theme, desk: Desk, qtbot: QtBot) -> Iterator[Settings]:
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    qtbot.addWidget(page)
    page.resize(1208, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield Settings(page, desk)
    page.stop()


def due_on(store: Store, patient: int, role: str = "nurse_navigator") -> date:
    table = AssignmentRecord.__table__

    def read(session: Session) -> date:
        query = table.select().where(table.c.patient_id == patient, table.c.role == role)
        return session.execute(query).one().next_due_on

    return store.read(read)


def required(store: Store, patient: int) -> set[str]:
    table = TeamRoleRecord.__table__

    def read(session: Session) -> set[str]:
        query = table.select().where(table.c.patient_id == patient, table.c.is_required)
        return {row.role for row in session.execute(query)}

    return store.read(read)
