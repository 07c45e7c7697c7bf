"""Whoever cannot see the window hears it: everything that takes the keyboard has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from tests.ui.window.conftest import Room
from ui.pages import DIRECTORY, PATIENTS, SETTINGS, TODAY


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from walk(child)


def nameless(window: QWidget) -> list[str]:
    """What can take the keyboard, is to be seen, and has no name."""
    found: list[str] = []
    for node in walk(QAccessible.queryAccessibleInterface(window)):
        state = node.state()
        if not state.focusable or state.invisible:
            continue
        said = node.text(QAccessible.Text.Name).strip()
        widget = node.object()
        if isinstance(widget, QComboBox) and not widget.accessibleName():
            said = ""
        if not said:
            found.append(f"{node.role()} {widget}")
    return found


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("place", [TODAY, PATIENTS, DIRECTORY, SETTINGS])
def test_everything_that_takes_the_keyboard_has_a_name(room: Room, place: str) -> None:
    room.window.open_page(place)
    QApplication.processEvents()
    assert nameless(room.window) == []


@pytest.mark.parametrize("tab", ["team", "contacts", "summary"])
def test_every_tab_of_a_patient_has_names(room: Room, tab: str) -> None:
    room.window.patient.open_tab(tab)
    QApplication.processEvents()
    assert nameless(room.window) == []


def test_no_label_of_the_window_reads_its_text_as_markup(room: Room) -> None:
    from PySide6.QtCore import Qt

    for place in (TODAY, PATIENTS, DIRECTORY, SETTINGS):
        room.window.open_page(place)
        rich = [
            label.text()
            for label in room.window.findChildren(QLabel)
            if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
        ]
        assert rich == []


def test_tab_goes_through_the_page_and_comes_back(room: Room) -> None:
    room.window.open_page(TODAY)
    room.window._top.search.setFocus()
    start = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _ in range(120):
        room.press("Tab")
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
        if here is start:
            break
    assert start in seen
    assert room.window.panel.list in seen
    assert room.window.patient.team.table.view in seen
    assert any(room.window.composer.isAncestorOf(widget) for widget in seen)
