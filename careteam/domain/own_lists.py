"""What a person keeps for their own work: filters under a name, and patients they follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from careteam.domain.errors import Problem, Refused
from careteam.domain.text import clean, fold

RECENT_DAYS = 14
"""So long an assignment counts as recently made, from its day on."""
LONGEST_FILTER_NAME = 80
MOST_FILTERS = 50
CLINIC = 0
"""The owner of a filter that the whole clinic has."""


@dataclass(frozen=True, slots=True)
class SavedFilterDraft:
    """A filter of a page under a name; `body` holds what was chosen, as words by their kind.

    `id` names the filter that is changed; without it one of the same name is replaced.
    """

    page: str
    name: str
    body: Mapping[str, str] = field(default_factory=dict[str, str])
    is_clinic: bool = False
    id: int | None = None


def check_filter(draft: SavedFilterDraft) -> SavedFilterDraft:
    """The filter cleaned; Refused at `name` when it has none or one that is too long."""
    cleaned = replace(
        draft,
        name=clean(draft.name),
        body={key: value for key, value in draft.body.items() if value},
    )
    if not cleaned.name:
        raise Refused([Problem("name", "Give the filter a name.")])
    if len(cleaned.name) > LONGEST_FILTER_NAME:
        raise Refused([Problem("name", "This is too long; at most 80 characters fit.")])
    return cleaned


def same_name(first: str, second: str) -> bool:
    """Whether two filters would be taken for one: case and accents do not tell them apart."""
    return fold(first) == fold(second)
