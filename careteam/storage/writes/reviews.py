"""Signing off a review of the audit trail, and what a review looks for."""

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Stale
from careteam.domain.moment import Moment
from careteam.domain.reviews import (
    ReviewDraft,
    ReviewRulesDraft,
    check_review,
    check_review_rules,
)
from careteam.domain.rules import Rules
from careteam.storage.tables import AuditReviewRecord, SettingRecord


@needs(Action.REVIEW)
def sign_off(session: Session, draft: ReviewDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep that these rows were looked at; the trail has it too, by the table's own triggers.

    Refused without a note, Stale when somebody signed off meanwhile.
    """
    draft = check_review(draft)
    last = session.scalar(select(func.max(AuditReviewRecord.__table__.c.to_seq))) or 0
    if draft.from_seq != last + 1:
        raise Stale("Somebody signed a review off meanwhile. Look at what came since.")
    record = AuditReviewRecord(
        from_seq=draft.from_seq,
        to_seq=draft.to_seq,
        at=moment.now,
        by_id=moment.actor,
        note=draft.note,
        counts=dict(draft.counts),
    )
    session.add(record)
    session.flush()
    return Changes(frozenset({Part.SETTING}), made=record.id, summary="The review is signed off.")


@needs(Action.REVIEW)
def save_review_rules(
    session: Session, draft: ReviewRulesDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep when the clinic works and what is many; Refused when it cannot be read."""
    for key, value in check_review_rules(draft).items():
        session.merge(SettingRecord(key=key, value=value))
    session.flush()
    return Changes(frozenset({Part.SETTING}), summary="The settings of the review are saved.")
