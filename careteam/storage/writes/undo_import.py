"""Taking back a whole import of a table, row by row of the audit trail, from its end backwards."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, Table, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import AutoString, Session, SQLModel

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing
from careteam.domain.intake.words import counted
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import fold
from careteam.storage.reads.import_tables import FIRST, LAST, UNDONE
from careteam.storage.search import search_key
from careteam.storage.tables import (
    AuditRecord,
    ContactRecord,
    ImportRunRecord,
    PatientPhoneRecord,
    PatientRecord,
)
from careteam.storage.writes.imports import PARTS

TAKEN_BACK = "The import that brought it was taken back."
GONE = "This import was taken back already, or is not in the database."
_CHANGES = ("insert", "update", "delete")
_TEXT = (String, AutoString)
_UNSEEN = ("draft", "import_run")
"""What is written without anybody having changed a patient or a person."""

_audit = AuditRecord.__table__.c
Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class _Step:
    """One row of the trail; `values` are those of a row, or [old, new] of each changed column."""

    seq: int
    action: str
    entity: str
    entity_id: str
    values: dict[str, Any]


@needs(Action.IMPORT)
def undo_import(
    session: Session,
    run_id: int,
    progress: Progress | None = None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Put everything back as it was before an import of a table, in one transaction.

    A patient or a person whom somebody has changed since stays as they are now, all of them, and
    is told. Contacts are retracted, as always. Missing when it was taken back before.
    """
    run = session.get(ImportRunRecord, run_id)
    if run is None or FIRST not in run.counts or run.counts.get(UNDONE):
        raise Missing(GONE)
    undoing = _Undoing(session, moment, run.counts[FIRST], run.counts[LAST])
    undoing.all(progress)
    run.counts = {**run.counts, UNDONE: 1}
    session.add(run)
    session.flush()
    told = f"The import of {run.files[0]} is taken back."
    if undoing.kept:
        who = counted(undoing.kept, "patient or person", "patients or people")
        stay = "was" if undoing.kept == 1 else "were"
        told += f" {who} {stay} changed since and stay as they are."
    return Changes(PARTS | {Part.FOLLOW_UP, Part.SUGGESTION}, many=True, summary=told)


@dataclass(slots=True)
class _Undoing:
    """One import while it is taken back: patients first, since they hold on to people."""

    session: Session
    moment: Moment
    first: int
    last: int
    kept: int = 0
    people: dict[int, list[_Step]] = field(default_factory=dict)

    def all(self, progress: Progress | None) -> None:
        """Everybody whom the import touched, each wholly or not at all."""
        touched = set(self._patients(self.last + 1, None))
        patients = self._patients(self.first, self.last)
        for done, patient_id in enumerate(patients):
            if progress is not None:
                progress(done, len(patients))
            if patient_id in touched:
                self.kept += 1
                continue
            self._take_back(self._steps(_audit.patient_id == patient_id), patient_id)
        self._people()

    def _patients(self, first: int, last: int | None) -> list[int]:
        query = (
            select(_audit.patient_id)
            .where(
                _audit.seq >= first,
                _audit.patient_id.is_not(None),
                _audit.action.in_(_CHANGES),
                _audit.entity.not_in(_UNSEEN),
            )
            .distinct()
        )
        return list(self.session.scalars(query.where(_audit.seq <= last) if last else query))

    def _people(self) -> None:
        before = self._of_people(self.first, self.last)
        since = self._of_people(self.last + 1, None)
        for person_id, steps in before.items():
            if person_id in since:
                self.kept += 1
            else:
                self._take_back(iter(steps), None)

    def _of_people(self, first: int, last: int | None) -> dict[int, list[_Step]]:
        query = select(AuditRecord.__table__).where(
            _audit.seq >= first,
            _audit.patient_id.is_(None),
            _audit.action.in_(_CHANGES),
            _audit.entity.like("person%"),
        )
        found: dict[int, list[_Step]] = {}
        for row in self.session.execute(
            (query.where(_audit.seq <= last) if last else query).order_by(_audit.seq.desc())
        ):
            step = _step(row)
            owner = self._person_of(step)
            if owner is not None:
                found.setdefault(owner, []).append(step)
        return found

    def _person_of(self, step: _Step) -> int | None:
        if step.entity == "person":
            return int(step.entity_id)
        named = step.values.get("person_id")
        if isinstance(named, int):
            return named
        table = _table(step.entity)
        if "person_id" not in table.c or "id" not in table.c:
            return None
        return self.session.scalar(
            select(table.c.person_id).where(table.c.id == int(step.entity_id))
        )

    def _steps(self, condition: Any) -> Iterator[_Step]:
        query = (
            select(AuditRecord.__table__)
            .where(condition, _audit.seq >= self.first, _audit.seq <= self.last)
            .where(_audit.action.in_(_CHANGES), _audit.entity.not_in(_UNSEEN))
            .order_by(_audit.seq.desc())
        )
        return map(_step, self.session.execute(query).all())

    def _take_back(self, steps: Iterator[_Step], patient_id: int | None) -> None:
        """All the steps, or none where something else holds on to one of them."""
        nested = self.session.begin_nested()
        try:
            for step in steps:
                self._inverse(step)
            if patient_id is not None:
                self._find_again(patient_id)
            nested.commit()
        except IntegrityError:
            nested.rollback()
            self.kept += 1

    def _inverse(self, step: _Step) -> None:
        table = _table(step.entity)
        where = _where(table, step.entity_id)
        if step.action == "update":
            values = {name: pair[0] for name, pair in step.values.items()}
            self._run(f'UPDATE "{table.name}" SET {_set(values)} WHERE {where[0]}',
                      {**values, **where[1]})  # fmt: skip
        elif step.action == "delete":
            row = {**_empty(table), **step.values}
            names = ", ".join(f'"{name}"' for name in row)
            slots = ", ".join(f":{name}" for name in row)
            self._run(f'INSERT INTO "{table.name}" ({names}) VALUES ({slots})', row)
        elif table.name == ContactRecord.__tablename__:
            self._retract(int(step.entity_id))
        else:
            self._run(f'DELETE FROM "{table.name}" WHERE {where[0]}', where[1])

    def _run(self, sql: str, values: dict[str, Any]) -> None:
        self.session.connection().execute(text(sql), values)

    def _retract(self, contact_id: int) -> None:
        """It stays on the timeline as retracted; the same row can come in again, corrected."""
        table = ContactRecord.__table__
        self.session.execute(
            update(table)
            .where(table.c.id == contact_id)
            .values(
                retracted_at=self.moment.now,
                retract_reason=TAKEN_BACK,
                external_key="",
                version=table.c.version + 1,
            )
        )

    def _find_again(self, patient_id: int) -> None:
        """The keys by which a patient is found, which the trail leaves out."""
        table, phone = PatientRecord.__table__, PatientPhoneRecord.__table__.c
        row = self.session.execute(select(table).where(table.c.id == patient_id)).first()
        if row is None:
            return
        query = select(phone.number).where(phone.patient_id == patient_id).order_by(phone.position)
        numbers = tuple(self.session.scalars(query))
        key = search_key(row.family, row.given, row.preferred, row.mrn, row.birth_date, numbers)
        name = fold(f"{row.family} {row.given}")
        if (name, key) != (row.name_key, row.search_key):
            change = update(table).where(table.c.id == patient_id)
            self.session.execute(change.values(name_key=name, search_key=key))


def _step(row: Any) -> _Step:
    return _Step(row.seq, row.action, row.entity, row.entity_id, json.loads(row.detail))


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _where(table: Table, entity_id: str) -> tuple[str, dict[str, str]]:
    """The condition that finds a row by its key, as the trail writes it."""
    keys = [column.name for column in table.primary_key.columns]
    parts = entity_id.split(" ", len(keys) - 1)
    condition = " AND ".join(f'"{name}" = :key_{name}' for name in keys)
    return condition, {f"key_{name}": part for name, part in zip(keys, parts, strict=True)}


def _set(values: dict[str, Any]) -> str:
    return ", ".join(f'"{name}" = :{name}' for name in values)


def _empty(table: Table) -> dict[str, Any]:
    """What the trail leaves out of a row, because it is empty."""
    return {
        column.name: None if column.nullable else "" if isinstance(column.type, _TEXT) else 0
        for column in table.columns
    }
