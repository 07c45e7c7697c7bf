"""Four cards in a line: what comes in, what is brought up to date, what stays out, what failed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.imports import words
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


def left_out_patients(count: int) -> Figure:
    """Those of a table who are not ticked, or about whom something is asked."""
    if not count:
        none = QCoreApplication.translate("FigureCards", "everybody goes in who can")
        return words.patients(0), none, Tone.MUTE
    some = QCoreApplication.translate("FigureCards", "not ticked, or an answer is missing")
    return words.patients(count), some, Tone.WARN


def refused_rows(count: int) -> Figure:
    """The rows of a table that stay out."""
    if not count:
        none = QCoreApplication.translate("FigureCards", "every row could be read")
        return words.rows_counted(0), none, Tone.MUTE
    why = QCoreApplication.translate("FigureCards", "the list below says why")
    return words.rows_counted(count), why, Tone.BAD
