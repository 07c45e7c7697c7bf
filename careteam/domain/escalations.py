"""Red flags: what was noticed, and who was told and when; the clinic's own line says whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from careteam.domain.catalogue import Mode, Term
from careteam.domain.conditions import Fact
from careteam.domain.contacts import CLOCK_TOLERANCE
from careteam.domain.errors import Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.text import NAME_LENGTH, clean

FEVER = "fever"
LOWEST_C, HIGHEST_C = Decimal(30), Decimal(45)
TEXT_LENGTH = 2000
TOO_LONG = "This is too long; at most {limit} characters fit."
IN_FUTURE = "This cannot lie in the future."


@dataclass(frozen=True, slots=True)
class RedFlagDraft:
    """A red flag of the clinic's list at a time (aware); the temperature in degrees Celsius.

    `is_for_an_hour` says that the temperature stayed for an hour.
    """

    patient_id: int
    flag: str
    at: datetime
    temp_c: Decimal | None = None
    is_for_an_hour: bool = False
    note: str = ""

    @property
    def facts(self) -> dict[str, Fact]:
        """What the triggers are asked; a temperature that stayed is a temperature too."""
        known: dict[str, Fact] = {self.flag: True}
        if self.temp_c is not None:
            known["temp_c"] = float(self.temp_c)
            if self.is_for_an_hour:
                known["temp_c_for_an_hour"] = float(self.temp_c)
        return known


@dataclass(frozen=True, slots=True)
class ToldDraft:
    """Who was told of a red flag, in which way, when (aware), and what they said to do."""

    escalation_id: int
    who: str
    how: str
    at: datetime
    advice: str = ""


def check_red_flag(
    draft: RedFlagDraft, *, terms: Mapping[str, Term], moment: Moment, born: date | None
) -> RedFlagDraft:
    """The red flag cleaned; a temperature goes with fever only, and has one decimal at most."""
    problems: list[Problem] = []
    if draft.flag not in terms:
        problems.append(Problem("flag", "Choose what was noticed."))
    _check_time("at", draft.at, moment, problems)
    if born is not None and moment.local(draft.at).date() < born:
        problems.append(Problem("at", "This lies before the patient was born."))
    temp = draft.temp_c if draft.flag == FEVER else None
    if temp is not None and not LOWEST_C <= temp <= HIGHEST_C:
        args = {"lowest": str(LOWEST_C), "highest": str(HIGHEST_C)}
        text = "The temperature is in °C, from {lowest} to {highest}."
        problems.append(Problem("temp_c", text, args))
    elif temp is not None and temp != round(temp, 1):
        problems.append(Problem("temp_c", "Write the temperature with one decimal: 38.4"))
    note = _text("note", draft.note, TEXT_LENGTH, problems)
    if problems:
        raise Refused(problems)
    is_for_an_hour = draft.is_for_an_hour and temp is not None
    return replace(draft, temp_c=temp, is_for_an_hour=is_for_an_hour, note=note)


def check_told(
    draft: ToldDraft, *, modes: Mapping[str, Mode], moment: Moment, noticed_at: datetime
) -> ToldDraft:
    """What was told, cleaned; it names who was told, and when (a problem stands at `told_at`)."""
    problems: list[Problem] = []
    who = clean(draft.who)
    if not who:
        problems.append(Problem("who", "Write who was told."))
    elif len(who) > NAME_LENGTH:
        problems.append(Problem("who", TOO_LONG, {"limit": str(NAME_LENGTH)}))
    if draft.how and draft.how not in modes:
        args = {"code": draft.how[:60]}
        problems.append(Problem("how", "{code} is not in the clinic's list.", args))
    _check_time("told_at", draft.at, moment, problems)
    if draft.at < noticed_at:
        problems.append(Problem("told_at", "This lies before the red flag was noticed."))
    advice = _text("advice", draft.advice, TEXT_LENGTH, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, who=who, advice=advice)


def flag_shown(label: str, temp_tenths: int | None) -> str:
    """Fever 38.4 °C, or the flag alone; the temperature in tenths of a degree Celsius."""
    return label if temp_tenths is None else f"{label} {temp_tenths / 10:.1f} °C"


def _check_time(field: str, at: datetime, moment: Moment, problems: list[Problem]) -> None:
    if at.tzinfo is None:
        raise ValueError("the time needs a zone")
    if at > moment.now + CLOCK_TOLERANCE:
        problems.append(Problem(field, IN_FUTURE))


def _text(field: str, text: str, limit: int, problems: list[Problem]) -> str:
    cleaned = clean(text, lines=True)
    if len(cleaned) > limit:
        problems.append(Problem(field, TOO_LONG, {"limit": f"{limit:,}"}))
    return cleaned
