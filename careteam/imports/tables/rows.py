"""One row while it is read: its cells by field, and what is wrong with them, field by field."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from careteam.domain.dates import PartialDate
from careteam.domain.errors import Problem, Refused
from careteam.domain.intake.tables import Columns, Table
from careteam.domain.text import clean, fold
from careteam.imports.tables.values import Reader, cell_text, is_nothing

T = TypeVar("T")

EXAMPLE = "(example)"
"""Stands in the first column of a template's example row, which is never read."""
CALLED = "called|"
"""Before the words that name somebody of the directory, who is looked for later."""


@dataclass(slots=True)
class Row:
    """The cells of one row; what cannot be read is noted and read as empty."""

    number: int
    reader: Reader
    labels: Mapping[str, str]
    cells: Mapping[str, str]
    problems: list[str] = field(default_factory=list)

    def text(self, key: str, most: int = 0, *, lines: bool = False) -> str:
        """The words of a field, cleaned; too long a text is a problem."""
        found = clean(self.cells.get(key, ""), lines=lines)
        if most and len(found) > most:
            self.note(key, f"This is too long; at most {most} characters fit.")
            return ""
        return found

    def term(self, key: str, kind: str) -> str:
        """The key of a list, or nothing."""
        return self.read(key, lambda text: self.reader.term(text, kind)) or ""

    def lenient(self, key: str, kind: str) -> tuple[str, str]:
        """The key of a list, and the words of one that the list does not have."""
        text = self.cells.get(key, "")
        try:
            return (self.reader.term(text, kind) if text else ""), ""
        except Refused:
            return "", clean(text)

    def partial(self, key: str) -> PartialDate | None:
        """A day of which a part may not be known."""
        return self.read(key, lambda text: self.reader.partial(text, key))

    def read(self, key: str, reading: Callable[[str], T]) -> T | None:
        """A field as `reading` has it; None when it is empty or cannot be read."""
        text = self.cells.get(key, "")
        if not text:
            return None
        try:
            return reading(text)
        except Refused as refused:
            self.note(key, " ".join(problem.sentence for problem in refused.problems))
        return None

    def note(self, key: str, sentence: str) -> None:
        """Keep a sentence about a field."""
        label = self.labels.get(key, key)
        self.problems.append(f"{label}: {sentence}")

    def note_all(self, problems: Iterable[Problem], names: Mapping[str, str]) -> None:
        """Keep what a rule of the program says of the fields; `names` tells ours from its own."""
        for problem in problems:
            key = names.get(problem.field, problem.field)
            if not any(said.startswith(f"{self.labels.get(key, key)}:") for said in self.problems):
                self.note(key, problem.sentence)

    @property
    def why(self) -> str:
        """Everything that is wrong, in one text; empty when nothing is."""
        return " ".join(self.problems)


@dataclass(slots=True)
class Called:
    """Those of the directory whom a table names, by the key that stands for them."""

    people: dict[str, str] = field(default_factory=dict)

    def key(self, words: str) -> str:
        """The key of somebody named so; nothing for nobody."""
        if not words:
            return ""
        key = CALLED + fold(words)
        self.people.setdefault(key, words)
        return key


def rows_of(table: Table, columns: Columns, reader: Reader, labels: Mapping[str, str],
            why: dict[int, str]) -> Iterable[Row]:  # fmt: skip
    """The rows that can be read at all; `why` learns of the others. Examples are passed over."""
    places = [
        (place, columns.fields[heading])
        for place, heading in enumerate(table.headings)
        if heading in columns.fields
    ]
    for line in table.lines:
        if line.problem:
            why[line.number] = line.problem
            continue
        written = line.cells
        cells = {key: cell_text(written[place]) for place, key in places if place < len(written)}
        if EXAMPLE in cells.values():
            continue
        filled = {key: text for key, text in cells.items() if text and not is_nothing(text)}
        if not filled:
            why[line.number] = "Nothing stands in the columns that are read."
            continue
        yield Row(line.number, reader, labels, filled)


def split_name(whole: str) -> tuple[str, str]:
    """A name in one cell as family and given name: Last, First or First Last."""
    family, comma, given = whole.partition(",")
    if comma:
        return family.strip(), given.strip()
    given, _, family = whole.rpartition(" ")
    return family.strip(), given.strip()


def name_of(row: Row, most: int) -> tuple[str, str]:
    """Family and given name from their own columns, else from the one for both."""
    family, given = row.text("family", most), row.text("given", most)
    whole = row.text("name", most)
    if whole and not family:
        family, apart = split_name(whole)
        given = given or apart
    return family, given
