"""What a rescue of a damaged database brought out, and what it could not."""

from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int | None]
"""The first and the last row number that could not be read; None is the end of the table."""


@dataclass(frozen=True, slots=True)
class TableSaved:
    """One table: rows read where they lay, made again from the trail or an index, and lost.

    `lost` is at least so many when it is not exact: then no index says which rows there were.
    """

    table: str
    read: int = 0
    remade: int = 0
    lost: int = 0
    is_exact: bool = True
    unreadable: tuple[Range, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every row is as it was."""
        return self.is_exact and not self.lost

    @property
    def kept(self) -> int:
        """The rows in the new file."""
        return self.read + self.remade


@dataclass(frozen=True, slots=True)
class PatientTouched:
    """A patient in the new file for whom a row was lost or made again."""

    mrn: str
    name: str
    lost: int
    remade: int


@dataclass(frozen=True, slots=True)
class Salvage:
    """A finished rescue; `rescued` is the new database, None when it was cancelled.

    `detached` counts the rows that stand without the person, contact or assignment they named,
    because that was lost; `from_index` the patients of whom only name, MRN and what else an index
    holds could be read.
    """

    source: Path
    rescued: Path | None
    schema: int
    tables: tuple[TableSaved, ...] = ()
    touched: tuple[PatientTouched, ...] = ()
    detached: int = 0
    from_index: int = 0

    @property
    def is_cancelled(self) -> bool:
        """Whether it was stopped; nothing is left of it then."""
        return self.rescued is None

    @property
    def is_whole(self) -> bool:
        """Whether every row is there as it was."""
        return not self.from_index and all(table.is_whole for table in self.tables)

    @property
    def read(self) -> int:
        """The rows in the new file."""
        return sum(table.kept for table in self.tables)

    @property
    def lost(self) -> int:
        """The rows that are not, at least."""
        return sum(table.lost for table in self.tables)

    @property
    def remade(self) -> int:
        """The rows that were made again."""
        return sum(table.remade for table in self.tables)

    def of(self, table: str) -> TableSaved:
        """What became of one table."""
        return next((one for one in self.tables if one.table == table), TableSaved(table))
