"""Places in the care team that come in, compared with the assignments that are here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from careteam.domain.assignments import Rank
from careteam.domain.incoming import IncomingMember
from careteam.domain.intake.known import OPEN, KnownAssignment, PersonMet
from careteam.domain.kept import KeptPlace
from careteam.domain.text import fold

ENDED = "ended"
"""The measure of a place of which only is known that it ended."""

END_REASON = "other"
ENDED_THERE = "Ended in the file that it came from."
DAY_UNKNOWN = "The file says that it ended, not when."
START_UNKNOWN = "The file does not say since when."

LEFT = "{name} has left the clinic: their place in the care team is left out."
WITHOUT_DAYS = "A past place in the care team has no days: left out."
HELD_BY_ANOTHER = "Somebody else holds the role of {name}, who comes in as a backup."
HELD_AGAIN = "{name} holds a role in the file that was ended here: kept as ended."
_OTHER = "other"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """An assignment to be made; `ends_on` is the first day on which it no longer stands."""

    key: str
    person_key: str
    role: str
    role_text: str
    starts_on: date
    ends_on: date | None
    is_backup: bool = False
    note: str = ""
    end_note: str = ""
    told: KeptPlace | None = None


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """Assignments to make, and those to end: by the row's id, with the day and a note."""

    new: tuple[Place, ...] = ()
    ended: tuple[tuple[int, date, str], ...] = ()
    findings: tuple[str, ...] = ()
    base: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Stand:
    """A member with one key; the same person, role and first day in several teams is one."""

    member: IncomingMember
    ends_on: date | None
    is_ended: bool

    @property
    def measure(self) -> str:
        if not self.is_ended:
            return OPEN
        return self.ends_on.isoformat() if self.ends_on else ENDED


def plan_places(
    members: Iterable[IncomingMember],
    known: Sequence[KnownAssignment],
    people: Mapping[str, PersonMet],
    base: Mapping[str, str],
    *,
    today: date,
) -> PlacePlan:
    """Found again by person, role and first day; what was ended here stays ended.

    The first holder of a role is its primary, unless somebody holds it already; others back up.
    """
    by_key = {row.key: row for row in known if row.key}
    held = {row.role for row in known if not row.is_ended and not row.is_backup}
    measures = dict(base)
    new: list[Place] = []
    ended: list[tuple[int, date, str]] = []
    findings: list[str] = []
    for key, stand in _in_order(_stands(members, today)):
        row = by_key.get(key) or _standing(stand, known, people)
        if row is None:
            place, finding = _place(key, stand, people, today)
            findings.extend([finding] if finding else [])
            if place is not None:
                is_open = place.ends_on is None or place.ends_on > today
                is_second = place.told is not None and place.told.rank == Rank.BACKUP
                is_backup = is_second or (
                    is_open and (place.role in held or stand.member.rank == "backup")
                )
                if is_backup and stand.member.rank in ("primary", "lead"):
                    findings.append(HELD_BY_ANOTHER.format(name=people[place.person_key].name))
                new.append(replace(place, is_backup=is_backup))
                held |= {place.role} if is_open and not is_backup else set()
                measures[key] = stand.measure
        elif row.key == key and stand.measure != base.get(key):
            if row.is_ended and not stand.is_ended:
                findings.append(HELD_AGAIN.format(name=people[stand.member.person_key].name))
                continue
            measures[key] = stand.measure
            if stand.is_ended and not row.is_ended:
                note = ENDED_THERE if stand.ends_on else DAY_UNKNOWN
                ended.append((row.id, stand.ends_on or today, note))
    return PlacePlan(tuple(new), tuple(ended), tuple(findings), measures)


def place_key(member: IncomingMember) -> str:
    """The same for the same person in the same role from the same day on."""
    role = member.role_code or fold(member.role_text) or member.role
    if member.told:
        role = member.role if member.role != _OTHER else f"{_OTHER}:{fold(member.role_text)}"
    return f"{member.person_key}|{role}|{member.starts_on or ''}"


def is_ended(member: IncomingMember, today: date) -> bool:
    """Whether a place no longer stands, by its own last day or by the state of its team."""
    return not member.is_active or (member.ends_on is not None and member.ends_on < today)


def _stands(members: Iterable[IncomingMember], today: date) -> dict[str, _Stand]:
    found: dict[str, _Stand] = {}
    for member in members:
        key, over = place_key(member), is_ended(member, today)
        last = member.ends_on
        if member.told and member.told.ends_on:
            found[key] = _Stand(member, member.told.ends_on, is_ended=True)
            continue
        if over and last and last >= today:
            last = None
        stand = _Stand(member, last + _ONE_DAY if last else None, over)
        other = found.get(key)
        if other is None or _reach(stand) > _reach(other):
            found[key] = stand
    return found


def _reach(stand: _Stand) -> tuple[bool, date]:
    return not stand.is_ended, stand.ends_on or (date.min if stand.is_ended else date.max)


def _in_order(stands: dict[str, _Stand]) -> list[tuple[str, _Stand]]:
    return sorted(stands.items(), key=lambda item: item[1].member.starts_on or date.max)


def _standing(
    stand: _Stand, known: Sequence[KnownAssignment], people: Mapping[str, PersonMet]
) -> KnownAssignment | None:
    """An open assignment of the same person in the same role, whoever made it."""
    met = people.get(stand.member.person_key)
    if met is None or met.id is None:
        return None
    if stand.member.told:
        return _same_here(stand.member, known, met.id)
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


def _place(
    key: str, stand: _Stand, people: Mapping[str, PersonMet], today: date
) -> tuple[Place | None, str]:
    member = stand.member
    met = people.get(member.person_key)
    if met is None:
        return None, ""
    if not stand.is_ended and met.leaves_on is not None and met.leaves_on < today:
        return None, LEFT.format(name=met.name)
    starts_on, ends_on = member.starts_on, stand.ends_on
    if stand.is_ended and starts_on is None and ends_on is None:
        return None, WITHOUT_DAYS
    if stand.is_ended and ends_on is None:
        ends_on = max(today, starts_on or today)
    if starts_on is None:
        starts_on = ends_on - _ONE_DAY if ends_on and stand.is_ended else today
    return (
        Place(
            key=key,
            person_key=member.person_key,
            role=member.role,
            role_text=member.role_text,
            starts_on=starts_on,
            ends_on=ends_on,
            note=member.note or ("" if member.starts_on else START_UNKNOWN),
            end_note="" if ends_on is None else ENDED_THERE if stand.ends_on else DAY_UNKNOWN,
            told=member.told,
        ),
        "",
    )
