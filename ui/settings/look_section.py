"""How the desk looks for this user: light or dark, and the size of its words."""

from PySide6.QtCore import QCoreApplication, Signal

from ui.desk import Desk
from ui.look.cards import Card
from ui.look.fields import Field
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme, ThemeChoice
from ui.settings.section import Section

PERCENTS = (90, 100, 110, 125, 140, 160)


class LookSection(Section):
    """`look_chosen` carries a ThemeChoice, `text_size_chosen` percent of the design's size."""

    look_chosen = Signal(object)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme, desk: Desk, choice: ThemeChoice, percent: int) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("LookSection", "Look"),
            QCoreApplication.translate("LookSection", "For this user of this machine alone."),
        )
        choices = (
            Option(ThemeChoice.SYSTEM.value, self.tr("Like the system")),
            Option(ThemeChoice.LIGHT.value, self.tr("Light")),
            Option(ThemeChoice.DARK.value, self.tr("Dark")),
        )
        nearest = min(PERCENTS, key=lambda each: abs(each - percent))
        sizes = [Option(str(each), f"{each} %") for each in PERCENTS]
        self.colors = SegmentedControl(theme, self.tr("Colors"), choices, choice.value)
        self.sizes = SegmentedControl(theme, self.tr("Text size"), sizes, str(nearest))
        card = Card()
        card.column.setSpacing(12)
        card.column.addWidget(Field(theme, self.tr("Colors"), self.colors))
        card.column.addWidget(Field(theme, self.tr("Text size"), self.sizes))
        example = self.tr("Everything grows with its words; nothing is cut off.")
        card.column.addWidget(Label(example, "quiet", wrap=True))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.colors.chosen.connect(lambda key: self.look_chosen.emit(ThemeChoice(key)))
        self.sizes.chosen.connect(lambda key: self.text_size_chosen.emit(int(key)))
