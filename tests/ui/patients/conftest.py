"""A desk on a real database, a window's worth of room, and keys to type with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from ui.desk import Desk
from ui.look.theme import Theme
from ui.patients.sheets import PatientSheets


@pytest.fixture
def desk(qapp: QApplication, store: Store, moment: Moment, navigator: int) -> Desk:
    """The desk at which Joan Ellis works on 20-Nov-2026."""
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The window over which sheets open."""
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def sheets(look: Theme, desk: Desk, host: QWidget) -> PatientSheets:
    """What opens the sheets of a patient."""
    return PatientSheets(look, desk, host)


@pytest.fixture
def keys(qapp: QApplication) -> Callable[..., None]:
    """Type words and press keys wherever the keyboard stands, as a nurse does."""

    def press(*strokes: str | Qt.Key) -> None:
        for stroke in strokes:
            place = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert place is not None, "the keyboard stands nowhere"
            if isinstance(stroke, str):
                QTest.keyClicks(place, stroke)
            else:
                QTest.keyClick(place, stroke)

    return press


@pytest.fixture
def save(qapp: QApplication) -> Callable[[], None]:
    """Ctrl+Enter wherever the keyboard stands."""

    def press() -> None:
        place = QApplication.focusWidget()
        assert place is not None
        QTest.keyClick(place, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return press


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a file is saved."""
    return tmp_path / "patients.csv"
