"""Rows of the audit trail for reports: filtered, sorted, in pages that go on from a row."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit_reports import AuditAsked, Sort
from careteam.domain.history import Told, sentence_of
from careteam.domain.history_words import PEOPLE, Wording
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.anchors import Anchor
from careteam.storage.audit import head_of
from careteam.storage.reads.actors import NOBODY, actor_names
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import AuditRecord, PatientRecord

PAGE = 64
AROUND = 5

_audit = AuditRecord.__table__.c
_patient = PatientRecord.__table__.c
_KEYS: dict[Sort, tuple[Any, ...]] = {
    Sort.AT: (_audit.at, _audit.seq),
    Sort.USER: (_audit.actor_id, _audit.at, _audit.seq),
    Sort.PATIENT: (_audit.patient_id, _audit.seq),
    Sort.ACTION: (_audit.action, _audit.at, _audit.seq),
}
"""Each is an index of the trail; rows of nobody or of no patient stand together at one end."""

_COLUMNS = (
    _audit.seq, _audit.at, _audit.actor_id, _audit.workstation, _audit.action, _audit.entity,
    _audit.entity_id, _audit.patient_id, _audit.detail,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of the trail; `at` is UTC, `what` stands after `who`. `key` is where a page goes on."""

    seq: int
    at: datetime
    who: str
    workstation: str
    action: str
    entity: str
    entity_id: str
    patient_id: int | None
    patient: str
    mrn: str
    what: str
    key: tuple[Any, ...]


@needs(Action.REVIEW)
def audit_rows(
    session: Session,
    asked: AuditAsked,
    sort: Sort = Sort.AT,
    *,
    moment: Moment,
    rules: Rules,
    is_rising: bool = False,
    after: AuditRow | None = None,
    limit: int = PAGE,
) -> tuple[AuditRow, ...]:
    """The next rows in order, the newest (or highest) first unless `is_rising`.

    An index has every order; what is narrowed by one thing and sorted by another is sorted from
    the rows that the narrowing leaves.
    """
    first, *_ = keys = _KEYS[sort]
    found: list[Any] = []
    for is_null in _ends(sort, is_rising, after):
        query: Any = _narrowed(select(*_COLUMNS), asked, sort, moment)
        if sort in (Sort.USER, Sort.PATIENT):
            query = query.where(first.is_(None) if is_null else first.is_not(None))
        known = keys[1:] if is_null else keys
        if after is not None and (after.key[0] is None) == is_null:
            query = query.where(_beyond(known, after.key[-len(known) :], is_rising))
        order = [key.asc() if is_rising else key.desc() for key in known]
        found += session.execute(query.order_by(*order).limit(limit - len(found))).all()
        if len(found) >= limit:
            break
    return _told(session, found, keys, rules)


@needs(Action.REVIEW)
def rows_between(
    session: Session,
    first_seq: int,
    last_seq: int,
    *,
    actor_id: int | None,
    actions: Sequence[str],
    rules: Rules,
    limit: int = PAGE,
) -> tuple[AuditRow, ...]:
    """What an actor (None: nobody) did between two rows, both included, the oldest first."""
    query = (
        select(*_COLUMNS)
        .where(
            _audit.seq.between(first_seq, last_seq),
            _audit.actor_id.is_not_distinct_from(actor_id),
            _audit.action.in_(actions),
        )
        .order_by(_audit.seq)
        .limit(limit)
    )
    return _told(session, list(session.execute(query)), _KEYS[Sort.AT], rules)


@needs(Action.REVIEW)
def rows_around(session: Session, seq: int, *, rules: Rules) -> tuple[AuditRow, ...]:
    """The rows before and behind a place of the trail; at its end the last ones, the oldest first.

    It need not be there: rows may be missing.
    """
    query = select(*_COLUMNS).where(_audit.seq <= seq + AROUND).order_by(_audit.seq.desc())
    found = list(session.execute(query.limit(2 * AROUND + 1)))
    return _told(session, found[::-1], _KEYS[Sort.AT], rules)


@needs(Action.SEE_SETTINGS)
def trail_head(session: Session) -> Anchor:
    """The number and the hash of the last row."""
    return head_of(session.connection())


def _ends(sort: Sort, is_rising: bool, after: AuditRow | None) -> Sequence[bool]:
    """Whether rows without the key are read, in order; those that are behind us not any more."""
    if sort not in (Sort.USER, Sort.PATIENT):
        return (False,)
    order = (True, False) if is_rising else (False, True)
    if after is not None and (after.key[0] is None) == order[1]:
        return order[1:]
    return order


def _beyond(keys: tuple[Any, ...], values: tuple[Any, ...], is_rising: bool) -> ColumnElement[bool]:
    here, there = tuple_(*keys), tuple_(*values)
    return here > there if is_rising else here < there


def _narrowed(query: Any, asked: AuditAsked, sort: Sort, moment: Moment) -> Any:
    """Narrow it; where days alone narrow, the index of the order is walked, for it has the time."""
    if asked.actor_id is not None:
        query = query.where(_audit.actor_id == asked.actor_id)
    if asked.patient_id is not None:
        query = query.where(_audit.patient_id == asked.patient_id)
    if asked.action:
        query = query.where(_audit.action == asked.action)
    is_walked = sort in (Sort.USER, Sort.ACTION) and asked.actor_id is None and not asked.action
    at = _audit.at + 0 if is_walked else _audit.at
    if asked.since is not None:
        start = moment.to_utc(datetime.combine(asked.since, time()))
        query = query.where(at >= _ms(start))
    if asked.until is not None:
        end = moment.to_utc(datetime.combine(asked.until + timedelta(days=1), time()))
        query = query.where(at < _ms(end))
    return query


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _told(
    session: Session, found: list[Any], keys: tuple[Any, ...], rules: Rules
) -> tuple[AuditRow, ...]:
    details = [json.loads(row.detail) for row in found]
    names = actor_names(session, _mentioned(found, details))
    patients = _patients(session, {row.patient_id for row in found} - {None})

    def name(person: int) -> str:
        return names.get(person, NOBODY)

    wording = Wording(rules, read_settings(session).get("zone", "UTC"), name)
    return tuple(
        AuditRow(
            seq=row.seq,
            at=datetime.fromtimestamp(row.at / 1000, UTC),
            who=names.get(row.actor_id, NOBODY),
            workstation=row.workstation,
            action=row.action,
            entity=row.entity,
            entity_id=row.entity_id,
            patient_id=row.patient_id,
            patient=patients.get(row.patient_id, ("", ""))[0],
            mrn=patients.get(row.patient_id, ("", ""))[1],
            what=str(sentence_of(Told(row.action, row.entity, detail), wording)),
            key=tuple(getattr(row, key.name) for key in keys),
        )
        for row, detail in zip(found, details, strict=True)
    )


def _mentioned(found: list[Any], details: list[dict[str, Any]]) -> set[Any]:
    wanted = {row.actor_id for row in found}
    for detail in details:
        for column, value in detail.items():
            if column in PEOPLE:
                wanted |= set(value) if isinstance(value, list) else {value}
    return wanted


def _patients(session: Session, ids: set[Any]) -> dict[Any, tuple[str, str]]:
    query = select(_patient.id, _patient.family, _patient.given, _patient.mrn).where(
        _patient.id.in_(ids)
    )
    return {
        row.id: (display_name(row.family, row.given), row.mrn) for row in session.execute(query)
    }
