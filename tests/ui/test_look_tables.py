"""Tables and lists show rows, keep their place, and are driven by keyboard as by mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.chips import ChipText
from ui.look.columns import CellPress, Chips, Column, Dots, Press, Sign, SortChoice, Tick, Words
from ui.look.fields import LineEdit
from ui.look.table_model import PAGE_ROWS, TableModel
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.look.tokens import LIGHT, Tone


@dataclass(frozen=True, slots=True)
class Person:
    """A row that knows nothing of patients."""

    id: int
    name: str
    mrn: str = "500342"
    is_late: bool = False


COLUMNS: Sequence[Column[Person]] = (
    Column(
        "name",
        "Name",
        lambda p: Words(p.name, f"MRN {p.mrn}", strong=True),
        200,
        sort=lambda p: p.name,
    ),
    Column("mrn", "MRN", lambda p: p.mrn, 100),
    Column(
        "roles",
        "Roles filled",
        lambda _: Dots(7, 2, 1, "7 of 10", "7 filled, 2 suggested, 1 to fill"),
        205,
    ),
    Column("due", "Next due", lambda _: Chips((ChipText("2 days late", Tone.BAD, "!"),)), 108),
    Column("who", "", lambda _: Press("Assign"), 108),
    Column("tick", "", lambda p: Tick(p.is_late, "Bring in"), 40),
    Column("more", "", lambda _: Sign("ellipsis", "More actions"), 44),
)
PEOPLE = (
    Person(1, "WRIGHT, Denise"),
    Person(2, "ABARA, Chidi", is_late=True),
    Person(3, "OKAFOR, Samuel"),
)


def _people(count: int) -> list[Person]:
    return [Person(number, f"PERSON, {number:04d}") for number in range(count)]


def _tint(person: Person) -> Tone | None:
    return Tone.BAD if person.is_late else None


@pytest.fixture
def table(look: Theme, qtbot: QtBot) -> Table[Person]:
    shown: Table[Person] = Table(look, "Patients", COLUMNS, lambda p: p.id, _tint, True)
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show_rows(PEOPLE)
    shown.show()
    shown.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)
    return shown


def test_the_model_keeps_the_rules_of_models(look: Theme) -> None:
    model: TableModel[Person] = TableModel(COLUMNS, lambda p: p.id)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    people = _people(150)
    model.show_pages(lambda offset, limit: people[offset : offset + limit])
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 150
    model.show_rows(PEOPLE)
    tester.deleteLater()


def test_pages_are_fetched_only_as_they_are_scrolled_to(table: Table[Person], qtbot: QtBot) -> None:
    asked: list[tuple[int, int]] = []
    people = _people(500)

    def page(offset: int, limit: int) -> list[Person]:
        asked.append((offset, limit))
        return people[offset : offset + limit]

    table.show_pages(page)
    assert table.model.rowCount() == PAGE_ROWS
    assert asked == [(0, PAGE_ROWS)]
    table.view.scrollToBottom()
    qtbot.waitUntil(lambda: table.model.rowCount() > PAGE_ROWS)
    assert asked[1] == (PAGE_ROWS, PAGE_ROWS)


def test_the_last_page_is_known_by_being_short(look: Theme) -> None:
    model: TableModel[Person] = TableModel(COLUMNS, lambda p: p.id)
    model.show_pages(lambda offset, limit: _people(10)[offset : offset + limit])
    assert not model.has_more


def test_the_chosen_row_stays_chosen_when_rows_come_anew(
    table: Table[Person], qtbot: QtBot
) -> None:
    assert table.choose_key(3)
    table.show_rows((Person(9, "NEW, One"), *PEOPLE))
    row = table.current_row()
    assert row is not None
    assert row.id == 3
    assert not table.choose_key(77)


def test_choosing_a_row_tells_which(table: Table[Person], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.row_chosen) as told:
        table.choose_key(2)
    assert told.args == [PEOPLE[1]]


def test_enter_opens_the_row(table: Table[Person], qtbot: QtBot) -> None:
    table.view.setCurrentIndex(table.model.index(0, 0))
    with qtbot.waitSignal(table.row_activated) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[0]]


@pytest.mark.parametrize("column", ["who", "tick", "more"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_what_stands_in_the_cell(
    table: Table[Person], qtbot: QtBot, column: str, key: Qt.Key
) -> None:
    place = [c.key for c in COLUMNS].index(column)
    table.view.setCurrentIndex(table.model.index(1, place))
    with qtbot.waitSignal(table.cell_pressed) as told:
        qtbot.keyClick(table.view, key)
    assert told.args is not None
    press = told.args[0]
    assert isinstance(press, CellPress)
    assert (press.row, press.column) == (PEOPLE[1], column)


def test_a_click_on_a_button_in_a_row_presses_it(table: Table[Person], qtbot: QtBot) -> None:
    box = table.view.visualRect(table.model.index(2, 4))
    with qtbot.waitSignal(table.cell_pressed) as told:
        qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args is not None
    assert told.args[0].column == "who"


def test_tab_leaves_the_table(look: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table: Table[Person] = Table(look, "Patients", COLUMNS, lambda p: p.id)
    line = LineEdit(look)
    column.addWidget(table)
    column.addWidget(line)
    table.show_rows(PEOPLE)
    page.show()
    page.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(table.view.hasFocus)
    qtbot.keyClick(table.view, Qt.Key.Key_Tab)
    assert line.hasFocus()


def test_alt_down_orders_by_the_column_and_keeps_the_row(
    table: Table[Person], qtbot: QtBot
) -> None:
    table.view.setCurrentIndex(table.model.index(1, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [table.model.row_at(place).id for place in range(3)] == [1, 3, 2]
    row = table.current_row()
    assert row is not None
    assert row.id == 2
    qtbot.keyClick(table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [table.model.row_at(place).id for place in range(3)] == [2, 3, 1]


def test_paged_rows_ask_their_owner_for_another_order(table: Table[Person], qtbot: QtBot) -> None:
    people = _people(500)
    table.show_pages(lambda offset, limit: people[offset : offset + limit])
    table.view.setCurrentIndex(table.model.index(0, 0))
    with qtbot.waitSignal(table.sort_chosen) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told.args == [SortChoice("name", is_descending=True)]


def test_a_column_without_an_order_is_left_alone(table: Table[Person], qtbot: QtBot) -> None:
    table.view.setCurrentIndex(table.model.index(1, 1))
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.model.row_at(0) == PEOPLE[0]


def test_a_screen_reader_hears_words_and_not_signs(table: Table[Person]) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [table.model.index(0, place).data(role) for place in range(len(COLUMNS))]
    assert heard == [
        "WRIGHT, Denise, MRN 500342",
        "500342",
        "7 filled, 2 suggested, 1 to fill",
        "2 days late",
        "Assign",
        "Bring in",
        "More actions",
    ]
    assert table.view.accessibleName() == "Patients"


def test_a_late_row_is_tinted(table: Table[Person]) -> None:
    box = table.view.visualRect(table.model.index(1, 1))
    image = table.view.viewport().grab().toImage()
    assert image.pixelColor(box.right() - 3, box.top() + 4) == QColor(LIGHT.tint_bad)
    box = table.view.visualRect(table.model.index(0, 1))
    assert image.pixelColor(box.right() - 3, box.top() + 4) != QColor(LIGHT.tint_bad)


def test_a_shortened_cell_tells_its_whole_text_without_reading_it_as_marks(
    table: Table[Person], qtbot: QtBot
) -> None:
    name = "VERY-LONG-FAMILY-NAME-INDEED, Given <i>Second</i> Third"
    table.show_rows((Person(5, name),))
    index = table.model.index(0, 0)
    option = QStyleOptionViewItem()
    option.rect = table.view.visualRect(index)
    place = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.view.mapToGlobal(place))
    delegate = table.view.itemDelegate()
    assert delegate.helpEvent(event, table.view, option, index)
    assert "&lt;i&gt;Second&lt;/i&gt;" in QToolTip.text()
    QToolTip.showText(QPoint(), "")


def test_the_card_is_as_high_as_its_rows(table: Table[Person]) -> None:
    height = table.sizeHint().height()
    table.show_rows((*PEOPLE, Person(4, "LIU, Grace")))
    assert table.sizeHint().height() - height == table.view.verticalHeader().defaultSectionSize()


def test_rows_grow_with_the_text(look: Theme, table: Table[Person]) -> None:
    before = table.view.verticalHeader().defaultSectionSize()
    assert before == 49
    look.set_text_percent(160)
    assert table.view.verticalHeader().defaultSectionSize() == round(49 * 1.6)


def test_columns_shrink_before_the_table_scrolls_sideways(
    look: Theme, table: Table[Person], qtbot: QtBot
) -> None:
    table.resize(720, 300)
    qtbot.waitUntil(lambda: table.view.columnWidth(0) < 200)
    qtbot.waitUntil(lambda: table.view.horizontalScrollBar().maximum() == 0)
    assert table.view.columnWidth(0) >= 120


def test_room_that_is_free_goes_to_the_columns_that_grow(look: Theme, qtbot: QtBot) -> None:
    columns: Sequence[Column[Person]] = (
        Column("name", "Name", lambda p: p.name, 200, grows=True),
        Column("mrn", "MRN", lambda p: p.mrn, 100),
        Column("units", "Units", lambda p: p.mrn, 160, grows=True),
    )
    table = Table(look, "People", columns, key=lambda p: p.id)
    qtbot.addWidget(table)
    table.show_rows(PEOPLE)
    table.resize(900, 300)
    table.show()
    view = table.view
    qtbot.waitUntil(lambda: view.columnWidth(0) > 300)
    assert view.columnWidth(1) == 100
    assert 0 <= (view.columnWidth(2) - 160) - (view.columnWidth(0) - 200) <= 1
    assert sum(view.columnWidth(place) for place in range(3)) == view.viewport().width()
