"""How large a table may be, and the one way in which a file says that it cannot be read."""

from careteam.domain.errors import CareteamError

MEGABYTE = 1024 * 1024
MOST_TEXT_BYTES = 20 * MEGABYTE
MOST_BOOK_BYTES = 10 * MEGABYTE
MOST_UNPACKED_BYTES = 50 * MEGABYTE
MOST_RATIO = 100
MOST_MEMBERS = 200
MOST_ROWS = 100_000
MOST_COLUMNS = 64
MOST_LETTERS = 10_000


class NotATable(CareteamError):  # noqa: N818 - a word of the program, like Refused
    """A file of which nothing can be read; one sentence says why and what to do."""


class NoEncoding(NotATable):
    """A text that is not UTF-8: somebody has to say that it is Windows-1252.

    `row` is the first that cannot be read, `sample` how it would read then.
    """

    def __init__(self, sentence: str, row: int, sample: str) -> None:
        super().__init__(sentence)
        self.row, self.sample = row, sample


def too_many_rows(file: str) -> NotATable:
    """The sentence about a table that is too long; empty rows count, for they are read too."""
    return NotATable(
        f"{file} has more than {MOST_ROWS:,} rows, empty ones included: "
        "delete the empty rows at its end, or split it."
    )


def too_many_columns(file: str) -> NotATable:
    """The sentence about a table that is too wide."""
    return NotATable(
        f"{file} has more than {MOST_COLUMNS} columns: keep those that are to come in."
    )
