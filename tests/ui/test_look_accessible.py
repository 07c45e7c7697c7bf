"""Everything that takes the keyboard has a name, and nothing breaks large, mirrored or dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.cards import Card, EmptyState, HeadingRow, Panel, StatCard, WarningCard
from ui.look.check_box import CheckBox
from ui.look.chips import Chip, ChipText
from ui.look.choices import Choice, SearchChoice
from ui.look.columns import Column, Words
from ui.look.date_field import DateField
from ui.look.fields import Field, TextEdit
from ui.look.grouped_list import GroupedList
from ui.look.grouped_model import GroupedItem, Section
from ui.look.labels import Label
from ui.look.message_strip import Message, MessageStrip
from ui.look.minutes_field import MinutesField
from ui.look.options import Option
from ui.look.rail import Rail, RailItem
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.tabs import Tab, Tabs
from ui.look.tag_field import TagField
from ui.look.theme import Theme, ThemeChoice
from ui.look.tokens import Tone
from ui.look.top_bar import TopBar

OPTIONS = [Option("a", "Nurse"), Option("b", "Chaplain", "Rev. Ruth Adams")]


@dataclass(frozen=True, slots=True)
class Thing:
    """A row for a table."""

    name: str


def _read(typed: str) -> date | None:
    return date(2026, 11, 22) if typed else None


def _fill_form(look: Theme, column: QVBoxLayout) -> None:
    topics = TagField(look, "Topics", OPTIONS)
    topics.set_value(["a"])
    when: DateField[date] = DateField(look, _read, date.isoformat)
    for label, control in (
        ("With", SegmentedControl(look, "With", OPTIONS, "a", more=[Option("c", "Letter")])),
        ("Role", Choice(look, OPTIONS)),
        ("Person", SearchChoice(look, OPTIONS, "b")),
        ("When", when),
        ("Minutes", MinutesField(look)),
        ("Topics", topics),
        ("Note", TextEdit(look)),
    ):
        column.addWidget(Field(look, label, control))
    column.addWidget(CheckBox(look, "Counts as navigation time"))
    column.addWidget(Button(look, "Save contact", ButtonKind.PRIMARY, hint="Ctrl+Return"))


def _fill_page(look: Theme, column: QVBoxLayout) -> None:
    table: Table[Thing] = Table(
        look, "Care team", [Column("name", "Name", lambda t: Words(t.name))], lambda t: t.name
    )
    table.show_rows([Thing("Grace Liu"), Thing("Ana Sousa")])
    today = GroupedList(look, "Today")
    today.show_items(
        [Section("due", "Overdue", 1, Tone.BAD)],
        [GroupedItem(1, "due", "DELACRUZ, Maria", chip=ChipText("1 day late", Tone.BAD))],
    )
    strip = MessageStrip(look)
    strip.show_message(Message("Saved.", action="Undo", hint="Ctrl+Z"))
    heading = HeadingRow(Label("Care team", "h2"))
    heading.add_beside(Chip(look, ChipText("7 assigned", Tone.OK, "●")))
    heading.add_at_end(IconButton(look, "ellipsis", "More actions"))
    warning = WarningCard()
    warning.column.addWidget(Label("15 patients need someone.", "strong", wrap=True))
    card = Card()
    card.column.addWidget(EmptyState(look, "users", "Nobody is due.", Button(look, "Show all")))
    for part in (
        TopBar(look),
        Tabs(look, "Patient", [Tab("team", "Care team"), Tab("contacts", "Contacts", 14)]),
        heading,
        StatCard("To add", "3 patients", "41 people", Tone.OK),
        table,
        today,
        warning,
        card,
        strip,
    ):
        column.addWidget(part)


@pytest.fixture
def everything(look: Theme, qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(
        Rail(look, "Places", [RailItem("t", "Today", "clock")], RailItem("lock", "Lock", "lock"))
    )
    side = Panel(look, is_at_end=True)
    column.addWidget(side)
    _fill_form(look, side.column)
    _fill_page(look, column)
    page.resize(1280, 1600)
    page.show()
    qtbot.waitExposed(page)
    strip = page.findChild(MessageStrip)
    assert isinstance(strip, MessageStrip)
    hint = strip.sizeHint().height()
    qtbot.waitUntil(lambda: strip.maximumHeight() > hint and strip.height() >= hint)
    return page


def _walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from _walk(child)


def test_everything_that_takes_the_keyboard_has_a_name(everything: QWidget) -> None:
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(everything)
    unnamed = []
    for node in _walk(root):
        state = node.state()
        is_open = state.focusable and not state.invisible
        if is_open and not node.text(QAccessible.Text.Name).strip():
            unnamed.append((node.role(), node.object()))
    assert not unnamed


def test_choices_are_named_by_their_label_and_not_by_their_value(everything: QWidget) -> None:
    combos = everything.findChildren(QComboBox)
    assert {combo.accessibleName() for combo in combos} == {"Role", "Person"}


def test_every_line_to_type_in_has_a_name_of_its_own(everything: QWidget) -> None:
    lines = [line for line in everything.findChildren(QLineEdit) if line.isVisible()]
    assert lines
    assert all(line.accessibleName() for line in lines if line.focusProxy() is None)


def test_pressable_things_are_at_least_twenty_four_pixels_high_or_wide(
    everything: QWidget,
) -> None:
    buttons = [b for b in everything.findChildren(QAbstractButton) if b.isVisible()]
    small = [(b, b.size()) for b in buttons if min(b.width(), b.height()) < 20]
    assert not small
    standing_alone = [b for b in buttons if isinstance(b, Button)]
    assert standing_alone
    assert all(min(b.width(), b.height()) >= 24 for b in standing_alone)


@pytest.mark.parametrize("percent", [90, 100, 125, 160])
def test_no_button_clips_its_words_at_any_text_size(
    everything: QWidget, look: Theme, percent: int
) -> None:
    look.set_text_percent(percent)
    for button in everything.findChildren(Button):
        metrics = QFontMetrics(look.font(12 if button.sizeHint().height() < 30 else 13, 500))
        assert button.sizeHint().height() >= metrics.height() + 6
        assert button.sizeHint().width() >= metrics.horizontalAdvance(button.text())


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("percent", [100, 160])
def test_everything_is_drawn_in_both_themes_directions_and_sizes(
    everything: QWidget,
    look: Theme,
    choice: ThemeChoice,
    direction: Qt.LayoutDirection,
    percent: int,
) -> None:
    everything.setLayoutDirection(direction)
    look.choose(choice)
    look.set_text_percent(percent)
    image = everything.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 3).name().upper()
    assert ground == look.tokens.bg
