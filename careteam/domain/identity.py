"""Whether two records can be of one person: names by their words, birth dates as far as known."""

from careteam.domain.dates import PartialDate
from careteam.domain.text import fold

NO_NAME = "(no name)"
"""What stands as the family name of somebody whose name nobody knows."""

_TITLES = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "miss", "mx", "prof", "mister", "doctor"),
        *("md", "do", "rn", "np", "pa", "phd", "pharmd", "lcsw", "msw", "dds", "aprn"),
    )
)


def name_words(*names: str) -> frozenset[str]:
    """The words of a name as they are compared: folded, without titles and degrees."""
    if NO_NAME in names:
        return frozenset()
    folded = fold(" ".join(names))
    bare = "".join(char if char.isalnum() or char in "'-" else " " for char in folded)
    return frozenset(bare.split()) - _TITLES


def is_named_like(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two names share a word, or one of them is not known."""
    return not first or not second or bool(first & second)


def can_be_one_day(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether two dates agree in all that both of them know."""
    if first is None or second is None:
        return True
    pairs = zip(
        (first.year, first.month, first.day),
        (second.year, second.month, second.day),
        strict=True,
    )
    return all(one is None or other is None or one == other for one, other in pairs)


def can_be_one(
    first: tuple[str, str],
    first_born: PartialDate | None,
    second: tuple[str, str],
    second_born: PartialDate | None,
) -> bool:
    """Whether two people, by (family, given) and birth date, do not contradict each other."""
    agree = is_named_like(name_words(*first), name_words(*second))
    return agree and can_be_one_day(first_born, second_born)
