"""A small sheet that asks for the reason before something is taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button, ButtonKind
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 460


class ReasonSheet(Sheet):
    """`confirmed` carries the reason once one was written; the owner then calls `close_now`."""

    confirmed = Signal(str)
    writes = "care"

    def __init__(
        self, theme: Theme, title: str, sentence: str, confirm: str, host: QWidget
    ) -> None:
        super().__init__(theme, title, host, WIDTH)
        self._reason = TextEdit(theme, lines=3)
        self._field = Field(theme, self.tr("Reason"), self._reason)
        self.body.addWidget(Label(sentence, "body", wrap=True))
        self.body.addWidget(self._field)
        self.body.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self._confirm = Button(theme, confirm, ButtonKind.PRIMARY)
        self.add_button(cancel)
        self.add_button(self._confirm)
        cancel.clicked.connect(self.close_now)
        self._confirm.clicked.connect(self._on_confirm)
        self.watch(self._reason.edited)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the reason."""
        self._field.show_problem(sentence)

    def _on_confirm(self) -> None:
        reason = self._reason.text_value()
        if reason:
            self.confirmed.emit(reason)
        else:
            self.show_problem(self.tr("Write why, so that the record can be understood later."))
            self._reason.setFocus()
