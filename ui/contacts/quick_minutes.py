"""The usual minutes to click; the keyboard types them in the field above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme


class QuickMinutes(QWidget):
    """`chosen` carries the minutes that were clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, minutes: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [Option(str(each), str(each)) for each in minutes]
        self._control = SegmentedControl(theme, self.tr("Usual minutes"), options)
        for button in self._control.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._control)
        row.addStretch(1)
        self._control.chosen.connect(lambda key: self.chosen.emit(int(key)))

    def show_minutes(self, minutes: int | None) -> None:
        """Mark the usual minutes when they are these."""
        self._control.set_value("" if minutes is None else str(minutes))
