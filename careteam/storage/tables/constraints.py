"""The rules that stand in the schema itself, told once and named alike everywhere."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer

STRICT: dict[str, Any] = {"sqlite_strict": True}


def longest(column: str, length: int) -> CheckConstraint:
    """At most so many characters."""
    return CheckConstraint(f"length({column}) <= {length}", name=f"{column}_length")


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """One of a closed list of codes."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def ordered(earlier: str, later: str) -> CheckConstraint:
    """The later day, where there is one, is not before the earlier."""
    return CheckConstraint(
        f"{later} IS NULL OR {later} >= {earlier}", name=f"{later}_after_{earlier}"
    )


def belongs_to(table: str, *, optional: bool = False, cascade: bool = False) -> Column[Any]:
    """A column that names a row of another table by its id."""
    return Column(
        Integer,
        ForeignKey(f"{table}.id", ondelete="CASCADE" if cascade else "RESTRICT"),
        nullable=optional,
    )
