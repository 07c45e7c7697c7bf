"""Databases as each earlier version left them: its migrations, and what its tables could hold."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel

from careteam.storage.engine import Key, connect, open_engine
from careteam.storage.schema import MIGRATIONS, migrate
from careteam.storage.soundness import check_pages
from tests.reliability.clinic import Clinic

REVISIONS = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
PAST = REVISIONS[:-1]
"""Every revision but the present one, oldest first."""

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def make_old(clinic: Clinic, revision: str, path: Path) -> Clinic:
    """The clinic in a file that was made by the migrations up to a revision, and no further."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    engine = open_engine(path, clinic.key, is_new=True)
    migrate(engine, revision)
    now = connect(clinic.path, clinic.key, is_copy=True)
    try:
        with engine.connect() as old:
            old.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with old.begin():
                there = set(old.exec_driver_sql(TABLES).scalars())
                for table in SQLModel.metadata.sorted_tables:
                    if table.name in there:
                        _copy_rows(now, old, table.name)
                old.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")
    finally:
        now.close()
        engine.dispose()
    return Clinic(path, clinic.key, clinic.patient, clinic.navigator)


def rows_of(path: Path, key: Key) -> dict[str, int]:
    """How many rows each table of a file has, whatever its schema."""
    connection = connect(path, key)
    try:
        there = {name for (name,) in connection.execute(TABLES).fetchall()}
        return {
            table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in there & SQLModel.metadata.tables.keys()
        }
    finally:
        connection.close()


def _copy_rows(now: Any, old: Connection, table: str) -> None:
    wanted = {row[1] for row in old.exec_driver_sql(f'PRAGMA table_info("{table}")')}
    there = [row[1] for row in now.execute(f'PRAGMA table_info("{table}")')]
    shared = [name for name in there if name in wanted]
    if not shared:
        return
    columns = ", ".join(f'"{name}"' for name in shared)
    places = ", ".join("?" for _ in shared)
    rows = now.execute(f'SELECT {columns} FROM "{table}"').fetchall()
    if rows:
        old.exec_driver_sql(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', rows)


def schema_of(path: Path, key: Key) -> int:
    """The number of the schema of a file, which is whole."""
    check_pages(path, key)
    connection = connect(path, key)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()
