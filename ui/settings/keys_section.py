"""The keyboard shortcuts, as F1 shows them."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.access import Action
from ui.desk import Desk
from ui.look.cards import Card
from ui.look.theme import Theme
from ui.settings.section import Section
from ui.shortcut_sheet import Shortcuts


class KeysSection(Section):
    """Everything that a key does in this window."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("KeysSection", "Keyboard shortcuts"),
            QCoreApplication.translate("KeysSection", "F1 shows them anywhere."),
        )
        card = Card()
        card.column.addWidget(Shortcuts(theme, is_desk=desk.may(Action.SEE_PATIENTS)))
        self.column.addWidget(card)
        self.column.addStretch(1)
