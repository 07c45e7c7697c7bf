"""Segments for the fast hand: a letter chooses, and a rare choice takes a place in the row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.look.options import Option
from ui.look.segment_paint import CHEVRON, PAD_X, segment_size
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.look.type_ahead import fold

ROOM = 284


class QuickSegments(QWidget):
    """The first `shown` options as segments, the others behind the last; `chosen` carries a key.

    A letter chooses the first option that begins with it; pressed again, the next one. `room` is
    the width in pixels at 100 % text size in which the segments have to stand.
    """

    chosen = Signal(str)
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        shown: int,
        more_label: str | None = None,
        room: int = ROOM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self._options, self._shown = tuple(options), shown
        self._more_label, self._room = more_label, room
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._last_letter = ""
        self._is_choosing = False
        self._visible: tuple[Option, ...] = ()
        self._control = self._show_segments("")
        theme.changed.connect(self._on_theme_changed)

    def value(self) -> str:
        """The key of the chosen option, or an empty string."""
        return self._control.value()

    def set_value(self, key: str) -> None:
        """Choose without telling; an unknown or empty key chooses nothing."""
        if self._fitting(key) != self._visible:
            self._rebuild(key)
        else:
            self._control.set_value(key)
            self._aim_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = fold(event.text())
        found = [o for o in self._options if letter and fold(o.label).startswith(letter)]
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if not letter.isalpha() or not found or not is_plain:
            super().keyPressEvent(event)
            return
        keys = [option.key for option in found]
        is_again = letter == self._last_letter and self.value() in keys
        place = keys.index(self.value()) + 1 if is_again else 0
        self._last_letter = letter
        self._take(keys[place % len(keys)])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._is_choosing:
            self._last_letter = ""
        return super().eventFilter(watched, event)

    def _take(self, key: str) -> None:
        is_new = key != self.value()
        self._is_choosing = True
        self.set_value(key)
        focus = self.focusProxy()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.TabFocusReason)
        self._is_choosing = False
        if is_new:
            self.chosen.emit(key)
            self.edited.emit()

    def _on_chosen(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)
        self.edited.emit()

    def _fitting(self, key: str) -> tuple[Option, ...]:
        """The options in the row: the usual ones, or as many as leave room for a rare one."""
        usual = self._options[: self._shown]
        rare = next((o for o in self._options[self._shown :] if o.key == key), None)
        if rare is None:
            return usual
        more = self._theme.px(CHEVRON) + 2 * PAD_X
        if self._more_label is None:
            more += segment_size(self._theme, self.tr("More")).width()
        left = self._theme.px(self._room) - more - segment_size(self._theme, rare.label).width()
        kept: list[Option] = []
        for option in usual:
            left -= segment_size(self._theme, option.label).width()
            if left < 0:
                break
            kept.append(option)
        return (*kept[: self._shown - 1], rare)

    def _show_segments(self, key: str) -> SegmentedControl:
        self._visible = self._fitting(key)
        behind = [option for option in self._options if option not in self._visible]
        control = SegmentedControl(
            self._theme, self._name, self._visible, key, behind, self._more_label
        )
        control.chosen.connect(self._on_chosen)
        for button in control.findChildren(QAbstractButton):
            button.installEventFilter(self)
        self._row.insertWidget(0, control)
        self._control = control
        self._aim_focus()
        return control

    def _on_theme_changed(self) -> None:
        self._rebuild(self.value())

    def _rebuild(self, key: str) -> None:
        old = self._control
        had_focus = old.isAncestorOf(QApplication.focusWidget() or self)
        self._row.removeWidget(old)
        self._show_segments(key)
        if had_focus and (focus := self.focusProxy()) is not None:
            focus.setFocus(Qt.FocusReason.TabFocusReason)
        before: QWidget = old
        for button in self._buttons():
            QWidget.setTabOrder(before, button)
            before = button
        old.hide()
        old.deleteLater()

    def _buttons(self) -> list[QAbstractButton]:
        return self._control.findChildren(QAbstractButton)

    def _aim_focus(self) -> None:
        buttons = self._buttons()
        chosen = [button for button in buttons if button.isChecked()]
        if buttons:
            self.setFocusProxy((chosen or buttons)[0])
