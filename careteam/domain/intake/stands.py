"""Places in the care team of a file, each once, and the assignment here that each is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from careteam.domain.incoming import IncomingMember
from careteam.domain.intake.known import OPEN, KnownAssignment, PersonMet
from careteam.domain.text import fold

ENDED = "ended"
"""The measure of a place of which only is known that it ended."""

_OTHER = "other"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stand:
    """A member with one key; the same person, role and first day in several teams is one."""

    member: IncomingMember
    ends_on: date | None
    is_ended: bool

    @property
    def measure(self) -> str:
        if not self.is_ended:
            return OPEN
        return self.ends_on.isoformat() if self.ends_on else ENDED


def place_key(member: IncomingMember) -> str:
    """The same for the same person in the same role from the same day on."""
    role = member.role_code or fold(member.role_text) or member.role
    if member.told:
        role = member.role if member.role != _OTHER else f"{_OTHER}:{fold(member.role_text)}"
    return f"{member.person_key}|{role}|{member.starts_on or ''}"


def is_ended(member: IncomingMember, today: date) -> bool:
    """Whether a place no longer stands, by its own last day or by the state of its team."""
    return not member.is_active or (member.ends_on is not None and member.ends_on < today)


def stands_of(members: Iterable[IncomingMember], today: date) -> dict[str, Stand]:
    found: dict[str, Stand] = {}
    for member in members:
        key, over = place_key(member), is_ended(member, today)
        last = member.ends_on
        if member.told and member.told.ends_on:
            found[key] = Stand(member, member.told.ends_on, is_ended=True)
            continue
        if over and last and last >= today:
            last = None
        stand = Stand(member, last + _ONE_DAY if last else None, over)
        other = found.get(key)
        if other is None or _reach(stand) > _reach(other):
            found[key] = stand
    return found


def _reach(stand: Stand) -> tuple[bool, date]:
    return not stand.is_ended, stand.ends_on or (date.min if stand.is_ended else date.max)


def in_order(stands: dict[str, Stand]) -> list[tuple[str, Stand]]:
    return sorted(stands.items(), key=lambda item: item[1].member.starts_on or date.max)


def standing_here(
    stand: Stand, known: Sequence[KnownAssignment], people: Mapping[str, PersonMet]
) -> KnownAssignment | None:
    """An open assignment of the same person in the same role, whoever made it."""
    met = people.get(stand.member.person_key)
    if met is None or met.id is None:
        return None
    if stand.member.told:
        same = _same_here(stand.member, known, met.id)
        if same is not None or stand.is_ended:
            return same
    if stand.is_ended:
        return None
    for row in known:
        if row.is_ended or row.person_id != met.id or row.role != stand.member.role:
            continue
        if row.role != "other" or fold(row.role_text) == fold(stand.member.role_text):
            return row
    return None


def _same_here(
    member: IncomingMember, known: Sequence[KnownAssignment], person_id: int
) -> KnownAssignment | None:
    """The very place that Careteam wrote: the same person, role and first day, ended or not."""
    for row in known:
        if (row.person_id, row.role, row.starts_on) != (person_id, member.role, member.starts_on):
            continue
        if row.role != _OTHER or fold(row.role_text) == fold(member.role_text):
            return row
    return None
