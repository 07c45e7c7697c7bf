"""Who holds which role: the words of an assignment and the rules it has to keep."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, clean


class Rank(StrEnum):
    """How a person holds a role; the lead holds it too, and leads the whole team."""

    LEAD = "lead"
    PRIMARY = "primary"
    BACKUP = "backup"


class AssignmentState(StrEnum):
    """Planned ones start later; held ones rest, with nothing due."""

    PLANNED = "planned"
    ACTIVE = "active"
    HELD = "held"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class AssignmentDraft:
    """A person for a role of a patient from a day on; `person_id` None leaves it to be filled."""

    patient_id: int
    role: str
    person_id: int
    rank: Rank = Rank.PRIMARY
    starts_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EndDraft:
    """The end of an assignment: `on` is the first day the person no longer holds the role."""

    assignment_id: int
    on: date
    reason: str
    note: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DeclineDraft:
    """The patient does not want a role, with when to ask again: a day, a phase, or neither."""

    patient_id: int
    role: str
    on: date
    reason: str = ""
    ask_on: date | None = None
    ask_at_phase: str = ""


@dataclass(frozen=True, slots=True)
class HandOverDraft:
    """Assignments of one person given to another from a day on; `assignment_ids` empty is all."""

    from_id: int
    to_id: int
    on: date
    assignment_ids: tuple[int, ...] = ()
    reason: str = "handed_over"


def check_end(draft: EndDraft, *, started_on: date, reasons: frozenset[str]) -> EndDraft:
    """The end cleaned; it needs a coded reason and cannot lie before the start."""
    problems: list[Problem] = []
    if draft.on < started_on:
        problems.append(Problem("on", "The role cannot end before it began."))
    if draft.reason not in reasons:
        problems.append(Problem("reason", "Choose why the assignment ends."))
    if problems:
        raise Refused(problems)
    return replace(draft, note=clean(draft.note)[:LINE_LENGTH])


def state_on(day: date, *, starts_on: date, ends_on: date | None, is_held: bool) -> AssignmentState:
    """The state of an assignment on a day; `ends_on` is the first day it no longer stands."""
    if ends_on is not None and ends_on <= day:
        return AssignmentState.ENDED
    if starts_on > day:
        return AssignmentState.PLANNED
    return AssignmentState.HELD if is_held else AssignmentState.ACTIVE
