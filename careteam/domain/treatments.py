"""The treatments of a plan and the overlays that run across phases: what is entered, what holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.catalogue import Term
from careteam.domain.errors import Problem, Refused
from careteam.domain.pathway import TreatmentState
from careteam.domain.text import LINE_LENGTH, clean

NEEDS_REASON = frozenset({TreatmentState.STOPPED, TreatmentState.NOT_PURSUED})
"""The states that ask why."""

IS_OVER = frozenset({TreatmentState.COMPLETED, TreatmentState.STOPPED})
"""The states after which a treatment has a last day."""

NOT_IN_FUTURE = "The day cannot lie in the future."


@dataclass(frozen=True, slots=True)
class TreatmentDraft:
    """A treatment of the plan; `id` is None for a new one, `version` guards an edit.

    `started_on` is the day it is planned for while it is planned, and the first day later.
    `ended_on` is the last day of one that is over.
    """

    patient_id: int
    modality: str
    state: TreatmentState = TreatmentState.PLANNED
    started_on: date | None = None
    ended_on: date | None = None
    detail: str = ""
    reason: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class OverlayDraft:
    """A treatment that runs across phases, from its first day."""

    patient_id: int
    kind: str
    started_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class EndOverlayDraft:
    """The end of an overlay: `on` is the first day without it."""

    overlay_id: int
    on: date


def check_treatment(
    draft: TreatmentDraft, *, today: date, modalities: Mapping[str, Term]
) -> TreatmentDraft:
    """The treatment cleaned, without the days and the reason that its state does not have.

    Refused at each field that is missing for the state: the first day of one that is given, the
    last day of one that is over, the reason of one that was stopped or is not pursued.
    """
    problems: list[Problem] = []
    over, asks_why = draft.state in IS_OVER, draft.state in NEEDS_REASON
    draft = replace(
        draft,
        ended_on=draft.ended_on if over else None,
        detail=clean(draft.detail)[:LINE_LENGTH],
        reason=clean(draft.reason)[:LINE_LENGTH] if asks_why else "",
    )
    if draft.modality not in modalities:
        problems.append(Problem("modality", "Choose the treatment."))
    is_given = over or draft.state is TreatmentState.ACTIVE
    if draft.state is TreatmentState.ACTIVE and draft.started_on is None:
        problems.append(Problem("started_on", "Say since when it is given."))
    if is_given and draft.started_on is not None and draft.started_on > today:
        problems.append(Problem("started_on", NOT_IN_FUTURE))
    problems += _ending_problems(draft, today) if over else []
    if asks_why and not draft.reason:
        problems.append(Problem("reason", "Say why, in a few words."))
    if problems:
        raise Refused(problems)
    return draft


def _ending_problems(draft: TreatmentDraft, today: date) -> list[Problem]:
    if draft.ended_on is None:
        return [Problem("ended_on", "Say on which day it ended.")]
    if draft.ended_on > today:
        return [Problem("ended_on", NOT_IN_FUTURE)]
    if draft.started_on is not None and draft.ended_on < draft.started_on:
        return [Problem("ended_on", "It cannot end before it began.")]
    return []


def check_overlay(
    draft: OverlayDraft, *, today: date, overlays: Mapping[str, Term]
) -> OverlayDraft:
    """The overlay cleaned; Refused for an unknown kind or a first day in the future."""
    problems: list[Problem] = []
    if draft.kind not in overlays:
        problems.append(Problem("kind", "Choose what runs across the phases."))
    if draft.started_on > today:
        problems.append(Problem("started_on", NOT_IN_FUTURE))
    if problems:
        raise Refused(problems)
    return replace(draft, note=clean(draft.note)[:LINE_LENGTH])
