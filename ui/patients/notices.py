"""What the patient form says above its fields before it can save: doubles, and newer versions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.patients import Status
from careteam.storage.reads.patient_form import Difference, SamePerson
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import WarningCard
from ui.look.labels import Divider, Label
from ui.look.theme import Theme


class DoublesNotice(WarningCard):
    """Who may be the same person, with what differs.

    `open_asked` carries the id of the one to open; `anyway_pressed` and `back_pressed` are the
    other ways on. Nobody can be registered anyway when the MRN is the same.
    """

    open_asked = Signal(int)
    anyway_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, theme: Theme, found: Sequence[SamePerson], anyway: str) -> None:
        super().__init__()
        is_taken = any(person.has_same_mrn for person in found)
        title = (
            self.tr("This MRN belongs to a patient already.")
            if is_taken
            else self.tr("Somebody like this is a patient already. Is it the same person?")
        )
        self.setAccessibleName(title)
        self.column.setSpacing(8)
        self.column.addWidget(Label(title, "strong", wrap=True))
        self.first: Button | None = None
        for person in found:
            self.column.addWidget(self._person(theme, person))
            self.column.addWidget(Divider())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        back = Button(theme, self.tr("Go on writing"), small=True)
        back.clicked.connect(self.back_pressed)
        buttons.addWidget(back)
        if not is_taken:
            sure = Button(theme, anyway, small=True)
            sure.clicked.connect(self.anyway_pressed)
            buttons.addWidget(sure)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def _person(self, theme: Theme, person: SamePerson) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        parts = [person.name, self.tr("MRN {mrn}").format(mrn=person.mrn), person.born]
        if person.status is not Status.ACTIVE:
            parts.append(status_word(person.status))
        words.addWidget(Label(" · ".join(part for part in parts if part), "strong", wrap=True))
        words.addWidget(Label(self._differences(person.differences), "quiet", wrap=True))
        there = Button(theme, self.tr("Open that one"), ButtonKind.PRIMARY, small=True)
        there.setAccessibleDescription(person.name)
        there.clicked.connect(lambda: self.open_asked.emit(person.id))
        self.first = self.first or there
        row.addLayout(words, 1)
        row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _differences(self, differences: Sequence[Difference]) -> str:
        if not differences:
            return self.tr("Nothing differs.")
        names = {
            "family": self.tr("name"),
            "mrn": self.tr("MRN"),
            "birth_date": self.tr("birth date"),
            "sex": self.tr("sex"),
            "phones": self.tr("phone"),
        }
        nothing = self.tr("none")
        told = [
            self.tr("{what} {here} here, {there} there").format(
                what=names[one.field], here=one.entered or nothing, there=one.kept or nothing
            )
            for one in differences
        ]
        return self.tr("Differs: {what}.").format(what="; ".join(told))


class NewerNotice(WarningCard):
    """Somebody saved the same patient meanwhile; `lines` say what they changed."""

    look_pressed = Signal()
    merge_pressed = Signal()

    def __init__(self, theme: Theme, lines: Sequence[str]) -> None:
        super().__init__()
        title = self.tr("Somebody else saved this patient meanwhile. What you typed is kept.")
        self.setAccessibleName(title)
        self.column.setSpacing(8)
        self.column.addWidget(Label(title, "strong", wrap=True))
        changed = self.tr("They changed: {what}.").format(what="; ".join(lines))
        self.column.addWidget(Label(changed, "quiet", wrap=True))
        self.first = Button(theme, self.tr("Look at the new version"), small=True)
        merge = Button(theme, self.tr("Put mine on top of it"), ButtonKind.PRIMARY, small=True)
        self.first.clicked.connect(self.look_pressed)
        merge.clicked.connect(self.merge_pressed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.first)
        buttons.addWidget(merge)
        buttons.addStretch(1)
        self.column.addLayout(buttons)


class LookNotice(WarningCard):
    """The fields show the version saved meanwhile; what was typed comes back by `back_pressed`."""

    back_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title = self.tr("This is the version that was saved meanwhile.")
        self.setAccessibleName(title)
        self.column.setSpacing(8)
        self.column.addWidget(Label(title, "strong", wrap=True))
        self.first = Button(theme, self.tr("Back to what I typed"), ButtonKind.PRIMARY, small=True)
        self.first.clicked.connect(self.back_pressed)
        self.column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)


def status_word(status: Status) -> str:
    """Where a patient stands, in one word."""
    words = {
        Status.ACTIVE: QCoreApplication.translate("Status", "Active"),
        Status.DECEASED: QCoreApplication.translate("Status", "Deceased"),
        Status.TRANSFERRED: QCoreApplication.translate("Status", "Transferred"),
        Status.DECLINED: QCoreApplication.translate("Status", "Declined"),
        Status.CLOSED: QCoreApplication.translate("Status", "Closed"),
    }
    return words[status]
