"""How the database goes about a query: the lines of EXPLAIN QUERY PLAN."""

from typing import Any

from sqlalchemy import Connection, event

from careteam.storage.store import Store


def plans_of(store: Store, query: Any, *args: Any, **kwargs: Any) -> list[str]:
    """Run a read and give the plans of every SELECT it made."""
    found: list[str] = []

    def explain(
        connection: Connection, _cursor: Any, statement: str, parameters: Any, *_: Any
    ) -> None:
        driver: Any = connection.connection.dbapi_connection
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            rows = driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in rows)

    store.rules  # noqa: B018 - read first, its plans are not asked for
    engine = store._engine
    event.listen(engine, "before_cursor_execute", explain)
    try:
        store.read(query, *args, **kwargs)
    finally:
        event.remove(engine, "before_cursor_execute", explain)
    return found
