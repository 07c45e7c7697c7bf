"""Laying rows that were read into a new file: no trigger stands in it yet, no key is checked."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlmodel import SQLModel

from careteam.domain.errors import Unavailable
from careteam.domain.text import fold
from careteam.storage.engine import Key, connect
from careteam.storage.kept import fill_sql, renew_sql
from careteam.storage.key_ring import read_ring
from careteam.storage.search import search_key
from careteam.storage.walking import quoted

NOT_SOUND = "The rescued file did not pass its own check. Choose another folder and try again."

_FILL_SEARCH = (
    "INSERT INTO patient_search(rowid, key) SELECT id, search_key FROM patient",
    "INSERT INTO note_search(rowid, note) SELECT id, note FROM contact WHERE note <> ''",
    "INSERT INTO person_search(rowid, name_key) SELECT id, name_key FROM person",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it stands in the file."""

    name: str
    is_text: bool
    is_needed: bool
    """Never NULL."""
    key_place: int
    """Its place in the primary key, 0 outside."""


class NewFile:
    """A file with bare tables, written on one connection of its own until `close`."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self.connection: Any = connect(path, key)
        for pragma in ("foreign_keys=OFF", "synchronous=OFF"):
            self.connection.execute(f"PRAGMA {pragma}")

    def standing(self) -> set[str]:
        """Everything of a name that there is in this schema."""
        return {row[0] for row in self.connection.execute("SELECT name FROM sqlite_master")}

    def tables(self) -> tuple[str, ...]:
        """The tables that there are in this schema, each behind those that it belongs to."""
        standing = self.standing()
        known = (table.name for table in SQLModel.metadata.sorted_tables)
        return tuple(table for table in known if table in standing)

    def columns_of(self, table: str) -> tuple[Column, ...]:
        """The columns of a table, in order."""
        return tuple(
            Column(name, kind == "TEXT", bool(needed or place), place)
            for _, name, kind, needed, _, place in self.connection.execute(
                f'PRAGMA table_info("{table}")'
            )
        )

    def lay(self, table: str, columns: Sequence[str], row: Sequence[Any]) -> bool:
        """Lay a row in; False when the table does not take it."""
        marks = ", ".join("?" * len(columns))
        try:
            self.connection.execute(
                f'INSERT INTO "{table}" ({quoted(columns)}) VALUES ({marks})', row
            )
        except sqlcipher.IntegrityError:  # pyright: ignore[reportAttributeAccessIssue]
            return False
        return True

    def give_slots(self, ring: Path) -> None:
        """Lead accounts that were made again to their keys, which no trail tells."""
        try:
            found = read_ring(ring)
        except Unavailable:
            return
        if "account" not in self.standing():
            return
        self.connection.execute("UPDATE account SET spare_codes = '[]' WHERE spare_codes = ''")
        for slot in found.slots if found else ():
            self.connection.execute(
                "UPDATE account SET slot_id = ? WHERE name_key = ? AND slot_id = '' "
                "AND disabled_at IS NULL",
                (slot.id, slot.user),
            )

    def take_out_orphans(self, table: str) -> tuple[int, int]:
        """Let rows go without what they named and cannot be found, or take them out.

        A row goes without where its table allows it; how many do, and how many were taken out.
        """
        needed = {column.name: column.is_needed for column in self.columns_of(table)}
        let_go, taken = 0, 0
        keys = self.connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        for _, _, parent, column, named, *_ in keys:
            orphaned = (
                f'"{column}" IS NOT NULL AND NOT EXISTS '
                f'(SELECT 1 FROM "{parent}" AS p WHERE p."{named}" = "{table}"."{column}")'
            )
            if not needed[column]:
                let_go += self.connection.execute(
                    f'UPDATE OR IGNORE "{table}" SET "{column}" = NULL WHERE {orphaned}'
                ).rowcount
            taken += self.connection.execute(f'DELETE FROM "{table}" WHERE {orphaned}').rowcount
        return let_go, taken

    def contacts_missing(self) -> dict[int, int]:
        """By patient, how many contacts fewer there are than the patient's row has kept count of.

        To be asked before that count is kept anew.
        """
        return {
            patient: fewer
            for patient, fewer in self.connection.execute(
                "SELECT id, contact_count - (SELECT count(*) FROM contact "
                "WHERE patient_id = patient.id AND retracted_at IS NULL) FROM patient"
            )
            if fewer > 0
        }

    def make_findable(self, patients: Iterable[int], people: Iterable[int]) -> None:
        """Fill the keys of search of rows that were made again."""
        numbers = "SELECT number FROM patient_phone WHERE patient_id = ? ORDER BY position, id"
        named = "SELECT family, given, preferred, mrn, birth_date FROM patient WHERE id = ?"
        for one in patients:
            for family, given, preferred, mrn, born in self.connection.execute(
                named, (one,)
            ).fetchall():
                phones = tuple(row[0] for row in self.connection.execute(numbers, (one,)))
                key = search_key(family, given, preferred, mrn, born, phones)
                self.connection.execute(
                    "UPDATE patient SET name_key = ?, search_key = ? WHERE id = ?",
                    (fold(f"{family} {given}"), key, one),
                )
        for one in people:
            query = "SELECT family, given FROM person WHERE id = ?"
            for family, given in self.connection.execute(query, (one,)).fetchall():
                self.connection.execute(
                    "UPDATE person SET name_key = ? WHERE id = ?", (fold(f"{family} {given}"), one)
                )

    def finish(self) -> None:
        """Compute what triggers keep and fill the search tables, in a schema brought up to date."""
        self.connection.execute("BEGIN IMMEDIATE")
        for statement in (*renew_sql(), *fill_sql(), *_FILL_SEARCH):
            self.connection.execute(statement)
        self.connection.execute("COMMIT")

    def check(self) -> None:
        """Unavailable when anything in the new file is not as it must be."""
        for pragma in ("cipher_integrity_check", "foreign_key_check"):
            if self.connection.execute(f"PRAGMA {pragma}").fetchone():
                raise Unavailable(NOT_SOUND)
        if self.connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Unavailable(NOT_SOUND)

    def close(self) -> None:
        """Fold the log in and give everything to the disk; what was not finished is given up."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
        descriptor = os.open(self._path, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
