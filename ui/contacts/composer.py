"""The composer at the side: a contact is logged without a dialog and never lost half entered."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import WAS_LONG_AGO
from careteam.domain.errors import Missing, Refused
from careteam.storage.reads.composer import ComposerRow
from careteam.storage.reads.composer import composer as read_composer
from careteam.storage.reads.contacts import one_contact
from careteam.storage.reads.patient_time import offered_programs
from ui.contacts.entry import Entry, entry_of
from ui.contacts.entry_shelf import EntryShelf, fresh_entry
from ui.contacts.form import ContactForm
from ui.contacts.side_panel import SidePanel
from ui.desk import Desk, Undo
from ui.look.theme import Theme
from ui.read_only_band import refusal

KEEP_MS = 3_000
TICK_MS = 1_000
OFFERED_PARTS = (
    Part.PATIENT, Part.TEAM, Part.FOLLOW_UP, Part.PERSON, Part.CONTACT, Part.TIME,
)  # fmt: skip


class Composer(SidePanel):
    """Logs contacts of one patient; `saved` carries the contact's id.

    `wanted` when the keyboard is about to come here, `left` when Esc is pressed on a blank form.
    What is entered is kept as a draft a few seconds after each change, when the keyboard leaves,
    on a change of patient and when hidden. It comes back with the patient, after a crash too.
    """

    saved = Signal(int)
    wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        form: ContactForm | None = None,
    ) -> None:
        form = form or ContactForm(theme, desk)
        super().__init__(theme, form, parent)
        self.form, self._desk = form, desk
        self.show_above_buttons(form.time)
        self._shelf = EntryShelf(desk)
        self._patient_id: int | None = None
        self._row: ComposerRow | None = None
        self._is_changed = False
        self._is_stale = False
        self._cleared: Entry | None = None
        self._keep_later = QTimer(self)
        self._keep_later.setSingleShot(True)
        self._keep_later.setInterval(KEEP_MS)
        self._keep_later.timeout.connect(self.flush_draft)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._connect()
        form.time.set_low(self.is_low)
        self._show_patient_or_nobody()

    def show_patient(self, patient_id: int | None) -> None:
        """Keep what was entered, and show what this patient's draft holds."""
        if patient_id is not None and patient_id == self._patient_id:
            self._look_again()
            return
        self.flush_draft()
        self._patient_id = patient_id
        if patient_id is not None:
            self._offer()
            self._show_kept()
        self._show_patient_or_nobody()

    def start(self, role: str | None, person_id: int | None, follow_up_id: int | None) -> None:
        """Put the keyboard here, for a role and person and to settle a next step where given."""
        if self._patient_id is None or not self._desk.allows(Action.CARE):
            return
        entry = self.form.entry()
        if role and entry.contact_id is None:
            self.form.choose_role(role, person_id)
            entry = self.form.entry()
        if follow_up_id is not None and follow_up_id not in entry.closes:
            self.form.show_entry(replace(entry, closes=(*entry.closes, follow_up_id)))
        self.wanted.emit()
        self.form.focus_first()

    def amend(self, contact_id: int) -> None:
        """Load a contact of the patient shown, to be put right with a reason."""
        if not self._desk.allows(Action.CARE):
            return
        try:
            row = self._desk.read(one_contact, contact_id)
        except Missing as missing:
            self._desk.failed.emit(missing.sentence)
            return
        self.show_patient(row.patient_id)
        self.flush_draft()
        self._show_entry(entry_of(row, self._desk.rules))
        self._on_edited()
        self.wanted.emit()
        self.form.focus_first()

    def choose(self, *, outcome: str, minutes: int) -> None:
        """Choose an outcome of the catalogue and write the minutes."""
        self._change(replace(self.form.entry(), outcome=outcome, minutes=minutes))

    def write_note(self, note: str) -> None:
        """Write the note."""
        self._change(replace(self.form.entry(), note=note))

    def save(self) -> None:
        """Log or amend the contact; refused, each sentence stands at its field."""
        patient_id = self._patient_id
        if patient_id is None:
            return
        entry = self.form.entry()
        try:
            made = self._shelf.save(patient_id, entry, self.form.timer_minutes())
        except Refused as refused:
            if any(problem.text == WAS_LONG_AGO for problem in refused.problems):
                self.form.mean_when()
            self.say(" ".join(self.form.show_problems(refused.problems)))
            return
        if made is None:
            self._look_at_newer(entry)
            return
        self._is_changed, self._cleared = False, None
        self._keep_later.stop()
        if entry.contact_id is None:
            self._show_entry(self._fresh(entry))
        else:
            self._show_kept()
        self.saved.emit(made)

    def flush_draft(self) -> None:
        """Keep what is entered now rather than in a moment."""
        self._keep_later.stop()
        if self._patient_id is None or not self._is_changed:
            return
        entry = self.form.entry()
        is_done = self._shelf.keep(self._patient_id, entry)
        self._is_changed = not is_done
        self._kept.setVisible(is_done and not entry.is_blank)

    def has_draft(self) -> bool:
        """Whether something is half entered for the patient shown."""
        return self._patient_id is not None and not self.form.entry().is_blank

    def is_kept(self) -> bool:
        """Whether what is half entered for the patient shown comes back after a lock."""
        return self.has_draft() and not self._is_changed

    def hide_everything(self) -> None:
        """Keep the draft and show nothing of any patient."""
        self.show_patient(None)

    def tick(self) -> None:
        """Tell the form what time it is."""
        self.form.tick(self._desk.moment)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._clock.start()
        if self._is_stale:
            self._look_again()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.has_draft():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.flush_draft()

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.got_low.connect(lambda is_low: self.form.time.set_low(is_low))
        self._save.clicked.connect(self.save)
        self._clear.clicked.connect(self._on_clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self._desk.changed.connect(self._on_changed)
        self._desk.undone.connect(self._on_undone)
        self._desk.read_only_changed.connect(self._look_whether_read_only)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _change(self, entry: Entry) -> None:
        self.form.show_entry(entry)
        self._on_edited()

    def _look_at_newer(self, entry: Entry) -> None:
        """Somebody else amended it meanwhile: say what it says now, and let the nurse decide."""
        self.flush_draft()
        if entry.contact_id is None:
            return
        row = self._desk.read(one_contact, entry.contact_id)
        if row.version != entry.version and not row.is_retracted:
            self._show_entry(replace(entry, version=row.version))
            self._on_edited()
            words = self.tr("It now says: {note} Save again to put yours in its place.")
            self.say(words.format(note=f"“{row.note}”"))

    def _offer(self) -> None:
        self._is_stale = False
        if self._patient_id is not None:
            desk = self._desk
            self._row = desk.read(read_composer, self._patient_id, rules=desk.rules)
            self.form.offer(self._row)
            programs = desk.read(
                offered_programs, self._patient_id, today=desk.moment.today, rules=desk.rules
            )
            self.form.offer_programs(programs)

    def _look_again(self) -> None:
        self._offer()
        self.form.look_at_tries()

    def _show_kept(self) -> None:
        if self._patient_id is not None:
            kept = self._shelf.kept(self._patient_id)
            self._show_entry(kept or self._fresh(), is_kept=kept is not None)

    def _fresh(self, before: Entry | None = None) -> Entry:
        if self._row is None:
            return Entry()
        entry = fresh_entry(self._row, self._desk.worker_id, before)
        return replace(entry, program=self.form.time.default())

    def _show_entry(self, entry: Entry, *, is_kept: bool = False) -> None:
        is_new = entry.contact_id is None
        if is_new:
            self.show_words(self.tr("Log contact"), self.tr("Save contact"), self.tr("Clear"))
        else:
            self.show_words(self.tr("Amend contact"), self.tr("Save amendment"), self.tr("Cancel"))
        self._is_changed, self._cleared = False, None
        self._kept.setVisible(is_kept)
        self.say("")
        self.form.show_entry(entry)
        self._look_whether_read_only()

    def _look_whether_read_only(self) -> None:
        """Nothing is typed that could not be kept; what is not kept yet stays to be copied."""
        why = refusal(self._desk.read_only, Action.CARE)
        for part in (self.form, self.form.time):
            part.setEnabled(not why or self._is_changed)
        self._save.setEnabled(not why)
        self._clear.setEnabled(not why)
        if why:
            self.say(why)

    def _show_patient_or_nobody(self) -> None:
        is_shown = self._patient_id is not None
        if not is_shown:
            self._show_entry(Entry())
        self.show_form_or_nobody(is_shown)

    def _on_edited(self) -> None:
        self._is_changed = True
        self._kept.hide()
        self.say("")
        if self._cleared is not None:
            self._cleared = None
            self._clear.setText(self.tr("Clear"))
        if not self._keep_later.isActive():
            self._keep_later.start()

    def _on_clear(self) -> None:
        entry, patient_id = self.form.entry(), self._patient_id
        if patient_id is None:
            return
        if entry.contact_id is not None:
            self._shelf.drop(patient_id, entry)
            self._show_kept()
            return
        if self._cleared is not None:
            self._show_entry(self._cleared)
            self._on_edited()
            return
        self._show_entry(self._fresh())
        self._is_changed = True
        self.flush_draft()
        if not entry.is_blank:
            self._cleared = entry
            self._clear.setText(self.tr("Bring back"))

    def _on_changed(self, changes: Changes) -> None:
        if self._patient_id is None:
            return
        if changes.touches(Part.CATALOGUE):
            self._rebuild_form()
        if any(changes.touches(part, self._patient_id) for part in OFFERED_PARTS):
            if self.isVisible():
                self._look_again()
            else:
                self._is_stale = True

    def _on_undone(self, undone: Undo) -> None:
        """What was logged and taken back stands here again, or waits where another is shown."""
        if back := self._shelf.taken_back(undone):
            patient_id, entry = back
            if patient_id != self._patient_id:
                if self._shelf.kept(patient_id) is None:
                    self._shelf.keep(patient_id, entry)
            elif not self.has_draft():
                self._change(entry)

    def _rebuild_form(self) -> None:
        """The same entry on new lists, when the clinic changed those that are shown."""
        if self.form.is_true_to(self._desk.rules):
            return
        entry, old = self.form.entry(), self.form
        self.form = ContactForm(self._theme, self._desk)
        self.form.edited.connect(self._on_edited)
        self._scroll.show_form(self.form)
        self.form.time.set_low(self.is_low)
        self.show_above_buttons(self.form.time)
        old.deleteLater()
        self._offer()
        self.form.show_entry(entry)
        self._look_whether_read_only()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        was_here = old is not None and self.isAncestorOf(old)
        if was_here and not (new is not None and self.isAncestorOf(new)):
            self.flush_draft()
