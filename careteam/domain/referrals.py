"""Referrals: to whom, the states on the way (FHIR Task as the Gravity project uses it), what may
follow what.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import day_shown
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

TOO_LONG = "This is too long; at most {limit} characters fit."
UNKNOWN = "{code} is not in the clinic's list."
IN_FUTURE = "The day cannot lie in the future."


class ReferralTo(StrEnum):
    """To whom a patient is referred."""

    ROLE = "role"
    PERSON = "person"
    OUTSIDE = "outside"


class Priority(StrEnum):
    """How soon an answer is asked for; urgent ones age by a rule of their own."""

    ROUTINE = "routine"
    URGENT = "urgent"


class ReasonKind(StrEnum):
    """What gave cause for a referral; `OWN` is the navigator's own judgement."""

    BARRIER = "barrier"
    SCORE = "score"
    PHASE = "phase"
    SUGGESTION = "suggestion"
    OWN = "own"


class ReferralState(StrEnum):
    """Where a referral stands; revoked is an acceptance that was taken back."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    FAILED = "failed"


OPEN_STATES = (
    ReferralState.REQUESTED,
    ReferralState.ACCEPTED,
    ReferralState.SCHEDULED,
    ReferralState.IN_PROGRESS,
)
"""The loop is open: somebody waits for a result."""

_UNDER_WAY = (
    ReferralState.SCHEDULED,
    ReferralState.IN_PROGRESS,
    ReferralState.COMPLETED,
    ReferralState.REVOKED,
    ReferralState.FAILED,
    ReferralState.CANCELLED,
)
NEXT_STATES: Mapping[ReferralState, tuple[ReferralState, ...]] = {
    ReferralState.REQUESTED: (
        ReferralState.ACCEPTED,
        ReferralState.DECLINED,
        ReferralState.CANCELLED,
        ReferralState.FAILED,
    ),
    ReferralState.ACCEPTED: _UNDER_WAY,
    ReferralState.SCHEDULED: _UNDER_WAY,
    ReferralState.IN_PROGRESS: _UNDER_WAY[2:],
}
"""What may follow an open state; a closed referral can only be reopened, with a note."""


@dataclass(frozen=True, slots=True)
class ReferralDraft:
    """A referral as it is asked for.

    `reason_id` names the barrier, score, phase period or suggestion that gave cause; `to_role` may
    also be given with a person or an outside body, as the role they would take.
    """

    patient_id: int
    requested_on: date
    to_kind: str
    to_role: str = ""
    to_person_id: int | None = None
    to_name: str = ""
    priority: str = Priority.ROUTINE
    method: str = ""
    reason_kind: str = ReasonKind.OWN
    reason_id: int | None = None
    reason_text: str = ""
    suggestion_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralStepDraft:
    """The next state of a referral on a day; `person_id` is who accepted, and takes the role."""

    referral_id: int
    state: str
    on: date
    note: str = ""
    result: str = ""
    scheduled_on: date | None = None
    person_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ReopenDraft:
    """A closed referral is taken up again on a day, with the note that says why."""

    referral_id: int
    on: date
    note: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a referral stands: what a step changes, and what taking the step back restores."""

    referral_id: int
    state: ReferralState
    since: date
    scheduled_on: date | None = None
    result: str = ""
    assignment_id: int | None = None


def check(draft: ReferralDraft, *, catalogue: Catalogue, today: date) -> ReferralDraft:
    """The draft cleaned; Refused tells every field that breaks a rule."""
    draft = replace(draft, to_name=clean(draft.to_name), reason_text=clean(draft.reason_text))
    problems: list[Problem] = []
    _check_to(draft, catalogue, problems)
    _check_reason(draft, problems)
    if draft.requested_on > today:
        problems.append(Problem("requested_on", IN_FUTURE))
    if draft.priority not in tuple(Priority):
        problems.append(Problem("priority", UNKNOWN, {"code": draft.priority[:60]}))
    if draft.method and draft.method not in catalogue.terms.get("referral_method", {}):
        problems.append(Problem("method", UNKNOWN, {"code": draft.method[:60]}))
    if problems:
        raise Refused(problems)
    return draft


def check_step(draft: ReferralStepDraft, before: Standing, *, today: date) -> ReferralStepDraft:
    """The step cleaned; Refused when it cannot follow, or closes the loop without a word.

    A referral is completed with its result, and closed otherwise with the reason: a referral
    without a recorded result is the failure that navigators are judged on (Gravity, closed loop).
    """
    draft = replace(draft, note=clean(draft.note), result=clean(draft.result))
    problems: list[Problem] = []
    if draft.state not in NEXT_STATES.get(before.state, ()):
        raise Refused.at("state", _cannot_follow(before.state))
    if draft.on > today:
        problems.append(Problem("on", IN_FUTURE))
    elif draft.on < before.since:
        day = day_shown(before.since)
        problems.append(
            Problem("on", "The last step was on {day}; give a later day.", {"day": day})
        )
    if draft.state == ReferralState.SCHEDULED and draft.scheduled_on is None:
        problems.append(Problem("scheduled_on", "Give the day of the visit."))
    if draft.state == ReferralState.COMPLETED and not draft.result:
        problems.append(Problem("result", "Write what came of it; only then is it completed."))
    elif draft.state not in OPEN_STATES and not (draft.result or draft.note):
        problems.append(Problem("note", "Say why, so that the next person knows what to do."))
    said = step_words(draft)
    if len(said) > LINE_LENGTH:
        problems.append(Problem("note", TOO_LONG, {"limit": str(LINE_LENGTH)}))
    if problems:
        raise Refused(problems)
    return draft


def step_words(draft: ReferralStepDraft) -> str:
    """What the history keeps of a step: the result and the note, in one line."""
    return " · ".join(said for said in (draft.result, draft.note) if said)


def check_reopen(draft: ReopenDraft, before: Standing, *, today: date) -> ReopenDraft:
    """The reopening cleaned; Refused for an open referral, and without a note."""
    draft = replace(draft, note=clean(draft.note))
    if before.state in OPEN_STATES:
        raise Refused.at("state", "This referral is open already.")
    problems: list[Problem] = []
    if not draft.note:
        problems.append(Problem("note", "Say why it is taken up again."))
    if draft.on > today:
        problems.append(Problem("on", IN_FUTURE))
    elif draft.on < before.since:
        day = day_shown(before.since)
        problems.append(Problem("on", "It was closed on {day}; give a later day.", {"day": day}))
    _check_length(draft, ("note",), problems)
    if problems:
        raise Refused(problems)
    return draft


def _check_to(draft: ReferralDraft, catalogue: Catalogue, problems: list[Problem]) -> None:
    if draft.to_kind == ReferralTo.ROLE and not draft.to_role:
        problems.append(Problem("to_role", "Choose the role."))
    elif draft.to_role and draft.to_role not in catalogue.roles:
        problems.append(Problem("to_role", UNKNOWN, {"code": draft.to_role[:60]}))
    if draft.to_kind == ReferralTo.PERSON and draft.to_person_id is None:
        problems.append(Problem("to_person_id", "Choose the person."))
    if draft.to_kind == ReferralTo.OUTSIDE and not draft.to_name:
        problems.append(Problem("to_name", "Name the body outside."))
    if len(draft.to_name) > NAME_LENGTH:
        problems.append(Problem("to_name", TOO_LONG, {"limit": str(NAME_LENGTH)}))
    if draft.to_kind not in tuple(ReferralTo):
        problems.append(Problem("to_kind", "Choose to whom: a role, a person or a body outside."))


def _check_reason(draft: ReferralDraft, problems: list[Problem]) -> None:
    needed = {
        ReasonKind.BARRIER: (draft.reason_id, "Choose the barrier."),
        ReasonKind.SCORE: (draft.reason_id, "Choose the score."),
        ReasonKind.SUGGESTION: (draft.suggestion_id, "Choose the suggestion."),
    }
    if draft.reason_kind not in tuple(ReasonKind):
        problems.append(Problem("reason_kind", UNKNOWN, {"code": draft.reason_kind[:60]}))
    elif draft.reason_kind in needed:
        given, sentence = needed[ReasonKind(draft.reason_kind)]
        if given is None:
            problems.append(Problem("reason_id", sentence))
    _check_length(draft, ("reason_text",), problems)


def _check_length(
    draft: ReferralDraft | ReferralStepDraft | ReopenDraft,
    names: tuple[str, ...],
    problems: list[Problem],
) -> None:
    for name in names:
        if len(getattr(draft, name)) > LINE_LENGTH:
            problems.append(Problem(name, TOO_LONG, {"limit": str(LINE_LENGTH)}))


def _cannot_follow(state: ReferralState) -> str:
    if state not in OPEN_STATES:
        return "This referral is closed; reopen it first."
    if state is ReferralState.REQUESTED:
        return "It has to be accepted first; or close it as declined, cancelled or failed."
    return "This cannot follow; choose one of the steps that are offered."
