"""A bar chart draws numbers above its bars, is gone through by keys, and is read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.look.bar_chart import Bar, BarChart, _two_lines
from ui.look.even_grid import EvenGrid
from ui.look.theme import Theme
from ui.look.tokens import LIGHT, TEXT_LABEL

BARS = (
    Bar("nurse", "Nurse", 74, "74"),
    Bar("social", "Social worker", 26, "26"),
    Bar("chaplain", "Chaplain", 9, "9", "9 days"),
)


@pytest.fixture
def chart(look: Theme, qtbot: QtBot) -> BarChart:
    chart = BarChart(look, "Contacts by role")
    qtbot.addWidget(chart)
    chart.resize(480, 192)
    chart.show_bars(BARS)
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    return chart


def columns_of(image: QImage, name: str) -> set[int]:
    color = QColor(name)
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == color
    }


def height_at(chart: BarChart, at: int) -> int:
    image, color = chart.grab().toImage(), QColor(LIGHT.accent)
    middle = round(chart.place_of(at).center().x())
    return sum(image.pixelColor(middle, y) == color for y in range(image.height()))


def test_all_of_it_is_read_as_one_sentence_with_its_goal(chart: BarChart) -> None:
    told = "Contacts by role: Nurse 74, Social worker 26, Chaplain 9 days."
    assert chart.accessibleName() == told
    chart.show_bars(BARS, 30.0, "goal 30")
    assert chart.accessibleName() == f"{told} goal 30."


def test_a_bar_is_as_high_as_its_value(chart: BarChart) -> None:
    heights = [height_at(chart, at) for at in range(3)]
    assert heights[0] > heights[1] > heights[2] > 0
    assert heights[1] / heights[0] == pytest.approx(26 / 74, abs=0.08)


def test_the_goal_is_a_dashed_line_over_all_bars(chart: BarChart) -> None:
    assert not columns_of(chart.grab().toImage(), LIGHT.bad)
    chart.show_bars(BARS, 30.0, "goal 30")
    line = columns_of(chart.grab().toImage(), LIGHT.bad)
    assert min(line) < chart.place_of(0).center().x()
    assert max(line) > chart.place_of(2).center().x()


def test_arrow_keys_go_from_bar_to_bar_and_return_opens_one(chart: BarChart, qtbot: QtBot) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleName() == "Social worker: 26"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleName() == "Nurse: 74"
    with qtbot.waitSignal(chart.pressed) as pressed:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert pressed.args == ["nurse"]


def test_a_press_opens_the_bar_under_it_and_nothing_beside_them(
    chart: BarChart, qtbot: QtBot
) -> None:
    place = chart.place_of(1).center().toPoint()
    with qtbot.waitSignal(chart.pressed) as pressed:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert pressed.args == ["social"]


def test_on_a_page_read_from_the_right_the_first_bar_stands_at_the_right(chart: BarChart) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.place_of(0).left() > chart.place_of(2).left()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleName() == "Social worker: 26"


def test_without_bars_keys_do_nothing(chart: BarChart, qtbot: QtBot) -> None:
    chart.show_bars(())
    assert chart.accessibleName() == "Contacts by role"
    with qtbot.assertNotEmitted(chart.pressed):
        QTest.keyClick(chart, Qt.Key.Key_Return)
        QTest.keyClick(chart, Qt.Key.Key_Right)
    chart.grab()


def test_a_long_word_is_parted_at_a_blank_or_behind_a_hyphen(look: Theme) -> None:
    metrics = QFontMetrics(look.font(TEXT_LABEL))
    assert _two_lines("Nurse", metrics, 200) == ("Nurse",)
    room = metrics.horizontalAdvance("practitioner") + 2
    assert _two_lines("Nurse practitioner", metrics, room) == ("Nurse", "practitioner")
    wide = metrics.horizontalAdvance("Hematologist-") + 1
    assert _two_lines("Hematologist-oncologist", metrics, wide) == ("Hematologist-", "oncologist")


def test_parts_of_a_grid_are_of_one_width_and_fill_their_lines(look: Theme, qtbot: QtBot) -> None:
    parts = [QPushButton() for _ in range(4)]
    grid = EvenGrid(look, parts, 100)
    qtbot.addWidget(grid)
    grid.show()
    grid.resize(460, 200)
    qtbot.waitUntil(lambda: len({part.y() for part in parts}) == 1)
    assert max(part.width() for part in parts) - min(part.width() for part in parts) <= 1
    grid.resize(340, 200)
    qtbot.waitUntil(lambda: len({part.y() for part in parts}) == 2)
    assert [part.x() for part in parts[:2]] == [part.x() for part in parts[2:]]


ROLES = (
    "Hematologist", "Nurse practitioner", "Navigator", "Nurse", "Social worker", "Dietitian",
    "Physical therapist", "Chaplain",
)  # fmt: skip


@pytest.mark.parametrize("width", [300, 420, 541, 700])
@pytest.mark.parametrize("goal", [None, 3.0])
def test_every_word_below_a_bar_stands_whole_and_the_bars_stay_on_the_chart(
    chart: BarChart, look: Theme, width: int, goal: float | None
) -> None:
    chart.resize(width, 192)
    chart.show_bars([Bar(label, label, 5, "5") for label in ROLES], goal, "goal 3")
    metrics = QFontMetrics(look.font(TEXT_LABEL))
    count = chart._count()
    assert count >= (8 if width > 600 else 3)
    for at, label in enumerate(ROLES[:count]):
        room = chart.place_of(at).width()
        lines = _two_lines(label, metrics, round(room) - 4)
        assert max(metrics.horizontalAdvance(line) for line in lines) <= room - 2, label
        assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert chart.place_of(0).left() >= 0
    assert chart.place_of(count - 1).right() <= width


def test_a_word_that_is_wider_than_the_whole_chart_is_told_in_its_tooltip(
    chart: BarChart, qtbot: QtBot
) -> None:
    chart.resize(60, 192)
    chart.show_bars([Bar("long", "Hematologist-oncologist", 5, "5")])
    assert chart._count() == 1
    QTest.mouseMove(chart, chart.rect().center())
    qtbot.waitUntil(lambda: "Hematologist-oncologist: 5" in chart.toolTip())
