"""Cells of the needs: a trend with its cut-off is drawn, and two chips are never hidden."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.look.cell_paint import CellPainter
from ui.look.chips import ChipText
from ui.look.columns import Cell, ChipPress, Trend
from ui.look.theme import Theme
from ui.look.tokens import LIGHT, Tone

BOX = QRect(0, 0, 208, 49)
TWO = ChipPress(
    (
        ChipText("≥ 4 → Social worker", Tone.BAD, "!"),
        ChipText("≥ 7 → Psycho-oncologist", Tone.IDEA, "◆"),
    )
)


def drawn(look: Theme, cell: Cell, *, is_mirrored: bool = False) -> QImage:
    image = QImage(BOX.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    CellPainter(look).paint(painter, BOX, cell, is_mirrored, is_hot=False)
    painter.end()
    return image


def places_of(image: QImage, name: str) -> list[tuple[int, int]]:
    color = QColor(name)
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == color
    ]


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_last_value_stands_where_reading_ends_and_high_values_stand_high(
    look: Theme, is_mirrored: bool
) -> None:
    cell = Trend(((1, 2.0), (5, 3.0), (9, 8.0)), "2, 3, 8", cutoff=4.0, tone=Tone.BAD)
    line = places_of(drawn(look, cell, is_mirrored=is_mirrored), LIGHT.bad)
    assert line
    highest = min(line, key=lambda place: place[1])
    assert (highest[0] < BOX.center().x()) is is_mirrored


def test_the_cut_off_is_a_dashed_line_between_the_values(look: Theme) -> None:
    cell = Trend(((1, 0.0), (9, 8.0)), "0, 8", cutoff=4.0, tone=Tone.BAD)
    with_line = drawn(look, cell)
    without = drawn(look, Trend(cell.points, cell.spoken, tone=Tone.BAD))
    middle = BOX.center().y()
    white = QColor("white")

    def marks(image: QImage) -> int:
        rows = range(middle - 1, middle + 3)
        return sum(image.pixelColor(x, y) != white for x in range(BOX.width()) for y in rows)

    assert marks(with_line) > marks(without) + 40


@pytest.mark.parametrize("points", [(), ((3, 5.0),), ((3, 5.0), (3, 7.0))])
def test_few_values_are_drawn_too(look: Theme, points: tuple[tuple[int, float], ...]) -> None:
    image = drawn(look, Trend(points, "", tone=Tone.BAD))
    assert bool(places_of(image, LIGHT.bad)) is bool(points)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_two_chips_without_room_beside_each_other_stand_one_below_the_other(
    look: Theme, is_mirrored: bool
) -> None:
    image = drawn(look, TWO, is_mirrored=is_mirrored)
    upper = [y for _, y in places_of(image, LIGHT.bad_soft)]
    lower = [y for _, y in places_of(image, LIGHT.idea_soft)]
    assert upper
    assert lower
    assert max(upper) < min(lower)
    cells = CellPainter(look)
    assert cells.is_whole(TWO, BOX)
    box = cells.press_box(TWO, BOX, is_mirrored)
    assert BOX.contains(box)
    assert box.height() > cells.chips.height * 2
