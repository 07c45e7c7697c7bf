"""Asks before a change of the rules that needs no form, with what it would do to today's list."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.changes import Changes
from careteam.domain.rules import Rules
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.theme import Theme
from ui.settings.preview_line import PreviewLine


class PreviewSheet(FormSheet):
    """`changed` gives the rules as they would be; `verb` makes them so, `undo` is the way back.

    A refusal is shown in the sheet; the keyboard stands on the button that does it.
    """

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        words: tuple[str, str],
        changed: Callable[[], Rules],
        verb: Callable[..., Changes],
        args: tuple[Any, ...],
        undo: Undo,
    ) -> None:
        title, confirm = words
        super().__init__(theme, title, host, confirm, lambda: desk.do(verb, *args, undo=undo))
        self.preview = PreviewLine(desk, changed)
        self.body.addWidget(self.preview)
        self.finish()
        self.preview.look()

    @override
    def open(self) -> None:
        super().open()
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)
