"""The sheet that asks who gets it and why; Enter accepts what stands in it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.disclosures import Form, Handed, Purpose, check_handed
from careteam.domain.errors import Refused
from careteam.storage.reads.recipients import RecipientRow
from ui.leaving.password_part import PasswordPart
from ui.leaving.purposes import form_options, purpose_options
from ui.leaving.questions import Asked, Said
from ui.look.buttons import Button, ButtonKind
from ui.look.chips import ChipText
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit
from ui.look.flow import Flow
from ui.look.labels import Label
from ui.look.press_chips import PressChip
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.look.tokens import Tone

WIDTH = 520


class LeavingSheet(Sheet):
    """`said` carries a Said; the sheet has gone by then. Leaving it lets nothing out."""

    said = Signal(object)
    writes = Action.EXPORT

    def __init__(self, theme: Theme, asked: Asked, host: QWidget) -> None:
        super().__init__(theme, asked.leaves.title, host, WIDTH)
        self.recipient = LineEdit(theme, self.tr("A person, an office, an organisation"))
        self.recipient.setText(asked.first.recipient)
        self.purpose = Choice(theme, purpose_options(), asked.first.purpose)
        self.note = LineEdit(theme, self.tr("If more is to be said"))
        self.note.setText(asked.first.note)
        self.password = PasswordPart(theme)
        leaves = asked.leaves
        self._first_form = leaves.form
        self.form = SegmentedControl(
            theme, self.tr("Form"), form_options(leaves.forms), leaves.form
        )
        self._has_choice = len(leaves.forms) > 1
        self.form.setVisible(self._has_choice)
        self.fields = {
            "recipient": Field(theme, self.tr("Who gets it"), self.recipient),
            "purpose": Field(theme, self.tr("Why"), self.purpose),
            "note": Field(theme, self.tr("In your own words"), self.note),
            **self.password.fields,
        }
        self.chips = [self._chip(theme, row) for row in asked.offered]
        self._has_chosen_why = False
        self._lay_out(theme, asked)
        for control in (self.recipient, self.purpose, self.note):
            self.watch(control.edited)
        self.watch(self.password.edited)
        self.purpose.chosen.connect(self._on_why)
        self.form.chosen.connect(self._show_password)
        for line in (self.recipient, self.note, self.password.password, self.password.again):
            line.returnPressed.connect(self._on_go)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_go)

    def _chip(self, theme: Theme, row: RecipientRow) -> PressChip:
        chip = PressChip(theme, ChipText(row.name, Tone.INFO))
        chip.clicked.connect(lambda: self._take(row))
        return chip

    def _lay_out(self, theme: Theme, asked: Asked) -> None:
        offered = Flow(6, 6)
        offered.show_parts(tuple(self.chips))
        words = self.tr("It stands in the patient's register of disclosures.")
        if asked.leaves.patient_id is None:
            words = self.tr("It stands in the register of disclosures of every patient on it.")
        parts = (
            self.form,
            self.fields["recipient"],
            offered,
            self.fields["purpose"],
            self.fields["note"],
        )
        for part in (*parts, self.password, Label(words, "sub", wrap=True)):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._show_password()
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.go = Button(theme, go_words(asked.leaves.form), ButtonKind.PRIMARY, hint="Return")
        cancel.clicked.connect(self.close_now)
        self.go.clicked.connect(self._on_go)
        self.add_button(cancel)
        self.add_button(self.go)

    def _chosen_form(self) -> Form:
        return Form(self.form.value() or self._first_form)

    def _show_password(self, _key: str = "") -> None:
        self.password.setVisible(self._chosen_form() is Form.PDF)

    def _take(self, row: RecipientRow) -> None:
        self.recipient.setText(row.name)
        self.fields["recipient"].clear_problem()
        if not self._has_chosen_why:
            self.purpose.set_value(row.purpose)
        self.recipient.setFocus()

    def _on_why(self) -> None:
        self._has_chosen_why = True
        self.fields["note"].clear_problem()

    def _on_go(self) -> None:
        purpose = Purpose(self.purpose.value())
        try:
            handed = check_handed(Handed(self.recipient.text(), purpose, self.note.text()))
            form = self._chosen_form()
            password = self.password.chosen() if form is Form.PDF else ""
            said = Said(handed, password, form if self._has_choice else None)
        except Refused as refused:
            for problem in refused.problems:
                self.fields[problem.field].show_problem(problem.sentence)
            self.fields[refused.problems[0].field].control.setFocus()
            return
        self.close_now()
        self.said.emit(said)


def go_words(form: Form) -> str:
    """What the button does."""
    return {
        Form.PRINT: QCoreApplication.translate("LeavingSheet", "Print"),
        Form.CLIPBOARD: QCoreApplication.translate("LeavingSheet", "Copy"),
    }.get(form, QCoreApplication.translate("LeavingSheet", "Save"))
