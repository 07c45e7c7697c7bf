"""How a patient wants to be met: how they learn, what they wish, and an advance directive."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from careteam.domain.care_profile import PreferencesDraft
from careteam.domain.changes import Changes
from careteam.storage.reads.needs import PreferencesRow, preferences_row
from careteam.storage.writes.care_profile import save_preferences
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.cards import Card, HeadingRow
from ui.look.choices import Choice
from ui.look.fields import Field, LineEdit, TextEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.team.sheets import term_options

YES, NO, NOT_ASKED = "yes", "no", "not_asked"


class PreferencesCard(QWidget):
    """The preferences of one patient as they were last entered."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._patient_id: int | None = None
        self._row = PreferencesRow()
        edit = Button(theme, self.tr("Edit"), hint="P", small=True)
        edit.setAccessibleName(self.tr("Edit preferences"))
        edit.clicked.connect(self.edit)
        heading = HeadingRow(Label(self.tr("Preferences"), "h2"))
        heading.add_at_end(edit)
        self.learning, self.wishes, self.directive = (Label("", wrap=True) for _ in range(3))
        card = Card()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, (words, label) in enumerate(
            (
                (self.tr("Learns best by"), self.learning),
                (self.tr("Wishes"), self.wishes),
                (self.tr("Advance directive"), self.directive),
            )
        ):
            grid.addWidget(Label(words, "label"), place, 0)
            grid.addWidget(label, place, 1)
        card.column.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(card)

    def show_patient(self, patient_id: int | None) -> None:
        """Whose preferences are read from now on, and whose new ones are; None for nobody's."""
        self._patient_id = patient_id

    def read_again(self) -> None:
        """Read the preferences."""
        if self._patient_id is None:
            return
        row = self._desk.read(preferences_row, self._patient_id, rules=self._desk.rules)
        self._row = row
        unknown = self.tr("Not asked yet")
        self.learning.setText(row.learning_label or unknown)
        self.wishes.setText(row.preferences or unknown)
        self.directive.setText(directive_words(row))

    def edit(self) -> None:
        """Ask how the patient wants to be met."""
        self.read_again()
        if self._patient_id is not None:
            place = self.window()
            sheet = PreferencesSheet(self._theme, self._desk, place, self._patient_id, self._row)
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()


class PreferencesSheet(FormSheet):
    """How a patient learns, what they wish, and whether there is an advance directive."""

    def __init__(
        self, theme: Theme, desk: Desk, host: QWidget, patient_id: int, row: PreferencesRow
    ) -> None:
        title = QCoreApplication.translate("PreferencesSheet", "Preferences")
        save = QCoreApplication.translate("PreferencesSheet", "Save")
        super().__init__(theme, title, host, save, self._save_it)
        self._desk, self._patient_id, self._row = desk, patient_id, row
        options = term_options(desk.rules, "learning_preference")
        empty = self.tr("Not asked yet")
        self._learning = Choice(theme, options, row.learning_preference, empty)
        self._wishes = TextEdit(theme, lines=4)
        self._wishes.set_text(row.preferences)
        name = self.tr("Advance directive")
        self._directive = SegmentedControl(
            theme, name, directive_options(), directive_key(row.has_directive)
        )
        self._kept_at = LineEdit(theme, self.tr("where it is kept"))
        self._kept_at.setText(row.directive_place)
        self._kept_at_field = Field(theme, self.tr("Where it is kept"), self._kept_at)
        self.add_field("learning_preference", Field(theme, self.tr("Learns by"), self._learning))
        self.add_field("preferences", Field(theme, self.tr("Wishes"), self._wishes))
        self.add_field("has_directive", Field(theme, name, self._directive))
        self.add_field("directive_place", self._kept_at_field)
        self.finish()
        self.watch(self._directive.chosen)
        self._directive.chosen.connect(lambda _key: self._show_kept_at())
        self._show_kept_at()

    def _show_kept_at(self) -> None:
        self._kept_at_field.setVisible(self._directive.value() == YES)

    def _save_it(self) -> Changes | None:
        row = self._row
        answers = {YES: True, NO: False}
        draft = PreferencesDraft(
            self._patient_id,
            self._learning.value(),
            self._wishes.text_value(),
            answers.get(self._directive.value()),
            self._kept_at.text_value(),
            row.version,
        )
        before = PreferencesDraft(
            self._patient_id,
            row.learning_preference,
            row.preferences,
            row.has_directive,
            row.directive_place,
        )
        return self._desk.do(save_preferences, draft, undo=Undo(save_preferences, (before,)))


def directive_words(row: PreferencesRow) -> str:
    """Yes and where it is kept, no, or that nobody asked yet."""
    if row.has_directive is None:
        return QCoreApplication.translate("PreferencesCard", "Not asked yet")
    if not row.has_directive:
        return QCoreApplication.translate("PreferencesCard", "No")
    if not row.directive_place:
        return QCoreApplication.translate("PreferencesCard", "Yes; where it is kept is not known")
    text = QCoreApplication.translate("PreferencesCard", "Yes, kept: {place}")
    return text.format(place=row.directive_place)


def directive_options() -> tuple[Option, ...]:
    """The answers about an advance directive."""
    return (
        Option(YES, QCoreApplication.translate("PreferencesSheet", "Yes")),
        Option(NO, QCoreApplication.translate("PreferencesSheet", "No")),
        Option(NOT_ASKED, QCoreApplication.translate("PreferencesSheet", "Not asked")),
    )


def directive_key(has_directive: bool | None) -> str:
    """The answer that was kept."""
    if has_directive is None:
        return NOT_ASKED
    return YES if has_directive else NO
