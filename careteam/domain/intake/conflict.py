"""One thing that stands otherwise here than in a file, with both sides in words."""

from dataclasses import dataclass

from careteam.domain.intake.merging import EVERY_FIELD, Value
from careteam.domain.text import clean


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field: its key and its word, what stands here and what the file says."""

    field: str
    label: str
    ours: str
    theirs: str

    @property
    def sentence(self) -> str:
        """address: here Troy, in the file Boston."""
        return f"{self.label}: here {self.ours}, in the file {self.theirs}"


def shown(value: Value) -> str:
    """A value in one line; nothing is said as such."""
    text = value if isinstance(value, str) else ", ".join(part for part in value if part)
    return clean(text) or "nothing"


def is_decided(field: str, taken_over: frozenset[str]) -> bool:
    """Whether somebody said that the file is right about a field."""
    return field in taken_over or taken_over >= EVERY_FIELD
