"""A small clinic in a file, what is done to it, and how it is told that all of it is whole."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session, SQLModel

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.audit import Fault
from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.engine import Key
from careteam.storage.soundness import check_pages
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient
from tests.conftest import ADMIN, NOW, PASSPHRASE
from tests.people import add_member

ZONE = "America/New_York"
START = date(2026, 11, 9)
MOMENT = Moment.at(NOW, ZONE)
CONTACTS = "SELECT id FROM contact ORDER BY id"
TOLD = (
    "SELECT CAST(entity_id AS INTEGER) FROM audit "
    "WHERE entity = 'contact' AND action = 'insert' ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class Clinic:
    """A database file with its key, and a patient in it whom the navigator calls."""

    path: Path
    key: Key
    patient: int
    navigator: int

    def open(self) -> Store:
        """The database, open."""
        return Store.open(self.path, self.key, now=NOW, who=ADMIN)

    def laid(self, folder: Path) -> "Clinic":
        """The same in another folder: the file alone, as a closed desk leaves it."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.path.name
        for beside in self.path.parent.glob(f"{self.path.name}*"):
            shutil.copyfile(beside, folder / beside.name)
        return replace(self, path=path)


def make_clinic(folder: Path, contacts: int = 3) -> Clinic:
    """Maria Delacruz, her navigator Joan Ellis, and some contacts."""
    path = folder / "careteam.db"
    store = Store.create(path, PASSPHRASE, moment=MOMENT)
    navigator = add_member(store, "Ellis", "Joan", "RN, OCN", "nurse_navigator")
    patient = store.do(
        register_patient,
        PatientDraft(
            "482913", "Delacruz", "Maria", phase="induction", phase_since=date(2026, 11, 9)
        ),
        moment=MOMENT,
        rules=store.rules,
    ).made
    assert patient is not None
    draft = AssignmentDraft(patient, "nurse_navigator", navigator, Rank.PRIMARY, START)
    store.do(assign, draft, moment=MOMENT, rules=store.rules)
    clinic = Clinic(path, store.key, patient, navigator)
    for _ in range(contacts):
        log_one(store, patient)
    store.close()
    return clinic


def log_one(store: Store, patient: int) -> int:
    """Log one contact by the verb of the window; its id, once it is kept."""
    draft = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", NOW, minutes=5, note="Slept well."
    )
    made = store.do(log_contact, draft, moment=MOMENT, rules=store.rules).made
    assert made is not None
    return made


@dataclass(frozen=True, slots=True)
class Content:
    """What a whole database holds."""

    contacts: tuple[int, ...]
    counted: int
    schema: int
    rows: dict[str, int]


class CutError(AssertionError):
    """The trail ends before its anchor: the program itself tells that something is lost."""


def content(path: Path, key: Key, *, untold: int = 0) -> Content:
    """What a database holds; AssertionError when it is not whole in every way that is known.

    Every page is as it was written, every index agrees, every contact has its row of the audit
    trail and every such row its contact, and the trail goes through its anchor. `untold` are the
    contacts, the oldest, that are older than the trail.
    """
    store = Store.open(path, key, now=NOW, who=ADMIN)
    try:
        check_pages(path, key)
        broken = store.check_trail().broken
        if broken is not None:
            raise (CutError if broken.fault is Fault.CUT else AssertionError)(broken.sentence)
        found, told = store.read(_content)
    finally:
        store._engine.dispose()
    assert list(found.contacts[untold:]) == told, "a contact and its row of the trail"
    assert found.counted == len(found.contacts), "the count that the lists read"
    return found


def _content(session: Session) -> tuple[Content, Sequence[int]]:
    connection = session.connection()
    assert _ask(connection, "PRAGMA integrity_check") == ["ok"]
    assert _ask(connection, "PRAGMA foreign_key_check") == []
    return Content(
        tuple(_ask(connection, CONTACTS)),
        sum(_ask(connection, "SELECT contact_count FROM patient")),
        _ask(connection, "PRAGMA user_version")[0],
        {
            table: _ask(connection, f'SELECT count(*) FROM "{table}"')[0]
            for table in SQLModel.metadata.tables
        },
    ), _ask(connection, TOLD)


def _ask(connection: Connection, sql: str) -> list[Any]:
    return list(connection.exec_driver_sql(sql).scalars())
