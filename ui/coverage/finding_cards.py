"""The findings of the coverage view as cards in a line: a figure, its word, and one is open."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from careteam.storage.reads.coverage import Figure
from careteam.storage.reads.coverage_query import Finding
from ui.look import tokens as t
from ui.look.focus_ring import shows_ring
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.look.tokens import Tone

PAD_X, PAD_Y = 14, 10


class FindingCards(QWidget):
    """`chosen` carries the Finding whose list is asked for; Left and Right go through them.

    One Tab stop: the finding that is open.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cards = {finding: _Card(theme, self._title(finding)) for finding in Finding}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for finding, card in self._cards.items():
            self._group.addButton(card)
            card.clicked.connect(lambda _on=False, finding=finding: self._take(finding))
            card.stepped.connect(self._on_stepped)
            row.addWidget(card, 1)
        self.set_value(Finding.UNFILLED)

    def value(self) -> Finding:
        """The finding that is open."""
        return next(finding for finding, card in self._cards.items() if card.isChecked())

    def set_value(self, finding: Finding) -> None:
        """Mark a finding as open without announcing it."""
        self._cards[finding].setChecked(True)
        for card in self._cards.values():
            stops = Qt.FocusPolicy.StrongFocus if card.isChecked() else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(stops)

    def show_figures(self, figures: Mapping[Finding, Figure], words: Mapping[Finding, str]) -> None:
        """Show a figure on each card, with the words below it."""
        for finding, card in self._cards.items():
            card.show_figure(figures[finding], words[finding], _tone(finding, figures[finding]))

    def _title(self, finding: Finding) -> str:
        return {
            Finding.UNFILLED: self.tr("Roles to fill"),
            Finding.WAITING: self.tr("Waiting long"),
            Finding.NO_BACKUP: self.tr("No backup"),
            Finding.SILENT: self.tr("Silent"),
            Finding.DECLINED: self.tr("Declined, ask again"),
        }[finding]

    def _take(self, finding: Finding) -> None:
        self.set_value(finding)
        self.chosen.emit(finding)

    def _on_stepped(self, by: int) -> None:
        findings = list(self._cards)
        at = (findings.index(self.value()) + by) % len(findings)
        self._cards[findings[at]].setFocus(Qt.FocusReason.TabFocusReason)
        self._take(findings[at])


class _Card(QPushButton):
    stepped = Signal(int)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self._words = theme, title
        self._shows_focus = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._figure, self._detail = Label("—", "figure"), Label("", "sub", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_X, PAD_Y, PAD_X, PAD_Y)
        column.setSpacing(0)
        for label in (Label(title, "strong"), self._figure, self._detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        theme.changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure, detail: str, tone: Tone | None) -> None:
        """Show a figure with its meaning, and say it as one sentence."""
        count = f"{figure.count:,}" + ("+" if figure.is_more else "")
        self._figure.setText(count)
        self._figure.set_tone(tone)
        self._detail.setText(detail)
        self.setAccessibleName(f"{self._words}: {count}. {detail}")

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.stepped.emit(-by if self.isRightToLeft() else by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = shows_ring(event.reason(), self._shows_focus)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accent_soft" if is_on else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.color("accent" if is_on else "line"), 2 if is_on else 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, t.RADIUS_CARD, t.RADIUS_CARD)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), t.RADIUS, t.RADIUS)


def _tone(finding: Finding, figure: Figure) -> Tone:
    """Nothing found is well; what nobody looks after is worse than what stands alone."""
    if not figure.count:
        return Tone.OK
    is_bad = finding in (Finding.UNFILLED, Finding.WAITING, Finding.SILENT)
    return Tone.BAD if is_bad else Tone.WARN
