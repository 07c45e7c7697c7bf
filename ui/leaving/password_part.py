"""The part of the sheet that puts a password on a PDF: one made here, shown once, or one typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careteam.domain.passwords import check_password
from careteam.exports.protecting import new_password
from ui.look.buttons import Button
from ui.look.check_box import CheckBox
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme

MADE, TYPED = "made", "typed"
CLEARED_AFTER_MS = 30_000
_BOTTOM = Qt.AlignmentFlag.AlignBottom


class PasswordPart(QWidget):
    """Off until the tick is set; `fields` are named as a Refused names them."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = CheckBox(theme, self.tr("Protect with a password"))
        self.whose = SegmentedControl(
            theme,
            self.tr("Which password"),
            (Option(MADE, self.tr("Made here")), Option(TYPED, self.tr("I type one"))),
            MADE,
        )
        self.made = LineEdit(theme)
        self.made.setReadOnly(True)
        self.made.setText(new_password())
        self.copy = Button(theme, self.tr("Copy"), small=True)
        self.password, self.again = LineEdit(theme), LineEdit(theme)
        for line in (self.password, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.edited.connect(self.edited)
        self.fields = {
            "password": Field(theme, self.tr("Password, at least 12 characters"), self.password),
            "again": Field(theme, self.tr("The same again"), self.again),
        }
        self._hint = Label(
            self.tr("Shown only now. Tell it the recipient by telephone, never with the file."),
            "sub",
            wrap=True,
        )
        self._made_row, self._typed_row, self._inner = QWidget(), QWidget(), QWidget()
        self._lay_out(theme)
        self.tick.edited.connect(self._show_parts)
        self.tick.edited.connect(self.edited)
        self.whose.chosen.connect(lambda _key: self._show_parts())
        self.copy.clicked.connect(lambda: copy_for_a_while(self.made.text()))
        self._show_parts()

    def chosen(self) -> str:
        """The password, or nothing; Refused at `password` or `again`."""
        if not self.tick.isChecked():
            return ""
        if self.whose.value() == MADE:
            return self.made.text()
        return check_password(self.password.text(), self.again.text())

    def _lay_out(self, theme: Theme) -> None:
        made = QHBoxLayout(self._made_row)
        typed = QHBoxLayout(self._typed_row)
        for row in (made, typed):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
        self._made_field = Field(theme, self.tr("The password of this file"), self.made)
        made.addWidget(self._made_field, 1)
        made.addWidget(self.copy)
        made.setAlignment(self.copy, _BOTTOM)
        for field in self.fields.values():
            typed.addWidget(field, 1)
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for part in (self.whose, self._made_row, self._typed_row, self._hint):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tick)
        column.addWidget(self._inner)

    def _show_parts(self) -> None:
        is_made = self.whose.value() == MADE
        self._inner.setVisible(self.tick.isChecked())
        self._made_row.setVisible(is_made)
        self._hint.setVisible(is_made)
        self._typed_row.setVisible(not is_made)


def copy_for_a_while(secret: str) -> None:
    """Put a secret on the clipboard; after 30 seconds it is taken away, if it is still there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(secret)
    QTimer.singleShot(CLEARED_AFTER_MS, clipboard, lambda: clear_if_ours(secret))


def clear_if_ours(secret: str) -> None:
    """Empty the clipboard unless something else was copied since."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == secret:
        clipboard.clear()
