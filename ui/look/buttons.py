"""Buttons: plain, primary, quiet and link, with the shortcut shown as a key."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.keys import key_size, key_words, paint_key
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme
from ui.override import override

GAP = 8
ICON = 16


class ButtonKind(Enum):
    """How loudly a button speaks; at most one primary button is on a page."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"


class Button(QPushButton):
    """A push button in one of four kinds; `hint` shows a shortcut, it does not set one.

    Space and Enter press it. With a menu set, it shows the sign of a list to open.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        hint: str = "",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind = kind
        self._key = key_words(hint) if hint else ""
        self._icon_name = icon
        self._small = small
        self._shows_focus = False
        self.setAutoDefault(False)
        self.setAccessibleDescription(self._key)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_kind(self, kind: ButtonKind) -> None:
        """Speak louder or more softly."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = t.CONTROL_HEIGHT_SMALL if self._small else t.CONTROL_HEIGHT
        if self._kind is ButtonKind.LINK:
            height = 24
        content = self._content_width()
        least = QFontMetrics(self._text_font()).height() + 8
        return QSize(content + 2 * self._padding(), max(self._theme.px(height), least))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        if self.hasFocus() and self._shows_focus:
            self._paint_focus(painter)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink_3"
        if self._kind is ButtonKind.PRIMARY:
            return "accent_ink"
        return "ink" if self._kind is ButtonKind.PLAIN else "accent"

    def _paint_ground(self, painter: QPainter) -> None:
        theme, hot = self._theme, self.isEnabled() and (self.underMouse() or self.isDown())
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._kind is ButtonKind.PRIMARY and self.isEnabled():
            fill = line = theme.color("accent_hover" if hot else "accent")
        elif self._kind is ButtonKind.LINK:
            return
        elif self._kind is ButtonKind.QUIET:
            fill = line = theme.color("accent_soft" if hot else "surface")
            if not hot:
                return
        else:
            fill = theme.color("hover" if hot else "field")
            fill = fill if self.isEnabled() else theme.color("mute_soft")
            line = theme.color("line")
        painter.setPen(QPen(line, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, t.RADIUS, t.RADIUS)

    def _paint_content(self, painter: QPainter) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        x = (self.width() - self._content_width()) // 2
        middle, mirrored = self.height() / 2, self.isRightToLeft()
        for part, width in self._parts():
            left = self.width() - x - width if mirrored else x
            box = QRect(left, 0, width, self.height())
            if part == "text":
                painter.setFont(self._text_font())
                painter.setPen(theme.color(self._ink()))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
                painter.drawText(box.adjusted(-2, 0, 2, 0), flags, self.text())
            elif part == "key":
                self._paint_hint(painter, box)
            else:
                pixmap = theme.pixmap(part, self._ink(), ICON, ratio)
                painter.drawPixmap(QPointF(left, middle - width / 2), pixmap)
            x += width + GAP

    def _paint_hint(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        is_loud = self._kind is ButtonKind.PRIMARY and self.isEnabled()
        size = key_size(self._key_font(), self._key)
        painter.setFont(self._key_font())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = theme.color("accent_key" if is_loud else "ink_3")
        line = theme.color("accent_line" if is_loud else "line")
        key_box = QRect(box.left(), (box.height() - size.height()) // 2, box.width(), size.height())
        paint_key(painter, key_box, self._key, ink, line)

    def _paint_focus(self, painter: QPainter) -> None:
        is_loud = self._kind is ButtonKind.PRIMARY
        inset = 3.0 if is_loud else 1.0
        painter.setPen(QPen(self._theme.color("accent_ink" if is_loud else "focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, t.RADIUS - 1, t.RADIUS - 1)

    def _parts(self) -> list[tuple[str, int]]:
        parts: list[tuple[str, int]] = []
        if self._icon_name:
            parts.append((self._icon_name, self._theme.px(ICON)))
        if self.text():
            metrics = QFontMetrics(self._text_font())
            shown = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
            parts.append(("text", shown))
        if self._key:
            parts.append(("key", key_size(self._key_font(), self._key).width()))
        if self.menu() is not None:
            parts.append(("chevron-down", self._theme.px(ICON)))
        return parts

    def _content_width(self) -> int:
        parts = self._parts()
        return sum(width for _, width in parts) + GAP * max(0, len(parts) - 1)

    def _padding(self) -> int:
        if self._kind is ButtonKind.LINK:
            return 2
        if self._kind is ButtonKind.QUIET or not self.text():
            return 6
        return 10 if self._small else 12

    def _text_font(self) -> QFont:
        if self._kind is ButtonKind.LINK:
            return self._theme.font(t.TEXT, t.MEDIUM)
        if self._small:
            return self._theme.font(t.TEXT_SMALL, t.MEDIUM)
        return self._theme.font(t.TEXT, t.SEMIBOLD)

    def _key_font(self) -> QFont:
        return self._theme.font(t.TEXT_LABEL)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """A square button with an icon only; `name` is read aloud and shown as its tooltip."""

    def __init__(
        self, theme: Theme, icon: str, name: str, small: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", ButtonKind.QUIET, icon=icon, small=small, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    @override
    def _ink(self) -> str:
        return "ink_2" if self.isEnabled() else "ink_3"
