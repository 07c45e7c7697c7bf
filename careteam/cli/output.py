"""How the command line speaks: aligned tables, JSON with stable keys, one sentence for an error."""

import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from datetime import date, datetime
from typing import Any

from careteam.domain.changes import Changes
from careteam.domain.text import clean

GAP = "  "
LONGEST_CELL, LONGEST_LAST = 72, 160


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what a terminal cannot show becomes a mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def complain(sentence: str) -> None:
    """One sentence on the error stream."""
    print(f"careteam: {clean(sentence)}", file=sys.stderr)


def print_json(tree: object) -> None:
    """The tree as JSON: UTF-8, two spaces, ISO dates."""
    print(json.dumps(tree, ensure_ascii=False, indent=2, default=_plain))


def tell(changes: Changes, *, as_json: bool) -> int:
    """What a verb did, in its own sentence; gives the exit code."""
    if as_json:
        print_json({"id": changes.made, "summary": changes.summary})
    else:
        print(changes.summary)
    return 0


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str = "") -> None:
    """Columns aligned by what a terminal shows; a long cell is cut with an ellipsis."""
    longest = [*[LONGEST_CELL] * (len(heads) - 1), LONGEST_LAST]
    lines = [[_cell(*pair) for pair in zip(row, longest, strict=True)] for row in rows]
    if not lines:
        print(empty)
        return
    table = [list(heads), *lines]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for line in table:
        padded = (
            cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True)
        )
        print(GAP.join(padded).rstrip())


def width(text: str) -> int:
    """The columns that a text takes on a terminal: two for wide letters, none for marks."""
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def iso_minute(at: datetime | None) -> str | None:
    """A moment with its zone, to the minute."""
    return at.isoformat(timespec="minutes") if at else None


def _cell(value: object, longest: int) -> str:
    text = clean("" if value is None else str(value))
    if width(text) <= longest:
        return text
    kept, room = [], longest - 1
    for char in text:
        room -= width(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return iso_minute(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        raise TypeError("a row is told key by key")
    return str(value)
