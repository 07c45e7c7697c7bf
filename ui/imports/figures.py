"""Four cards in a line: what comes in, what is brought up to date, what stays out, what failed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.cards import StatCard
from ui.look.tokens import Tone

Figure = tuple[str, str, Tone]
"""A figure with its unit, the words below it, and its meaning."""


class FigureCards(QWidget):
    """Cards of equal width and height under fixed titles."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = tuple(StatCard(title, "—") for title in titles)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards:
            inner = card.layout()
            if isinstance(inner, QVBoxLayout):
                inner.addStretch(1)
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            row.addWidget(card, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show a figure on each card."""
        for card, (figure, detail, tone) in zip(self.cards, figures, strict=True):
            card.show_figure(figure, detail, tone)
