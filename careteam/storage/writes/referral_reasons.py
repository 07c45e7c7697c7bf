"""What gave cause for a referral, in the words that are kept with it."""

from typing import Any

from sqlmodel import Session

from careteam.domain.dates import day_bare
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.referrals import ReasonKind, ReferralDraft
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH
from careteam.storage.tables import (
    BarrierRecord,
    PhasePeriodRecord,
    ScreeningRecord,
    SuggestionRecord,
)
from careteam.storage.writes.history import standing_of


def reason_words(session: Session, draft: ReferralDraft, *, moment: Moment, rules: Rules) -> str:
    """The words that were written, else those of the barrier, score, phase or suggestion.

    Missing when that row is gone or belongs to another patient.
    """
    said = _words_of(session, draft, moment, rules)
    return draft.reason_text or said[:LINE_LENGTH]


def _words_of(session: Session, draft: ReferralDraft, moment: Moment, rules: Rules) -> str:
    catalogue, reason_id = rules.catalogue, draft.reason_id
    if draft.reason_kind == ReasonKind.BARRIER:
        return catalogue.label("barrier", _of(session, BarrierRecord, draft, reason_id).category)
    if draft.reason_kind == ReasonKind.SCORE:
        score = _of(session, ScreeningRecord, draft, reason_id)
        known = rules.clinical.instruments.get(score.instrument)
        name = (known.short or known.label) if known else score.instrument
        most = f" of {known.highest}" if known else ""
        return f"{name} {score.score}{most}, {day_bare(score.on_day, moment.today)}"
    if draft.reason_kind == ReasonKind.SUGGESTION:
        return _of(session, SuggestionRecord, draft, draft.suggestion_id).because
    if draft.reason_kind == ReasonKind.PHASE:
        if reason_id is None:
            return catalogue.phase_label(standing_of(session, draft.patient_id).phase)
        return catalogue.phase_label(_of(session, PhasePeriodRecord, draft, reason_id).phase)
    return ""


def _of(session: Session, kind: type[Any], draft: ReferralDraft, row_id: int | None) -> Any:
    record = session.get(kind, row_id)
    if record is None or record.patient_id != draft.patient_id:
        raise Missing("What gave cause is no longer in the database. Choose the reason again.")
    return record
