"""What stands otherwise here than in the file, of a patient or of colleagues, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.intake.conflict import Conflict
from ui.imports.choices import ShownRow
from ui.look.buttons import Button, ButtonKind
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH, MOST_LETTERS = 560, 40
OURS, THEIRS = "ours", "theirs"


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody of whom fields are to be decided, and the fields for which the file is right."""

    key: str
    name: str
    conflicts: tuple[Conflict, ...]
    taken_over: frozenset[str]


def of_patient(shown: ShownRow) -> Asked:
    """What is asked about a patient of the preview."""
    return Asked(shown.row.key, shown.row.name, shown.row.conflicts, shown.taken_over)


class ConflictSheet(Sheet):
    """`decided` carries, by the key of each one asked, the fields that read as in the file."""

    decided = Signal(object)

    def __init__(self, theme: Theme, asked: Sequence[Asked], host: QWidget) -> None:
        super().__init__(theme, _title(asked), host, WIDTH)
        words = self.tr("What is not chosen otherwise stays as it was entered here.")
        self.body.addWidget(Label(words, "sub", wrap=True))
        self.controls: dict[tuple[str, str], SegmentedControl] = {}
        for each in asked:
            if len(asked) > 1:
                self.body.addWidget(Label(each.name, "h2"))
            for conflict in each.conflicts:
                self._add(theme, each, conflict)
        self.body.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"), hint="Esc")
        self.go = Button(theme, self.tr("Decide"), ButtonKind.PRIMARY)
        self.add_button(cancel)
        self.add_button(self.go)
        cancel.clicked.connect(self.close_now)
        self.go.clicked.connect(self._on_go)

    def _add(self, theme: Theme, each: Asked, conflict: Conflict) -> None:
        self.body.addWidget(Label(conflict.label[:1].upper() + conflict.label[1:], "label"))
        control = self._control(theme, conflict)
        control.set_value(THEIRS if conflict.field in each.taken_over else OURS)
        self.controls[each.key, conflict.field] = control
        self.body.addWidget(control)
        if max(len(conflict.ours), len(conflict.theirs)) > MOST_LETTERS:
            both = self.tr("Here {ours}, in the file {theirs}.")
            said = both.format(ours=conflict.ours, theirs=conflict.theirs)
            self.body.addWidget(Label(said, "quiet", wrap=True))

    def _control(self, theme: Theme, conflict: Conflict) -> SegmentedControl:
        ours = self.tr("Keep ours: {value}").format(value=_short(conflict.ours))
        theirs = self.tr("Take theirs: {value}").format(value=_short(conflict.theirs))
        return SegmentedControl(
            theme, conflict.label, (Option(OURS, ours), Option(THEIRS, theirs)), OURS
        )

    def _on_go(self) -> None:
        decided: dict[str, set[str]] = {key: set() for key, _ in self.controls}
        for (key, field), control in self.controls.items():
            if control.value() == THEIRS:
                decided[key].add(field)
        self.close_now()
        self.decided.emit({key: frozenset(fields) for key, fields in decided.items()})


def _title(asked: Sequence[Asked]) -> str:
    if len(asked) == 1:
        title = QCoreApplication.translate("ConflictSheet", "{name}: changed here and in the file")
        return title.format(name=asked[0].name)
    return QCoreApplication.translate("ConflictSheet", "Colleagues: changed here and in the file")


def _short(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"
