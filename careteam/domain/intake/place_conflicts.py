"""A place in the care team that is here and in a file, with other days or another rank."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from careteam.domain.assignments import Rank
from careteam.domain.dates import day_shown
from careteam.domain.incoming import IncomingMember
from careteam.domain.intake.conflict import Conflict, is_decided
from careteam.domain.intake.known import KnownAssignment

STANDS = "still held"
_ONE_DAY = timedelta(days=1)
_RANKS = {
    Rank.LEAD: "lead of the team",
    Rank.PRIMARY: "primary",
    Rank.BACKUP: "backup",
}


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """What of an assignment is to read as in the file; `reopens` takes its end away."""

    id: int
    starts_on: date | None = None
    ends_on: date | None = None
    reopens: bool = False
    rank: str = ""


class PlaceAsked:
    """Asks of each place what both sides say otherwise; only what was decided is changed."""

    def __init__(
        self,
        known: Sequence[KnownAssignment],
        ranks: Mapping[str, str] | None,
        taken_over: frozenset[str],
        role_word: Callable[[str], str],
    ) -> None:
        self._known = known
        self._before = ranks
        self._over = taken_over
        self._word = role_word
        self._changes: dict[int, PlaceChange] = {}
        self._conflicts: dict[str, Conflict] = {}
        self.ranks: dict[str, str] = dict(ranks or {})

    @property
    def changed(self) -> tuple[PlaceChange, ...]:
        """What is to be written."""
        return tuple(self._changes.values())

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What nobody has decided."""
        return tuple(self._conflicts.values())

    def starts(self, row: KnownAssignment, member: IncomingMember, name: str) -> None:
        """The file has another first day."""
        theirs = member.starts_on
        if theirs is None or row.starts_on in (None, theirs):
            return
        if row.ends_on is not None and row.ends_on < theirs:
            return
        if self._is_theirs(row, "starts_on", name, "first day", _day(row.starts_on), _day(theirs)):
            self._change(row, starts_on=theirs)

    def ends(self, row: KnownAssignment, ends_on: date | None, name: str) -> bool:
        """The file has another end, or none; whether it is taken."""
        if row.ends_on == ends_on or (ends_on and row.starts_on and ends_on < row.starts_on):
            return False
        ours, theirs = _last_day(row, row.ends_on), _last_day(row, ends_on)
        if not self._is_theirs(row, "ends_on", name, "last day", ours, theirs):
            return False
        self._change(row, ends_on=ends_on, reopens=ends_on is None)
        return True

    def follow_end(self, row: KnownAssignment, ends_on: date) -> None:
        """The end is as the last import brought it, and the file has it otherwise now."""
        if row.starts_on is None or ends_on >= row.starts_on:
            self._change(row, ends_on=ends_on)

    def rank(self, key: str, row: KnownAssignment, member: IncomingMember, name: str) -> None:
        """The file has another rank, which the person can have here."""
        theirs = member.told.rank if member.told else member.rank
        if not theirs:
            return
        before = None if self._before is None else self._before.get(key)
        if self._before is None or theirs in (row.rank, before):
            self.ranks[key] = theirs
            return
        if row.is_ended or not self._can_be(row, theirs):
            return
        ours_words, theirs_words = _RANKS[Rank(row.rank)], _RANKS[Rank(theirs)]
        follows = row.rank == before
        if follows or self._is_theirs(row, "rank", name, "rank", ours_words, theirs_words):
            self.ranks[key] = theirs
            self._change(row, rank=theirs)

    def _can_be(self, row: KnownAssignment, rank: str) -> bool:
        """Whether nobody else holds the role, or leads the team."""
        if rank == Rank.BACKUP:
            return True
        others = [each for each in self._known if each.id != row.id and not each.is_ended]
        is_held = any(each.role == row.role and not each.is_backup for each in others)
        leads = rank == Rank.LEAD and any(each.rank == Rank.LEAD for each in others)
        return not (is_held or leads)

    def _is_theirs(
        self, row: KnownAssignment, part: str, name: str, word: str, ours: str, theirs: str
    ) -> bool:
        field = f"place:{row.id}:{part}"
        if is_decided(field, self._over):
            return True
        role = row.role_text or self._word(row.role)
        conflict = Conflict(field, f"{name}, {role}: {word}", ours, theirs)
        self._conflicts.setdefault(field, conflict)
        return False

    def _change(self, row: KnownAssignment, **said: Any) -> None:
        before = self._changes.get(row.id, PlaceChange(row.id))
        self._changes[row.id] = replace(before, **said)


def _day(day: date | None) -> str:
    return "not known" if day is None else day_shown(day)


def _last_day(row: KnownAssignment, ends_on: date | None) -> str:
    """The last day of a place that ends on the first day after it."""
    if ends_on is None:
        return STANDS
    return day_shown(max(ends_on - _ONE_DAY, row.starts_on or ends_on - _ONE_DAY))
