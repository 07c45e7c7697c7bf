"""One timeline of a patient: everything that was logged, decided and found, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select, union
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import fold
from careteam.domain.timeline import EntryKind
from careteam.storage.reads.contact_rows import Place, name_columns, named
from careteam.storage.reads.contacts import Only, contact_page
from careteam.storage.reads.timeline_query import page_query
from careteam.storage.reads.timeline_rows import (
    CONTACT_RANK,
    EntryPlace,
    EntryRow,
    beginning_of,
    contact_entry,
    entry_row,
)
from careteam.storage.reads.timeline_streams import STREAMS, ranks_of
from careteam.storage.tables import ContactRecord, PersonRecord, TeamRoleRecord

BEHIND_ALL, BEFORE_ALL = 2**62, 0
FIRST_MOMENT, LAST_MOMENT = (datetime(year, 1, 1, tzinfo=UTC) for year in (1, 9999))


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which entries are asked for: of these kinds (none named: all), of a role, with words.

    Anything but every contact leaves contacts alone on the timeline.
    """

    kinds: frozenset[str] = frozenset()
    only: str = Only.ALL
    role: str = ""
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == TimelineFilter()


EVERYTHING = TimelineFilter()


def timeline_page(
    session: Session,
    patient_id: int,
    asked: TimelineFilter = EVERYTHING,
    *,
    limit: int,
    moment: Moment,
    rules: Rules,
    before: EntryPlace | None = None,
) -> tuple[EntryRow, ...]:
    """At most `limit` entries, newest first, after the place `before`; fewer mean the end.

    What is planned for a day to come is not told. Entries of which only the day is known stand
    before the first contact of that day.
    """
    found: list[EntryRow] = []
    if not asked.kinds or EntryKind.CONTACT in asked.kinds:
        contacts = contact_page(
            session,
            patient_id,
            limit=limit,
            before=_contact_place(before),
            only=asked.only,
            role=asked.role or None,
            words=asked.words,
        )
        found += [contact_entry(row, rules) for row in contacts]
    if asked.only == Only.ALL:
        since = found[-1].place if len(found) == limit else None
        found += _others(session, patient_id, asked, limit, (before, since), (moment, rules))
    found.sort(key=lambda row: row.place, reverse=True)
    return tuple(found[:limit])


def timeline_roles(session: Session, patient_id: int) -> tuple[str, ...]:
    """The keys of the roles of the patient's board and contacts."""
    return tuple(session.execute(_roles_query(), {"of_patient": patient_id}).scalars())


def _others(
    session: Session,
    patient_id: int,
    asked: TimelineFilter,
    limit: int,
    between: tuple[EntryPlace | None, EntryPlace | None],
    known: tuple[Moment, Rules],
) -> list[EntryRow]:
    """The newest of what is no contact between two places: the newest of each stream, merged.

    Words are looked for in all that there is of the patient, for they stand in labels too.
    """
    ranks, words = ranks_of(asked.kinds, with_role=bool(asked.role)), fold(asked.words).split()
    if not ranks:
        return []
    (before, since), (moment, rules) = between, known
    values = _places(ranks, before, moment) | {
        "of_patient": patient_id,
        "of_role": asked.role,
        "most": BEHIND_ALL if words else limit,
        "oldest_at": since[0] if since else FIRST_MOMENT,
        "oldest_day": moment.local(since[0]).date() if since else date.min,
    }
    found = session.execute(page_query(ranks, bool(asked.role)), values).all()
    newest = _sorted(found, moment) if words else _sorted(found, moment)[:limit]
    names = _names(session, newest)
    rows: list[EntryRow] = []
    for row in newest:
        entry = entry_row(row, STREAMS[row.rank], names, moment, rules)
        if entry.says(words):
            rows.append(entry)
        if len(rows) == limit:
            break
    return rows


def _sorted(found: Sequence[Any], moment: Moment) -> list[Any]:
    """What streams gave, newest first."""
    begins = {day: beginning_of(day, moment) for day in {row.day for row in found} if day}
    return sorted(
        found, key=lambda row: (row.at or begins[row.day], row.rank, row.id), reverse=True
    )


def _places(ranks: Iterable[int], before: EntryPlace | None, moment: Moment) -> dict[str, Any]:
    """From where each stream reads on: before its own last row, or another stream's.

    A contact may be of a day to come; what knows its day alone is read from today even then.
    """
    at, here, row_id = before or (LAST_MOMENT, len(STREAMS) + 1, 0)
    on_day = moment.local(at).date() if before else moment.today
    day = min(on_day, moment.today)
    is_whole_day = day < on_day or (before is not None and at != _midnight(at, moment))
    values: dict[str, Any] = {}
    for rank in ranks:
        last = BEHIND_ALL if rank < here else row_id if rank == here else BEFORE_ALL
        if STREAMS[rank].has_time:
            values[f"day_{rank}"] = at
        else:
            values[f"day_{rank}"] = day
            last = BEHIND_ALL if is_whole_day else last
        values[f"id_{rank}"] = last
    return values


def _midnight(at: datetime, moment: Moment) -> datetime:
    return moment.to_utc(
        moment.local(at).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    )


def _contact_place(before: EntryPlace | None) -> Place | None:
    if before is None:
        return None
    at, rank, row_id = before
    return at, row_id if rank == CONTACT_RANK else BEHIND_ALL


def _names(session: Session, found: Iterable[Any]) -> dict[int, str]:
    ids = {one for row in found for one in (row.person_id, row.by_id) if one is not None}
    if not ids:
        return {}
    rows = session.execute(_names_query(), {"ids": sorted(ids)})
    return {row.id: named(row) for row in rows}


@cache
def _names_query() -> Select[Any]:
    person = PersonRecord.__table__.c
    return select(person.id, *name_columns(person)).where(
        person.id.in_(bindparam("ids", expanding=True))
    )


@cache
def _roles_query() -> Any:
    contact, place = ContactRecord.__table__.c, TeamRoleRecord.__table__.c
    of_patient = bindparam("of_patient")
    return union(
        select(contact.role).where(contact.patient_id == of_patient),
        select(place.role).where(place.patient_id == of_patient),
    ).order_by("role")
