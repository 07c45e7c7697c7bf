"""The list in sections steps over headings and keeps its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.look.chips import ChipText
from ui.look.grouped_list import GroupedList
from ui.look.grouped_model import PAGE_ITEMS, GroupedItem, GroupedModel, Section
from ui.look.theme import Theme
from ui.look.tokens import LIGHT, Tone

SECTIONS = (
    Section("overdue", "Overdue", 2, Tone.BAD),
    Section("empty", "Nothing here"),
    Section("today", "Today", 1, Tone.WARN),
)
ITEMS = (
    GroupedItem(
        1,
        "overdue",
        "DELACRUZ, Maria",
        "Social worker",
        "MRN 482913",
        ChipText("2 days late", Tone.BAD),
    ),
    GroupedItem(2, "overdue", "OKAFOR, Samuel", "Nurse"),
    GroupedItem(3, "today", "HADDAD, Yusuf", "Nurse practitioner"),
)


@pytest.fixture
def shown(look: Theme, qtbot: QtBot) -> GroupedList:
    grouped = GroupedList(look, "Today")
    qtbot.addWidget(grouped)
    grouped.resize(332, 500)
    grouped.show_items(SECTIONS, ITEMS)
    grouped.show()
    grouped.activateWindow()
    grouped.setFocus()
    qtbot.waitUntil(grouped.hasFocus)
    return grouped


def _titles(model: GroupedModel) -> list[str]:
    return [model.entry_at(place).title for place in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(look: Theme) -> None:
    model = GroupedModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    items = [GroupedItem(n, "today" if n > 70 else "overdue", f"P{n}") for n in range(150)]
    model.show_pages(SECTIONS, lambda offset, limit: items[offset : offset + limit])
    assert model.rowCount() == PAGE_ITEMS + 1
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
    assert model.rowCount() == 152
    assert _titles(model).count("Today") == 1
    tester.deleteLater()


def test_a_heading_stands_before_its_first_item_and_empty_sections_are_left_out(
    look: Theme,
) -> None:
    model = GroupedModel()
    model.show_items(SECTIONS, ITEMS)
    assert _titles(model) == [
        "Overdue",
        "DELACRUZ, Maria",
        "OKAFOR, Samuel",
        "Today",
        "HADDAD, Yusuf",
    ]


def test_arrow_keys_step_over_headings(shown: GroupedList, qtbot: QtBot) -> None:
    assert shown.choose_key(2)
    with qtbot.waitSignal(shown.item_chosen) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert told.args == [ITEMS[2]]
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.current_item() == ITEMS[1]
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.current_item() == ITEMS[0]


def test_a_heading_cannot_be_chosen_by_a_click(shown: GroupedList, qtbot: QtBot) -> None:
    shown.choose_key(1)
    model = shown.model()
    box = shown.visualRect(model.index(3, 0))
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert shown.current_item() == ITEMS[0]


def test_enter_opens_the_chosen_item(shown: GroupedList, qtbot: QtBot) -> None:
    shown.choose_key(3)
    with qtbot.waitSignal(shown.item_activated) as told:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == [ITEMS[2]]


def test_new_items_keep_the_chosen_key_and_tell_nothing(shown: GroupedList, qtbot: QtBot) -> None:
    shown.choose_key(3)
    with qtbot.assertNotEmitted(shown.item_chosen):
        shown.show_items(SECTIONS, ITEMS[1:])
    item = shown.current_item()
    assert item is not None
    assert item.key == 3


def test_a_chosen_item_that_is_gone_leaves_nothing_chosen(shown: GroupedList) -> None:
    shown.choose_key(1)
    shown.show_items(SECTIONS, ITEMS[1:])
    assert shown.current_item() is None


def test_a_screen_reader_hears_the_chip_too(shown: GroupedList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    model = shown.model()
    assert model.index(0, 0).data(role) == "Overdue 2"
    heard = model.index(1, 0).data(role)
    assert heard == "DELACRUZ, Maria, 2 days late, Social worker, MRN 482913"


@pytest.mark.parametrize(
    ("direction", "edge"),
    [(Qt.LayoutDirection.LeftToRight, 1), (Qt.LayoutDirection.RightToLeft, -2)],
)
def test_the_chosen_item_has_an_edge_where_reading_starts(
    shown: GroupedList, direction: Qt.LayoutDirection, edge: int
) -> None:
    shown.setLayoutDirection(direction)
    shown.choose_key(1)
    image = shown.viewport().grab().toImage()
    box = shown.visualRect(shown.model().index(1, 0))
    x = box.left() + edge if edge > 0 else box.right() + 1 + edge
    assert image.pixelColor(x, box.center().y()) == QColor(LIGHT.accent)
    middle = image.pixelColor(box.center().x(), box.top() + 3)
    assert middle == QColor(LIGHT.accent_soft)


def test_entries_grow_with_the_text(shown: GroupedList, look: Theme, qtbot: QtBot) -> None:
    before = shown.visualRect(shown.model().index(1, 0)).height()
    look.set_text_percent(150)
    qtbot.waitUntil(
        lambda: shown.visualRect(shown.model().index(1, 0)).height() == round(before * 1.5)
    )
