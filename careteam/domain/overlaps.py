"""Minutes of which two entries tell: such a minute counts once, for the entry that began first.

A minute belongs to one program only (aapc.com on principal care management; thoroughcare.net). That
one person's minute counts for one patient only is a careful choice, not a source.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
Key = tuple[str, int]
"""The source of an entry and its id."""


@dataclass(frozen=True, slots=True)
class Span:
    """An entry from its first minute by the clock; `at` and `entered_at` are UTC.

    `by_id` is the directory id of who did it, None where nobody is known.
    """

    source: str
    id: int
    patient_id: int
    program: str
    by_id: int | None
    at: datetime
    minutes: int
    entered_at: datetime

    @property
    def key(self) -> Key:
        """What no other entry has."""
        return self.source, self.id

    @property
    def begins(self) -> datetime:
        return self.at.replace(second=0, microsecond=0)

    @property
    def ends(self) -> datetime:
        """The first minute that is no longer of the entry."""
        return self.begins + self.minutes * MINUTE

    @property
    def order(self) -> tuple[datetime, datetime, str, int]:
        """Which of two began first; of two at once the one that was entered first."""
        return self.at, self.entered_at, self.source, self.id


def counted_from(spans: Iterable[Span]) -> Mapping[Key, datetime]:
    """From which minute each entry counts: the later of its own first and the end of others.

    The others began before it and are of the same person, or of the same patient in another
    program. They began first, so what they have of it is always its beginning.
    """
    of_person: dict[int, datetime] = {}
    of_patient: dict[int, dict[str, datetime]] = defaultdict(dict)
    found: dict[Key, datetime] = {}
    for span in sorted(spans, key=lambda one: one.order):
        begins, ends = span.begins, span.ends
        since, person, programs = begins, span.by_id, of_patient[span.patient_id]
        for program, taken in programs.items():
            if program != span.program and taken > since:
                since = taken
        programs[span.program] = max(ends, programs.get(span.program, ends))
        if person is not None:
            taken = of_person.get(person, begins)
            since = max(since, taken)
            of_person[person] = max(ends, taken)
        found[span.key] = since
    return found


def overlap_of(begins: datetime, minutes: int, counts_from: datetime) -> int:
    """How many of so many minutes from a moment on lie before the one from which they count."""
    return min(max((counts_from - begins) // MINUTE, 0), minutes)
