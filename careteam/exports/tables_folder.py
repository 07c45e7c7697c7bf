"""Everything that is kept as a folder of CSV with its own description, whole or not there at all.

The description is a Tabular Data Package (specs.frictionlessdata.io), which programs can read.
"""

import contextlib
import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Self

from careteam.domain.errors import Unavailable
from careteam.domain.kept_tables import KeptColumn, KeptTable
from careteam.exports.file_names import PART, clear_leftovers, settle, why_not
from careteam.exports.list_csv import neutral

NULL = "\\N"
"""How a cell stands that holds nothing, not even an empty text."""
MARK = "'"
SCHEMA_NAME, README_NAME = "schema.json", "README.md"
NOT_EMPTY = "{name} is there and not empty. Choose a new folder."
_FLUSH_BYTES = 1 << 16

README = Path(__file__).parents[2] / "resources" / "documents" / "everything.md"


def cell_of(value: Any, kind: str) -> str:
    """What is stored as a cell that no spreadsheet runs and that loses nothing; see `value_of`."""
    if value is None:
        return NULL
    if kind == "datetime":
        return f"{str(value).replace(' ', 'T')}Z"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    needs_mark = text.startswith(MARK) or text == NULL or neutral(text) != text
    return MARK + text if needs_mark else text


def value_of(cell: str, kind: str) -> Any:
    """What is stored, from its cell: the way back."""
    if cell == NULL:
        return None
    if kind == "datetime":
        return cell.removesuffix("Z").replace("T", " ")
    if kind in ("integer", "boolean"):
        return int(cell)
    return cell.removeprefix(MARK)


class TablesFolder:
    """A new folder with one CSV a table, `schema.json` and a README, for its owner's eyes only.

    All of it is written beside its place under another name and moved there at the end; what goes
    wrong before leaves nothing. `before` hears the SHA-256 of `schema.json`, which holds those of
    all tables, when the folder is about to appear; what it raises keeps it away.
    """

    def __init__(
        self,
        folder: Path,
        tables: Sequence[KeptTable],
        *,
        made_at: datetime,
        schema_number: int,
        clinic: str = "",
        before: Callable[[str], object] = lambda _digest: None,
    ) -> None:
        self._folder, self._tables, self._before = folder, tables, before
        self._made_at, self._number, self._clinic = made_at, schema_number, clinic
        self._part = folder
        self._open: _TableFile | None = None
        self._done: dict[str, dict[str, Any]] = {}

    def __enter__(self) -> Self:
        try:
            if self._folder.exists() and (not self._folder.is_dir() or any(self._folder.iterdir())):
                raise Unavailable(NOT_EMPTY.format(name=self._folder.name))
            made = tempfile.mkdtemp(dir=self._folder.parent, prefix=PART, suffix=".part")
        except OSError as error:
            raise Unavailable(why_not(error, self._folder)) from error
        self._part = Path(made)
        return self

    def write(self, table: KeptTable, row: Sequence[Any]) -> None:
        """Add a row, as stored, to its table; the rows of a table come one after the other."""
        try:
            self._file_of(table).write(row)
        except OSError as error:
            raise Unavailable(why_not(error, self._folder)) from error

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if error is None:
                self._finish()
        except OSError as broken:
            raise Unavailable(why_not(broken, self._folder)) from broken
        finally:
            self._close()
            shutil.rmtree(self._part, ignore_errors=True)

    def _finish(self) -> None:
        self._close()
        for table in self._tables:
            if table.name not in self._done:
                self._file_of(table)
        self._close()
        described = json.dumps(self._schema(), ensure_ascii=False, indent=2).encode() + b"\n"
        _put(self._part / SCHEMA_NAME, described)
        _put(self._part / README_NAME, self._readme().encode())
        self._before(hashlib.sha256(described).hexdigest())
        with contextlib.suppress(FileNotFoundError):
            self._folder.rmdir()
        self._part.replace(self._folder)
        settle(self._folder.parent)
        clear_leftovers(self._folder)

    def _file_of(self, table: KeptTable) -> "_TableFile":
        if self._open is None or self._open.table is not table:
            self._close()
            self._open = _TableFile(self._part / f"{table.name}.csv", table)
        return self._open

    def _close(self) -> None:
        file, self._open = self._open, None
        if file is not None:
            self._done[file.table.name] = file.close()

    def _schema(self) -> dict[str, Any]:
        return {
            "profile": "tabular-data-package",
            "name": "careteam-everything",
            "title": f"Everything that Careteam keeps: {self._clinic}".rstrip(": "),
            "created": self._made_at.isoformat(),
            "careteam_schema": self._number,
            "resources": [_resource(table, self._done[table.name]) for table in self._tables],
        }

    def _readme(self) -> str:
        lines = [
            f"| `{table.name}.csv` | {self._done[table.name]['rows']:,} | {_short(table.means)} |"
            for table in self._tables
        ]
        text = README.read_text("utf-8")
        for name, value in (
            ("{clinic}", self._clinic or "the clinic"),
            ("{made_at}", self._made_at.isoformat(timespec="seconds")),
            ("{tables}", "\n".join(lines)),
        ):
            text = text.replace(name, value)
        return text


class _TableFile:
    """One CSV that is being written, with its digest."""

    def __init__(self, path: Path, table: KeptTable) -> None:
        self.table = table
        self._file: IO[bytes] = os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        )
        self._kinds = [column.kind for column in table.columns]
        self._text = io.StringIO(newline="")
        self._csv = csv.writer(self._text, lineterminator="\r\n")
        self._digest = hashlib.sha256()
        self._bytes = self._rows = 0
        self._csv.writerow([column.name for column in table.columns])

    def write(self, row: Sequence[Any]) -> None:
        """Add a row."""
        self._rows += 1
        self._csv.writerow(list(map(cell_of, row, self._kinds)))
        if self._text.tell() > _FLUSH_BYTES:
            self._flush()

    def close(self) -> dict[str, Any]:
        """Put it on the disk; gives its rows, bytes and digest."""
        try:
            self._flush()
            self._file.flush()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()
        return {"rows": self._rows, "bytes": self._bytes, "hash": self._digest.hexdigest()}

    def _flush(self) -> None:
        data = self._text.getvalue().encode()
        self._text.seek(0)
        self._text.truncate()
        self._digest.update(data)
        self._bytes += len(data)
        self._file.write(data)


def _resource(table: KeptTable, done: dict[str, Any]) -> dict[str, Any]:
    keys = [
        {"fields": column.name, "reference": {"resource": to[0], "fields": to[1]}}
        for column in table.columns
        if (to := column.names) is not None
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.means,
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": done["bytes"],
        "hash": f"sha256:{done['hash']}",
        "rows": done["rows"],
        "left_out": list(table.left_out),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": keys,
            "missingValues": [NULL],
        },
    }


def _field(column: KeptColumn) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": column.is_needed}
    if column.values:
        limits["enum"] = list(column.values)
    if column.longest is not None:
        limits["maxLength"] = column.longest
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if column.kind == "json" else column.kind,
        "description": column.means,
        "constraints": limits,
    }
    if column.kind == "boolean":
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    if column.kind == "json":
        field["format"] = "json"
    if column.kind == "datetime":
        field["format"] = "any"
    return field


def _put(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _short(text: str) -> str:
    return text.replace("|", "/")
