"""Tumour boards: the day on which a patient is discussed, the question, and the decision."""

from dataclasses import dataclass, replace
from datetime import date

from careteam.domain.errors import Refused
from careteam.domain.text import LINE_LENGTH, clean

DECISION_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class ConferenceDraft:
    """A tumour board; `id` is None for a new one, `decision` empty until there is one."""

    patient_id: int
    on: date
    question: str = ""
    decision: str = ""
    id: int | None = None
    version: int | None = None


def check_conference(draft: ConferenceDraft, *, today: date) -> ConferenceDraft:
    """The tumour board cleaned; a decision before its day is refused."""
    draft = replace(
        draft,
        question=clean(draft.question)[:LINE_LENGTH],
        decision=clean(draft.decision, lines=True)[:DECISION_LENGTH],
    )
    if draft.decision and draft.on > today:
        raise Refused.at("decision", "There is no decision before the day of the board.")
    return draft
