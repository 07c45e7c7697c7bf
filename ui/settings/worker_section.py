"""Who works at this desk: their name stands on every contact that is logged here."""

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from careteam.domain.due import NAVIGATOR_ROLE
from careteam.storage.reads.settings import WorkerRow, clinic_row, worker_rows
from careteam.storage.writes.settings import set_setting
from ui.desk import Desk, Undo
from ui.look.cards import Card
from ui.look.choices import SearchChoice
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme
from ui.settings.section import Section

WORKER = "worker"


class WorkerSection(Section):
    """`worker_told` carries the directory id of who works here, when it is another than before."""

    worker_told = Signal(int)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("WorkerSection", "Who works here"),
            QCoreApplication.translate(
                "WorkerSection", "Contacts are logged, and “mine” is listed, for this person."
            ),
        )
        self._worker_id = desk.worker_id
        self._person = SearchChoice(theme, (), placeholder=self.tr("Type a name"))
        self._field = Field(theme, self.tr("Person"), self._person)
        card = Card()
        card.column.addWidget(self._field)
        hint = self.tr("Nurse navigators come first. Add a person in the directory.")
        card.column.addWidget(Label(hint, "sub", wrap=True))
        card.setMaximumWidth(theme.px(520))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._person.chosen.connect(self._on_chosen)

    @override
    def read_again(self) -> None:
        rows = self.desk.read(worker_rows, today=self.desk.moment.today)
        ordered = sorted(rows, key=lambda row: NAVIGATOR_ROLE not in row.roles)
        self._person.set_options([self._option(row) for row in ordered])
        self.tell_worker()
        self._person.set_value(str(self._worker_id or ""))

    def tell_worker(self) -> None:
        """Tell when somebody else works here than was told before."""
        worker_id = self.desk.read(clinic_row).worker_id
        if worker_id is not None and worker_id != self._worker_id:
            self._worker_id = worker_id
            self.worker_told.emit(worker_id)

    def _option(self, row: WorkerRow) -> Option:
        roles = ", ".join(self.desk.rules.catalogue.role_short(role) for role in row.roles)
        return Option(str(row.id), row.name, roles)

    def _on_chosen(self, key: str) -> None:
        if not key:
            self._person.set_value(str(self._worker_id or ""))
            return
        before = self._worker_id
        undo = Undo(set_setting, (WORKER, str(before))) if before is not None else None
        self.act(set_setting, WORKER, key, undo=undo)
