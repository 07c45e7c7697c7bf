"""How the tests of the form go through it by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.wait_signal import SignalBlocker

from careteam.storage.reads.drafts import kept_draft
from ui.desk import Desk
from ui.patients.form import PatientForm
from ui.patients.sheets import PatientSheets

TAB, SPACE, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return


DOWN, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Escape


Keys = Callable[..., None]


Save = Callable[[], None]


def form_of(sheets: PatientSheets) -> PatientForm:
    form = sheets.sheet
    assert isinstance(form, PatientForm)
    return form


def focus() -> QWidget:
    place = QApplication.focusWidget()
    assert place is not None, "the keyboard stands nowhere"
    return place


def focus_name() -> str:
    return focus().accessibleName()


def tab_to(keys: Keys, name: str) -> None:
    """Tab until the keyboard stands on a control with this name."""
    for _ in range(80):
        place = focus()
        words = place.text() if isinstance(place, QPushButton) else ""
        if name in (focus_name(), words):
            return
        keys(TAB)
    pytest.fail(f"Tab never reaches {name}")


def next_section() -> None:
    QTest.keyClick(focus(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)


def notice_of(host: QWidget, kind: type[QWidget]) -> QWidget | None:
    return next((found for found in host.findChildren(kind) if found.isVisible()), None)


def press(host: QWidget, words: str) -> None:
    """Press the button with these words by keyboard."""
    [button] = [b for b in host.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, ENTER)


def carried(blocker: SignalBlocker) -> Any:
    assert blocker.args is not None
    return blocker.args[0]


def kept_by(desk: Desk, patient: int) -> object:
    return desk.read(kept_draft, "patient", patient, by=desk.worker_id)
