"""How the tests of the directory find their way on its page."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careteam.storage.reads.person import person_detail
from careteam.storage.writes.people import amend_person
from ui.desk import Desk
from ui.directory.page import DirectoryPage
from ui.look.labels import Label
from ui.look.sheet import Sheet

TODAY = date(2026, 11, 20)


FIRST_WITHOUT = date(2026, 12, 1)


def shown(page: DirectoryPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def open_sheet(page: DirectoryPage, kind: type[Any] = Sheet) -> Any:
    (sheet,) = [each for each in page.findChildren(kind) if each.isVisible()]
    return sheet


def names(page: DirectoryPage) -> list[str]:
    model = page.table.model
    return [model.row_at(place).name for place in range(model.rowCount())]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def cell(page: DirectoryPage, person: int, column: int) -> str:
    model = page.table.model
    return model.data(model.index(model.place_of(person), column))


def amended(desk: Desk, person: int, **changes: Any) -> None:
    draft = replace(desk.read(person_detail, person, TODAY).draft, **changes)
    desk.do(amend_person, person, draft)
