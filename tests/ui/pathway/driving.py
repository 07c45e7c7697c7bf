"""How the tests of the cards go through them by keyboard."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from careteam.storage.reads.patient_page import PatientPageRow, patient_page
from ui.desk import Desk
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.pathway.cards import PathwayCards

TODAY = date(2026, 11, 20)


TAB, DOWN, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space


S = TypeVar("S", bound=Sheet)


Rows = Callable[[str], list[tuple[Any, ...]]]


def row_of(desk: Desk, patient: int) -> PatientPageRow:
    return desk.read(patient_page, patient, today=desk.moment.today, rules=desk.rules)


def focus_first(cards: PathwayCards) -> None:
    assert cards.plan.button is not None
    cards.plan.button.setFocus()


def press(keys: str) -> None:
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert here is not None
    QTest.keySequence(here, keys)
    QApplication.processEvents()


def enter(*parts: str | Qt.Key) -> None:
    for part in parts:
        here = QApplication.focusWidget()
        assert here is not None
        if isinstance(part, Qt.Key):
            QTest.keyClick(here, part)
        else:
            QTest.keyClicks(here, part)
    QApplication.processEvents()


def sheet(cards: PathwayCards, kind: type[S]) -> S:
    (found,) = [each for each in cards.window().findChildren(kind) if each.isVisible()]
    return found


def save(cards: PathwayCards) -> None:
    """Save what is open; the sheet has to go."""
    press("Ctrl+Return")
    assert [each for each in cards.window().findChildren(Sheet) if each.isVisible()] == []


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())
