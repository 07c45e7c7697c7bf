"""The page of all patients: mine or the whole clinic's, found while typing, narrowed by choice."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import (
    Count,
    FirstPage,
    PatientRow,
    count_patients,
    first_patients,
    list_patients,
)
from ui.desk import Desk
from ui.list_export import ListExport
from ui.look.buttons import Button
from ui.look.cards import EmptyState
from ui.look.table_model import PAGE_ROWS
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.paper import Paper
from ui.patients.columns import patient_columns, why_nobody
from ui.patients.handing_over import HandingOver
from ui.patients.list_head import PatientListHead

MOST_KEPT_ROWS = 512
PARTS = (
    Part.PATIENT,
    Part.PHASE,
    Part.TEAM,
    Part.CONTACT,
    Part.FOLLOW_UP,
    Part.DUE,
    Part.NEED,
    Part.REFERRAL,
    Part.OWN,
    Part.CATALOGUE,
)


class PatientsPage(QWidget):
    """`patient_opened` carries the id of a patient; `import_asked` asks for files to bring in.

    `trials_asked` asks for the register of clinical trials.
    """

    patient_opened = Signal(int)
    import_asked = Signal()
    trials_asked = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._paper = theme, desk, paper
        self._is_stale = True
        self._shown = PatientFilter()
        self._totals: dict[PatientFilter, Count] = {}
        self._export = ListExport(theme, desk, paper, self)
        self.head = PatientListHead(theme, desk)
        self.table = Table(
            theme, self.tr("Patients"), patient_columns(desk), key=lambda row: row.id
        )
        self.table.allow_many()
        self._handing_over = HandingOver(theme, desk, self)
        self._way_out = Button(theme, "")
        self._empty = EmptyState(theme, "users", "", self._way_out)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._connect()

    def read_again(self) -> None:
        """Read the list as it is asked for, and stay on the same row where it is still shown."""
        self._is_stale = False
        asked = self.head.asked()
        moment, rules = self._desk.moment, self._desk.rules
        try:
            first = self._desk.read(
                first_patients, asked, moment=moment, rules=rules, limit=PAGE_ROWS
            )
            total = self._total(asked, first.count)
        except CareteamError as error:
            self._is_stale = True
            self._desk.failed.emit(error.sentence)
            return
        if asked.own != self._shown.own:
            self.table.show_columns(patient_columns(self._desk, asked.own))
        self._show(asked, first)
        self.head.show_count(first.count, total)

    def hand_over(self) -> None:
        """Hand over roles of the patients that are chosen in the list."""
        ids = [row.id for row in self.table.chosen_rows()]
        if ids:
            view = self.table.view
            place = view.visualRect(view.currentIndex()).bottomLeft()
            self._handing_over.begin(ids, view.viewport().mapToGlobal(place))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()

    def _connect(self) -> None:
        self.head.asked_anew.connect(self.read_again)
        self.head.find_line.list_asked.connect(self._on_list_asked)
        self.head.find_line.first_asked.connect(self._on_first_asked)
        self.head.import_button.clicked.connect(self.import_asked)
        self.head.trials_button.clicked.connect(self.trials_asked)
        self.head.export_button.clicked.connect(self._on_export)
        self.head.papers_button.clicked.connect(self._on_papers)
        self.table.row_activated.connect(self._on_activated)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_context_menu)
        self._way_out.clicked.connect(self._on_way_out)
        self._desk.changed.connect(self._on_changed)
        for keys, act in (
            ("Ctrl+F", self._on_find),
            ("Ctrl+Shift+H", self.hand_over),
            ("Ctrl+Shift+S", self.head.saved.save_asked.emit),
            ("Ctrl+Shift+O", self.head.saved_button.showMenu),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    def _total(self, asked: PatientFilter, shown: Count) -> Count:
        whole = PatientFilter(asked.navigator_id, asked.standing, own=asked.own)
        if asked == whole:
            self._totals[whole] = shown
        elif whole not in self._totals:
            self._totals[whole] = self._desk.read(count_patients, whole, moment=self._desk.moment)
        return self._totals[whole]

    def _show(self, asked: PatientFilter, first: FirstPage) -> None:
        model = self.table.model
        kept = min(model.rowCount(), MOST_KEPT_ROWS) if asked == self._shown else 0
        self._shown = asked

        def page(offset: int, limit: int) -> Sequence[PatientRow]:
            return first.rows if offset == 0 else self._more(asked, model.row_at(offset - 1), limit)

        def change() -> None:
            model.show_pages(page)
            while model.rowCount() < kept and model.canFetchMore(QModelIndex()):
                model.fetchMore(QModelIndex())

        self.table.view.keeping_place(change)
        has_rows = bool(first.rows)
        self.table.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self.head.export_button.setEnabled(has_rows)
        self.head.papers_button.setEnabled(has_rows)
        if not has_rows:
            self._say_why_empty(asked)
        self._column.activate()
        self.table.settle()

    def _more(self, asked: PatientFilter, after: PatientRow, limit: int) -> Sequence[PatientRow]:
        moment, rules = self._desk.moment, self._desk.rules
        try:
            return self._desk.read(
                list_patients, asked, moment=moment, rules=rules, after=after, limit=limit
            )
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return ()

    def _say_why_empty(self, asked: PatientFilter) -> None:
        is_narrowed = asked != PatientFilter(asked.navigator_id, asked.standing, own=asked.own)
        is_mine = asked.navigator_id is not None
        if asked.own and not is_narrowed:
            sentence = why_nobody(asked.own)
            self._way_out.setText(self.tr("Look in the whole clinic"))
        elif is_narrowed:
            sentence = self.tr("Nobody fits. Type fewer letters, or take the filters away.")
            self._way_out.setText(self.tr("Show all of them"))
        elif is_mine:
            sentence = self.tr("There is nobody here of whom you are the navigator.")
            self._way_out.setText(self.tr("Look in the whole clinic"))
        else:
            sentence = self.tr("There is nobody here yet. Register a patient, or import a file.")
        self._way_out.setVisible(is_narrowed or is_mine or bool(asked.own))
        self._empty.set_sentence(sentence)

    def _on_way_out(self) -> None:
        asked = self.head.asked()
        if asked != PatientFilter(asked.navigator_id, asked.standing):
            self.head.ask_for_all()
        else:
            self.head.ask_whole_clinic()
        self.head.find_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_list_asked(self) -> None:
        if self.table.model.rowCount():
            self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_first_asked(self) -> None:
        if self.table.model.rowCount():
            self._on_activated(self.table.model.row_at(0))

    def _on_activated(self, row: PatientRow) -> None:
        self.patient_opened.emit(row.id)

    def _on_context_menu(self, place: QPoint) -> None:
        if not self.table.chosen_rows():
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Hand over…") + "\tCtrl+Shift+H", self.hand_over)
        menu.popup(self.table.view.viewport().mapToGlobal(place))

    def _on_find(self) -> None:
        self.head.find_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.find_line.selectAll()

    def _on_export(self) -> None:
        from careteam.outgoing.clinic_lists import patients_list
        from careteam.outgoing.listed import Told

        told = Told(self._desk.moment, self._desk.rules)
        self._export.ask(patients_list(told, self.head.asked()))

    def _on_papers(self) -> None:
        from ui.patients.batch_sheet import BatchSheet

        sheet = BatchSheet(self._theme, self._desk, self._paper, self.head.asked(), self.window())
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in PARTS):
            return
        self._totals.clear()
        if changes.touches(Part.CATALOGUE):
            self.head.filters.show_rules(self._desk.rules)
        self._is_stale = True
        if self.isVisible():
            self.read_again()
