"""What a contact was about: topics and the note, and behind one word what is rarer."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.storage.reads.composer import ComposerRow
from ui.contacts.choices_of import term_options
from ui.contacts.entry import Entry
from ui.contacts.note_edit import NoteEdit
from ui.look.buttons import Button, ButtonKind
from ui.look.check_box import CheckBox
from ui.look.fields import Field
from ui.look.tag_field import TagField
from ui.look.theme import Theme

GAP = 10
NOTE_LINES = 4


class WhatPart(QWidget):
    """Topics and note; reasons, interventions and the interpreter open with `More`."""

    edited = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topics = TagField(theme, self.tr("Topics"), term_options(catalogue, "topic"))
        self.note = NoteEdit(theme, NOTE_LINES)
        self._more = Button(theme, "", ButtonKind.LINK)
        self._box = QWidget()
        reasons = term_options(catalogue, "reason")
        interventions = term_options(catalogue, "intervention")
        self.reasons = TagField(theme, self.tr("Reasons"), reasons)
        self.interventions = TagField(theme, self.tr("What was done"), interventions)
        self.interpreter = CheckBox(theme, self.tr("Interpreter used"))
        self.fields = {
            "topics": Field(theme, self.tr("Topics"), self.topics),
            "note": Field(theme, self.tr("Note"), self.note),
            "reasons": Field(theme, self.tr("Reasons"), self.reasons),
            "interventions": Field(theme, self.tr("What was done"), self.interventions),
        }
        self._inner = QVBoxLayout(self._box)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(GAP)
        self._inner.addWidget(self.fields["reasons"])
        self._inner.addWidget(self.fields["interventions"])
        self._inner.addWidget(self.interpreter)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.fields["topics"])
        column.addWidget(self.fields["note"], 1)
        column.addLayout(self._row)
        column.addWidget(self._box)
        self._more.clicked.connect(lambda: self._open(not self._box.isVisibleTo(self)))
        controls = (self.topics, self.note, self.reasons, self.interventions, self.interpreter)
        for control in controls:
            control.edited.connect(self.edited)
        self._open(False)

    def offer(self, row: ComposerRow) -> None:
        """Know the patient's needs and the clinic's short words."""
        self.note.set_macros(row.macros)
        if row.needs_interpreter:
            self._row.insertWidget(0, self.interpreter)
        else:
            self._inner.addWidget(self.interpreter)

    def show_entry(self, entry: Entry) -> None:
        """Show what a draft holds."""
        self.topics.set_value(entry.topics)
        self.reasons.set_value(entry.reasons)
        self.interventions.set_value(entry.interventions)
        self.interpreter.setChecked(entry.used_interpreter)
        self.note.set_text(entry.note)
        is_behind = self._inner.indexOf(self.interpreter) >= 0 and entry.used_interpreter
        self._open(bool(entry.reasons or entry.interventions or is_behind))

    def fill(self, entry: Entry) -> Entry:
        """The entry with what stands here."""
        return replace(
            entry,
            topics=self.topics.value(),
            reasons=self.reasons.value(),
            interventions=self.interventions.value(),
            used_interpreter=self.interpreter.isChecked(),
            note=self.note.toPlainText(),
        )

    def _open(self, is_open: bool) -> None:
        self._box.setVisible(is_open)
        words = self.tr("Less") if is_open else self.tr("More")
        self._more.setText(words)
        self._more.setAccessibleName(self.tr("{more}: reasons, what was done").format(more=words))
