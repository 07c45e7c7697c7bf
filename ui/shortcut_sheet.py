"""Every key that does something, in one place: F1."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.look.buttons import Button
from ui.look.keys import KeyHint
from ui.look.labels import Label
from ui.look.sheet import Sheet
from ui.look.theme import Theme

COLUMN_WIDTH, MOST_COLUMNS = 400, 3
KEYS_WIDTH, HEADING_LINES = 96, 2

Line = tuple[str, str]
Group = tuple[str, tuple[Line, ...]]


class ShortcutSheet(Sheet):
    """The shortcuts over the page, in as many columns as there is room for."""

    def __init__(self, theme: Theme, host: QWidget, *, is_desk: bool = True) -> None:
        title = QCoreApplication.translate("ShortcutSheet", "Keyboard shortcuts")
        columns = max(1, min(MOST_COLUMNS, host.width() // theme.px(COLUMN_WIDTH)))
        super().__init__(theme, title, host, columns * COLUMN_WIDTH)
        self.body.addWidget(Shortcuts(theme, columns, is_desk=is_desk))
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)


class Shortcuts(QWidget):
    """Lists the shortcuts by what they are for: of the desk, or of the window without patients."""

    def __init__(
        self,
        theme: Theme,
        columns: int = 1,
        *,
        is_desk: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        for groups in in_columns(self._groups() if is_desk else self._plain_groups(), columns):
            column = QVBoxLayout()
            column.setSpacing(8)
            for group in groups:
                column.addWidget(Label(group[0], "h3"))
                column.addLayout(_grid(theme, group[1]))
            column.addStretch(1)
            row.addLayout(column, 1)

    def _plain_groups(self) -> tuple[Group, ...]:
        places = (
            ("Ctrl+3", self.tr("Directory")),
            ("Ctrl+,", self.tr("Settings")),
            *self._anywhere(),
        )
        return ((self.tr("Anywhere"), places), *self._of_lists_and_forms())

    def _anywhere(self) -> tuple[Line, ...]:
        return (
            ("Ctrl+Z", self.tr("Take back the last thing done")),
            ("Ctrl+Shift+L", self.tr("Lock")),
            ("F5", self.tr("Read everything again")),
        )

    def _of_lists_and_forms(self) -> tuple[Group, ...]:
        return (
            (
                self.tr("Directory"),
                (
                    ("Ctrl+F", self.tr("Narrow the list")),
                    ("Ctrl+Shift+N", self.tr("Add a person")),
                    ("Ctrl+E", self.tr("Edit the person who is shown")),
                ),
            ),
            (
                self.tr("Forms"),
                (
                    ("Ctrl+Return", self.tr("Save")),
                    ("Esc", self.tr("Close; asks first when something would be lost")),
                ),
            ),
        )

    def _groups(self) -> tuple[Group, ...]:
        return (
            (
                self.tr("Anywhere"),
                (
                    ("Ctrl+K", self.tr("Find a patient, a person or a contact note")),
                    ("Ctrl+L", self.tr("Log a contact of the patient who is shown")),
                    ("Ctrl+N", self.tr("Register a patient")),
                    ("Ctrl+H", self.tr("Huddle list: everyone of today on paper")),
                    (
                        "Ctrl+1",
                        self.tr(
                            "Today; Ctrl+2 Patients, Ctrl+3 Directory, Ctrl+4 Coverage, "
                            "Ctrl+5 Insights, Ctrl+, Settings"
                        ),
                    ),
                    ("Ctrl+T", self.tr("Clinical trials; Ctrl+Shift+N adds one there")),
                    ("Ctrl+Shift+X", self.tr("Save the list that has the keyboard")),
                    *self._anywhere(),
                ),
            ),
            (
                self.tr("The patient who is shown"),
                (
                    ("Alt+1", self.tr("Care team; Alt+2 Contacts, Alt+3 Pathway")),
                    ("Alt+4", self.tr("Needs; Alt+5 Summary, Alt+6 History")),
                    ("Ctrl+Shift+E", self.tr("Edit; Ctrl+Shift+P phase, Ctrl+Shift+T state")),
                    ("Ctrl+Shift+W", self.tr("Log work; Ctrl+Shift+M navigation time")),
                    ("Ctrl+Shift+F", self.tr("Follow the patient, or no longer")),
                    ("H", self.tr("Handoff sheet, in the Today list")),
                    ("A", self.tr("Assign a role, in the list of roles")),
                    ("Return", self.tr("Log a contact for the chosen role, or fill it")),
                    ("R", self.tr("Refer; in the list of roles for the chosen role")),
                    ("N", self.tr("Set aside what is suggested, with the reason")),
                    ("R", self.tr("In the contacts: read all before a call")),
                    ("F", self.tr("Note a wish of the patient or the family")),
                    (
                        "H",
                        self.tr("Suggestions so far; in the list of referrals its steps"),
                    ),
                    ("D", self.tr("Next step done; S puts it off")),
                ),
            ),
            (
                self.tr("Pathway, in its cards"),
                (
                    ("T", self.tr("Add a treatment; O what runs across phases")),
                    ("W", self.tr("What shapes the plan")),
                    ("R", self.tr("Consider or offer a trial")),
                    ("N", self.tr("Note a symptom, a risk factor or a concern")),
                    ("B", self.tr("Plan a tumour board")),
                ),
            ),
            (
                self.tr("Pathway"),
                (
                    ("P", self.tr("Plan a test")),
                    ("Return", self.tr("Give the chosen test its result; discharge from a stay")),
                    ("M", self.tr("Another day for the chosen test")),
                    ("X", self.tr("Leave the chosen test out, with the reason")),
                ),
            ),
            (
                self.tr("Needs"),
                (
                    ("Ctrl+Shift+R", self.tr("Red flag: the clinic's line, and who was told")),
                    ("S", self.tr("Record a score")),
                    ("B", self.tr("Add a barrier; in the list A adds an action")),
                    ("D", self.tr("Close the chosen barrier, or open it again")),
                    ("E", self.tr("Correct the chosen barrier")),
                    ("P", self.tr("Preferences and advance directive")),
                ),
            ),
            (
                self.tr("Today"),
                (
                    ("S", self.tr("Put off what is due")),
                    ("W", self.tr("Why is the patient on the list? In the list of roles too")),
                ),
            ),
            (
                self.tr("Patients"),
                (
                    ("Ctrl+F", self.tr("Find in the list")),
                    (
                        "Ctrl+Shift+H",
                        self.tr("Hand over the chosen patients; Shift+↓ chooses more"),
                    ),
                    ("Ctrl+Shift+S", self.tr("Save the filter; Ctrl+Shift+O opens saved ones")),
                ),
            ),
            *self._of_lists_and_forms(),
            (
                self.tr("Note"),
                (
                    ("F3", self.tr("Short words, or the words to choose where a text asks")),
                    ("Tab", self.tr("The next place of a text that asks; ↑ and ↓ choose a word")),
                ),
            ),
            (
                self.tr("Summary"),
                (
                    ("Ctrl+S", self.tr("Export as PDF, web page, Word, table or text")),
                    ("Ctrl+P", self.tr("Print")),
                    ("Ctrl+Shift+C", self.tr("Copy as text")),
                    ("Ctrl+Shift+J", self.tr("Save the whole record as FHIR")),
                    ("Ctrl+0", self.tr("Fit the width; Ctrl++ larger, Ctrl+- smaller")),
                ),
            ),
        )


def in_columns(groups: Sequence[Group], columns: int) -> list[list[Group]]:
    """The groups in reading order, shared out so that the columns are about equally long."""
    shared: list[list[Group]] = [[] for _ in range(columns)]
    lengths = [len(lines) + HEADING_LINES for _, lines in groups]
    before = 0
    for group, length in zip(groups, lengths, strict=True):
        shared[int((before + length / 2) * columns / sum(lengths))].append(group)
        before += length
    return shared


def _grid(theme: Theme, lines: Sequence[Line]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, theme.px(KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    for row, (keys, words) in enumerate(lines):
        grid.addWidget(KeyHint(theme, keys), row, 0)
        grid.addWidget(Label(words, "body", wrap=True), row, 1)
    return grid
