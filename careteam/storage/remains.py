"""What is left of a damaged database file, asked so that not one byte of it is ever written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from careteam.storage.engine import Key

PAGE = 4096


class Unreadable(Exception):  # noqa: N818 - the word for what was met, never told on screen
    """A page on the way to the next row could not be read."""


class Remains:
    """A file whose good pages can be asked; the same connection is of no use after a bad one.

    With its log it has to be a private copy: reading a log writes beside the file.
    """

    def __init__(self, path: Path, key: Key, *, has_log: bool = False) -> None:
        self._path = path
        self._key = key
        self._mode = "mode=ro" if has_log else "mode=ro&immutable=1"
        self._connection: Any = None

    def rows(self, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after the other, until Unreadable."""
        try:
            if self._connection is None:
                self._connection = self._connect()
            yield from self._connection.execute(sql, values)
        except sqlcipher.DatabaseError as error:  # pyright: ignore[reportAttributeAccessIssue]
            self.close()
            raise Unreadable from error

    def columns_of(self, table: str) -> tuple[str, ...]:
        """The columns that a table has in this file; none when its description is lost."""
        try:
            return tuple(row[1] for row in self.rows(f'PRAGMA table_info("{table}")'))
        except Unreadable:
            return ()

    def version(self) -> int:
        """The number of the schema; Unreadable when the first page is not what the key opens."""
        return int(next(self.rows("PRAGMA user_version"))[0])

    def broken_pages(self) -> tuple[int, ...]:
        """The numbers of the pages of the file itself that are not as they were written."""
        told = (str(row[0]) for row in self.rows("PRAGMA cipher_integrity_check"))
        return tuple(int(words.split()[-1]) for words in told if words.split()[-1].isdecimal())

    def close(self) -> None:
        """Let the file go; the next question opens it anew."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> Any:
        """Tolerant of a file that is cut off and of descriptions of tables that are lost."""
        connection = sqlcipher.connect(  # pyright: ignore[reportAttributeAccessIssue]
            f"{self._path.absolute().as_uri()}?{self._mode}",
            uri=True,
            check_same_thread=False,
        )
        connection.isolation_level = None
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key = "{self._key.literal}"')
        for pragma in ("writable_schema=ON", "query_only=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
