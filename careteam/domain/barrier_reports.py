"""What the program's leaders write each year about one barrier to care.

Commission on Cancer, Optimal Resources for Cancer Care (2020), standard 8.1, Addressing Barriers to
Care: a barrier is chosen, something is done about it, and the result is reported every year.
"""

from dataclasses import dataclass, replace

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import clean

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class BarrierReportDraft:
    """The barrier that was chosen for a year, what was done about it, and what came of it."""

    year: int
    category: str
    why: str = ""
    actions: str = ""
    result: str = ""
    version: int | None = None


def check(draft: BarrierReportDraft, *, catalogue: Catalogue) -> BarrierReportDraft:
    """The draft cleaned; Refused without a barrier of the list, and for texts that are too long."""
    texts = {name: clean(getattr(draft, name), lines=True) for name in ("why", "actions", "result")}
    problems: list[Problem] = []
    if not 2000 <= draft.year <= 2100:
        problems.append(
            Problem("year", "The year {year} cannot be right.", {"year": str(draft.year)})
        )
    if draft.category not in catalogue.terms.get("barrier", {}):
        problems.append(Problem("category", "Choose the barrier."))
    for name, words in texts.items():
        if len(words) > LONGEST:
            sentence = "This is too long; at most {limit} characters fit."
            problems.append(Problem(name, sentence, {"limit": f"{LONGEST:,}"}))
    if problems:
        raise Refused(problems)
    return replace(draft, **texts)
