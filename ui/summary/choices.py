"""Which paper it is, and what can be chosen for it: the period, the sections, the size."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from careteam.domain.disclosures import Form
from careteam.domain.kinds import KINDS, Kind
from careteam.domain.patient_words import LANGUAGES
from careteam.domain.team_card import PAGE
from careteam.storage.reads.summary import USUAL_DAYS
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.flow import Flow
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.summary.kind_words import kind_options, section_words, shape_options
from ui.summary.remembered import A4, ALL, LETTER, PERIODS, Chosen

LANGUAGE_WIDTH = 150
"""Pixels, so that no language is cut."""


class SummaryChoices(QWidget):
    """The kinds, and for the one that is chosen only what it takes; each remembers its own.

    `changed` carries a Chosen when the nurse chose otherwise, `form_taken` when it is saved in a
    form, which changes nothing of the paper.
    """

    changed = Signal(object)
    form_taken = Signal(object)

    def __init__(
        self, theme: Theme, settings: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._by_kind = {kind: Chosen.of(kind, settings) for kind in KINDS}
        self.kind = Choice(theme, kind_options(), str(next(iter(KINDS))), small=True)
        self.kind.setAccessibleName(self.tr("Which paper"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        options = [Option(str(days), self.tr("{days} days").format(days=days)) for days in PERIODS]
        self.period = SegmentedControl(
            theme,
            self.tr("Contacts of the last"),
            (*options, Option(ALL, self.tr("All"))),
            str(USUAL_DAYS),
        )
        self.paper = SegmentedControl(
            theme,
            self.tr("Paper size"),
            (Option(LETTER, self.tr("Letter")), Option(A4, self.tr("A4"))),
            LETTER,
        )
        self.language = Choice(
            theme,
            [Option(code, name) for code, name in LANGUAGES.items()],
            empty=self.tr("Their language"),
            small=True,
        )
        self.language.setAccessibleName(self.tr("Language of the paper"))
        self.language.setMinimumWidth(theme.px(LANGUAGE_WIDTH))
        self.free_text = CheckBox(theme, self.tr("Include free text"))
        self.free_text.setToolTip(
            self.tr("What was written about treatments and own steps, in the clinic's language")
        )
        self.shape = SegmentedControl(theme, self.tr("Laid out as"), shape_options(Kind.CARD), PAGE)
        self._ticks = {
            kind: {key: self._tick(theme, words) for key, words in section_words(kind).items()}
            for kind in KINDS
        }
        self.kind.chosen.connect(self._on_kind)
        for control in (self.period, self.paper, self.language, self.shape):
            control.chosen.connect(self._on_edited)
        self.free_text.edited.connect(self._on_edited)
        self._contacts = Label(self.tr("Contacts"), "sub")
        self._rows = {kind: Flow(10, 0) for kind in KINDS}
        for kind, row in self._rows.items():
            row.show_parts(tuple(self._ticks[kind].values()))
        upper = Flow(8, 6)
        upper.show_parts(
            (
                self.kind,
                self._contacts,
                self.period,
                self.paper,
                self.shape,
                self.language,
                self.free_text,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (upper, *self._rows.values()):
            column.addWidget(part)
        self._show_kind()

    @property
    def ticks(self) -> dict[str, CheckBox]:
        """The sections of the kind that is chosen."""
        return self._ticks[self._kind()]

    def chosen(self) -> Chosen:
        """What is chosen now."""
        kind, days = self._kind(), self.period.value()
        kept, takes = self._by_kind[kind], KINDS[kind]
        return Chosen(
            kind,
            tuple(key for key, tick in self._ticks[kind].items() if tick.isChecked()),
            None if days == ALL else int(days),
            A4 if self.paper.value() == A4 else LETTER,
            self.language.value() if takes.has_language else "",
            self.shape.value() if takes.shapes else "",
            self.free_text.isChecked() if takes.has_free_text else False,
            kept.form,
        )

    def choose_kind(self, kind: Kind) -> None:
        """Choose a paper as the nurse would."""
        self.kind.set_value(str(kind))
        self._on_kind()

    def forget_language(self) -> None:
        """Another patient may speak another one."""
        self.language.set_value("")

    def take_form(self, form: Form) -> None:
        """Remember in which form the kind was saved last."""
        chosen = self._by_kind[self._kind()] = replace(self.chosen(), form=form)
        self.form_taken.emit(chosen)

    def _kind(self) -> Kind:
        return Kind(self.kind.value())

    def _tick(self, theme: Theme, words: str) -> CheckBox:
        tick = CheckBox(theme, words)
        tick.edited.connect(self._on_edited)
        return tick

    def _show_kind(self) -> None:
        """Show what the kind takes, as it was chosen for it last."""
        kind = self._kind()
        kept, takes = self._by_kind[kind], KINDS[kind]
        self.period.set_value(ALL if kept.days is None else str(kept.days))
        self.paper.set_value(kept.paper)
        self.shape.setVisible(bool(takes.shapes))
        self.shape.set_value(kept.shape)
        for key, tick in self._ticks[kind].items():
            tick.setChecked(key in kept.sections)
        self.free_text.setChecked(kept.has_free_text)
        for part in (self._contacts, self.period):
            part.setVisible(takes.has_period)
        self.language.setVisible(takes.has_language)
        self.free_text.setVisible(takes.has_free_text)
        for key, row in self._rows.items():
            row.setVisible(key is kind and bool(takes.sections))

    def _on_kind(self, *_: Any) -> None:
        self._show_kind()
        self.changed.emit(self.chosen())

    def _on_edited(self, *_: Any) -> None:
        chosen = self._by_kind[self._kind()] = self.chosen()
        self.changed.emit(chosen)
