"""The patient banner: who this is before anything else, always in the same order."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look.chips import Chip, ChipText
from ui.look.flow import Flow
from ui.look.labels import ElidedLabel, Label, isolate
from ui.look.name_line import NameLine
from ui.look.theme import Theme

FACT_GAP, SIDE_WIDTH, BAR_WIDTH, BAR_HEIGHT = 16, 272, 220, 5
EDGE = 4


@dataclass(frozen=True, slots=True)
class BannerText:
    """What the banner says. `facts` are labels and values in reading order.

    `progress` runs from 0 to 1; None draws no bar. `ended` are the words for someone who has died
    or whose care here has ended; the banner then looks plainly different.
    """

    family: str
    given: str = ""
    title: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    chips: tuple[ChipText, ...] = ()
    phase: str = ""
    phase_detail: str = ""
    progress: float | None = None
    ended: str = ""

    @property
    def name(self) -> str:
        """Family name first, as it is always written."""
        return f"{self.family}, {self.given}" if self.given else self.family


class Banner(QWidget):
    """Shows one person; `under` is the place below for tabs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = BannerText("")
        self._name = NameLine(theme)
        self._ended = Label("", "strong")
        self._facts = Flow(FACT_GAP, 2)
        self._fact_parts: list[_Fact] = []
        self._chips = Flow(4, 4, at_end=True)
        self._chip_parts: list[Chip] = []
        self._phase = _PhaseLine(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.under = QVBoxLayout()
        self.under.setContentsMargins(0, 0, 0, 0)
        who = QVBoxLayout()
        who.setSpacing(4)
        who.addWidget(self._name)
        who.addWidget(self._ended)
        who.addWidget(self._facts)
        who.addStretch(1)
        self._side = QWidget()
        self._side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        how = QVBoxLayout(self._side)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(5)
        how.addWidget(self._chips)
        how.addWidget(self._phase)
        how.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(who, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 1)
        column.setSpacing(8)
        column.addLayout(across)
        column.addLayout(self.under)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: BannerText) -> None:
        """Show this person."""
        self._text = text
        self._name.show_name(text.family, text.given, text.title)
        self._ended.setText(text.ended)
        self._ended.setVisible(bool(text.ended))
        is_mirrored = self.isRightToLeft()
        self._facts.fit(self._fact_parts, len(text.facts), _Fact)
        for part, (label, value) in zip(self._fact_parts, text.facts, strict=True):
            part.show_fact(label, isolate(value) if is_mirrored else value)
        self._chips.fit(self._chip_parts, len(text.chips), lambda: Chip(self._theme, ChipText("")))
        for part, chip in zip(self._chip_parts, text.chips, strict=True):
            part.show_chip(chip)
        self._phase.show_phase(text.phase, text.phase_detail, text.progress)
        self._side.setVisible(bool(text.chips or text.phase))
        facts = ", ".join(f"{label} {value}" for label, value in text.facts)
        self.setAccessibleName(". ".join(w for w in (text.name, text.ended, facts) if w))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        is_ended = bool(self._text.ended)
        painter.fillRect(self.rect(), theme.color("mute_soft" if is_ended else "surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        if is_ended:
            left = self.width() - EDGE if self.isRightToLeft() else 0
            painter.fillRect(left, 0, EDGE, self.height(), theme.color("ink_3"))

    def _on_theme_changed(self) -> None:
        self._side.setMaximumWidth(self._theme.px(SIDE_WIDTH))
        self.update()


class _Fact(QWidget):
    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._name = Label("", "fact")
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignBottom)
        self._value = ElidedLabel("", "strong")
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._value)

    def show_fact(self, label: str, value: str) -> None:
        self._name.setText(label)
        self._value.setText(value)
        self.setAccessibleName(f"{label} {value}")


class _PhaseLine(QWidget):
    """The phase in words, and how far it has come as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._phase = Label("", "phase")
        self._detail = ElidedLabel("", "sub")
        self._bar = _Bar(theme)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        line.addWidget(self._phase)
        line.addWidget(self._detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(line)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignRight)

    def show_phase(self, phase: str, detail: str, progress: float | None) -> None:
        self._phase.setText(phase)
        self._detail.setText(detail)
        self._bar.show_progress(progress)
        self.setVisible(bool(phase))


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._progress = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: float | None) -> None:
        self._progress = min(1.0, max(0.0, progress or 0.0))
        self.setVisible(progress is not None)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(BAR_WIDTH), BAR_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_by = self.height() / 2
        painter.setBrush(self._theme.color("line_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        width = self.width() * self._progress
        left = self.width() - width if self.isRightToLeft() else 0
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(left, 0, width, self.height()), round_by, round_by)
