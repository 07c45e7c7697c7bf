"""Generates an encrypted clinic of any size, with the same tables, triggers and indexes.

Rows go in with the triggers off and the kept columns set to what the triggers would have written;
`tests/bench` proves that they agree.
"""

import random
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from bench import PASSPHRASE
from bench.clinical import add_clinical_record
from bench.navigation import add_navigation_time
from bench.patients import NOW, PANEL, ROLES, add_patients, invented_name, navigator_of
from careteam.domain.accounts import FIRST_USER
from careteam.domain.moment import Moment
from careteam.domain.text import fold
from careteam.storage.answers import ANSWERS_SQL, FIRST_CONTACT_SQL
from careteam.storage.audit_ddl import audit_trigger_ddl
from careteam.storage.kept import trigger_ddl
from careteam.storage.reads.worker import WORKER_SETTING
from careteam.storage.search import SEARCH_TRIGGERS
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from careteam.storage.tallies import tally_sql
from careteam.storage.writes.settings import set_setting

CHUNK = 2_000
DATES = (
    (
        "UPDATE patient SET referred_on = date(phase_since, '-3 days'), "
        "diagnosed_on = date(phase_since, '-9 days')"
    ),
    (
        "INSERT INTO care_profile (patient_id, pathway, intent, risk_group, cns_status, shaped_by, "
        "learning_preference, preferences, directive_place, first_treated_on, version) SELECT id, "
        "'', '', '', '', '', iif(id % 3, 'reading', ''), '', '', phase_since, 1 FROM patient"
    ),
)
"""Patients are referred shortly before their phase began, which is their first treatment."""


def make_clinic(path: Path, patients: int, *, seed: int = 1) -> None:
    """Make a database with so many patients; takes about a minute for each 100,000."""
    moment = Moment.at(NOW, "America/New_York")
    store = Store.create(path, PASSPHRASE, moment=moment, clinic="Benchmark")
    engine = store._engine  # noqa: SLF001 - the generator writes below the verbs, on purpose
    _fill(engine, patients, random.Random(seed), moment.today)
    worker = str(navigator_of(1, patients))
    store.do(set_setting, WORKER_SETTING, worker, moment=moment, rules=store.rules)
    store.close()


def is_current(path: Path) -> bool:
    """Whether a clinic that was kept has the present schema, to the letter."""
    moment = Moment.at(NOW, "America/New_York")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Store.create(Path(folder) / "empty.db", PASSPHRASE, moment=moment)
        kept = sign_in(path, Credentials(FIRST_USER, PASSPHRASE), now=NOW)
        try:
            return fresh.read(_schema) == kept.read(_schema)
        finally:
            fresh.close()
            kept.close()


def _schema(session: Session) -> dict[str, str]:
    rows = session.connection().exec_driver_sql("SELECT name, sql FROM sqlite_master")
    return dict(tuple(row) for row in rows)


def _fill(engine: Engine, patients: int, chance: random.Random, today: date) -> None:
    navigators = max(1, patients // PANEL)
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA cache_size=-512000")
        raw.execute("PRAGMA synchronous=OFF")
        indexes = _strip(raw)
        raw.execute("BEGIN IMMEDIATE")
        _people(raw, navigators, chance)
        raw.execute("COMMIT")
        for first in range(1, patients + 1, CHUNK):
            raw.execute("BEGIN IMMEDIATE")
            last = min(first + CHUNK, patients + 1)
            add_patients(raw, range(first, last), navigators, chance, today)
            add_clinical_record(raw, range(first, last), chance, today)
            add_navigation_time(raw, range(first, last), navigators, chance, today)
            raw.execute("COMMIT")
        for statement in indexes:
            raw.execute(statement)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO patient_search(rowid, key) SELECT id, search_key FROM patient")
        raw.execute("INSERT INTO person_search(rowid, name_key) SELECT id, name_key FROM person")
        raw.execute("INSERT INTO note_search(rowid, note) SELECT id, note FROM contact")
        raw.execute(
            "UPDATE person SET patient_count = (SELECT count(DISTINCT patient_id) "
            "FROM assignment WHERE person_id = person.id AND state <> 'ended')"
        )
        for statement in (*DATES, FIRST_CONTACT_SQL, ANSWERS_SQL, *tally_sql()):
            raw.execute(statement)
        for statement in (*trigger_ddl(), *SEARCH_TRIGGERS, *audit_trigger_ddl()):
            raw.execute(statement)
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _strip(raw: Any) -> list[str]:
    """Take away what slows a large filling: every trigger, and the indexes that it gives back."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
    raw.execute("BEGIN IMMEDIATE")
    for name, _ in raw.execute(query, ("trigger",)).fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    indexes = raw.execute(query, ("index",)).fetchall()
    for name, _ in indexes:
        raw.execute(f"DROP INDEX {name}")
    raw.execute("COMMIT")
    return [statement for _, statement in indexes]


def _people(raw: Any, navigators: int, chance: random.Random) -> None:
    rows, roles = [], []
    for number in range(1, navigators * len(ROLES) + 1):
        family, given = invented_name(chance), invented_name(chance)
        rows.append((number, f"p{number:036d}", family, given, fold(f"{family} {given}")))
        roles.append((number, ROLES[(number - 1) // navigators]))
    raw.executemany(
        "INSERT INTO person (id, external_id, family, given, title, credentials, organisation, "
        "department, pager, email, npi, languages, note, is_stub, name_key, patient_count, "
        "version) VALUES (?, ?, ?, ?, '', 'RN', '', '', '', '', '', '', '', 0, ?, 0, 1)",
        rows,
    )
    raw.executemany("INSERT INTO person_role VALUES (?, ?, 0)", roles)
