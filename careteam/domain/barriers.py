"""Barriers to care: how one is entered, what is done about it, and how it is closed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.catalogue import Catalogue, Term
from careteam.domain.errors import Problem, Refused
from careteam.domain.needs import OPEN_BARRIERS, ActionState, BarrierState
from careteam.domain.text import LINE_LENGTH, clean

NONE_GROUP = "none"
"""The group of the word that says that barriers were asked about and none was found."""
OTHER = "other"
IN_FUTURE = "The day cannot lie in the future."
TOO_LONG = "This is too long; at most {limit} characters fit."
UNKNOWN = "{code} is not in the clinic's list."


@dataclass(frozen=True, slots=True)
class BarrierDraft:
    """A barrier of the clinic's list, found on a day; `id` and `version` for one that stands."""

    patient_id: int
    category: str
    found_on: date
    detail: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """Something done about a barrier: what, since when, whose it is, and when it is looked at."""

    barrier_id: int
    text: str
    on: date
    owner_role: str = ""
    owner_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CloseActionDraft:
    """The end of an action: done or cancelled, on a day, and what came of it."""

    action_id: int
    state: str
    on: date
    result: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CloseBarrierDraft:
    """The end of a barrier: how it ended, on which day, and what came of it."""

    barrier_id: int
    state: str
    on: date
    result: str = ""


def check_barrier(
    draft: BarrierDraft, *, terms: Mapping[str, Term], today: date, born: date | None
) -> BarrierDraft:
    """The barrier cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    if not draft.category:
        problems.append(Problem("category", "Choose the barrier."))
    elif draft.category not in terms:
        problems.append(Problem("category", UNKNOWN, {"code": draft.category[:60]}))
    if draft.found_on > today:
        problems.append(Problem("found_on", IN_FUTURE))
    elif born is not None and draft.found_on < born:
        problems.append(Problem("found_on", "This lies before the patient was born."))
    detail = _line("detail", draft.detail, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, detail=detail)


def check_action(
    draft: ActionDraft, *, catalogue: Catalogue, today: date, found_on: date
) -> ActionDraft:
    """The action cleaned; it needs words, and cannot be due in the past."""
    problems: list[Problem] = []
    text = _line("text", draft.text, problems)
    if not text:
        problems.append(Problem("text", "Write what is being done."))
    if draft.on > today:
        problems.append(Problem("on", IN_FUTURE))
    elif draft.on < found_on:
        problems.append(Problem("on", "This lies before the barrier was found."))
    if draft.due_on is not None and draft.due_on < today:
        problems.append(Problem("due_on", "It cannot be due in the past."))
    if draft.owner_role and draft.owner_role not in catalogue.roles:
        problems.append(Problem("owner_role", UNKNOWN, {"code": draft.owner_role[:60]}))
    if problems:
        raise Refused(problems)
    return replace(draft, text=text)


def check_end_of_action(
    draft: CloseActionDraft, *, today: date, started_on: date
) -> CloseActionDraft:
    """The end of an action cleaned."""
    problems: list[Problem] = []
    if draft.state not in (ActionState.DONE, ActionState.CANCELLED):
        problems.append(Problem("state", "Say whether it was done or is no longer needed."))
    _check_end(draft.on, today, started_on, problems)
    result = _line("result", draft.result, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, result=result)


def check_end(draft: CloseBarrierDraft, *, today: date, found_on: date) -> CloseBarrierDraft:
    """The end of a barrier cleaned; it says how it ended, and what came of it."""
    problems: list[Problem] = []
    if draft.state not in tuple(BarrierState) or draft.state in OPEN_BARRIERS:
        problems.append(Problem("state", "Choose how it ended."))
    _check_end(draft.on, today, found_on, problems)
    result = _line("result", draft.result, problems)
    if not result:
        problems.append(Problem("result", "Write what came of it, in a few words."))
    if problems:
        raise Refused(problems)
    return replace(draft, result=result)


def _check_end(on: date, today: date, started_on: date, problems: list[Problem]) -> None:
    if on > today:
        problems.append(Problem("on", IN_FUTURE))
    elif on < started_on:
        problems.append(Problem("on", "It cannot end before it began."))


def _line(field: str, text: str, problems: list[Problem]) -> str:
    cleaned = clean(text)
    if len(cleaned) > LINE_LENGTH:
        problems.append(Problem(field, TOO_LONG, {"limit": str(LINE_LENGTH)}))
    return cleaned
