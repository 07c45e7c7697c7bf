"""What was chosen for each kind of paper, as the clinic's settings remember it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from PySide6.QtCore import QLocale

from careteam.domain.disclosures import Form
from careteam.domain.kinds import KINDS, Kind, PaperWish
from careteam.domain.paper_sizes import A4, LETTER, PAPER_SETTING, PaperSize, usual_size
from careteam.storage.reads.summary import EVERYTHING, USUAL_DAYS, first_of_last

PERIODS = (7, 30, 90)
ALL = "all"
ON, OFF = "yes", "no"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which paper: its sections, over how many days (None: all time), its size, language, shape."""

    kind: Kind
    sections: tuple[str, ...]
    days: int | None
    paper: PaperSize
    language: str = ""
    shape: str = ""
    has_free_text: bool = False
    form: Form = Form.PDF

    @classmethod
    def of(cls, kind: Kind, settings: Mapping[str, str]) -> Self:
        """What was chosen last for a kind, or the usual."""
        takes = KINDS[kind]
        said = settings.get(takes.setting("sections"))
        kept = takes.sections if said is None else tuple(said.split())
        days = settings.get(takes.setting("period"), "")
        paper = settings.get(takes.setting("paper")) or settings.get(PAPER_SETTING, "")
        shape = settings.get(takes.setting("shape"), "")
        form = settings.get(takes.setting("form"), "")
        return cls(
            kind,
            tuple(key for key in takes.sections if key in kept),
            None if days == ALL else int(days) if days.isdecimal() else USUAL_DAYS,
            kept_paper(paper),
            shape=shape if shape in takes.shapes else next(iter(takes.shapes), ""),
            has_free_text=settings.get(takes.setting("free_text")) == ON,
            form=Form(form) if form in forms_of(kind) else Form.PDF,
        )

    def settings(self) -> dict[str, str]:
        """What is remembered of it: only what its kind takes."""
        takes = KINDS[self.kind]
        kept = {"paper": str(self.paper), "form": str(self.form)}
        if takes.sections:
            kept["sections"] = " ".join(self.sections)
        if takes.has_period:
            kept["period"] = ALL if self.days is None else str(self.days)
        if takes.shapes:
            kept["shape"] = self.shape
        if takes.has_free_text:
            kept["free_text"] = ON if self.has_free_text else OFF
        return {takes.setting(what): value for what, value in kept.items()}

    def since(self, today: date) -> date:
        """The first day of the contacts that are listed."""
        return EVERYTHING if self.days is None else first_of_last(self.days, today)

    def wish(self, today: date) -> PaperWish:
        """What is to be collected."""
        return PaperWish(
            self.kind,
            self.sections,
            self.since(today),
            self.language,
            self.shape,
            self.has_free_text,
        )

    def forms(self) -> tuple[Form, ...]:
        """The forms of file that its kind has."""
        return forms_of(self.kind)


def forms_of(kind: Kind) -> tuple[Form, ...]:
    """The forms of file that a kind has; FHIR only where it can be told so."""
    every = (Form.PDF, Form.HTML, Form.DOCX, Form.CSV, Form.TEXT)
    return (*every, Form.FHIR) if KINDS[kind].has_fhir else every


def kept_paper(said: str) -> PaperSize:
    """The paper that the clinic's settings say, or the usual one here."""
    if said in (LETTER, A4):
        return A4 if said == A4 else LETTER
    return usual_paper(QLocale.system())


def usual_paper(locale: QLocale) -> PaperSize:
    """US Letter where offices use it or the machine does not say where it is, else A4."""
    if locale.language() is QLocale.Language.C:
        return LETTER
    return usual_size(QLocale.territoryToCode(locale.territory()))
