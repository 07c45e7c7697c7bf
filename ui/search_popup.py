"""What the search box finds, shown below it while typing: patients, people, contact notes.

Patients and people stand there with the letter; their notes come when the typing pauses, for to
look into a million of them takes as long as several letters.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.dates import day_short
from careteam.storage.reads.search import (
    Hits,
    NoteHit,
    PatientHit,
    PersonHit,
    search_names,
    search_notes,
)
from ui.desk import Desk
from ui.look.fields import LineEdit
from ui.look.grouped_list import GroupedList
from ui.look.grouped_model import GroupedItem, Section
from ui.look.labels import Label
from ui.look.theme import Theme

PATIENTS, PEOPLE, NOTES = "patients", "people", "notes"
WIDTH, MOST_HEIGHT, CORNER = 520, 460, 6
PAUSE_MS = 150
"""Notes are looked for when no letter came for so long."""


class SearchPopup(QFrame):
    """Belongs to the search line; the arrow keys move in it, Enter takes, Escape closes.

    `patient_chosen`, `person_chosen` and `note_chosen` carry a hit.
    """

    patient_chosen = Signal(object)
    person_chosen = Signal(object)
    note_chosen = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, line: LineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._theme, self._desk = theme, desk
        self._line, self._host = line, parent
        self._hits: dict[tuple[str, int], PatientHit | PersonHit | NoteHit] = {}
        self._names, self._typed = Hits(), ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.add_notes)
        self._list = GroupedList(theme, self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.cover_all_behind("surface")
        self._nothing = Label("", "quiet", wrap=True)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, CORNER, 1, CORNER)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self._list.item_activated.connect(self._on_taken)
        self._list.clicked.connect(lambda _index: self._list.activate_current())
        line.textEdited.connect(self._on_typed)
        line.installEventFilter(self)
        self.hide()

    def close_up(self) -> None:
        """Empty the line and hide what was found."""
        self._line.clear()
        self._hits.clear()
        self._list.show_items((), ())
        self.hide()

    def _on_typed(self, typed: str) -> None:
        self._typed = typed.strip()
        if not self._typed:
            self.hide()
            return
        desk = self._desk
        self._names = desk.read(search_names, typed, today=desk.moment.today, rules=desk.rules)
        if self._names.patients or self._names.people:
            self._show(self._names)
            self._pause.start()
        else:
            self._show(replace(self._names, notes=self._find_notes()), fits=True)

    def add_notes(self) -> None:
        """Look for notes with what was typed and show them below the names that were found."""
        self._pause.stop()
        if self.isHidden():
            return
        notes, chosen = self._find_notes(), self._list.current_item()
        if not notes:
            self._place(fits=True)
            return
        self._show(replace(self._names, notes=notes), fits=True)
        if chosen is not None:
            self._list.choose_key(chosen.key)

    def _find_notes(self) -> tuple[NoteHit, ...]:
        return self._desk.read(search_notes, self._typed, rules=self._desk.rules)

    def _show(self, hits: Hits, *, fits: bool = False) -> None:
        items = [*map(self._patient, hits.patients), *map(self._person, hits.people)]
        items += map(self._note, hits.notes)
        sections = (
            Section(PATIENTS, self.tr("Patients")),
            Section(PEOPLE, self.tr("People")),
            Section(NOTES, self.tr("Contact notes")),
        )
        self._hits = {
            **{(PATIENTS, hit.id): hit for hit in hits.patients},
            **{(PEOPLE, hit.id): hit for hit in hits.people},
            **{(NOTES, hit.contact_id): hit for hit in hits.notes},
        }
        self._list.show_items(sections, items)
        self._list.setVisible(bool(items))
        self._nothing.setVisible(not items)
        self._nothing.setText(self.tr("Nothing found for “{typed}”.").format(typed=self._typed))
        if items:
            self._list.choose_key(items[0].key)
            self._list.scrollToTop()
        self._place(fits=fits)
        self.show()
        self.raise_()

    def _place(self, *, fits: bool) -> None:
        """Below the line; while letters come it only grows, and fits again in the next pause."""
        parent = self._host
        corner = self._line.mapTo(parent, QPoint(0, self._line.height() + 4))
        width = min(
            max(self._line.width(), self._theme.px(WIDTH)), parent.width() - corner.x() - 16
        )
        height = self._nothing.sizeHint().height() + 2
        if self._hits:
            rows = sum(
                self._list.sizeHintForRow(row) for row in range(self._list.model().rowCount())
            )
            height = rows + 2 * CORNER + 2
            height = min(height, self._theme.px(MOST_HEIGHT), parent.height() - corner.y() - 16)
        if self.isVisible() and not fits:
            height = max(height, self.height())
        self.setGeometry(corner.x(), corner.y(), width, height)

    def _patient(self, hit: PatientHit) -> GroupedItem:
        return GroupedItem(
            (PATIENTS, hit.id),
            PATIENTS,
            hit.name,
            hit.born,
            self.tr("MRN {mrn}").format(mrn=hit.mrn),
        )

    def _person(self, hit: PersonHit) -> GroupedItem:
        return GroupedItem((PEOPLE, hit.id), PEOPLE, hit.name, hit.roles)

    def _note(self, hit: NoteHit) -> GroupedItem:
        moment = self._desk.moment
        day = day_short(moment.local(hit.at).date(), moment.today)
        return GroupedItem((NOTES, hit.contact_id), NOTES, hit.name, hit.snippet, day)

    def _on_taken(self, item: GroupedItem) -> None:
        hit = self._hits.get(item.key) if isinstance(item.key, tuple) else None
        self.close_up()
        if isinstance(hit, PatientHit):
            self.patient_chosen.emit(hit)
        elif isinstance(hit, PersonHit):
            self.person_chosen.emit(hit)
        elif isinstance(hit, NoteHit):
            self.note_chosen.emit(hit)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_up()
            self._line.clearFocus()
            return True
        if self.isHidden():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.activate_current()
            return True
        return False
