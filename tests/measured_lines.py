"""What a measure by hand gives: a line for each patient, contact or step that it looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Line:
    """A line of a measure: the id of its row, the patient, whether it counts, its days, parts."""

    ref: int
    patient: int
    is_hit: bool = True
    days: int | None = None
    parts: tuple[tuple[str, str], ...] = ()


def middle(lines: Iterable[Line]) -> float | None:
    """The median of the days of those that count."""
    days = [line.days for line in lines if line.is_hit and line.days is not None]
    return float(median(days)) if days else None
