"""A table that comes in: what it is about, its rows as they lie there, and those that stay out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from careteam.domain.incoming import Incoming

_BETWEEN = "\x1f"
REASON = "Why it was refused"
"""The heading of the last column in a file of refused rows."""


class About(StrEnum):
    """What a table is a list of."""

    PATIENTS = "patients"
    DIRECTORY = "directory"
    ASSIGNMENTS = "assignments"
    CONTACTS = "contacts"


class DayOrder(StrEnum):
    """How days of numbers alone are read where that could be done two ways."""

    ASK = ""
    MONTH_FIRST = "mdy"
    DAY_FIRST = "dmy"


@dataclass(frozen=True, slots=True)
class Line:
    """One row under its number in the spreadsheet; `problem` says why its cells cannot be read."""

    number: int
    packed: str
    problem: str = ""

    @classmethod
    def of(cls, number: int, cells: Sequence[str], problem: str = "") -> Self:
        """A row of these cells, kept as one text: a hundred thousand of them are in memory."""
        return cls(number, _BETWEEN.join(cell.replace(_BETWEEN, " ") for cell in cells), problem)

    @property
    def cells(self) -> list[str]:
        """The cells as they were read."""
        return self.packed.split(_BETWEEN)


@dataclass(frozen=True, slots=True)
class Table:
    """A file as read, before anybody said what its columns mean.

    `digest` is that of its bytes, `notes` are sentences about how it was read.
    """

    file: str
    digest: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table mean: a field for each heading that has one."""

    about: About
    fields: Mapping[str, str] = field(default_factory=dict)
    day_order: DayOrder = DayOrder.ASK

    def body(self) -> dict[str, Any]:
        """As plain lists and dictionaries, to be remembered."""
        return {
            "about": str(self.about),
            "fields": dict(self.fields),
            "day_order": str(self.day_order),
        }

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Self:
        """Read again what `body` gave."""
        return cls(About(body["about"]), dict(body["fields"]), DayOrder(body["day_order"]))

    def fits(self, headings: Sequence[str]) -> bool:
        """Whether a table has every heading that means something here."""
        return bool(self.fields) and set(self.fields) <= set(headings)


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that stays out, as it lies in the file, with the reason in one sentence."""

    number: int
    cells: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Staged:
    """A table read into drafts; nothing of it has been compared with the database.

    `rows` are the numbers of the rows of a patient or a person, by key; `why` the reasons of the
    rows that stay out, by number. `people` are the words by which somebody of the directory is
    named, by the key that stands for them in `incoming`.
    """

    table: Table
    columns: Columns
    incoming: Incoming
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    why: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def about(self) -> About:
        """What it is a list of."""
        return self.columns.about

    @property
    def refused(self) -> tuple[RefusedRow, ...]:
        """The rows that stay out, in the order of the file."""
        return refused_rows(self.table, self.why)


def refused_rows(table: Table, why: Mapping[int, str]) -> tuple[RefusedRow, ...]:
    """The rows of a table that stay out, with their reasons, in its order."""
    return tuple(
        RefusedRow(line.number, tuple(line.cells), why[line.number])
        for line in table.lines
        if line.number in why
    )


def row_named(number: int) -> str:
    """row 1,204: where something stands in a table."""
    return f"row {number:,}"
