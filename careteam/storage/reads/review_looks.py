"""What a review of the trail looks for: one small function for each, listed at the end.

A new one is a function from a Span to its hits, and a line in LOOKS.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import and_, func, not_, or_, select
from sqlmodel import Session

from careteam.domain.audit import Event
from careteam.domain.kinds import CHOSEN_SETTINGS
from careteam.domain.moment import Moment
from careteam.domain.reviews import Look, ReviewRules
from careteam.domain.text import fold
from careteam.storage.reads.actors import actor_families
from careteam.storage.tables import AuditRecord, EmergencyRecord, PatientRecord

HALF_HOUR_MS = 30 * 60_000
LEAVING = (str(Event.EXPORTED), str(Event.PRINTED), str(Event.COPIED))
SEEN = (str(Event.UNLOCKED), str(Event.OPENED), *LEAVING)
IN_EMERGENCY = (str(Event.OPENED), *LEAVING)
KEPT_BY_ITSELF = frozenset(
    {
        *CHOSEN_SETTINGS,
        "summary_paper",
        "rolled_to",
        "holidays_through",
        "recompute_after",
    }
)
"""Settings that no administrator chose."""
RULES = (
    "setting", "role", "phase", "phase_role", "term", "holiday", "pathway", "milestone_template",
    "trigger", "cadence", "instrument",
)  # fmt: skip

_audit = AuditRecord.__table__.c
_action = _audit.action.concat("")
"""The action without its index: a span is a range of rows, and shorter than the whole history."""


@dataclass(frozen=True, slots=True)
class Span:
    """The rows that are reviewed, and what counts as many."""

    from_seq: int
    to_seq: int
    moment: Moment
    rules: ReviewRules

    def holds(self) -> Any:
        """The condition that a row is in it."""
        return _audit.seq.between(self.from_seq, self.to_seq)

    def local(self, at_ms: int) -> datetime:
        """A moment of the trail on the clinic's clock."""
        return self.moment.local(datetime.fromtimestamp(at_ms / 1000, UTC))


@dataclass(frozen=True, slots=True)
class Hit:
    """Something worth a look: the rows of an actor between two rows, of these actions."""

    actor_id: int | None
    at_ms: int
    first_seq: int
    last_seq: int
    actions: tuple[str, ...]
    count: int = 1
    patient_id: int | None = None


def many_left(session: Session, span: Span) -> Iterator[Hit]:
    """Lists and papers of many patients that left."""
    patients = func.coalesce(
        func.json_extract(_audit.detail, "$.patients"),
        func.json_extract(_audit.detail, "$.rows"),
        0,
    )
    yield from _rows(session, span, _action.in_(LEAVING), patients >= span.rules.many)


def printed(session: Session, span: Span) -> Iterator[Hit]:
    """Everything that was printed."""
    yield from _rows(session, span, _action == str(Event.PRINTED))


def wrong(session: Session, span: Span) -> Iterator[Hit]:
    """Wrong passphrases and failed sign-ins."""
    yield from _rows(session, span, _action == str(Event.WRONG))


def in_emergency(session: Session, span: Span) -> Iterator[Hit]:
    """Emergency access, with the charts that were opened in it and what left."""
    emergency = EmergencyRecord.__table__.c
    is_begun = and_(_audit.entity == "emergency", _action == "insert")
    seen = list(
        _rows(
            session,
            span,
            or_(is_begun, _action.in_(IN_EMERGENCY)),
            (_audit.actor_id + 0).in_(select(emergency.account_id)),
        )
    )
    if not seen:
        return
    since = datetime.fromtimestamp(seen[0].at_ms / 1000, UTC)
    query = select(emergency.account_id, emergency.begun_at, emergency.ends_at)
    for one in session.execute(query.where(emergency.ends_at >= since).order_by(emergency.id)):
        begun, ends = (round(at.timestamp() * 1000) for at in (one.begun_at, one.ends_at))
        mine = [
            hit for hit in seen if hit.actor_id == one.account_id and begun <= hit.at_ms <= ends
        ]
        charts = [hit for hit in mine if hit.actions[0] in IN_EMERGENCY]
        if charts:
            count = len({hit.patient_id for hit in charts} - {None})
            first, last = charts[0], charts[-1].last_seq
            yield Hit(first.actor_id, first.at_ms, first.first_seq, last, IN_EMERGENCY, count)
        else:
            yield from mine


def restored(session: Session, span: Span) -> Iterator[Hit]:
    """Copies that were put back."""
    yield from _rows(session, span, _action == str(Event.RESTORED))


def settings(session: Session, span: Span) -> Iterator[Hit]:
    """Settings and rules that somebody changed."""
    is_chosen = _audit.entity_id.not_in(KEPT_BY_ITSELF)
    is_seed = and_(_audit.actor_id.is_(None), _action == "insert")
    yield from _rows(session, span, _audit.entity.in_(RULES), is_chosen, not_(is_seed))


def outside_hours(session: Session, span: Span) -> Iterator[Hit]:
    """Work of a person on a day when or while the clinic is closed, one hit for each day."""
    query = (
        select(
            _audit.actor_id, func.min(_audit.at).label("at"), func.min(_audit.seq).label("first"),
            func.max(_audit.seq).label("last"), func.count().label("count"),
        )
        .where(span.holds(), _action.in_(SEEN), _audit.actor_id.is_not(None))
        .group_by(_audit.actor_id, _audit.at - _audit.at % HALF_HOUR_MS)
        .order_by(func.min(_audit.seq))
    )  # fmt: skip
    days: dict[tuple[int, date], list[Any]] = defaultdict(list)
    for row in session.execute(query):
        local = span.local(row.at)
        if not span.rules.is_working(local):
            days[row.actor_id, local.date()].append(row)
    for (actor, _), rows in days.items():
        count = sum(row.count for row in rows)
        yield Hit(actor, rows[0].at, rows[0].first, rows[-1].last, SEEN, count)


def many_charts(session: Session, span: Span) -> Iterator[Hit]:
    """Somebody who opened very many charts in a day."""
    days: dict[tuple[int | None, date], list[Any]] = defaultdict(list)
    for row in session.execute(_opened(span)):
        days[row.actor_id, span.local(row.at).date()].append(row)
    for (actor, _), rows in days.items():
        count = len({row.patient_id for row in rows})
        if count >= span.rules.charts:
            first, last = rows[0], rows[-1]
            yield Hit(actor, first.at, first.seq, last.seq, (str(Event.OPENED),), count)


def same_name(session: Session, span: Span) -> Iterator[Hit]:
    """Charts of people who have the family name of the user."""
    patient = PatientRecord.__table__.c
    query = _opened(span).join(PatientRecord.__table__, patient.id == _audit.patient_id)
    rows = session.execute(query.add_columns(patient.family)).all()
    families = actor_families(session, {row.actor_id for row in rows})
    for row in rows:
        mine = fold(families.get(row.actor_id, ""))
        if mine and mine == fold(row.family):
            yield _hit(row)


def _opened(span: Span) -> Any:
    columns = (_audit.seq, _audit.at, _audit.actor_id, _audit.action, _audit.patient_id)
    query = select(*columns).where(span.holds(), _action == str(Event.OPENED))
    return query.order_by(_audit.seq)


def _rows(session: Session, span: Span, *conditions: Any) -> Iterator[Hit]:
    columns = (_audit.seq, _audit.at, _audit.actor_id, _audit.action, _audit.patient_id)
    query = select(*columns).where(span.holds(), *conditions).order_by(_audit.seq)
    yield from (_hit(row) for row in session.execute(query))


def _hit(row: Any) -> Hit:
    return Hit(row.actor_id, row.at, row.seq, row.seq, (row.action,), patient_id=row.patient_id)


LOOKS: Mapping[Look, Callable[[Session, Span], Iterator[Hit]]] = {
    Look.WRONG: wrong,
    Look.EMERGENCY: in_emergency,
    Look.MANY_LEFT: many_left,
    Look.MANY_CHARTS: many_charts,
    Look.SAME_NAME: same_name,
    Look.HOURS: outside_hours,
    Look.RESTORED: restored,
    Look.SETTINGS: settings,
    Look.PRINTED: printed,
}
"""Everything that is looked for, what weighs most first."""
