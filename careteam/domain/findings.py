"""Symptoms, risk factors and concerns: what is entered about them and what has to hold."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.errors import Problem, Refused
from careteam.domain.pathway import FindingList
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean

NONE_KNOWN = "none_known"
"""The risk factor that says that there is none; it gives way to any other."""


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """A symptom, risk factor or concern; `since` None means that the first day is not known."""

    patient_id: int
    list: FindingList
    key: str
    since: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FindingEditDraft:
    """What may be corrected of a finding: its days and its note; `ended_on` None: it is there."""

    finding_id: int
    since: date | None = None
    ended_on: date | None = None
    note: str = ""


def check_finding(draft: FindingDraft, *, today: date, rules: Rules) -> FindingDraft:
    """The finding cleaned; Refused for a word its list lacks or a first day in the future."""
    problems: list[Problem] = []
    if draft.key not in rules.catalogue.terms.get(draft.list, {}):
        problems.append(Problem("key", "Choose from the list."))
    if draft.since is not None and draft.since > today:
        problems.append(Problem("since", "The day cannot lie in the future."))
    if problems:
        raise Refused(problems)
    return replace(draft, note=clean(draft.note)[:LINE_LENGTH])


def check_finding_edit(draft: FindingEditDraft, *, today: date) -> FindingEditDraft:
    """The correction cleaned; Refused for days in the future or in the wrong order."""
    problems: list[Problem] = []
    for name in ("since", "ended_on"):
        day = getattr(draft, name)
        if day is not None and day > today:
            problems.append(Problem(name, "The day cannot lie in the future."))
    if draft.since is not None and draft.ended_on is not None and draft.ended_on < draft.since:
        problems.append(Problem("ended_on", "It cannot be gone before it began."))
    if problems:
        raise Refused(problems)
    return replace(draft, note=clean(draft.note)[:LINE_LENGTH])
