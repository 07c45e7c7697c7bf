"""Draws headings and two-line entries of a grouped list."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui.look import tokens as t
from ui.look.chips import ChipPainter
from ui.look.grouped_model import GroupedItem, GroupedModel, Section
from ui.look.labels import plain_tooltip
from ui.look.text_paint import TextPainter
from ui.look.theme import Theme

PAD, EDGE, GAP = 16, 3, 6
LINE, SUB_LINE, HEADING = 20, 17, 30


class GroupedDelegate(QStyledItemDelegate):
    """Reads entries straight from the model; all entries are of one height, all headings too."""

    def __init__(self, theme: Theme, model: GroupedModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._text = TextPainter(theme, self)
        self._chips = ChipPainter(theme, self)
        self.hovered = -1
        self.shows_focus = False

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if isinstance(self._model.entry_at(index.row()), Section):
            return QSize(100, self._theme.px(HEADING))
        return QSize(100, self.item_height())

    def item_height(self) -> int:
        """The height of every entry."""
        body = QFontMetrics(self._theme.font()).height()
        small = QFontMetrics(self._theme.font(t.TEXT_SMALL)).height()
        return max(self._theme.px(54), body + small + 16)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        entry = self._model.entry_at(index.row())
        if isinstance(entry, Section):
            self._paint_heading(painter, box, entry)
            return
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, box, index.row(), state, is_mirrored)
        self._paint_item(painter, box, entry, is_mirrored)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        entry = self._model.entry_at(index.row()) if index.isValid() else None
        words = ""
        if isinstance(entry, GroupedItem) and not self._is_whole(entry, option.rect):
            lines = [entry.title, entry.left, entry.right]
            words = plain_tooltip("\n".join(line for line in lines if line))
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def _rooms(self, item: GroupedItem, box: QRect) -> tuple[int, int, int, int]:
        """The widths of chip, title, right words and left words."""
        room = box.width() - 2 * PAD - EDGE
        chip = min(self._chips.size(item.chip).width(), room // 2) if item.chip else 0
        right = round(self._text.width(item.right, t.TEXT_SMALL, t.REGULAR)) + 1
        right = min(right, room // 2) if item.right else 0
        title = room - (chip + GAP if chip else 0)
        return chip, title, right, room - (right + GAP if right else 0)

    def _is_whole(self, item: GroupedItem, box: QRect) -> bool:
        chip, title, right, left = self._rooms(item, box)
        return (
            self._text.is_short(item.title, t.TEXT, t.SEMIBOLD, title)
            and self._text.is_short(item.left, t.TEXT_SMALL, t.REGULAR, left)
            and self._text.is_short(item.right, t.TEXT_SMALL, t.REGULAR, max(right, 1))
            and (item.chip is None or self._chips.size(item.chip).width() <= chip)
        )

    def _paint_item(
        self, painter: QPainter, box: QRect, item: GroupedItem, is_mirrored: bool
    ) -> None:
        px, draw = self._theme.px, self._text.draw
        chip, title, right, left = self._rooms(item, box)
        start = box.left() + PAD + (0 if is_mirrored else EDGE)
        end = box.right() + 1 - PAD - (EDGE if is_mirrored else 0)
        y = box.top() + (box.height() - 1 - px(LINE) - px(SUB_LINE)) / 2
        x = end - title if is_mirrored else start
        line, size, weight = px(LINE), t.TEXT, t.SEMIBOLD
        draw(painter, x, y, title, line, item.title, size, weight, "ink", is_mirrored)
        if item.chip is not None:
            x = start if is_mirrored else end - chip
            top = round(y + (line - self._chips.height) / 2)
            self._chips.paint(painter, x, top, item.chip, chip)
        y, line, size, weight = y + line, px(SUB_LINE), t.TEXT_SMALL, t.REGULAR
        x = end - left if is_mirrored else start
        draw(painter, x, y, left, line, item.left, size, weight, "ink_2", is_mirrored)
        x = start if is_mirrored else end - right
        draw(painter, x, y, right, line, item.right, size, weight, "ink_2", not is_mirrored)

    def _paint_ground(
        self, painter: QPainter, box: QRect, row: int, state: QStyle.StateFlag, is_mirrored: bool
    ) -> None:
        color = self._theme.color
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("accent_soft"))
            left = box.right() + 1 - EDGE if is_mirrored else box.left()
            painter.fillRect(QRect(left, box.top(), EDGE, box.height()), color("accent"))
        elif row == self.hovered:
            painter.fillRect(box, color("hover"))
        line = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, color("line_soft"))
        if state & QStyle.StateFlag.State_HasFocus and self.shows_focus:
            x, y, width, height = box.x(), box.y(), box.width(), box.height()
            for side in (
                QRect(x, y, width, 2),
                QRect(x, y + height - 2, width, 2),
                QRect(x, y, 2, height),
                QRect(x + width - 2, y, 2, height),
            ):
                painter.fillRect(side, color("focus"))

    def _paint_heading(self, painter: QPainter, box: QRect, section: Section) -> None:
        font = QFont(self._theme.font(t.TEXT_LABEL, t.BOLD))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        painter.setPen(self._theme.color(section.tone.ink if section.tone else "ink_3"))
        room = box.adjusted(PAD, self._theme.px(8), -PAD, 0)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, start | middle, section.title.upper())
        if section.count:
            painter.drawText(room, end | middle, str(section.count))
