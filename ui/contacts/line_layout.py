"""An entry's words set into lines of a given width, once, with the height they take."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.contacts.lines import ARROWS, ContactLine
from ui.look import tokens as t
from ui.look.chips import ChipPainter
from ui.look.theme import Theme

PAD_X, PAD_Y = 14, 9
DAY, DOT, GAP, MINUTES = 92, 14, 10, 52
CHIP_GAP, CHIP_TOP = 4, 3
MOST_LINES, MOST_ENTRY_LINES = 12, 2
LINE, SUB_LINE = 19, 17
KEPT_SET = 512
"""More entries than a window shows, and fewer than a day brings."""


@dataclass(slots=True)
class SetLine:
    """The set parts of one entry; `chips` are places relative to the body's top left."""

    head: QTextLayout
    note: QTextLayout | None
    note_top: float
    is_shortened: bool
    more_top: float
    chips: list[tuple[float, float, float]]
    height: int


class LineSetter(QObject):
    """Sets entries for the list; the last ones set are kept until look or width change."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chips = ChipPainter(theme, self)
        self._set: dict[tuple[ContactLine, bool], SetLine] = {}
        self._formats: dict[tuple[bool, bool], tuple[QTextCharFormat, QTextCharFormat]] = {}
        self._width = 0
        self._wrapping = _wrapping()
        self._step = self._line_step()
        theme.changed.connect(self._on_theme_changed)

    def body_left(self) -> int:
        """Where the words begin."""
        px = self._theme.px
        return PAD_X + px(DAY) + GAP + px(DOT) + GAP

    def body_width(self, width: int) -> int:
        """The room for words in a row of this width."""
        return max(80, width - self.body_left() - GAP - self._theme.px(MINUTES) - PAD_X)

    def set_line(self, line: ContactLine, width: int, is_whole: bool) -> SetLine:
        """The entry set for a row of this width; `is_whole` shows a long note to its end."""
        if width != self._width:
            self._set.clear()
            self._width = width
        key = (line, is_whole)
        found = self._set.get(key)
        if found is None:
            if len(self._set) >= KEPT_SET:
                del self._set[next(iter(self._set))]
            found = self._set[key] = self._lay_out(line, self.body_width(width), is_whole)
        return found

    def _lay_out(self, line: ContactLine, room: int, is_whole: bool) -> SetLine:
        px = self._theme.px
        head = self._head(line)
        top = _break(head, room, self._step, 0)[0]
        note, note_top, is_shortened, more_top = None, top, False, 0.0
        if line.note:
            note = QTextLayout(line.note.replace("\n", "\u2028"), self._theme.font())
            note.setTextOption(self._wrapping)
            most = MOST_ENTRY_LINES if line.icon else MOST_LINES
            height, is_shortened = _break(note, room, self._step, 0 if is_whole else most)
            top += height
            if is_shortened:
                more_top = top
                top += px(SUB_LINE)
        chips, top = self._place_chips(line, room, top)
        least = px(LINE) + (px(SUB_LINE) if line.time else 0)
        height = int(max(top, least)) + 2 * PAD_Y + 1
        return SetLine(head, note, note_top, is_shortened, more_top, chips, height)

    def _head(self, line: ContactLine) -> QTextLayout:
        words = f"{line.role} {line.detail}"
        for arrow in ARROWS.values():
            words = words.replace(f"{arrow} ", f"{arrow}\u00a0")
        layout = QTextLayout(words, self._theme.font())
        layout.setTextOption(self._wrapping)
        role, detail = QTextLayout.FormatRange(), QTextLayout.FormatRange()
        role.start, role.length = 0, _units(line.role)
        detail.start, detail.length = role.length, _units(line.detail) + 1
        role.format, detail.format = self._formats_of(line)
        layout.setFormats([role, detail])
        return layout

    def _formats_of(self, line: ContactLine) -> tuple[QTextCharFormat, QTextCharFormat]:
        """How the role and what follows it are written."""
        key = (line.is_retracted, bool(line.icon))
        found = self._formats.get(key)
        if found is None:
            bold, quiet = QTextCharFormat(), QTextCharFormat()
            bold.setFont(self._theme.font(t.TEXT, t.SEMIBOLD))
            bold.setForeground(self._theme.color("ink_3" if line.is_retracted else "ink"))
            bold.setFontStrikeOut(all(key))
            quiet.setFont(self._theme.font(t.TEXT_SMALL))
            quiet.setForeground(self._theme.color("ink_3"))
            found = self._formats[key] = bold, quiet
        return found

    def _line_step(self) -> float:
        """From one line of words to the next."""
        return max(self._theme.px(LINE), QFontMetricsF(self._theme.font()).height())

    def _on_theme_changed(self) -> None:
        self._set.clear()
        self._formats.clear()
        self._step = self._line_step()

    def _place_chips(
        self, line: ContactLine, room: int, top: float
    ) -> tuple[list[tuple[float, float, float]], float]:
        places: list[tuple[float, float, float]] = []
        if not line.chips:
            return places, top
        x, y = 0.0, top + CHIP_TOP
        for chip in line.chips:
            width = min(self.chips.size(chip).width(), room)
            if x and x + width > room:
                x, y = 0.0, y + self.chips.height + CHIP_GAP
            places.append((x, y, width))
            x += width + CHIP_GAP
        return places, y + self.chips.height


def draw_layout(painter: QPainter, layout: QTextLayout, x: float, y: float) -> None:
    """Draw what was set, with the painter's pen where a format has no colour of its own."""
    layout.draw(painter, QPointF(x, y))


def _break(layout: QTextLayout, room: int, step: float, most: int) -> tuple[float, bool]:
    """Set the lines; gives their height and whether some were left out after `most`."""
    y, count, is_shortened = 0.0, 0, False
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        if most and count == most:
            line.setPosition(QPointF(0, -1e6))
            is_shortened = True
            break
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
        count += 1
    layout.endLayout()
    return y, is_shortened


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeading)
    return option


def _units(text: str) -> int:
    """The length in UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
