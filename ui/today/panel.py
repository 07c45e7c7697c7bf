"""The list at the left of the Today page: mine or the whole clinic, all due or roles to fill."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.dates import MONTHS
from careteam.domain.due import Urgency
from careteam.storage.reads.today import (
    COUNT_UP_TO,
    After,
    DueCounts,
    DueRow,
    due_counts,
    due_rows,
    gap_rows,
)
from ui.desk import Desk
from ui.file_asked import calendar_asked
from ui.list_button import ListAsked, ListButton
from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.cards import EmptyState
from ui.look.flow import at_far_side, flowing
from ui.look.grouped_list import GroupedList
from ui.look.grouped_model import GroupedItem, Section
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.team.board_rows import due_chip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GAPS = "gaps"
LIST_FIRST_MS = 1
"""The list is painted before its first patient is read and shown."""

SHOWN_PARTS = (Part.DUE, Part.PATIENT, Part.TEAM, Part.FOLLOW_UP, Part.SETTING, Part.CATALOGUE)


class TodayPanel(QFrame):
    """Groups patients by urgency; `patient_chosen` carries a DueRow when one is looked at.

    `put_off_asked` carries the DueRow whose due day is to be put off (key S, or the menu),
    `why_asked` the one of which the rule is asked for (key W, or the menu),
    `handoff_asked` the one whose handoff sheet is wanted (key H, or the menu).
    """

    patient_chosen = Signal(object)
    put_off_asked = Signal(object)
    why_asked = Signal(object)
    handoff_asked = Signal(object)
    huddle_asked = Signal()
    new_patient_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._desk = desk
        self._rows: dict[int, DueRow] = {}
        self._is_stale = True
        self._was_seen = False
        self._last: DueRow | None = None
        self._heading = Label(self.tr("Today"), "h1")
        self._sub = Label("", "sub", wrap=True)
        self.huddle = Button(theme, self.tr("Huddle list"), small=True)
        self.huddle.setToolTip(self.tr("Everyone of today on paper (Ctrl+H)"))
        self.huddle.clicked.connect(self.huddle_asked)
        self._whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (Option("mine", self.tr("Mine")), Option("all", self.tr("Whole clinic"))),
            "mine",
        )
        self._what = SegmentedControl(
            theme,
            self.tr("What is shown"),
            (Option("due", self.tr("All due")), Option(GAPS, self.tr("Roles to fill"))),
            "due",
        )
        self.list = GroupedList(theme, self.tr("Patients who are due"))
        new_patient = Button(theme, self.tr("New patient"), ButtonKind.PLAIN, icon="plus")
        new_patient.clicked.connect(self.new_patient_asked)
        self._empty = EmptyState(theme, "check", "", new_patient)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.save = ListButton(theme, desk, self.list, self._listed)
        self.calendar = IconButton(theme, "calendar", self.tr("Save my due days for a calendar…"))
        self.calendar.clicked.connect(lambda: desk.list_asked.emit(calendar_asked(desk)))
        self.calendar.setEnabled(desk.worker_id is not None)
        self._lay_out()
        self._whose.chosen.connect(lambda _key: self.read_again())
        self._what.chosen.connect(lambda _key: self.read_again())
        self.list.item_chosen.connect(self._on_item)
        self.list.item_activated.connect(self._on_item)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_context_menu)
        for letter, act in (
            (Qt.Key.Key_S, self._put_off),
            (Qt.Key.Key_W, self._ask_why),
            (Qt.Key.Key_H, self._hand_off),
        ):
            key = QShortcut(QKeySequence(letter), self.list)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(act)
        desk.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 6)
        head.setSpacing(2)
        buttons = at_far_side((self.huddle, self.calendar, self.save), 10)
        head.addWidget(flowing(8, 6, self._heading, buttons))
        head.addWidget(self._sub)
        head.addSpacing(6)
        head.addWidget(flowing(8, 6, self._whose, self._what))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def choose(self, patient_id: int) -> bool:
        """Choose a patient of the list; says whether they are on it."""
        return self.list.choose_key(patient_id)

    def choose_nobody(self) -> None:
        """Mark no patient of the list: somebody else is shown."""
        self.list.clear_choice()

    def choose_first(self) -> None:
        """Choose the first patient when none is chosen."""
        if self.list.current_item() is None:
            self.list.step(1)

    def row_of(self, patient_id: int) -> DueRow | None:
        """What is due for a patient of the list."""
        return self._rows.get(patient_id)

    def show_whole_clinic(self) -> None:
        """Show every patient of the clinic, as when nobody has said who works here."""
        self._whose.set_value("all")
        self.read_again()

    def read_again(self) -> None:
        """Read the list and its figures."""
        self._is_stale = False
        self._rows.clear()
        moment = self._desk.moment
        counts = self._desk.read(due_counts, today=moment.today, navigator_id=self._navigator())
        day = moment.today
        said = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
        figure = QCoreApplication.translate("TodayPanel", "%Ln patient(s)", None, counts.patients)
        if counts.patients >= COUNT_UP_TO:
            figure = self.tr("{count}+ patients").format(count=f"{COUNT_UP_TO:,}")
        self._sub.setText(f"{said} · {figure}")
        self.list.show_pages(self._sections(counts), self._page)
        self._show_empty(counts)

    def _page(self, offset: int, limit: int) -> Sequence[GroupedItem]:
        today, rules = self._desk.moment.today, self._desk.rules
        navigator = self._navigator()
        if self._what.value() == GAPS:
            rows = self._desk.read(
                gap_rows,
                today=today,
                rules=rules,
                navigator_id=navigator,
                limit=limit,
                offset=offset,
            )
        else:
            after = (
                After(self._last.due_on, self._last.patient_id) if offset and self._last else None
            )
            rows = self._desk.read(
                due_rows,
                today=today,
                rules=rules,
                navigator_id=navigator,
                limit=limit,
                after=after,
            )
        if rows:
            self._last = rows[-1]
        self._rows.update({row.patient_id: row for row in rows})
        return [self._item(row) for row in rows]

    def _item(self, row: DueRow) -> GroupedItem:
        is_gap = row.kind == "gap"
        chip = due_chip(row.due_text, row.urgency)
        words = self.tr("Cover · MRN {mrn}") if row.is_covered else self.tr("MRN {mrn}")
        return GroupedItem(
            key=row.patient_id,
            section=GAPS if is_gap else row.urgency.value,
            title=row.name,
            left=row.reason,
            right=words.format(mrn=row.mrn),
            chip=chip if not is_gap or row.due_text != "—" else None,
        )

    def _sections(self, counts: DueCounts) -> tuple[Section, ...]:
        return (
            Section(Urgency.OVERDUE.value, self.tr("Overdue"), counts.overdue, Tone.BAD),
            Section(Urgency.TODAY.value, self.tr("Today"), counts.today, Tone.WARN),
            Section(Urgency.THIS_WEEK.value, self.tr("This week"), counts.this_week),
            Section(GAPS, self.tr("Roles to fill"), counts.gaps, Tone.BAD),
        )

    def _show_empty(self, counts: DueCounts) -> None:
        is_empty = not self._rows
        self._stack.setCurrentWidget(self._empty if is_empty else self.list)
        self.save.setEnabled(not is_empty)
        if not is_empty:
            return
        if counts.patients == 0:
            self._empty.set_sentence(self.tr("There are no patients here yet."))
        elif self._what.value() == GAPS:
            self._empty.set_sentence(self.tr("Every role that is asked for is filled."))
        else:
            self._empty.set_sentence(self.tr("Nobody is due in the next seven days."))

    def _navigator(self) -> int | None:
        return self._desk.worker_id if self.is_mine() else None

    def _listed(self) -> ListAsked:
        from careteam.outgoing.clinic_lists import today_list
        from careteam.outgoing.listed import Told

        told, is_gaps = Told(self._desk.moment, self._desk.rules), self._what.value() == GAPS
        return ListAsked(today_list(told, navigator_id=self._navigator(), is_gaps=is_gaps))

    def _on_item(self, item: GroupedItem) -> None:
        row = self._rows.get(item.key) if isinstance(item.key, int) else None
        if row is not None:
            self.patient_chosen.emit(row)

    def _current(self) -> DueRow | None:
        item = self.list.current_item()
        return self._rows.get(item.key) if item and isinstance(item.key, int) else None

    def is_mine(self) -> bool:
        """Whether the list is that of who works here."""
        return self._whose.value() == "mine"

    def _put_off(self) -> None:
        row = self._current()
        if row is not None and row.ref:
            self.put_off_asked.emit(row)

    def _ask_why(self) -> None:
        row = self._current()
        if row is not None:
            self.why_asked.emit(row)

    def _hand_off(self) -> None:
        row = self._current()
        if row is not None:
            self.handoff_asked.emit(row)

    def _on_context_menu(self, place: QPoint) -> None:
        row = self._current()
        if row is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.ref:
            menu.addAction(self.tr("Put off…") + "\tS", self._put_off)
        menu.addAction(self.tr("Why on the list?") + "\tW", self._ask_why)
        menu.addAction(self.tr("Handoff sheet") + "\tH", self._hand_off)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(part) for part in SHOWN_PARTS):
            return
        if self.isVisible():
            self.read_again()
        else:
            self._is_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read_again()
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(LIST_FIRST_MS, self, self._begin)

    def _begin(self) -> None:
        """Show the first patient, unless the desk was locked meanwhile."""
        if self.isVisible():
            self.choose_first()
