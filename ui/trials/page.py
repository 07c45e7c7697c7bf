"""The page of clinical trials: the clinic's register, and who has not been offered one yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError
from careteam.outgoing.clinic_lists import not_offered_list
from careteam.outgoing.listed import Told
from careteam.outgoing.register_lists import trials_list
from careteam.storage.reads.not_offered import NotOfferedRow, count_not_offered, not_offered
from ui.desk import Desk
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.trials.columns import waiting_columns
from ui.trials.register import TrialRegister

REGISTER, WAITING = "register", "waiting"
MINE, CLINIC = "mine", "clinic"
PARTS = (Part.TRIAL, Part.PATIENT, Part.PHASE, Part.TEAM, Part.CATALOGUE)


class TrialsPage(QWidget):
    """`patient_opened` carries the id of a patient who was chosen from the list."""

    patient_opened = Signal(int)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_stale = True
        self._count = Label("", "sub")
        self.which = SegmentedControl(
            theme,
            self.tr("Which list"),
            (
                Option(REGISTER, self.tr("Register")),
                Option(WAITING, self.tr("Not offered a trial yet")),
            ),
            REGISTER,
        )
        self.whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (Option(MINE, self.tr("Mine")), Option(CLINIC, self.tr("Whole clinic"))),
            MINE if desk.worker_id else CLINIC,
        )
        if not desk.worker_id:
            self.whose.set_enabled_keys({CLINIC})
        self.add_button = Button(theme, self.tr("Add trial"), hint="Ctrl+Shift+N", small=True)
        self.register = TrialRegister(theme, desk)
        self.table = Table(
            theme,
            self.tr("Patients without an offer"),
            waiting_columns(),
            key=lambda row: row.id,
        )
        self.save = ListButton(theme, desk, self, self._listed)
        self._nobody = EmptyState(theme, "users", self.tr("Everybody here was offered a trial."))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QWidget()
        flow = FlowLayout(12, 8, parent=words)
        for part in (Label(self.tr("Clinical trials"), "h1"), self._count, self.which, self.whose):
            flow.addWidget(part)
        heading = QHBoxLayout()
        heading.addWidget(words, 1)
        heading.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addLayout(heading)
        column.addWidget(self.register)
        column.addWidget(self.table)
        column.addWidget(self._nobody)
        column.addStretch(1)

    def _connect(self) -> None:
        self.which.chosen.connect(lambda _key: self.read_again())
        self.whose.chosen.connect(lambda _key: self.read_again())
        self.add_button.clicked.connect(self.register.add)
        self.table.row_activated.connect(lambda row: self.patient_opened.emit(row.id))
        self._desk.changed.connect(self._on_changed)
        key = QShortcut(QKeySequence("Ctrl+Shift+N"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.register.add)

    def read_again(self) -> None:
        """Read the list that is shown."""
        self._is_stale = False
        is_waiting = self.which.value() == WAITING
        self.whose.setVisible(is_waiting)
        self.register.setVisible(not is_waiting)
        try:
            if is_waiting:
                self._read_waiting()
            else:
                self.table.hide()
                self._nobody.hide()
                trials = self.register.read_again()
                self._count.setText(f"{trials:,}" if trials else "")
                self.save.setEnabled(trials > 0)
        except CareteamError as error:
            self._is_stale = True
            self._desk.failed.emit(error.sentence)

    def _read_waiting(self) -> None:
        whose = self._whose()
        count = self._desk.read(count_not_offered, navigator_id=whose)
        self.table.show_pages(self._page)
        self.table.setVisible(count.patients > 0)
        self.save.setEnabled(count.patients > 0)
        self._nobody.setVisible(count.patients == 0)
        self._count.setText(f"{count.patients:,}" + ("+" if count.is_more else ""))

    def _page(self, offset: int, limit: int) -> Sequence[NotOfferedRow]:
        after = self.table.model.row_at(offset - 1) if offset else None
        desk = self._desk
        try:
            return desk.read(
                not_offered,
                navigator_id=self._whose(),
                moment=desk.moment,
                rules=desk.rules,
                after=after,
                limit=limit,
            )
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return ()

    def _listed(self) -> ListAsked:
        if self.which.value() == REGISTER:
            return ListAsked(trials_list())
        told = Told(self._desk.moment, self._desk.rules)
        return ListAsked(not_offered_list(told, navigator_id=self._whose()))

    def _whose(self) -> int | None:
        return self._desk.worker_id if self.whose.value() == MINE else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()
        places = (self.register.table, self.table, self.add_button)
        first = next(place for place in places if place.isVisible())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        self._is_stale = True
        if self.isVisible():
            self.read_again()
