"""The sheet in which a patient is registered or edited, and in which nothing typed is lost."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.dates import PartialDate
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.patients import PatientDraft
from careteam.domain.phones import Phone
from careteam.domain.text import display_name
from careteam.storage.reads.patient_form import draft_of, same_person
from careteam.storage.writes.patients import amend_patient, register_patient
from ui.desk import Desk, Undo
from ui.look.buttons import Button, ButtonKind
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.patients.content import (
    Content,
    changed_fields,
    content_of,
    draft_from,
    merged,
    phone_content,
    without_version,
)
from ui.patients.draft_keeper import DraftKeeper, Typed
from ui.patients.fields import PatientFields
from ui.patients.form_room import FormRoom
from ui.patients.notices import DoublesNotice, LookNotice, NewerNotice

FORM = "patient"
WIDTH = 900
Identity = tuple[str, str, str, PartialDate | None]
NOBODY = PatientDraft("", "")


class PatientForm(Sheet):
    """Registers a patient, or edits the one with `patient_id`; raises Missing when it is gone.

    `saved` and `open_asked` carry the patient's id. What is typed is kept every few seconds and
    whenever the keyboard moves on, and stands here again when the form is opened anew.
    """

    saved = Signal(int)
    open_asked = Signal(int)
    writes = Action.CARE

    def __init__(self, theme: Theme, desk: Desk, patient_id: int | None, parent: QWidget) -> None:
        before = desk.read(draft_of, patient_id) if patient_id else NOBODY
        super().__init__(theme, _title(before), parent, WIDTH)
        self._desk, self._patient_id = desk, patient_id
        self._before, self._newer = before, before
        self._base = content_of(before, desk.moment.today)
        if patient_id is None:
            self._base["phones"] = [phone_content(Phone(""))]
        self._mine: Content | None = None
        self._sure_of: Identity | None = None
        self.fields = PatientFields(
            theme, desk.rules.catalogue, desk.moment.today, self._base, has_phase=bool(before.phase)
        )
        self.room = FormRoom(theme, self.fields)
        self._keeper = DraftKeeper(desk, FORM, patient_id or 0, self._typed, self)
        self.body.setContentsMargins(16, 4, 4, 0)
        self.body.addWidget(self.room)
        self._add_buttons(theme)
        self._connect()
        self.fields.fill(self._base)
        self._take_up_draft()

    def save(self) -> None:
        """Save what stands in the form, unless something is wrong or somebody is like it."""
        if self._mine is not None:
            return
        self.room.clear()
        if self._newer is not self._before:
            self._show_newer()
            return
        try:
            draft = draft_from(
                self.fields.content(),
                today=self._desk.moment.today,
                catalogue=self._desk.rules.catalogue,
                version=self._before.version,
            )
            if not self._has_double(draft):
                self._write(draft)
        except Refused as refused:
            self.room.show_problems(refused.problems)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.keep()
        super().hideEvent(event)

    def _add_buttons(self, theme: Theme) -> None:
        close = Button(theme, self.tr("Close"), hint="Esc")
        words = self.tr("Save") if self._patient_id else self.tr("Register patient")
        save = Button(theme, words, ButtonKind.PRIMARY, hint="Ctrl+Return")
        close.clicked.connect(self.ask_to_close)
        save.clicked.connect(self.save)
        self.add_button(close)
        self.add_button(save)

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_edited)
        self._keeper.told.connect(self.room.show_draft)
        self.room.throw_pressed.connect(self._on_throw)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        for keys, act in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+PgDown", lambda: self.room.step(1)),
            ("Ctrl+PgUp", lambda: self.room.step(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _typed(self) -> Typed:
        now = self.fields.content() if self._mine is None else self._mine
        return Typed(now, self._base, self._before.version)

    def _take_up_draft(self) -> None:
        typed = self._keeper.take_up()
        if typed is None:
            return
        self.fields.fill(self._base | typed.now)
        if typed.version != self._before.version:
            self._base = typed.base
            self._before = PatientDraft("", "", version=typed.version)
            self._show_newer()

    def _has_double(self, draft: PatientDraft) -> bool:
        identity = _identity(draft)
        if identity in (self._sure_of, _identity(self._before)):
            return False
        found = self._desk.read(
            same_person,
            draft,
            today=self._desk.moment.today,
            rules=self._desk.rules,
            but=self._patient_id,
        )
        if not found:
            return False
        anyway = self.tr("Save anyway") if self._patient_id else self.tr("Register anyway")
        notice = DoublesNotice(self._theme, found, anyway)
        notice.open_asked.connect(self._on_open)
        notice.back_pressed.connect(self._on_back)
        notice.anyway_pressed.connect(lambda: self._on_anyway(identity))
        self.room.show_notice(notice, notice.first)
        return True

    def _write(self, draft: PatientDraft) -> None:
        if self._patient_id is None:
            changes = self._desk.do(register_patient, draft)
        else:
            back = Undo(amend_patient, (self._patient_id, without_version(self._before)))
            changes = self._desk.do(amend_patient, self._patient_id, draft, undo=back)
        if changes is None:
            self._after_trouble()
            return
        self._keeper.end()
        self.close_now()
        if changes.made is not None:
            self.saved.emit(changes.made)

    def _after_trouble(self) -> None:
        self._keeper.keep()
        if self._patient_id is None:
            return
        try:
            self._newer = self._desk.read(draft_of, self._patient_id)
        except CareteamError as error:
            self._desk.failed.emit(error.sentence)
            return
        if self._newer.version != self._before.version:
            self._show_newer()
        else:
            self._newer = self._before

    def _show_newer(self) -> None:
        theirs = content_of(self._newer, self._desk.moment.today)
        lines = [self.room.told(name, theirs[name]) for name in changed_fields(self._base, theirs)]
        notice = NewerNotice(self._theme, lines)
        notice.look_pressed.connect(self._on_look)
        notice.merge_pressed.connect(self._on_merge)
        self.room.show_notice(notice, notice.first)

    def _on_look(self) -> None:
        self._mine = self.fields.content()
        self.fields.fill(content_of(self._newer, self._desk.moment.today))
        self.fields.setEnabled(False)
        notice = LookNotice(self._theme)
        notice.back_pressed.connect(self._on_back_to_mine)
        self.room.show_notice(notice, notice.first)

    def _on_back_to_mine(self) -> None:
        mine, self._mine = self._mine, None
        self.fields.setEnabled(True)
        self.fields.fill(mine or self._base)
        self._show_newer()

    def _on_merge(self) -> None:
        theirs = content_of(self._newer, self._desk.moment.today)
        self.fields.fill(merged(self._base, self.fields.content(), theirs))
        self._base, self._before = theirs, self._newer
        self.room.clear()
        self._keeper.keep()
        self.room.go_to(0)

    def _on_open(self, patient_id: int) -> None:
        self.close_now()
        self.open_asked.emit(patient_id)

    def _on_anyway(self, identity: Identity) -> None:
        self._sure_of = identity
        self.save()

    def _on_back(self) -> None:
        self.room.clear()
        self.room.go_to(0)

    def _on_edited(self) -> None:
        self._keeper.soon()

    def _on_throw(self) -> None:
        if self._newer is not self._before:
            self._before = self._newer
            self._base = content_of(self._before, self._desk.moment.today)
        self.room.clear()
        self.fields.fill(self._base)
        self._keeper.drop()
        self.room.go_to(0)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.isVisible() and self.isAncestorOf(old):
            self._keeper.keep()


def _identity(draft: PatientDraft) -> Identity:
    return draft.mrn, draft.family, draft.given, draft.birth_date


def _title(before: PatientDraft) -> str:
    if before is NOBODY:
        return QCoreApplication.translate("PatientForm", "Register a patient")
    name = display_name(before.family, before.given, before.title)
    return QCoreApplication.translate("PatientForm", "Edit {name}").format(name=name)
