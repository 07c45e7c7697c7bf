"""The theme: which colours, font and text size the whole desk wears."""

import os
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import tokens as t
from ui.look.icons import Icons
from ui.look.stylesheet import stylesheet
from ui.look.tokens import Tokens

OWN_FAMILY, EVERY_FAMILY = "Inter-*.ttf", "*.ttf"
SMALLEST_PERCENT, LARGEST_PERCENT = 90, 160
FALLBACK_FAMILIES = ("Noto Sans Arabic", "Noto Sans Hebrew", "Segoe UI", "sans-serif")


class ThemeChoice(Enum):
    """What the nurse chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses a `QApplication` and answers every block's questions about colour, type and size.

    Sizes are told in pixels at 100 % text size and grow with the text, so nothing clips.
    `changed` is emitted after the application wears the new look. A `window` wears the style sheet
    for all that stands in it: Qt styles a widget anew each time it is put into another, so parts
    are put together several times faster where no style sheet is worn yet.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_percent: int = 100,
        parent: QObject | None = None,
        *,
        window: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._window = app, window
        self._choice = choice
        self._text_percent = _within(text_percent)
        self._icons = Icons(resources / "icons")
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int], QFont] = {}
        self._tokens = self._tokens_for_choice()
        self._fonts_folder = resources / "fonts"
        _load_fonts(app, self._fonts_folder, OWN_FAMILY)
        if os.environ.get("QT_STYLE_OVERRIDE", "").casefold() != "fusion":
            app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)
        self._wear()

    @property
    def choice(self) -> ThemeChoice:
        """System, light or dark, as chosen."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """The text size, 90 to 160, in percent of the design's."""
        return self._text_percent

    @property
    def tokens(self) -> Tokens:
        """The colours now worn."""
        return self._tokens

    def load_every_font(self) -> None:
        """Load the fonts of other scripts too, for which the first window does not wait."""
        _load_fonts(self._app, self._fonts_folder, EVERY_FAMILY)

    def choose(self, choice: ThemeChoice) -> None:
        """Wear the system's, the light or the dark colours."""
        self._choice = choice
        self._dress_again()

    def set_text_percent(self, percent: int) -> None:
        """Grow or shrink all text; values outside 90 to 160 are brought inside."""
        self._text_percent = _within(percent)
        self._dress_again()

    def px(self, size: float) -> int:
        """A design size in pixels, grown with the text."""
        return round(size * self._text_percent / 100)

    def font(self, size: float = t.TEXT, weight: int = t.REGULAR) -> QFont:
        """Inter with figures of equal width, in design pixels."""
        key = (size, weight)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make_font(size, weight)
        return font

    def color(self, name: str) -> QColor:
        """The colour of a token's name, such as `bad_soft`."""
        color = self._colors.get(name)
        if color is None:
            color = self._colors[name] = QColor(getattr(self._tokens, name))
        return color

    def icon(self, name: str, color: str = "ink_2", size: float = 16) -> QIcon:
        """An icon in a token's colour, in design pixels."""
        return self._icons.icon(name, getattr(self._tokens, color), self.px(size))

    def pixmap(
        self, name: str, color: str = "ink_2", size: float = 16, ratio: float = 1.0
    ) -> QPixmap:
        """An icon's drawing for a painter whose device has `ratio` pixels per pixel."""
        return self._icons.pixmap(name, getattr(self._tokens, color), self.px(size), ratio)

    def _make_font(self, size: float, weight: int) -> QFont:
        font = QFont(["Inter", *FALLBACK_FAMILIES])
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("cv05"), 1)
        return font

    def _tokens_for_choice(self) -> Tokens:
        if self._choice is ThemeChoice.SYSTEM:
            is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            is_dark = self._choice is ThemeChoice.DARK
        return t.DARK if is_dark else t.LIGHT

    def _dress_again(self) -> None:
        self._tokens = self._tokens_for_choice()
        self._colors.clear()
        self._fonts.clear()
        self._wear()
        self.changed.emit()

    def _wear(self) -> None:
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(self.font())
        wearer = self._window or self._app
        wearer.setStyleSheet(stylesheet(self._tokens, self.px))

    def _on_color_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and self._tokens_for_choice() is not self._tokens:
            self._dress_again()


def _within(percent: int) -> int:
    return max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))


def _load_fonts(app: QApplication, folder: Path, families: str) -> None:
    """Fonts belong to the application: a second theme on it does not load them again."""
    loaded = app.property("look_fonts") or []
    for path in sorted(folder.glob(families)):
        if str(path) not in loaded:
            QFontDatabase.addApplicationFont(str(path))
            loaded.append(str(path))
    app.setProperty("look_fonts", loaded)


def _palette(tokens: Tokens) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for color_role, color in {
        role.Window: tokens.bg,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_ink,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.idea,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.PlaceholderText: tokens.ink_3,
        role.Light: tokens.raised,
        role.Midlight: tokens.line_soft,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.line,
    }.items():
        palette.setColor(color_role, QColor(color))
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, color_role, QColor(tokens.ink_3))
    return palette
