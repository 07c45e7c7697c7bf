"""Stays on a ward and visits to the emergency department, and the rules that they keep."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.errors import Problem, Refused
from careteam.domain.pathway import StayKind
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

CALL_BACK_DAYS = 30
"""A discharge is followed up for so many days (Medicare transitional care: 30 days)."""


@dataclass(frozen=True, slots=True)
class StayDraft:
    """A stay from its first day to its last; `id` and `version` say which one is corrected.

    A visit to the emergency department is over on the day it began unless it says otherwise.
    """

    patient_id: int
    admitted_on: date
    kind: StayKind = StayKind.INPATIENT
    discharged_on: date | None = None
    is_planned: bool = False
    place: str = ""
    reason: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DischargeDraft:
    """The day on which a stay ended."""

    stay_id: int
    on: date
    version: int | None = None


def check_stay(draft: StayDraft, *, today: date) -> StayDraft:
    """The draft cleaned; Refused for days that lie ahead or in the wrong order."""
    problems: list[Problem] = []
    ended = draft.discharged_on
    is_emergency = draft.kind is StayKind.EMERGENCY
    if is_emergency and ended is None:
        ended = draft.admitted_on
    if draft.admitted_on > today:
        problems.append(Problem("admitted_on", "The day cannot lie in the future."))
    problems += _end_problems(draft.admitted_on, ended, today, "discharged_on")
    place, reason = clean(draft.place), clean(draft.reason)
    for name, words, limit in (("place", place, NAME_LENGTH), ("reason", reason, LINE_LENGTH)):
        if len(words) > limit:
            sentence = "This is too long; at most {limit} characters fit."
            problems.append(Problem(name, sentence, {"limit": str(limit)}))
    if problems:
        raise Refused(problems)
    is_planned = draft.is_planned and not is_emergency
    return replace(draft, discharged_on=ended, is_planned=is_planned, place=place, reason=reason)


def check_discharge(draft: DischargeDraft, admitted_on: date, *, today: date) -> DischargeDraft:
    """The draft itself; Refused for a day ahead, or before the stay began."""
    problems = _end_problems(admitted_on, draft.on, today, "on")
    if problems:
        raise Refused(problems)
    return draft


def days_in_hospital(admitted_on: date, discharged_on: date) -> int:
    """The days of a stay as nights; a stay that ended on its first day counts as one day."""
    return max((discharged_on - admitted_on).days, 1)


def is_followed_up(discharged_on: date, today: date) -> bool:
    """Whether steps are still planned after a discharge: what is longer ago is history."""
    return (today - discharged_on).days <= CALL_BACK_DAYS


def _end_problems(admitted_on: date, ended: date | None, today: date, field: str) -> list[Problem]:
    if ended is None:
        return []
    if ended > today:
        return [Problem(field, "The day cannot lie in the future.")]
    if ended < admitted_on:
        return [Problem(field, "The stay cannot end before it began.")]
    return []
