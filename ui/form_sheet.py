"""A sheet with a few fields: saves with Ctrl+Enter, and shows what was refused at its field."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown, read_day
from careteam.domain.errors import Refused
from ui.look.buttons import Button, ButtonKind
from ui.look.date_field import DateField
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 480


class FormSheet(Sheet):
    """`fields` are named as the draft names them; `save` runs the verb and gives its Changes.

    A refusal is shown at its field, the first one gets the keyboard; None keeps the sheet open.
    """

    writes = Action.CARE

    def __init__(
        self,
        theme: Theme,
        title: str,
        host: QWidget,
        save_words: str,
        save: Callable[[], Changes | None],
    ) -> None:
        super().__init__(theme, title, host, WIDTH)
        self._fields: dict[str, Field] = {}
        self._save = save
        self._problem = Label("", "error", wrap=True)
        self._problem.hide()
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self._confirm = Button(theme, save_words, ButtonKind.PRIMARY, hint="Ctrl+Return")
        cancel.clicked.connect(self.ask_to_close)
        self._confirm.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self._confirm)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_save)

    def add_field(self, name: str, field: Field) -> None:
        """Put a field at the end of the form."""
        self._fields[name] = field
        self.body.addWidget(field)
        edited: SignalInstance | None = getattr(field.control, "edited", None)
        if edited is not None:
            self.watch(edited)

    def finish(self) -> None:
        """Close the form's column; call once after the last field."""
        self.body.addWidget(self._problem)
        self.body.addStretch(1)

    def _on_save(self) -> None:
        _finish_typing()
        for field in self._fields.values():
            field.clear_problem()
        self._problem.hide()
        try:
            changes = self._save()
        except Refused as refused:
            self.show_refused(refused)
            return
        if changes is not None:
            self.close_now()

    def show_refused(self, refused: Refused) -> None:
        """Show what is wrong at its field, and put the keyboard on the first."""
        first: Field | None = None
        for problem in refused.problems:
            field = self._fields.get(problem.field)
            if field is None:
                self._problem.setText(problem.sentence)
                self._problem.show()
                continue
            field.show_problem(problem.sentence)
            first = first or field
        if first is not None:
            first.control.setFocus()


def _finish_typing() -> None:
    """What is typed into a choice but not left yet is taken, as if it had been left."""
    here = QApplication.focusWidget()
    if here is not None and isinstance(here.parent(), QComboBox):
        here.clearFocus()
        here.setFocus()


def day_field(theme: Theme, today: date, placeholder: str = "") -> DateField[date]:
    """A field for one day, typed in any way a nurse writes it; the arrow keys move it."""

    def read(text: str) -> date | None:
        try:
            return read_day(text, today)
        except Refused:
            return None

    def step(day: date, by: int) -> date:
        return day + timedelta(days=by)

    return DateField(theme, read, day_shown, step, placeholder)


def day_of(field: DateField[date], name: str, *, needed: bool = True) -> date | None:
    """The day that was typed; Refused at `name` when it cannot be read, or is missing."""
    if not field.is_understood():
        raise Refused.at(name, "This is not a date; write it as 22-Nov-2026, tomorrow or fri.")
    day = field.value()
    if day is None and needed:
        raise Refused.at(name, "Give a day.")
    return day
