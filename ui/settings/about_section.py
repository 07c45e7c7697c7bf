"""What this program is, which one, and where the data rests."""

from PySide6.QtCore import QCoreApplication, qVersion
from typing_extensions import override

from careteam import __version__
from ui.desk import Desk
from ui.look.cards import Card
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.section import FactsCard, Section


class AboutSection(Section):
    """Version, database and what the program is not."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("AboutSection", "About Careteam"),
            QCoreApplication.translate(
                "AboutSection",
                "The nurse navigator's desk for people with acute lymphoblastic leukemia.",
            ),
        )
        self._facts = FactsCard(theme)
        self.column.addWidget(self._facts)
        card = Card()
        for words in (
            self.tr("No medical device: it gives no orders, no doses and no advice."),
            self.tr("Nothing leaves this machine unless you export it."),
            self.tr(
                "Free software under the Apache License 2.0. Qt is used under LGPL 3, the fonts "
                "Inter and Noto under the SIL Open Font License, Lucide icons under ISC."
            ),
        ):
            card.column.addWidget(Label(words, "body", wrap=True))
        self.column.addWidget(card)
        self.column.addStretch(1)

    @override
    def read_again(self) -> None:
        self._facts.show_facts(
            (
                (self.tr("Version"), __version__),
                (self.tr("Database"), str(self.desk.store.path)),
                (self.tr("Encryption"), self.tr("SQLCipher 4, AES-256, the whole file")),
                (self.tr("Window"), f"Qt {qVersion()}"),
            )
        )
