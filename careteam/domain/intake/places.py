"""Places in the care team that come in, compared with the assignments that are here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from careteam.domain.assignments import Rank
from careteam.domain.incoming import IncomingMember
from careteam.domain.intake.conflict import Conflict
from careteam.domain.intake.known import OPEN, KnownAssignment, PersonMet
from careteam.domain.intake.place_conflicts import PlaceAsked, PlaceChange
from careteam.domain.intake.stands import Stand, in_order, standing_here, stands_of
from careteam.domain.kept import KeptPlace

END_REASON = "other"
ENDED_THERE = "Ended in the file that it came from."
DAY_UNKNOWN = "The file says that it ended, not when."
START_UNKNOWN = "The file does not say since when."

LEFT = "{name} has left the clinic: their place in the care team is left out."
WITHOUT_DAYS = "A past place in the care team has no days: left out."
HELD_BY_ANOTHER = "Somebody else holds the role of {name}, who comes in as a backup."
HELD_AGAIN = "{name} holds a role in the file that was ended here: kept as ended."
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
    """Assignments to make, and those to end: by the row's id, with the day and a note.

    `changed` are those of which the file is right about days or rank, `kept` what is to be asked.
    """

    new: tuple[Place, ...] = ()
    ended: tuple[tuple[int, date, str], ...] = ()
    findings: tuple[str, ...] = ()
    base: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[PlaceChange, ...] = ()
    kept: tuple[Conflict, ...] = ()
    ranks: Mapping[str, str] | None = field(default_factory=dict)


def plan_places(
    members: Iterable[IncomingMember],
    known: Sequence[KnownAssignment],
    people: Mapping[str, PersonMet],
    base: Mapping[str, str],
    *,
    today: date,
    ranks: Mapping[str, str] | None = None,
    taken_over: frozenset[str] = frozenset(),
    role_word: Callable[[str], str] = str,
) -> PlacePlan:
    """Found again by person, role and first day; what was ended here stays ended.

    The first holder of a role is its primary, unless somebody holds it already; others back up.
    What both sides tell otherwise of days and rank is asked; `taken_over` is what was answered,
    `role_word` what a role is called.
    """
    asked = PlaceAsked(known, ranks, taken_over, role_word)
    plan = _Planning(known, people, base, today, asked)
    stands = stands_of(members, today)
    for key, stand in in_order(stands):
        row = plan.by_key.get(key) or standing_here(stand, known, people)
        if row is None:
            plan.add(key, stand)
        else:
            plan.compare(key, stand, row, stands)
    return PlacePlan(
        tuple(plan.new),
        tuple(plan.ended),
        tuple(plan.findings),
        plan.measures,
        asked.changed,
        asked.conflicts,
        None if ranks is None and not stands else asked.ranks,
    )


class _Planning:
    """The places of one patient while they are compared."""

    def __init__(
        self,
        known: Sequence[KnownAssignment],
        people: Mapping[str, PersonMet],
        base: Mapping[str, str],
        today: date,
        asked: PlaceAsked,
    ) -> None:
        self._people, self._base, self._today, self._asked = people, base, today, asked
        self._held = {row.role for row in known if not row.is_ended and not row.is_backup}
        self.by_key = {row.key: row for row in known if row.key}
        self.measures = dict(base)
        self.new: list[Place] = []
        self.ended: list[tuple[int, date, str]] = []
        self.findings: list[str] = []

    def add(self, key: str, stand: Stand) -> None:
        """A place that is not here yet."""
        place, finding = _place(key, stand, self._people, self._today)
        self.findings.extend([finding] if finding else [])
        if place is None:
            return
        member = stand.member
        is_open = place.ends_on is None or place.ends_on > self._today
        is_second = place.told is not None and place.told.rank == Rank.BACKUP
        is_backup = is_second or (is_open and (place.role in self._held or member.rank == "backup"))
        if is_backup and member.rank in ("primary", "lead"):
            self.findings.append(HELD_BY_ANOTHER.format(name=self._people[place.person_key].name))
        self.new.append(replace(place, is_backup=is_backup))
        self._held |= {place.role} if is_open and not is_backup else set()
        self.measures[key] = stand.measure
        said = member.told.rank if member.told else member.rank
        if said:
            self._asked.ranks[key] = said

    def compare(
        self, key: str, stand: Stand, row: KnownAssignment, stands: Mapping[str, Stand]
    ) -> None:
        """A place that is here, by its key or because the same person holds the same role."""
        name = self._people[stand.member.person_key].name
        if row.key == key:
            self._compare_end(key, stand, row, name)
        elif row.key not in stands:
            if stand.member.told:
                self._ask_end(stand, row, name)
            self._asked.starts(row, stand.member, name)
        else:
            return
        self._asked.rank(key, row, stand.member, name)

    def _compare_end(self, key: str, stand: Stand, row: KnownAssignment, name: str) -> None:
        before = self._base.get(key)
        if stand.measure == before:
            return
        if stand.is_ended and not row.is_ended:
            self.measures[key] = stand.measure
            note = ENDED_THERE if stand.ends_on else DAY_UNKNOWN
            self.ended.append((row.id, stand.ends_on or self._today, note))
        elif row.is_ended and not stand.is_ended:
            if not self._asked.ends(row, stand.ends_on, name):
                self.findings.append(HELD_AGAIN.format(name=name))
                return
            self.measures[key] = stand.measure
        elif stand.ends_on is None or row.ends_on == stand.ends_on:
            self.measures[key] = stand.measure
        elif before is not None and before == (row.ends_on.isoformat() if row.ends_on else OPEN):
            self._asked.follow_end(row, stand.ends_on)
            self.measures[key] = stand.measure
        elif self._asked.ends(row, stand.ends_on, name):
            self.measures[key] = stand.measure

    def _ask_end(self, stand: Stand, row: KnownAssignment, name: str) -> None:
        """What Careteam wrote of a place that was made here."""
        if stand.ends_on is not None or not stand.is_ended:
            self._asked.ends(row, stand.ends_on, name)


def _place(
    key: str, stand: Stand, people: Mapping[str, PersonMet], today: date
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
