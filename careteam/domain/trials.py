"""Clinical trials: the register's words, the form of an NCT number, a patient's way with one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from careteam.domain.catalogue import Term
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

_NCT = re.compile(r"NCT[0-9]{8}")


class TrialKind(StrEnum):
    """What a trial studies, in the seed's three kinds and the rest."""

    NEW_DRUG = "new_drug"
    NEW_COMBINATION = "new_combination"
    IMMUNOTHERAPY = "immunotherapy"
    OTHER = "other"


class TrialState(StrEnum):
    """Whether patients can be offered a trial."""

    PLANNED = "planned"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class OfferState(StrEnum):
    """Where a patient stands with a trial."""

    CONSIDERED = "considered"
    OFFERED = "offered"
    SCREENING = "screening"
    ELIGIBLE = "eligible"
    ENROLLED = "enrolled"
    DECLINED = "declined"
    NOT_ELIGIBLE = "not_eligible"
    OFF_STUDY = "off_study"


NEEDS_REASON = frozenset({OfferState.DECLINED, OfferState.NOT_ELIGIBLE, OfferState.OFF_STUDY})
"""The steps that ask why."""

WAS_OFFERED = frozenset(OfferState) - {OfferState.CONSIDERED}
"""The steps after which a patient counts as having been offered a trial."""


def is_nct(number: str) -> bool:
    """Whether a text has the form of a ClinicalTrials.gov identifier: NCT and eight digits."""
    return _NCT.fullmatch(number) is not None


@dataclass(frozen=True, slots=True)
class TrialDraft:
    """A trial of the register; `id` is None for a new one, `version` guards an edit."""

    title: str
    kind: TrialKind
    nct: str = ""
    phase: str = ""
    site: str = ""
    contact: str = ""
    state: TrialState = TrialState.OPEN
    opens_on: date | None = None
    closes_on: date | None = None
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class TrialStepDraft:
    """One step of a patient with a trial; `version` is that of the last step that was read."""

    patient_id: int
    trial_id: int
    state: OfferState
    on: date
    reason: str = ""
    note: str = ""
    version: int | None = None


def check_trial(draft: TrialDraft) -> TrialDraft:
    """The trial cleaned; Refused at each field that breaks a rule.

    A number has the form of a ClinicalTrials.gov identifier, NCT and eight digits; blanks and
    small letters are mended. Whether there is such a trial is not asked anywhere.
    """
    problems: list[Problem] = []
    cleaned = replace(
        draft,
        nct="".join(clean(draft.nct).split()).upper(),
        title=clean(draft.title),
        phase=clean(draft.phase),
        site=clean(draft.site),
        contact=clean(draft.contact),
    )
    if cleaned.nct and not is_nct(cleaned.nct):
        problems.append(Problem("nct", "An NCT number is NCT and eight digits: NCT01234567."))
    if not cleaned.title:
        problems.append(Problem("title", "Write the title of the trial."))
    longest = {"title": LINE_LENGTH, "phase": 60, "site": NAME_LENGTH, "contact": LINE_LENGTH}
    for name, length in longest.items():
        if len(getattr(cleaned, name)) > length:
            sentence = "This is too long; at most {length} characters fit."
            problems.append(Problem(name, sentence, {"length": str(length)}))
    days = (cleaned.opens_on, cleaned.closes_on)
    if days[0] is not None and days[1] is not None and days[1] < days[0]:
        problems.append(Problem("closes_on", "The trial cannot close before it opens."))
    if problems:
        raise Refused(problems)
    return cleaned


def check_step(
    draft: TrialStepDraft,
    *,
    today: date,
    reasons: Mapping[str, Term],
    before: tuple[OfferState, date] | None,
) -> TrialStepDraft:
    """The step cleaned; `before` is where the patient stands with the trial, and since when.

    Refused for a day in the future or before the last step, the same step twice, and a step that
    asks why without a reason of the list. A reason is kept with those steps alone.
    """
    problems: list[Problem] = []
    asks_why = draft.state in NEEDS_REASON
    if draft.on > today:
        problems.append(Problem("on", "The day cannot lie in the future."))
    if before is not None:
        if draft.state is before[0]:
            problems.append(Problem("state", "This is where the patient stands already."))
        if draft.on < before[1]:
            problems.append(Problem("on", "The step cannot lie before the one it follows."))
    if asks_why and draft.reason not in reasons:
        problems.append(Problem("reason", "Choose why."))
    if problems:
        raise Refused(problems)
    reason = draft.reason if asks_why else ""
    return replace(draft, reason=reason, note=clean(draft.note)[:LINE_LENGTH])
