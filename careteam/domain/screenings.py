"""Screening scores: which instruments suit a patient, and what a score has to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careteam.domain.clinical_rules import Instrument
from careteam.domain.dates import PartialDate, day_bare
from careteam.domain.errors import Problem, Refused

DISTRESS = "distress_thermometer"
"""The instrument whose score plans the next round of screening for distress."""
NUTRITION = "mst"
PHASE_SCREENING = "phase_screening"
"""The cadence rule whose step asks for both scores when a phase has begun."""
ROUND_SCALES = (5, 10, 100)


@dataclass(frozen=True, slots=True)
class ScreeningDraft:
    """A score of an instrument on a day; name, score and date only, no answers."""

    patient_id: int
    instrument: str
    score: int
    on: date


def check(
    draft: ScreeningDraft, *, instrument: Instrument | None, birth: PartialDate | None, today: date
) -> Instrument:
    """The instrument of the draft; Refused with a sentence at each field that breaks a rule.

    The ages an instrument is meant for are its own (`Instrument.source` says whose); the age is
    that of the day of the score, and an unknown one counts as adult.
    """
    if instrument is None or not instrument.is_active:
        raise Refused.at("instrument", "Choose one of the instruments that the clinic uses.")
    problems: list[Problem] = []
    if draft.on > today:
        problems.append(Problem("on", "The day cannot lie in the future."))
    elif birth is not None and draft.on < birth.first_day:
        problems.append(Problem("on", "This lies before the patient was born."))
    elif not instrument.suits(birth.age_years(draft.on) if birth else None):
        problems.append(_not_meant_for(instrument))
    is_in_range = instrument.lowest <= draft.score <= instrument.highest
    if not is_in_range or (draft.score - instrument.lowest) % instrument.step:
        problems.append(_out_of_range(instrument))
    if problems:
        raise Refused(problems)
    return instrument


def offered(
    instruments: Iterable[Instrument], birth: PartialDate | None, on: date
) -> tuple[Instrument, ...]:
    """The active instruments that are meant for the patient's age on a day, in their order."""
    age = birth.age_years(on) if birth is not None else None
    return tuple(one for one in instruments if one.is_active and one.suits(age))


def asked_in_phase(
    instruments: Iterable[Instrument], birth: PartialDate | None, on: date
) -> frozenset[str]:
    """The instruments of which a phase asks for a score: distress, and nutrition where it is meant
    for the patient's age.
    """
    meant = {one.key for one in offered(instruments, birth, on)}
    return frozenset(meant & {DISTRESS, NUTRITION})


def score_shown(instrument: Instrument | None, score: int) -> str:
    """6/10 on a scale to a round number; a grade or a percentage stands alone."""
    if instrument is None or instrument.highest not in ROUND_SCALES:
        return str(score)
    return f"{score}/{instrument.highest}"


def because(instrument: Instrument, score: int, on: date, today: date) -> str:
    """Distress 6 of 10, 22 Nov: why a suggestion was made."""
    said = score_shown(instrument, score).replace("/", " of ")
    return f"{instrument.label} {said}, {day_bare(on, today)}"


def _not_meant_for(instrument: Instrument) -> Problem:
    args = {
        "instrument": instrument.label,
        "from": str(instrument.age_from),
        "below": str(instrument.age_below),
    }
    if instrument.age_from is None:
        text = "{instrument} is meant for people below {below} years."
    elif instrument.age_below is None:
        text = "{instrument} is meant for people from {from} years on."
    else:
        text = "{instrument} is meant for people from {from} to below {below} years."
    return Problem("instrument", text, args)


def _out_of_range(instrument: Instrument) -> Problem:
    text = "{instrument} is a whole number from {lowest} to {highest}."
    if instrument.step > 1:
        text = "{instrument} goes from {lowest} to {highest} in steps of {step}."
    args = {
        "instrument": instrument.label,
        "lowest": str(instrument.lowest),
        "highest": str(instrument.highest),
        "step": str(instrument.step),
    }
    return Problem("score", text, args)
