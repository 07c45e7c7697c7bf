"""What stands above the trail while it is broken: what was found, its rows, and the way forward."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.audit import Broken, Verdict
from careteam.domain.read_only import Cause, ReadOnly
from careteam.storage.accepting import accept
from careteam.storage.reads.audit_rows import rows_around
from careteam.storage.writes.day import open_day
from ui.audit.rows_sheet import RowsSheet
from ui.desk import Desk, Done
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import Card
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.settings.working_sheet import WorkingSheet


class BrokenPart(Card):
    """Hidden as long as the trail is whole."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._desk = theme, desk
        self.found = Label("", "strong", Tone.BAD, wrap=True)
        words = self.tr(
            "Save or print the report first. Then an administrator puts a copy back in Settings, "
            "Backups; or you accept the break: what was found and why stand in the trail for good, "
            "and the record can be changed again."
        )
        self.around = Button(theme, self.tr("Rows around it"), small=True)
        self.accept = Button(theme, self.tr("Accept the break…"), ButtonKind.PRIMARY, small=True)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.found)
        said.addWidget(Label(words, "sub", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(said, 1)
        row.addWidget(self.around)
        row.addWidget(self.accept)
        self.column.addLayout(row)
        self.around.clicked.connect(self.show_rows)
        self.accept.clicked.connect(lambda: desk.after_password(self.ask))
        desk.read_only_changed.connect(self.look_why)
        self.look_why()

    @property
    def _broken(self) -> Broken | None:
        why = self._desk.read_only
        return why.broken if why is not None and why.cause is Cause.TRAIL else None

    def look_why(self) -> None:
        """Say what is broken, or nothing any more."""
        broken = self._broken
        self.found.setText(broken.sentence if broken is not None else "")
        self.around.setVisible(broken is not None and broken.seq > 0)
        self.setVisible(broken is not None)

    def show_rows(self) -> None:
        """Show the rows before and behind the place that is broken."""
        broken = self._broken
        if broken is None:
            return
        rows = self._desk.read(rows_around, broken.seq, rules=self._desk.rules)
        sheet = RowsSheet(self._theme, self._desk, broken.sentence, rows, self.window())
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
        sheet.table.choose_key(broken.seq)

    def ask(self) -> None:
        """Ask why it is accepted."""
        broken = self._broken
        if broken is None:
            return
        sheet = AcceptSheet(self._theme, self._desk, broken, self.window())
        sheet.worked.connect(self._on_accepted)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_accepted(self, verdict: Verdict) -> None:
        broken, desk = verdict.broken, self._desk
        desk.turn_read_only(ReadOnly(Cause.TRAIL, broken) if broken is not None else None)
        if broken is None:
            desk.do(open_day)
            desk.done.emit(Done(self.tr("The break is accepted; the record can be changed again.")))
        desk.heard_from_outside()


class AcceptSheet(WorkingSheet):
    """Why a break is accepted; the whole trail is checked once more beside the window."""

    writes = Action.REVIEW

    def __init__(self, theme: Theme, desk: Desk, broken: Broken, host: QWidget) -> None:
        say = QCoreApplication.translate
        super().__init__(
            theme,
            say("AcceptSheet", "Accept the break of the audit trail?"),
            host,
            say("AcceptSheet", "Accept the break"),
            broken.sentence,
            say(
                "AcceptSheet",
                "Nothing is mended: the rows stay as they are. Everything that is wrong now is "
                "listed in one entry of the trail with your name and reason, and every later check "
                "tells it. A change after this is found as before.",
            ),
        )
        self._desk = desk
        self.reason = TextEdit(theme, lines=3)
        self.fields = {"reason": Field(theme, self.tr("What happened, and who knows"), self.reason)}
        self.body.addWidget(self.fields["reason"])
        self.body.addStretch(1)
        self.watch(self.reason.edited)

    @override
    def work(self) -> Callable[[], Any] | None:
        desk, reason, moment = self._desk, self.reason.text_value(), self._desk.moment

        def check_and_accept() -> Verdict:
            own = desk.store.again()
            try:
                return accept(own, reason, moment)
            finally:
                own.close()

        return check_and_accept
