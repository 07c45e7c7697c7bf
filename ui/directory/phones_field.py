"""Several phone numbers, each with its kind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.phones import Phone
from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.choices import Choice
from ui.look.fields import LineEdit
from ui.look.options import Option
from ui.look.theme import Theme

KIND_WIDTH = 110
USUAL_KIND = "work"


class PhonesField(QWidget):
    """One line at least; `edited` tells that the nurse changed something."""

    edited = Signal()

    def __init__(
        self, theme: Theme, kinds: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._kinds = theme, tuple(kinds)
        self._lines: list[PhoneLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = Button(theme, self.tr("Add a phone"), ButtonKind.LINK)
        self._more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        self._column.addLayout(row)
        self.set_value(())

    def value(self) -> tuple[Phone, ...]:
        """The numbers that were entered; empty lines are left out."""
        return tuple(line.phone() for line in self._lines if line.number.text_value())

    def set_value(self, phones: Sequence[Phone]) -> None:
        """Show these numbers without telling that they were edited."""
        for line in list(self._lines):
            self._drop(line)
        for phone in phones or (Phone("", USUAL_KIND),):
            self._add(phone)
        self.setFocusProxy(self._lines[0].number)

    def _add(self, phone: Phone) -> "PhoneLine":
        line = PhoneLine(self._theme, self._kinds, phone)
        line.edited.connect(self.edited)
        line.remove.clicked.connect(lambda: self._on_remove(line))
        self._lines.append(line)
        self._column.insertWidget(len(self._lines) - 1, line)
        line.show()
        return line

    def _drop(self, line: "PhoneLine") -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_more(self) -> None:
        self._add(Phone("", USUAL_KIND)).number.setFocus()

    def _on_remove(self, line: "PhoneLine") -> None:
        self._drop(line)
        if not self._lines:
            self._add(Phone("", USUAL_KIND))
        self.setFocusProxy(self._lines[0].number)
        self._lines[-1].number.setFocus()
        self.edited.emit()


class PhoneLine(QWidget):
    """A kind and a number, and the button that takes the line away."""

    edited = Signal()

    def __init__(self, theme: Theme, kinds: Sequence[Option], phone: Phone) -> None:
        super().__init__()
        known = {option.key for option in kinds}
        extra = () if phone.kind in known else (Option(phone.kind, phone.kind),)
        self.number = LineEdit(theme)
        self.number.setText(phone.number)
        self.number.setAccessibleName(self.tr("Phone number"))
        self.kind = Choice(theme, (*kinds, *extra), phone.kind)
        self.kind.setFixedWidth(theme.px(KIND_WIDTH))
        self.kind.setAccessibleName(self.tr("Kind of phone"))
        self.remove = IconButton(theme, "x", self.tr("Take this phone away"), small=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number, 1)
        row.addWidget(self.kind)
        row.addWidget(self.remove)
        self.number.edited.connect(self.edited)
        self.kind.edited.connect(self.edited)

    def phone(self) -> Phone:
        """The number as it stands on the line."""
        return Phone(self.number.text_value(), self.kind.value() or USUAL_KIND)
