"""Bringing files into a test's database, and seeing all of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.incoming import Incoming
from careteam.domain.intake.preview import ImportPreview, PreviewRow
from careteam.domain.intake.report import Choice, ImportReport, Take
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.imports.fhir.reader import read_files
from careteam.storage.importing import run_import
from careteam.storage.reads.imports import compare
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.writes.patients import amend_patient, register_patient
from tests.imports.resources import NPI, Resource, patient, practitioner, saved

JOIN, APART, SKIP = (Choice(take) for take in (Take.JOIN, Take.APART, Take.SKIP))
LUCIEN = "us-core-server/uscore_bundle_patient_85.json"


def read_in(store: Store, moment: Moment, *paths: Path) -> Incoming:
    return read_files(
        paths,
        catalogue=store.rules.catalogue,
        zone=moment.zone,
        clinical=store.rules.clinical,
    )


def bring_in(store: Store, moment: Moment, *paths: Path, **choices: Choice) -> ImportReport:
    """Import files; `choices` go by the MRN of the patient."""
    incoming = read_in(store, moment, *paths)
    by_key = {each.key: choices[each.mrn] for each in incoming.patients if each.mrn in choices}
    return run_import(store, incoming, by_key, moment=moment)


def preview_of(store: Store, moment: Moment, *paths: Path) -> ImportPreview:
    incoming = read_in(store, moment, *paths)
    return store.read(compare, incoming, rules=store.rules, today=moment.today)


def only_row(store: Store, moment: Moment, *paths: Path) -> PreviewRow:
    (row,) = preview_of(store, moment, *paths).rows
    return row


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as it lies there."""

    def _all(session: Session) -> dict[str, list[tuple[Any, ...]]]:
        connection = session.connection()
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in names.scalars().all()
        }

    return store.read(_all)


def rows(store: Store, record: Any, *columns: str, **where: Any) -> list[tuple[Any, ...]]:
    """Columns of the rows of a table, in the order in which they were made."""
    table = record.__table__.c
    query = select(*(table[name] for name in columns))
    query = query.where(*(table[name] == value for name, value in where.items()))
    return store.read(
        lambda session: [tuple(row) for row in session.execute(query.order_by(table.id))]
    )


def one(store: Store, record: Any, *columns: str, **where: Any) -> Any:
    (row,) = rows(store, record, *columns, **where)
    return row[0] if len(columns) == 1 else row


def count(store: Store, record: Any) -> int:
    return len(rows(store, record, "id"))


def edited(source: Path, folder: Path, change: Any, name: str = "later.json") -> Path:
    """A copy of a bundle in which `change` was called with each resource."""
    tree = json.loads(source.read_text(encoding="utf-8"))
    for entry in tree["entry"]:
        change(entry["resource"])
    return saved(folder, tree, name)


def phone(number: str, use: str = "mobile") -> Resource:
    return {"system": "phone", "value": number, "use": use}


def ana(mrn: str = "7", system: str = "http://clinic.example", **parts: object) -> Resource:
    """Ana Reyes, born on 14-Mar-1981, unless told otherwise."""
    number = {"type": {"coding": [{"code": "MR"}]}, "system": system, "value": mrn}
    told = {"birthDate": "1981-03-14", "telecom": [phone("212-555-0110")], **parts}
    return patient(**{"id": f"p{mrn}", "identifier": [number], **told})


def register(store: Store, moment: Moment, draft: PatientDraft) -> int:
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def amend(store: Store, moment: Moment, patient: int, **parts: object) -> None:
    draft = replace(store.read(draft_of, patient), **parts)
    store.do(amend_patient, patient, draft, moment=moment, rules=store.rules)


def told(store: Store, moment: Moment, path: Path) -> list[str]:
    return [finding.sentence for finding in bring_in(store, moment, path).findings]


def member(name: str, **parts: object) -> Resource:
    return {"member": {"reference": f"Practitioner/{name}"}, **parts}


def with_npi(number: str, family: str = "Bell", **parts: Any) -> Resource:
    return practitioner(family, identifier=[{"system": NPI, "value": number}], **parts)
