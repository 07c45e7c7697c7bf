"""What a table asks outside the window's own time: reading, comparing, taking in, taking back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from careteam.domain.changes import Changes
from careteam.domain.intake.preview import ImportPreview
from careteam.domain.intake.report import Choice, ImportReport
from careteam.domain.intake.tables import Columns, Staged, Table
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.store import Store
from ui.background import Report


@dataclass(frozen=True, slots=True)
class Opened:
    """A table that was read, and what is remembered of columns."""

    table: Table
    remembered: Mapping[str, Columns]


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """A table with columns that mean something, and what importing it would do."""

    staged: Staged
    preview: ImportPreview


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import was taken back."""

    changes: Changes


def open_table(store: Store, path: Path, encoding: str) -> Callable[[Report], Opened]:
    """The work of reading a file as a table; nothing of it is looked for in the database."""

    def work(report: Report) -> Opened:
        from careteam.imports.tables.reading import read_table
        from careteam.storage.reads.column_mappings import remembered_columns

        table = read_table(path, encoding=encoding, progress=report)
        mine = store.again()
        try:
            return Opened(table, mine.read(remembered_columns))
        finally:
            mine.close()

    return work


def stage_and_compare(
    store: Store, table: Table, columns: Columns, rules: Rules, moment: Moment
) -> Callable[[Report], PreparedTable]:
    """The work of reading every row and comparing it, on connections of its own."""

    def work(report: Report) -> PreparedTable:
        from careteam.imports.tables.staging import stage
        from careteam.storage.reads.import_tables import compare_table

        staged = stage(table, columns, catalogue=rules.catalogue, moment=moment, progress=report)
        mine = store.again()
        try:
            preview = mine.read(compare_table, staged, rules=rules, moment=moment)
        finally:
            mine.close()
        return PreparedTable(staged, preview)

    return work


def take_table_in(
    store: Store,
    staged: Staged,
    choices: Mapping[str, Choice],
    moment: Moment,
    people: Mapping[str, frozenset[str]],
) -> Callable[[Report], ImportReport]:
    """The work of importing in one transaction; stopped, nothing of it is stored.

    Of `people` the table is right about some fields, by their keys.
    """

    def work(report: Report) -> ImportReport:
        from careteam.storage.importing_tables import run_table

        mine = store.again()
        try:
            return run_table(mine, staged, choices, moment=moment, progress=report, people=people)
        finally:
            mine.close()

    return work


def take_back(
    store: Store, run_id: int, rules: Rules, moment: Moment
) -> Callable[[Report], TakenBack]:
    """The work of taking a whole import back, in one transaction."""

    def work(report: Report) -> TakenBack:
        from careteam.storage.writes.undo_import import undo_import

        mine = store.again()
        try:
            return TakenBack(mine.do(undo_import, run_id, report, moment=moment, rules=rules))
        finally:
            mine.close()

    return work
