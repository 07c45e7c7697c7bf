"""The clinic that the benchmark measures is one that the program itself could have made."""

from collections.abc import Iterator
from typing import Any

import pytest

from bench import PASSPHRASE
from bench.clinic import make_clinic
from bench.patients import NOW, navigator_of
from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.storage.kept import rebuild_sql
from careteam.storage.reads.worker import worker_of
from careteam.storage.signing_in import Credentials, sign_in
from careteam.storage.store import Store
from tests.storage.test_kept_columns import kept, plain

PATIENTS = 300
SEARCH = ("patient_search", "note_search", "person_search")
SAMPLE = (1, 2, 77, 150, 251, 299, 300)
KEPT = (
    "SELECT * FROM patient ORDER BY id",
    "SELECT id, patient_count FROM person ORDER BY id",
    "SELECT * FROM team_role ORDER BY id",
)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("bench") / "clinic.db"
    make_clinic(path, PATIENTS)
    store = sign_in(path, Credentials("admin", PASSPHRASE), now=NOW)
    yield store
    store.close()


def rows(store: Store, sql: str) -> list[Any]:
    return store.read(lambda session: list(session.connection().exec_driver_sql(sql)))


def run(store: Store, *statements: str) -> None:
    @needs(Action.OWN)
    def verb(session: Any) -> Changes:
        for statement in statements:
            session.connection().exec_driver_sql(statement)
        return Changes(frozenset())

    store.do(verb)


def test_rebuilding_the_kept_columns_of_a_generated_clinic_changes_nothing(
    generated: Store,
) -> None:
    before = [rows(generated, sql) for sql in KEPT]
    run(generated, *rebuild_sql())
    assert [rows(generated, sql) for sql in KEPT] == before


@pytest.mark.parametrize("patient", SAMPLE)
def test_the_kept_columns_of_a_generated_patient_are_what_the_rows_say(
    generated: Store, patient: int
) -> None:
    assert kept(generated, patient) == plain(generated, patient)
    assert kept(generated, patient)["navigator_id"] == navigator_of(patient, PATIENTS)


def test_a_generated_clinic_has_every_index_trigger_and_search_table(
    generated: Store, store: Store
) -> None:
    schema = "SELECT name, sql FROM sqlite_master ORDER BY name"
    assert rows(generated, schema) == rows(store, schema)
    checks = (f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)" for name in SEARCH)
    run(generated, *checks)
    assert not rows(generated, "PRAGMA foreign_key_check")
    assert generated.read(worker_of) == navigator_of(1, PATIENTS)
