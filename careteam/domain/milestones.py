"""Tests and milestones of a patient: planned, done with a result, or left out with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from careteam.domain.catalogue import Catalogue
from careteam.domain.clinical_rules import Event, MilestoneTemplate
from careteam.domain.errors import Problem, Refused
from careteam.domain.pathway import MilestoneState
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

LATE_DAYS = 2
"""Calendar days after the planned day from which a test is late, where no template says else."""

IN_ERROR = "entered_in_error"
"""The reason of a test that should not be there: it stays on record and is shown nowhere."""

EVENT_OF = {
    "car_t_infusion": Event.CAR_T_INFUSION,
    "transplant_day_0": Event.TRANSPLANT_DAY_0,
}
"""The kinds of milestone whose day, once they are done, lets the cadence rules plan steps."""


class Lateness(StrEnum):
    """How a test stands to its planned day."""

    DONE = "done"
    LEFT_OUT = "left_out"
    NO_DAY = "no_day"
    AHEAD = "ahead"
    TODAY = "today"
    PAST = "past"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """A test as planned, or as done already; `id` and `version` say which one is amended.

    `label` names it where its kind alone would not, such as Lumbar puncture 2.
    """

    patient_id: int
    kind: str
    planned_on: date | None = None
    label: str = ""
    done_on: date | None = None
    result: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class SettleDraft:
    """How a planned test ended: done on a day with its result, or left out with the reason."""

    milestone_id: int
    state: MilestoneState
    on: date | None = None
    result: str = ""
    reason: str = ""
    version: int | None = None


def check_milestone(draft: MilestoneDraft, *, catalogue: Catalogue, today: date) -> MilestoneDraft:
    """The draft cleaned; Refused at each field that breaks a rule.

    The kind is one of the clinic's list, something without a word of its own is named, and what
    is done has happened.
    """
    problems: list[Problem] = []
    label, result = clean(draft.label), clean(draft.result)
    if draft.kind not in catalogue.terms.get("test", {}):
        problems.append(Problem("kind", "Choose which test it is."))
    elif draft.kind == "other" and not label:
        problems.append(Problem("label", "Say what the milestone is."))
    if draft.planned_on is None and draft.done_on is None:
        problems.append(Problem("planned_on", "Give the day on which it is planned."))
    if draft.done_on is not None and draft.done_on > today:
        problems.append(Problem("done_on", "A test that is done cannot lie in the future."))
    if result and draft.done_on is None:
        problems.append(Problem("done_on", "Give the day of the test that has this result."))
    _check_length("label", label, NAME_LENGTH, problems)
    _check_length("result", result, LINE_LENGTH, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, label=label, result=result)


def check_settled(draft: SettleDraft, *, today: date) -> SettleDraft:
    """The draft cleaned; what is done needs a day that is not ahead, what is left out a reason."""
    problems: list[Problem] = []
    result, reason = clean(draft.result), clean(draft.reason)
    if draft.state is MilestoneState.DONE and draft.on is None:
        problems.append(Problem("on", "Give the day on which it was done."))
    elif draft.state is MilestoneState.DONE and draft.on is not None and draft.on > today:
        problems.append(Problem("on", "A test that is done cannot lie in the future."))
    elif draft.state is MilestoneState.LEFT_OUT and not reason:
        problems.append(Problem("reason", "Say why it is left out, in a few words."))
    elif draft.state is MilestoneState.PLANNED:
        problems.append(Problem("state", "Say whether it was done or is left out."))
    _check_length("result", result, LINE_LENGTH, problems)
    _check_length("reason", reason, LINE_LENGTH, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, result=result, reason=reason)


def late_days(templates: Iterable[MilestoneTemplate], template_id: int | None) -> int:
    """The days after which a test is late: those of the template that proposed it, or two."""
    return next((one.late_days for one in templates if one.id == template_id), LATE_DAYS)


def ask_on(planned_on: date, days: int) -> date:
    """The day on which a planned test that nobody has settled comes onto Today."""
    return planned_on + timedelta(days=days)


def ask_again_on(asked_on: date, days: int) -> date:
    """The day on which a question that was ticked off comes up again: never the same day."""
    return asked_on + timedelta(days=max(days, 1))


def planned_day(template: MilestoneTemplate, started_on: date) -> date:
    """The day of a template in a phase that began on `started_on`, which is its day 1."""
    return started_on + timedelta(days=template.day - 1)


def lateness(state: MilestoneState, planned_on: date | None, days: int, today: date) -> Lateness:
    """How a test stands to its day; it is late from the day after planned day plus `days`."""
    if state is MilestoneState.DONE:
        return Lateness.DONE
    if state is MilestoneState.LEFT_OUT:
        return Lateness.LEFT_OUT
    if planned_on is None:
        return Lateness.NO_DAY
    if planned_on > today:
        return Lateness.AHEAD
    if planned_on == today:
        return Lateness.TODAY
    return Lateness.LATE if ask_on(planned_on, days) < today else Lateness.PAST


def _check_length(field: str, text: str, limit: int, problems: list[Problem]) -> None:
    if len(text) > limit:
        sentence = "This is too long; at most {limit} characters fit."
        problems.append(Problem(field, sentence, {"limit": str(limit)}))
