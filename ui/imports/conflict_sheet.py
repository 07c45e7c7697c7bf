"""What was changed here and is told otherwise in the file, decided field by field."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.intake.conflicts import Conflict
from ui.imports.choices import ShownRow
from ui.look.buttons import Button, ButtonKind
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH, MOST_LETTERS = 560, 40
OURS, THEIRS = "ours", "theirs"


class ConflictSheet(Sheet):
    """`decided` carries the keys of the fields that are to read as in the file."""

    decided = Signal(object)

    def __init__(self, theme: Theme, shown: ShownRow, host: QWidget) -> None:
        title = QCoreApplication.translate("ConflictSheet", "{name}: changed here and in the file")
        super().__init__(theme, title.format(name=shown.row.name), host, WIDTH)
        words = self.tr("What is not chosen otherwise stays as it was entered here.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.controls: dict[str, SegmentedControl] = {}
        for conflict in shown.row.conflicts:
            self.body.addWidget(Label(conflict.label[:1].upper() + conflict.label[1:], "label"))
            control = self._control(theme, conflict)
            control.set_value(THEIRS if conflict.field in shown.taken_over else OURS)
            self.controls[conflict.field] = control
            self.body.addWidget(control)
            if max(len(conflict.ours), len(conflict.theirs)) > MOST_LETTERS:
                both = self.tr("Here {ours}, in the file {theirs}.")
                said = both.format(ours=conflict.ours, theirs=conflict.theirs)
                self.body.addWidget(Label(said, "quiet", wrap=True))
        self.body.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.go = Button(theme, self.tr("Decide"), ButtonKind.PRIMARY)
        self.add_button(cancel)
        self.add_button(self.go)
        cancel.clicked.connect(self.close_now)
        self.go.clicked.connect(self._on_go)

    def _control(self, theme: Theme, conflict: Conflict) -> SegmentedControl:
        ours = self.tr("Keep ours: {value}").format(value=_short(conflict.ours))
        theirs = self.tr("Take theirs: {value}").format(value=_short(conflict.theirs))
        return SegmentedControl(
            theme, conflict.label, (Option(OURS, ours), Option(THEIRS, theirs)), OURS
        )

    def _on_go(self) -> None:
        fields = (key for key, control in self.controls.items() if control.value() == THEIRS)
        decided = frozenset(fields)
        self.close_now()
        self.decided.emit(decided)


def _short(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
