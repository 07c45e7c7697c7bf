"""The migrations lead to the very tables, and every one runs up and down with data in it."""

import re
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from careteam.domain.errors import Unavailable
from careteam.domain.moment import Moment
from careteam.storage.engine import Key, open_engine
from careteam.storage.schema import (
    HEAD,
    MIGRATIONS,
    SCHEMA,
    _drop_triggers,
    create_schema,
    migrate,
    migrating,
    version_of,
)
from careteam.storage.store import Store
from tests.conftest import ADMIN, NOW

KEY = Key(bytes(range(32)), bytes(range(16)))

SEARCH_SHADOWS = ("note_search_", "patient_search_", "person_search_")
"""Tables that the search tables keep for themselves."""


@pytest.fixture
def engine(tmp_path: Path) -> Any:
    path = tmp_path / "migrated.db"
    path.touch()
    engine = open_engine(path, KEY, is_new=True)
    yield engine
    engine.dispose()


def shape(engine: Engine) -> dict[str, Any]:
    """Every column, index, foreign key, check, trigger and virtual table of a file."""
    with engine.connect().execution_options(write=False) as connection:

        def ask(sql: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

        found: dict[str, Any] = {}
        for kind, name, sql in ask("SELECT type, name, sql FROM sqlite_master"):
            if kind == "table" and not name.startswith(SEARCH_SHADOWS):
                checks = sorted(re.findall(r"CONSTRAINT \w+ CHECK \(.*\)", sql or ""))
                found[name] = (
                    [column[1:] for column in ask(f"PRAGMA table_xinfo({name})")],
                    sorted(key[2:] for key in ask(f"PRAGMA foreign_key_list({name})")),
                    checks,
                    "STRICT" in (sql or ""),
                )
            elif kind in ("index", "trigger", "view") and sql:
                found[name] = re.sub(r"\s+", " ", sql)
        return found


def test_the_migrated_schema_equals_the_tables(engine: Engine, tmp_path: Path) -> None:
    migrate(engine)
    path = tmp_path / "made.db"
    path.touch()
    made = open_engine(path, KEY, is_new=True)
    with made.begin() as connection:
        create_schema(connection)
    expected, found = shape(made), shape(engine)
    made.dispose()
    assert found.keys() == expected.keys()
    for name, parts in expected.items():
        assert found[name] == parts, name
    assert version_of(engine) == SCHEMA


def test_the_head_is_the_newest_migration() -> None:
    names = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert names[-1] == HEAD
    assert len(names) == SCHEMA


def test_every_migration_runs_down_and_up_again_with_data(
    store: Store, patient: int, empty_database: tuple[Path, Key]
) -> None:
    path, key = store.path, empty_database[1]
    store.close()
    engine = open_engine(path, key)
    before = shape(engine)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        _drop_triggers(connection)
        command.downgrade(config, "base")
    migrate(engine)
    assert shape(engine) == before
    engine.dispose()


def test_a_newer_database_is_refused_and_left_alone(
    store: Store, empty_database: tuple[Path, Key]
) -> None:
    path, key = store.path, empty_database[1]
    store.close()
    engine = open_engine(path, key)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA + 1}")
    engine.dispose()
    with pytest.raises(Unavailable, match="newer Careteam"):
        Store.open(path, key, now=NOW, who=ADMIN)


def test_an_older_database_is_backed_up_and_migrated(
    tmp_path: Path, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    path.touch()
    engine = open_engine(path, KEY, is_new=True)
    with engine.begin() as connection:
        create_schema(connection)
    engine.dispose()
    monkeypatch.setattr("careteam.storage.schema.SCHEMA", SCHEMA + 1)
    store = Store.open(path, KEY, now=moment.now, who=ADMIN)
    assert (
        store.read(
            lambda session: session.connection().exec_driver_sql("PRAGMA user_version").scalar()
        )
        == SCHEMA + 1
    )
    store.close()
    [copy] = (tmp_path / "old-backups").glob("old-*-update.db")
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = open_engine(copy, KEY)
    assert version_of(kept) == SCHEMA
    kept.dispose()
