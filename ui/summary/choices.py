"""Which paper it is, and what goes into it: the period, the sections and the size."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.summary import Section
from careteam.storage.reads.summary import EVERYTHING, USUAL_DAYS, first_of_last
from ui.look.check_box import CheckBox
from ui.look.flow import Flow
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.summary.made import PaperSize

PERIODS = (7, 30, 90)
ALL = "all"
SUMMARY, HANDOFF = "summary", "handoff"
LETTER: PaperSize = "us-letter"
A4: PaperSize = "a4"
SECTIONS_SETTING, PAPER_SETTING = "summary_sections_clinician", "summary_paper"
LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where offices use US Letter (Unicode CLDR, supplemental measurement data)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which paper; of a summary which sections, over how many days (None: all time)."""

    sections: tuple[Section, ...]
    days: int | None
    paper: PaperSize
    kind: str = SUMMARY

    def since(self, today: date) -> date:
        """The first day of the contacts that are listed."""
        return EVERYTHING if self.days is None else first_of_last(self.days, today)


class SummaryChoices(QWidget):
    """Ticks, segments and a list; `changed` carries a Chosen when the nurse chose otherwise."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, settings: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = SegmentedControl(
            theme,
            self.tr("Which paper"),
            (
                Option(SUMMARY, self.tr("Care summary")),
                Option(HANDOFF, self.tr("Handoff sheet")),
            ),
            SUMMARY,
        )
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
            kept_paper(settings.get(PAPER_SETTING, "")),
        )
        self.ticks = {key: CheckBox(theme, words) for key, words in self._section_words().items()}
        said = settings.get(SECTIONS_SETTING)
        kept = set(Section) if said is None else set(said.split())
        for key, tick in self.ticks.items():
            tick.setChecked(key in kept)
            tick.edited.connect(self._on_edited)
        self.kind.chosen.connect(self._on_edited)
        self.period.chosen.connect(self._on_edited)
        self.paper.chosen.connect(self._on_edited)
        self._contacts = Label(self.tr("Contacts"), "sub")
        upper, lower = Flow(8, 6), Flow(10, 0)
        upper.show_parts((self.kind, self._contacts, self.period, self.paper))
        lower.show_parts(tuple(self.ticks.values()))
        self._lower = lower
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(upper)
        column.addWidget(lower)

    def chosen(self) -> Chosen:
        """What is chosen now."""
        value = self.period.value()
        return Chosen(
            sections=tuple(key for key, tick in self.ticks.items() if tick.isChecked()),
            days=None if value == ALL else int(value),
            paper=A4 if self.paper.value() == A4 else LETTER,
            kind=self.kind.value(),
        )

    def choose_kind(self, kind: str) -> None:
        """Choose a paper as the nurse would."""
        self.kind.set_value(kind)
        self._on_edited()

    def _section_words(self) -> dict[Section, str]:
        return {
            Section.WHERE: self.tr("Phase"),
            Section.TEAM: self.tr("Care team"),
            Section.CAREGIVERS: self.tr("Caregivers"),
            Section.NEXT_STEPS: self.tr("Next steps"),
            Section.CONTACTS: self.tr("Contacts"),
        }

    def _on_edited(self) -> None:
        is_summary = self.kind.value() == SUMMARY
        for part in (self._contacts, self.period, self._lower):
            part.setVisible(is_summary)
        self.changed.emit(self.chosen())


def kept_paper(said: str) -> PaperSize:
    """The paper that the clinic's settings say, or the usual one here."""
    if said in (LETTER, A4):
        return A4 if said == A4 else LETTER
    return usual_paper(QLocale.system())


def usual_paper(locale: QLocale) -> PaperSize:
    """US Letter where offices use it or the machine does not say where it is, else A4."""
    if locale.language() is QLocale.Language.C:
        return LETTER
    territory = QLocale.territoryToCode(locale.territory())
    return LETTER if territory in LETTER_TERRITORIES else A4
