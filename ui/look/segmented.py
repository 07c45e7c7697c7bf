"""A row of joined segments of which one is chosen, with the rarer ones in a last menu."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.options import Option
from ui.look.segment_paint import (
    CHEVRON,
    PAD_X,
    paint_segment,
    segment_font,
    segment_ink,
    segment_size,
)
from ui.look.theme import Theme


class SegmentedControl(QWidget):
    """Chooses one option by click or arrow keys; `chosen` carries the key when the nurse did it.

    Options in `more` open from the last segment, which then shows the word that was chosen; an
    empty `more_label` leaves only its sign.
    `name` is read before each segment. With no value, nothing is chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        value: str = "",
        more: Sequence[Option] = (),
        more_label: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = ""
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for option in options:
            segment = _Segment(theme, option, self)
            self._segments[option.key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        self._more = _More(theme, name, more_label or self.tr("More"), more, self) if more else None
        if self._more is not None:
            self._more.set_label(self.tr("More") if more_label is None else more_label)
            row.addWidget(self._more)
            self._more.picked.connect(self._on_picked)
        self.show_labels({option.key: option.label for option in options})
        self._place_ends()
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_value(value)

    def value(self) -> str:
        """The key of the chosen option, or an empty string."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without announcing it; an unknown or empty key chooses nothing."""
        segment = self._segments.get(key)
        is_more = self._more is not None and self._more.show_key("" if segment else key)
        self._value = key if segment or is_more else ""
        self._group.setExclusive(False)
        for each in self._segments.values():
            each.setChecked(each is segment)
        self._group.setExclusive(True)
        self._keep_one_stop(segment)

    def show_labels(self, labels: Mapping[str, str]) -> None:
        """Put other words on these options."""
        for key, label in labels.items():
            segment = self._segments[key]
            segment.setText(label)
            segment.setAccessibleName(f"{self.accessibleName()}: {label}")
            segment.updateGeometry()

    def set_enabled_keys(self, keys: set[str]) -> None:
        """Leave only these options open to choice."""
        for key, segment in self._segments.items():
            segment.setEnabled(key in keys)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("field"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, t.RADIUS, t.RADIUS)

    def _keep_one_stop(self, chosen: "_Segment | None") -> None:
        """Tab comes to the chosen segment, as Qt has it once one of them had the keyboard."""
        stop = chosen or next(iter(self._segments.values()), None)
        for each in self._segments.values():
            policy = Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)

    def _place_ends(self) -> None:
        parts: list[_Segment | _More] = list(self._segments.values())
        if self._more is not None:
            parts.append(self._more)
        for place, part in enumerate(parts):
            part.ends = (place == 0, place == len(parts) - 1)

    def _on_clicked(self, button: QRadioButton) -> None:
        for key, segment in self._segments.items():
            if segment is button:
                self._take(key)

    def _on_picked(self, key: str) -> None:
        self._take(key)

    def _take(self, key: str) -> None:
        is_new = key != self._value
        self.set_value(key)
        if is_new:
            self.chosen.emit(key)


class _Segment(QRadioButton):
    def __init__(self, theme: Theme, option: Option, parent: QWidget) -> None:
        super().__init__(option.label, parent)
        self._theme = theme
        self._shows_focus = False
        self.ends: tuple[bool, bool] = (False, False)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return segment_size(self._theme, self.text())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shows_focus = self.hasFocus() and self._shows_focus
        paint_segment(painter, self, self._theme, self.ends, self.isChecked(), shows_focus)
        painter.setFont(segment_font(self._theme, self.isChecked()))
        painter.setPen(self._theme.color(segment_ink(self, self.isChecked())))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class _More(QPushButton):
    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, label: str, options: Sequence[Option], parent: QWidget
    ) -> None:
        super().__init__(label, parent)
        self._theme = theme
        self._label = self._spoken = label
        self._name = name
        self._options = {option.key: option.label for option in options}
        self._is_on = False
        self.ends: tuple[bool, bool] = (False, True)
        self.setAutoDefault(False)
        menu = QMenu(self)
        for option in options:
            action = menu.addAction(option.label)
            action.setData(option.key)
        menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        self.setMenu(menu)
        self.setAccessibleName(f"{name}: {label}")
        theme.changed.connect(self.updateGeometry)

    def set_label(self, label: str) -> None:
        """Show this word while none of mine is chosen."""
        self._label = label
        self.show_key("")

    def show_key(self, key: str) -> bool:
        """Show the option's word when it is one of mine; say whether it is."""
        self._is_on = key in self._options
        self.setText(self._options.get(key, self._label))
        self.setAccessibleName(f"{self._name}: {self._options.get(key, self._spoken)}")
        self.updateGeometry()
        self.update()
        return self._is_on

    @override
    def sizeHint(self) -> QSize:
        size = segment_size(self._theme, self.text())
        room = self._theme.px(CHEVRON) + (2 if self.text() else -4)
        return QSize(size.width() + room, size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, is_on = QPainter(self), self._theme, self._is_on
        paint_segment(painter, self, theme, self.ends, is_on, self.hasFocus())
        painter.setFont(segment_font(theme, is_on))
        painter.setPen(theme.color(segment_ink(self, is_on)))
        side = theme.px(CHEVRON)
        is_mirrored = self.isRightToLeft()
        box = self.rect().adjusted(side if is_mirrored else 0, 0, 0 if is_mirrored else -side, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        left = PAD_X - 3 if is_mirrored else self.width() - PAD_X + 3 - side
        chevron = theme.pixmap(
            "chevron-down", segment_ink(self, is_on), CHEVRON, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), chevron)
