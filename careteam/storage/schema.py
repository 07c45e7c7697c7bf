"""The shape of the database file: made new, recognised by number, brought up to date."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from careteam.domain.errors import Unavailable
from careteam.storage import tables
from careteam.storage.audit import trail_key_of
from careteam.storage.audit_ddl import TRAIL_KEY_TABLE, audit_trigger_ddl
from careteam.storage.engine import TRAIL_KEY
from careteam.storage.kept import fill_sql, trigger_ddl
from careteam.storage.search import SEARCH_TABLES, SEARCH_TRIGGERS
from careteam.storage.seeds import fill_clinical
from careteam.storage.tallies import TALLY_TABLE

SCHEMA = 11
"""The number of the newest migration, kept in the file as `user_version`."""

HEAD = "0011"
MIGRATIONS = Path(__file__).parent / "migrations"


def create_schema(connection: Connection) -> None:
    """Make every table, trigger and search table in an empty file and note their version.

    Always in one order, so that the pages that describe them are the same in every new file
    (`descriptions` mends a damaged one with that).
    """
    assert tables.__all__  # noqa: S101 - the tables are registered by their import
    for table in SQLModel.metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    for statement in SEARCH_TABLES:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(TALLY_TABLE)
    connection.exec_driver_sql(TRAIL_KEY_TABLE)
    connection.exec_driver_sql(
        f"INSERT INTO {TRAIL_KEY} VALUES (?)", (trail_key_of(connection).hex(),)
    )
    _renew_triggers(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num TEXT NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{HEAD}')")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def bare_schema(engine: Engine, version: int) -> None:
    """Make the tables of a schema of then in an empty file, without triggers.

    `finish_schema` brings them up to date, with what was laid into them meanwhile.
    """
    if version < SCHEMA:
        migrate(engine, f"{version:04}")
    else:
        with engine.begin() as connection:
            create_schema(connection)
            _drop_triggers(connection)


def finish_schema(engine: Engine, version: int) -> None:
    """Bring bare tables up to date and let their triggers watch them."""
    if version < SCHEMA:
        migrate(engine)
    else:
        with engine.begin() as connection:
            _renew_triggers(connection)


def version_of(engine: Engine) -> int:
    """The schema number of the file; 0 for one that Careteam did not make."""
    with engine.connect().execution_options(write=False) as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def check_version(found: int) -> bool:
    """Whether the file has to be migrated; refuses what is newer or unknown."""
    if found > SCHEMA:
        raise Unavailable(
            f"This database was made by a newer Careteam (schema {found}; this one knows "
            f"{SCHEMA}). Nothing was changed; install the newer version."
        )
    if found < 1:
        raise Unavailable("This database was not made by Careteam. Choose another file.")
    return found < SCHEMA


def migrate(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to a revision in one transaction; all or nothing.

    Triggers are no part of a migration: at the head they are always made anew as `kept`,
    `search` and `audit_ddl` tell them.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with migrating(engine) as connection:
        config.attributes["connection"] = connection
        _drop_triggers(connection)
        command.upgrade(config, revision)
        if revision == "head":
            _renew_triggers(connection)
            fill_clinical(connection)
            for statement in fill_sql():
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


@contextlib.contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction in which tables may be rebuilt: foreign keys are checked after it again."""
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        if driver is None:
            raise Unavailable("The database was closed meanwhile. Open it again.")
        driver.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.cursor().execute("PRAGMA foreign_keys=ON")


def _renew_triggers(connection: Connection) -> None:
    _drop_triggers(connection)
    for statement in (*trigger_ddl(), *SEARCH_TRIGGERS, *audit_trigger_ddl()):
        connection.exec_driver_sql(statement)


def _drop_triggers(connection: Connection) -> None:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
