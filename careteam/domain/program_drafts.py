"""Changing the rules of a program: from a day on, while what stood before stays."""

from dataclasses import dataclass
from datetime import date

from careteam.domain.errors import Problem, Refused
from careteam.domain.navigation_time import Program
from careteam.domain.text import clean

MOST_MINUTES, MOST_UNITS, CODE_LENGTH = 1440, 1000, 40


@dataclass(frozen=True, slots=True)
class ProgramDraft:
    """A program's codes and minutes from a day on; `most_more` None puts no cap on it."""

    key: str
    valid_from: date
    first_code: str
    first_minutes: int
    more_code: str
    more_minutes: int
    most_more: int | None = None
    source: str = ""


def check_program(draft: ProgramDraft, standing: Program) -> ProgramDraft:
    """The draft cleaned; Refused for a day that is not after the rules that stand began."""
    problems: list[Problem] = []
    if draft.valid_from <= standing.valid_from:
        sentence = "The rules that stand began on this day or later; give a later day."
        problems.append(Problem("valid_from", sentence))
    for name, value in (
        ("first_minutes", draft.first_minutes),
        ("more_minutes", draft.more_minutes),
    ):
        if not 0 <= value <= MOST_MINUTES:
            problems.append(Problem(name, "Minutes are a whole number from 0 to 1440."))
    if draft.most_more is not None and not 0 <= draft.most_more <= MOST_UNITS:
        problems.append(Problem("most_more", "Units are a whole number from 0 to 1000."))
    codes = clean(draft.first_code), clean(draft.more_code)
    for name, code in zip(("first_code", "more_code"), codes, strict=True):
        if len(code) > CODE_LENGTH:
            problems.append(Problem(name, "This is too long; at most 40 characters fit."))
    source = clean(draft.source)
    if not source:
        problems.append(Problem("source", "Say where the rules come from."))
    elif len(source) > 300:
        problems.append(Problem("source", "This is too long; at most 300 characters fit."))
    if problems:
        raise Refused(problems)
    return ProgramDraft(
        draft.key, draft.valid_from, codes[0], draft.first_minutes, codes[1], draft.more_minutes,
        draft.most_more, source,
    )  # fmt: skip
