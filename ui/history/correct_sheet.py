"""The sheet that corrects an entry of the register by another, with the reason."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes
from careteam.domain.disclosures import CorrectionDraft, Handed, Purpose
from careteam.storage.reads.disclosures import DisclosureRow
from careteam.storage.writes.disclosures import correct_disclosure
from ui.desk import Desk
from ui.form_sheet import FormSheet
from ui.leaving.purposes import purpose_options
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.theme import Theme


class CorrectSheet(FormSheet):
    """Who got it and why in truth; what stood before stays readable."""

    def __init__(self, theme: Theme, desk: Desk, row: DisclosureRow, host: QWidget) -> None:
        title = QCoreApplication.translate("CorrectSheet", "Correct the register")
        save = QCoreApplication.translate("CorrectSheet", "Correct")
        super().__init__(theme, title, host, save, self._correct)
        self._desk, self._row = desk, row
        self.recipient, self.note = LineEdit(theme), LineEdit(theme)
        self.recipient.setText(row.recipient)
        self.note.setText(row.purpose_note)
        self.purpose = Choice(theme, purpose_options(), row.purpose)
        self.reason = TextEdit(theme, lines=2)
        words = self.tr("The entry stays as it is; the one you make now says what was true.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.add_field("recipient", Field(theme, self.tr("Who got it"), self.recipient))
        self.add_field("purpose", Field(theme, self.tr("Why"), self.purpose))
        self.add_field("note", Field(theme, self.tr("In your own words"), self.note))
        self.add_field("reason", Field(theme, self.tr("Why it is corrected"), self.reason))
        self.finish()

    def _correct(self) -> Changes | None:
        handed = Handed(
            self.recipient.text_value(), Purpose(self.purpose.value()), self.note.text_value()
        )
        draft = CorrectionDraft(self._row.id, self.reason.text_value(), handed)
        return self._desk.do(correct_disclosure, draft)
