"""How each kind of table cell is drawn."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from ui.look import tokens as t
from ui.look.bar_paint import paint_bar
from ui.look.chips import ChipPainter
from ui.look.columns import Bar, Cell, ChipPress, Chips, Dots, Press, Sign, Tick, Trend, Words
from ui.look.text_paint import TextPainter
from ui.look.theme import Theme
from ui.look.trend_paint import paint_trend

PAD = 12
DOT, DOT_STEP = 10, 13
ICON = 16
TICK = 16
LINE, SUB_LINE = 19, 17
STACK_GAP = 3


class CellPainter(QObject):
    """Draws cells into the room they are given; shared by every delegate that shows cells."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = TextPainter(theme, self)
        self.chips = ChipPainter(theme, self)
        self._dots: dict[tuple[int, int, int, float], QPixmap] = {}
        theme.changed.connect(self._dots.clear)

    def row_height(self, has_two_lines: bool) -> int:
        """The height of every row."""
        body = QFontMetrics(self._theme.font()).height()
        small = QFontMetrics(self._theme.font(t.TEXT_SMALL)).height()
        if has_two_lines:
            return max(self._theme.px(49), body + small + 12)
        return max(self._theme.px(33), body + 12)

    def press_box(self, cell: Cell, box: QRect, is_mirrored: bool) -> QRect:
        """Where the pressable part stands inside the cell's box."""
        size = self._press_size(cell)
        left = box.right() + 1 - PAD - size.width() if is_mirrored else box.left() + PAD
        if isinstance(cell, Sign):
            left = box.left() + (box.width() - size.width()) // 2
        if isinstance(cell, ChipPress):
            if self._are_stacked(cell, box):
                size = QSize(self._widest(cell), 2 * self.chips.height + STACK_GAP)
            size.setWidth(min(size.width(), box.width() - PAD - 2))
            left = box.right() + 1 - PAD - size.width() if is_mirrored else left
        return QRect(left, box.top() + (box.height() - size.height()) // 2, *size.toTuple())

    def is_whole(self, cell: Cell, box: QRect) -> bool:
        """Whether all words of the cell can be read in the box."""
        room = box.width() - 2 * PAD
        if isinstance(cell, Words):
            weight = t.SEMIBOLD if cell.strong or cell.tone else t.REGULAR
            return self.text.is_short(cell.text, t.TEXT, weight, room) and self.text.is_short(
                cell.sub, t.TEXT_SMALL, t.REGULAR, room
            )
        if isinstance(cell, Chips | ChipPress):
            stacked = self._are_stacked(cell, box)
            width = self._widest(cell) if stacked else self._in_a_row(cell)
            return width <= room + PAD - 2
        return not isinstance(cell, Sign | Tick | Trend | Bar)

    def paint(
        self, painter: QPainter, box: QRect, cell: Cell, is_mirrored: bool, is_hot: bool
    ) -> None:
        """Draw the cell; `is_hot` is a pressable part under the pointer."""
        match cell:
            case Words():
                self._paint_words(painter, box, cell, is_mirrored)
            case Chips() | ChipPress():
                self._paint_chips(painter, box, cell, is_mirrored)
            case Trend():
                paint_trend(painter, self._theme, box.adjusted(PAD, 0, -PAD, 0), cell, is_mirrored)
            case Bar():
                paint_bar(painter, self._theme, box.adjusted(PAD, 0, -PAD, 0), cell, is_mirrored)
            case Dots():
                self._paint_dots(painter, box, cell, is_mirrored)
            case Press(text=text):
                self._paint_press(painter, self.press_box(cell, box, is_mirrored), text, is_hot)
            case Sign(icon=icon):
                place = self.press_box(cell, box, is_mirrored)
                self._paint_sign(painter, place, icon, is_hot)
            case Tick(is_on=is_on):
                self._paint_tick(painter, self.press_box(cell, box, is_mirrored), is_on)

    def _paint_words(self, painter: QPainter, box: QRect, cell: Words, is_mirrored: bool) -> None:
        px = self._theme.px
        x, room = box.left() + PAD, box.width() - 2 * PAD
        weight = t.SEMIBOLD if cell.strong or cell.tone else t.REGULAR
        color = cell.tone.ink if cell.tone else ("ink_3" if cell.quiet else "ink")
        total = px(LINE) + (px(SUB_LINE) if cell.sub else 0)
        y = box.top() + (box.height() - 1 - total) / 2
        draw = self.text.draw
        draw(painter, x, y, room, px(LINE), cell.text, t.TEXT, weight, color, is_mirrored)
        if cell.sub:
            y += px(LINE)
            height, size = px(SUB_LINE), t.TEXT_SMALL
            draw(painter, x, y, room, height, cell.sub, size, t.REGULAR, "ink_3", is_mirrored)

    def _paint_chips(
        self, painter: QPainter, box: QRect, cell: Chips | ChipPress, is_mirrored: bool
    ) -> None:
        if self._are_stacked(cell, box):
            high = self.chips.height
            top = box.top() + (box.height() - 2 * high - STACK_GAP) // 2
            upper = QRect(box.left(), top, box.width(), high)
            for place, chip in enumerate(cell.chips):
                half = upper.translated(0, place * (high + STACK_GAP))
                self._paint_chips(painter, half, Chips((chip,)), is_mirrored)
            return
        y = box.top() + (box.height() - self.chips.height) // 2
        x, end = box.left() + PAD, box.right() - 1
        if is_mirrored:
            x, end = box.left() + 2, box.right() + 1 - PAD
        for chip in cell.chips:
            if is_mirrored:
                width = min(self.chips.size(chip).width(), end - x)
                end -= self.chips.paint(painter, end - width, y, chip, width) + 4
            else:
                x += self.chips.paint(painter, x, y, chip, end - x) + 4

    def _are_stacked(self, cell: Chips | ChipPress, box: QRect) -> bool:
        """Two chips that have no room beside each other stand one below the other."""
        is_high = box.height() >= 2 * self.chips.height + STACK_GAP
        room = box.width() - PAD - 2
        return len(cell.chips) == 2 and is_high and self._in_a_row(cell) > room

    def _in_a_row(self, cell: Chips | ChipPress) -> int:
        return sum(self.chips.size(chip).width() + 4 for chip in cell.chips) - 4

    def _widest(self, cell: Chips | ChipPress) -> int:
        return max(self.chips.size(chip).width() for chip in cell.chips)

    def _paint_dots(self, painter: QPainter, box: QRect, cell: Dots, is_mirrored: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (cell.filled, cell.suggested, cell.missing, ratio)
        pixmap = self._dots.get(key)
        if pixmap is None:
            pixmap = self._dots[key] = self._draw_dots(cell, ratio)
        width, height = (round(side / ratio) for side in pixmap.size().toTuple())
        room = box.width() - 2 * PAD
        x = box.right() + 1 - PAD - width if is_mirrored else box.left() + PAD
        painter.drawPixmap(QPointF(x, box.top() + (box.height() - height) / 2), pixmap)
        left = box.left() + PAD if is_mirrored else x + width + 5
        self.text.draw(
            painter,
            left,
            box.top(),
            room - width - 5,
            box.height(),
            cell.text,
            t.TEXT_SMALL,
            t.REGULAR,
            "ink_3",
            is_mirrored,
        )

    def _draw_dots(self, cell: Dots, ratio: float) -> QPixmap:
        side, step = self._theme.px(DOT), self._theme.px(DOT_STEP)
        signs = ["ok"] * cell.filled + ["idea"] * cell.suggested + ["bad"] * cell.missing
        width = max(1, step * len(signs))
        pixmap = QPixmap(round(width * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, color in enumerate(signs):
            spot = QRectF(place * step, 0, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(color))
            if color == "bad":
                painter.setPen(QPen(self._theme.color(color), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))
            elif color == "idea":
                middle, reach = spot.center(), spot.width() / 2 + 0.7
                across, down = QPointF(reach, 0), QPointF(0, reach)
                corners = [middle - down, middle + across, middle + down, middle - across]
                painter.drawPolygon(QPolygonF(corners))
            else:
                painter.drawEllipse(spot)
        painter.end()
        return pixmap

    def _press_size(self, cell: Cell) -> QSize:
        px = self._theme.px
        if isinstance(cell, ChipPress):
            return QSize(self._in_a_row(cell), self.chips.height)
        if isinstance(cell, Press):
            words = self.text.width(cell.text, t.TEXT_SMALL, t.MEDIUM)
            return QSize(round(words) + 20, px(t.CONTROL_HEIGHT_SMALL))
        side = px(t.CONTROL_HEIGHT_SMALL) if isinstance(cell, Sign) else px(TICK)
        return QSize(side, side)

    def _paint_press(self, painter: QPainter, place: QRect, text: str, is_hot: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("hover" if is_hot else "field"))
        frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, t.RADIUS, t.RADIUS)
        x, y, width, height = place.x(), place.y(), place.width(), place.height()
        size, weight = t.TEXT_SMALL, t.MEDIUM
        self.text.draw(painter, x + 10, y, width - 18, height, text, size, weight, "ink")

    def _paint_sign(self, painter: QPainter, place: QRect, icon: str, is_hot: bool) -> None:
        if is_hot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("mute_soft"))
            painter.drawRoundedRect(QRectF(place), t.RADIUS, t.RADIUS)
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._theme.pixmap(icon, "ink_2", ICON, ratio)
        inset = (place.width() - self._theme.px(ICON)) / 2
        painter.drawPixmap(QPointF(place.left() + inset, place.top() + inset), pixmap)

    def _paint_tick(self, painter: QPainter, place: QRect, is_on: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent" if is_on else "control"), 1))
        painter.setBrush(self._theme.color("accent" if is_on else "field"))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if is_on:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._theme.pixmap("check", "accent_ink", TICK - 4, ratio)
            inset = (place.width() - self._theme.px(TICK - 4)) / 2
            painter.drawPixmap(QPointF(place.left() + inset, place.top() + inset), pixmap)
