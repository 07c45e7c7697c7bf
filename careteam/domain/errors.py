"""The five ways in which Careteam says no, each with a sentence a nurse can act on."""

import dataclasses
from collections.abc import Iterable

from careteam.domain.text import clean

MOST_QUOTED = 120


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one field; `text` may name `args` in braces."""

    field: str
    text: str
    args: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The text with its values put in, as much of each as somebody needs to know it by."""
        return self.text.format(**{name: _quoted(value) for name, value in self.args.items()})


def _quoted(value: str) -> str:
    shown = clean(value)
    return shown if len(shown) <= MOST_QUOTED else f"{shown[:MOST_QUOTED]}…"


class CareteamError(Exception):
    """Anything that Careteam foresaw; `sentence` says what happened and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(CareteamError):  # noqa: N818 - the word the program uses
    """What came in breaks a rule; every problem names its field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))

    @classmethod
    def at(cls, field_name: str, sentence: str, /, **args: object) -> "Refused":
        """One problem at one field."""
        return cls(
            [Problem(field_name, sentence, {name: str(value) for name, value in args.items()})]
        )


class Stale(CareteamError):  # noqa: N818
    """Somebody changed the same entry meanwhile; nothing was overwritten."""


class Missing(CareteamError):  # noqa: N818
    """What was asked for is not in the database."""


class Locked(CareteamError):  # noqa: N818
    """Another window or program holds the database, or the key is wrong."""


class Unavailable(CareteamError):  # noqa: N818
    """The disk, the file or the machine cannot do what was asked."""


class Damaged(Unavailable):
    """The file of the database is not whole; a copy of it may be."""


class NotItsKeys(Locked):
    """The ring beside the database is not the one that opens it; a copy has its own."""
