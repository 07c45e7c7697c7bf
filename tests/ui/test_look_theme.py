"""The theme dresses the application, and everything follows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from ui.look.chips import Chip, ChipText
from ui.look.icons import Icons
from ui.look.options import Option
from ui.look.theme import Theme, ThemeChoice
from ui.look.tokens import CONTROL_HEIGHT, DARK, LIGHT
from ui.look.type_ahead import TypeAhead

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def test_choosing_dark_changes_the_palette_and_tells_once(
    look: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose(ThemeChoice.DARK)
    assert look.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    assert DARK.surface in qapp.styleSheet()


def test_the_system_choice_is_light_unless_the_system_says_dark(
    look: Theme, qapp: QApplication
) -> None:
    look.choose(ThemeChoice.SYSTEM)
    is_dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert look.tokens is (DARK if is_dark else LIGHT)


@pytest.mark.parametrize(("asked", "given"), [(50, 90), (90, 90), (125, 125), (400, 160)])
def test_the_text_size_stays_between_ninety_and_a_hundred_and_sixty(
    look: Theme, qapp: QApplication, asked: int, given: int
) -> None:
    look.set_text_percent(asked)
    assert look.text_percent == given
    assert qapp.font().pixelSize() == round(13 * given / 100)


def test_figures_are_of_equal_width_in_the_font_of_the_desk(look: Theme) -> None:
    metrics = QFontMetrics(look.font(13))
    assert metrics.horizontalAdvance("1111111111") == metrics.horizontalAdvance("8888888888")
    assert look.font().family() == "Inter"


def test_a_second_theme_does_not_load_the_fonts_again(look: Theme, qapp: QApplication) -> None:
    loaded = qapp.property("look_fonts")
    other = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    assert qapp.property("look_fonts") == loaded
    other.deleteLater()


def test_a_widget_grows_when_the_text_does(look: Theme, qtbot: QtBot) -> None:
    chip = Chip(look, ChipText("Today"))
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    look.set_text_percent(160)
    assert chip.sizeHint().width() > before.width()
    assert chip.sizeHint().height() > before.height()


def test_an_icon_is_tinted_and_drawn_once(look: Theme) -> None:
    icons = Icons(RESOURCES / "icons")
    pixmap = icons.pixmap("square", "#A8241B", 24, 2.0)
    assert pixmap.width() == 48
    assert pixmap.devicePixelRatio() == 2.0
    image = pixmap.toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert "#a8241b" in colors
    assert icons.pixmap("square", "#A8241B", 24, 2.0) is pixmap


def test_an_unknown_icon_is_an_error_and_not_an_empty_place(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        look.pixmap("no-such-icon")


def test_a_window_wears_the_style_for_all_that_is_put_into_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT, window=window)
    line, apart = QLineEdit(), QLineEdit()
    qtbot.addWidget(apart)
    window.setCentralWidget(line)
    ahead = TypeAhead(line, (Option("sw", "Social worker"),), line)
    window.show()
    ahead.show_matching("soc")
    line.ensurePolished()
    assert not qapp.styleSheet()
    assert ahead._popup.styleSheet() == window.styleSheet()
    assert line.minimumSizeHint().height() >= theme.px(CONTROL_HEIGHT)
    assert apart.minimumSizeHint().height() < theme.px(CONTROL_HEIGHT)
    theme.choose(ThemeChoice.DARK)
    assert DARK.field in window.styleSheet()
    theme.choose(ThemeChoice.LIGHT)
