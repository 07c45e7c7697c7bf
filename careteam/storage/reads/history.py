"""The history of one patient's record: the rows of the audit trail, newest first, in words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, func, not_, or_, select
from sqlmodel import Session

from careteam.domain.audit import Event
from careteam.domain.history import EVENTS, NOUNS, Kind, Sentence, Told, kind_of, sentence_of
from careteam.domain.history_words import PEOPLE, Wording
from careteam.domain.rules import Rules
from careteam.storage.reads.actors import NOBODY, actor_names
from careteam.storage.reads.rules import read_settings
from careteam.storage.search import among
from careteam.storage.tables import AuditRecord

PAGE = 64

_audit = AuditRecord.__table__.c
_COLUMNS = (
    _audit.seq, _audit.at, _audit.actor_id, _audit.workstation, _audit.action, _audit.entity,
    _audit.entity_id, _audit.detail,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Something that was done: `told` stands after `who`; `at` is UTC."""

    seq: int
    at: datetime
    who: str
    told: Sentence
    kind: Kind
    workstation: str

    @property
    def what(self) -> str:
        """What was done, and how."""
        return str(self.told)

    @property
    def sentence(self) -> str:
        """Who did what."""
        return f"{self.who} {self.what}"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person who did something in a record."""

    id: int
    name: str


def history_of(
    session: Session,
    patient_id: int,
    *,
    rules: Rules,
    kind: Kind | None = None,
    person_id: int | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[HistoryRow, ...]:
    """What was done in a patient's record, newest first; narrowed to a kind or a person."""
    query = (
        select(*_COLUMNS)
        .where(_audit.patient_id == patient_id, _told(kind))
        .order_by(_audit.seq.desc())
        .offset(offset)
        .limit(limit)
    )
    if person_id is not None:
        query = query.where(_audit.actor_id == person_id)
    found = [(row, json.loads(row.detail)) for row in session.execute(query)]
    firsts = _firsts(session, patient_id, found)
    names = _names(session, found, firsts.values())

    def name(person: int) -> str:
        return names.get(person, NOBODY)

    wording = Wording(rules, read_settings(session).get("zone", "UTC"), name)
    return tuple(
        HistoryRow(
            row.seq,
            datetime.fromtimestamp(row.at / 1000, UTC),
            names.get(row.actor_id, NOBODY),
            sentence_of(
                Told(row.action, row.entity, detail, firsts.get((row.entity, row.entity_id), {})),
                wording,
            ),
            kind_of(row.entity),
            row.workstation,
        )
        for row, detail in found
    )


def actors_of(session: Session, patient_id: int) -> tuple[ActorRow, ...]:
    """Everybody who did something in a patient's record, by name."""
    ids = select(_audit.actor_id).where(_audit.patient_id == patient_id).distinct()
    names = actor_names(session, session.execute(ids).scalars().all())
    return tuple(ActorRow(one, name) for one, name in sorted(names.items(), key=lambda it: it[1]))


def _told(kind: Kind | None) -> Any:
    """What left and is registered is told from the register's own row of the patient."""
    tables = [table for part in NOUNS if kind in (None, part) for table in NOUNS[part]]
    seen = [str(event) for event in EVENTS] if kind in (None, Kind.SEEN) else []
    is_registered = func.json_extract(_audit.detail, "$.purpose").is_not(None)
    return or_(_audit.entity.in_(tables), and_(_audit.action.in_(seen), not_(is_registered)))


def _firsts(
    session: Session, patient_id: int, found: list[tuple[Any, dict[str, Any]]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The values with which the changed rows were added, by table and id."""
    changed = {(row.entity, row.entity_id) for row, _ in found if row.action == "update"}
    if not changed:
        return {}
    query = select(_audit.entity, _audit.entity_id, _audit.detail).where(
        _audit.patient_id == patient_id,
        _audit.action == "insert",
        among(_audit.entity_id, sorted({entity_id for _, entity_id in changed})),
    )
    rows = session.execute(query)
    return {(row[0], row[1]): json.loads(row[2]) for row in rows if (row[0], row[1]) in changed}


def _names(
    session: Session,
    found: list[tuple[Any, dict[str, Any]]],
    firsts: Iterable[Mapping[str, Any]],
) -> dict[int, str]:
    wanted = {row.actor_id for row, _ in found}
    changes = [detail for row, detail in found if row.action not in list(Event)]
    for detail in (*changes, *firsts):
        for column, value in detail.items():
            if column in PEOPLE:
                wanted |= set(value if isinstance(value, list) else [value])
    return actor_names(session, wanted)
