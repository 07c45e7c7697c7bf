"""Several spans of days away, each with who covers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.errors import Refused
from careteam.domain.people import AbsenceDraft
from ui.form_sheet import day_field
from ui.look.buttons import Button, ButtonKind, IconButton
from ui.look.choices import SearchChoice
from ui.look.options import Option
from ui.look.theme import Theme

DAY_WIDTH = 140


class AbsencesField(QWidget):
    """No line until one is asked for; `edited` tells that the nurse changed something."""

    edited = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._covers: tuple[Option, ...] = ()
        self._lines: list[AbsenceLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = Button(theme, self.tr("Add days away"), ButtonKind.LINK)
        self._more.clicked.connect(self._on_more)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        self._column.addLayout(row)
        self.setFocusProxy(self._more)

    def value(self) -> tuple[AbsenceDraft, ...]:
        """The spans that were entered; Refused at `absences` when a day cannot be read."""
        drafts = [line.draft() for line in self._lines if not line.is_empty()]
        return tuple(sorted(drafts, key=lambda draft: draft.starts_on))

    def set_value(self, absences: Sequence[AbsenceDraft]) -> None:
        """Show these spans without telling that they were edited."""
        for line in list(self._lines):
            self._drop(line)
        for absence in absences:
            self._add(absence)

    def set_covers(self, covers: Sequence[Option]) -> None:
        """Offer these people as covers."""
        self._covers = tuple(covers)
        for line in self._lines:
            line.cover.set_options(self._covers)

    def _add(self, absence: AbsenceDraft | None) -> "AbsenceLine":
        line = AbsenceLine(self._theme, self._today, self._covers, absence)
        line.edited.connect(self.edited)
        line.remove.clicked.connect(lambda: self._on_remove(line))
        self._lines.append(line)
        self._column.insertWidget(len(self._lines) - 1, line)
        line.show()
        self.setFocusProxy(self._lines[0].first)
        return line

    def _drop(self, line: "AbsenceLine") -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setFocusProxy(self._lines[0].first if self._lines else self._more)

    def _on_more(self) -> None:
        self._add(None).first.setFocus()

    def _on_remove(self, line: "AbsenceLine") -> None:
        self._drop(line)
        self._more.setFocus()
        self.edited.emit()


class AbsenceLine(QWidget):
    """First day, last day, cover, and the button that takes the line away."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        today: date,
        covers: Sequence[Option],
        absence: AbsenceDraft | None,
    ) -> None:
        super().__init__()
        self._absence = absence
        self.first = day_field(theme, today, self.tr("First day"))
        self.last = day_field(theme, today, self.tr("Last day"))
        self.cover = SearchChoice(theme, covers, placeholder=self.tr("Cover (nobody)"))
        self.remove = IconButton(theme, "x", self.tr("Take these days away"), small=False)
        self.first.setAccessibleName(self.tr("First day away"))
        self.last.setAccessibleName(self.tr("Last day away"))
        self.cover.setAccessibleName(self.tr("Who covers"))
        for day in (self.first, self.last):
            day.setFixedWidth(theme.px(DAY_WIDTH))
        if absence is not None:
            self.first.set_value(absence.starts_on)
            self.last.set_value(absence.ends_on)
            self.cover.set_value(str(absence.cover_id or ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first)
        row.addWidget(self.last)
        row.addWidget(self.cover, 1)
        row.addWidget(self.remove)
        for control in (self.first, self.last, self.cover):
            control.edited.connect(self.edited)

    def is_empty(self) -> bool:
        """Whether nothing was entered on the line."""
        return not (self.first.text_value() or self.last.text_value())

    def draft(self) -> AbsenceDraft:
        """The span; a single day when the last one is left empty."""
        for day in (self.first, self.last):
            if not day.is_understood():
                raise Refused.at(
                    "absences",
                    "{text} is not a date; write it as 22-Nov-2026, tomorrow or fri.",
                    text=day.text_value(),
                )
        first, last = self.first.value(), self.last.value()
        if first is None:
            raise Refused.at("absences", "Give the first day away.")
        cover = self.cover.value()
        known = self._absence
        return AbsenceDraft(
            first,
            last or first,
            int(cover) if cover else None,
            known.note if known else "",
            known.id if known else None,
        )
