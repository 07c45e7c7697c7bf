"""A review of the trail since the last one was signed off: its findings, and their rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.moment import Moment
from careteam.domain.reviews import Look, ReviewRules
from careteam.domain.rules import Rules
from careteam.storage.reads.actors import NOBODY, actor_names
from careteam.storage.reads.audit_rows import AuditRow, rows_between, trail_head
from careteam.storage.reads.review_looks import LOOKS, Hit, Span
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import AuditReviewRecord

MOST_SHOWN = 500
"""So many hits of a kind are listed; all of them are counted."""

_review = AuditReviewRecord.__table__.c


@dataclass(frozen=True, slots=True)
class HitRow:
    """Something worth a look, by whom and when (UTC), how often."""

    look: Look
    at: datetime
    who: str
    count: int
    hit: Hit


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review that was signed off; `at` is UTC."""

    id: int
    from_seq: int
    to_seq: int
    at: datetime
    who: str
    note: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Review:
    """The rows that wait to be looked at, with what was found in them."""

    from_seq: int
    to_seq: int
    last: ReviewRow | None
    counts: Mapping[Look, int]
    hits: tuple[HitRow, ...]


@needs(Action.REVIEW)
def open_review(session: Session, *, moment: Moment) -> Review:
    """What was done since the last sign-off, through every look of LOOKS."""
    last = next(iter(reviews(session, limit=1)), None)
    first = last.to_seq + 1 if last else 1
    settings = ReviewRules.of(read_settings(session))
    span = Span(first, trail_head(session).seq, moment, settings)
    counts: dict[Look, int] = {}
    found: list[tuple[Look, Hit]] = []
    for look, seek in LOOKS.items():
        hits = list(seek(session, span))
        counts[look] = len(hits)
        found += [(look, hit) for hit in hits[-MOST_SHOWN:]]
    names = actor_names(session, {hit.actor_id for _, hit in found})
    rows = (
        HitRow(
            look,
            datetime.fromtimestamp(hit.at_ms / 1000, UTC),
            names.get(hit.actor_id or 0, NOBODY),
            hit.count,
            hit,
        )
        for look, hit in found
    )
    return Review(span.from_seq, span.to_seq, last, counts, tuple(rows))


@needs(Action.REVIEW)
def rows_of_hit(session: Session, hit: Hit, *, rules: Rules) -> tuple[AuditRow, ...]:
    """The rows of the trail behind a finding, the oldest first."""
    return rows_between(
        session,
        hit.first_seq,
        hit.last_seq,
        actor_id=hit.actor_id,
        actions=hit.actions,
        rules=rules,
        limit=MOST_SHOWN,
    )


@needs(Action.REVIEW)
def reviews(session: Session, *, limit: int = 50) -> tuple[ReviewRow, ...]:
    """The reviews that were signed off, the newest first."""
    query = select(AuditReviewRecord.__table__).order_by(_review.to_seq.desc()).limit(limit)
    rows = session.execute(query).all()
    names = actor_names(session, {row.by_id for row in rows})
    return tuple(
        ReviewRow(
            row.id, row.from_seq, row.to_seq, row.at, names.get(row.by_id, NOBODY), row.note,
            row.counts,
        )
        for row in rows
    )  # fmt: skip
