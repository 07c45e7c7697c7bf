"""The tables that are kept, as a stranger has to know them who reads them without the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptColumn:
    """A column as a stranger has to know it: `kind` is integer, string, date and so on.

    `names` is the table and column that it refers to, `values` the closed list it is from.
    """

    name: str
    kind: str
    means: str
    is_needed: bool
    names: tuple[str, str] | None = None
    values: tuple[str, ...] = ()
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table that leaves; `left_out` are its secret columns."""

    name: str
    means: str
    columns: tuple[KeptColumn, ...]
    key: tuple[str, ...]
    left_out: tuple[str, ...] = ()
