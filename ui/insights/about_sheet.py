"""What a measure counts, one click away from its figure."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.measuring import Measure
from ui.insights.measure_words import measure_words
from ui.look.buttons import Button, ButtonKind
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 520


class AboutSheet(Sheet):
    """The definition of a measure and who says so; `list_asked` asks for its list."""

    list_asked = Signal()

    def __init__(self, theme: Theme, measure: Measure, host: QWidget) -> None:
        super().__init__(theme, measure_words(measure.title), host, WIDTH)
        for heading, words in (
            (self.tr("What it tells"), measure_words(measure.definition)),
            (self.tr("What counts"), measure_words(measure.numerator)),
            (self.tr("Of"), measure_words(measure.denominator)),
            (self.tr("Without"), measure_words(measure.exclusions)),
            (self.tr("When"), self._when(measure)),
            (self.tr("Source"), measure_words(measure.source)),
        ):
            if words:
                self.add_words(heading, words)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        listed = Button(theme, self.tr("Show the list"), ButtonKind.PRIMARY)
        listed.clicked.connect(self._on_list)
        self.add_button(close)
        self.add_button(listed)

    def _when(self, measure: Measure) -> str:
        return self.tr("As of now, whatever the period.") if measure.is_snapshot else ""

    def _on_list(self) -> None:
        self.close_now()
        self.list_asked.emit()
