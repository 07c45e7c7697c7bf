"""A button that offers workbooks to fill in, one for each kind of table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from careteam.domain.intake.tables import About
from ui.look.buttons import Button
from ui.look.theme import Theme


class TemplateButton(Button):
    """`chosen` carries what the workbook is to be a list of."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setText(self.tr("Template"))
        menu = QMenu(self)
        for about, words in (
            (About.PATIENTS, self.tr("For patients")),
            (About.DIRECTORY, self.tr("For the directory")),
            (About.ASSIGNMENTS, self.tr("For assignments")),
            (About.CONTACTS, self.tr("For contacts")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, key=str(about): self.chosen.emit(key))
        self.setMenu(menu)
