"""The list of patients: mine or the whole clinic's, narrowed by what is typed and chosen.

The order is that of the names; a list of one's own has an order of its own. Every question is
answered in pages and counted no further than COUNT_UP_TO, so that it takes as long in a clinic of
a million as in one of a hundred.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Executable, and_, func, or_, select, union_all
from sqlmodel import Session

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate, day_bare
from careteam.domain.due import NEVER, Urgency, due_words
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, phase_words
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.reads.own_lists import ListedRow, own_patients
from careteam.storage.reads.patient_filter import (
    MOST_FOUND,
    Found,
    PatientFilter,
    find_conditions,
    plainly,
    standing_of,
    states_of,
)
from careteam.storage.tables import PatientRecord

PAGE = 28
COUNT_UP_TO = 1000


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient of the list in the words of its columns.

    `due` and `urgency` belong to the day the list was read for; a patient who is not active is
    never due; `due_on` and `last_on` are its days as such. `key` and `id` are the place after which
    the next page begins. `noted` is when what a list of one's own is about happened.
    """

    id: int
    key: str
    name: str
    mrn: str
    born: str
    diagnosis: str
    phase: str
    filled: int
    declined: int
    missing: int
    last_contact: str
    due: str
    urgency: Urgency
    status: Status
    status_on: date | None
    noted: str = ""
    due_on: date = NEVER
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; `is_more` says that they were not counted to the end."""

    patients: int
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The beginning of a list with the count of all of it."""

    rows: tuple[PatientRow, ...]
    count: Count


def first_patients(
    session: Session, asked: PatientFilter, *, moment: Moment, rules: Rules, limit: int = PAGE
) -> FirstPage:
    """The first page of the list, and how many there are, counted up to COUNT_UP_TO."""
    if asked.own:
        listed = _own(session, asked, moment)
        return FirstPage(_own_page(session, listed[:limit], moment, rules), Count(len(listed)))
    found = find_conditions(session, asked)
    most = MOST_FOUND if found.is_listed else limit
    rows = session.connection().execute(page_query(asked, found, None, most)).all()
    is_counted = found.is_listed or len(rows) < limit
    count = Count(len(rows), found.is_cut) if is_counted else _count(session, asked, found)
    return FirstPage(_rows(rows[:limit], moment, rules), count)


def list_patients(
    session: Session,
    asked: PatientFilter,
    *,
    moment: Moment,
    rules: Rules,
    after: PatientRow | None = None,
    limit: int = PAGE,
) -> tuple[PatientRow, ...]:
    """A page of patients in the order of their names, from the one after `after`."""
    if asked.own:
        listed = _own(session, asked, moment)
        ids = [row.patient_id for row in listed]
        start = ids.index(after.id) + 1 if after is not None and after.id in ids else 0
        return _own_page(session, listed[start : start + limit], moment, rules)
    query = page_query(asked, find_conditions(session, asked), after, limit)
    return _read(session, query, moment, rules)


def count_patients(session: Session, asked: PatientFilter, *, moment: Moment) -> Count:
    """How many patients the list has in all, counted up to COUNT_UP_TO."""
    if asked.own:
        return Count(len(_own(session, asked, moment)))
    return _count(session, asked, find_conditions(session, asked))


def page_query(
    asked: PatientFilter, found: Found, after: PatientRow | None, limit: int
) -> Executable:
    """The one statement that reads a page; what no index holds in one order is merged."""
    conditions = list(found.conditions)
    if after is not None:
        later_namesake = and_(_patient.name_key == after.key, _patient.id > after.id)
        conditions += [_patient.name_key >= after.key]
        conditions += [or_(_patient.name_key > after.key, later_namesake)]
    if found.is_listed:
        query = select(*_COLUMNS).where(*conditions, standing_of(asked, is_plain=True))
        return query.order_by(plainly(_patient.name_key), _patient.id).limit(limit)
    states = states_of(asked)
    if asked.navigator_id is not None or len(states) < 2:
        query = select(*_COLUMNS).where(*conditions, standing_of(asked))
        return query.order_by(_patient.name_key, _patient.id).limit(limit)
    merged = union_all(
        *(select(*_COLUMNS).where(*conditions, _patient.status == state) for state in states)
    )
    place = merged.selected_columns
    return merged.order_by(place.name_key, place.id).limit(limit)


_patient = PatientRecord.__table__.c
_COLUMNS = (
    _patient.id,
    _patient.name_key,
    _patient.family,
    _patient.given,
    _patient.mrn,
    _patient.birth_date,
    _patient.subtype,
    _patient.phase,
    _patient.phase_since,
    _patient.filled_count,
    _patient.declined_count,
    _patient.gap_count,
    _patient.last_contact_at,
    _patient.next_due_on,
    _patient.next_due_time,
    _patient.status,
    _patient.status_on,
)


def _read(
    session: Session, query: Executable, moment: Moment, rules: Rules
) -> tuple[PatientRow, ...]:
    return _rows(session.connection().execute(query).all(), moment, rules)


def _rows(rows: Sequence[Any], moment: Moment, rules: Rules) -> tuple[PatientRow, ...]:
    return tuple(_row(row, moment.today, moment, rules.catalogue) for row in rows)


def _own(session: Session, asked: PatientFilter, moment: Moment) -> list[ListedRow]:
    """The patients of a list of one's own that fit what is asked for, in its order."""
    listed = own_patients(session, asked.own, moment)
    found = find_conditions(session, asked).conditions
    query = select(_patient.id).where(
        _patient.id.in_([row.patient_id for row in listed]),
        *found,
        standing_of(asked, is_plain=True),
    )
    fitting = set(session.connection().execute(query).scalars())
    return [row for row in listed if row.patient_id in fitting]


def _own_page(
    session: Session, listed: Sequence[ListedRow], moment: Moment, rules: Rules
) -> tuple[PatientRow, ...]:
    query = select(*_COLUMNS).where(_patient.id.in_([row.patient_id for row in listed]))
    rows = {row.id: row for row in _read(session, query, moment, rules)}
    return tuple(
        replace(rows[each.patient_id], noted=_noted(each, moment))
        for each in listed
        if each.patient_id in rows
    )


def _noted(listed: ListedRow, moment: Moment) -> str:
    """Today 09:12; otherwise the day."""
    if listed.at is None:
        return ""
    at = moment.local(listed.at)
    if at.date() == moment.today:
        return f"Today {at:%H:%M}"
    return day_bare(at.date(), moment.today)


def _count(session: Session, asked: PatientFilter, found: Found) -> Count:
    standing = standing_of(asked, is_plain=found.is_listed)
    query = select(_patient.id).where(*found.conditions, standing)
    counted = select(func.count()).select_from(query.limit(COUNT_UP_TO + 1).subquery())
    number = session.connection().scalar(counted) or 0
    return Count(min(number, COUNT_UP_TO), number > COUNT_UP_TO or found.is_cut)


def _row(row: Any, today: date, moment: Moment, catalogue: Catalogue) -> PatientRow:
    (number, key, family, given, mrn, birth, subtype, phase, since, *counts) = row
    filled, declined, missing, seen_at, due_on, due_time, state, state_on = counts
    is_active = state == Status.ACTIVE
    due_on = due_on if is_active else NEVER
    due, urgency = due_words(due_on, due_time, today)
    last_on = moment.local(seen_at).date() if seen_at else None
    return PatientRow(
        id=number,
        key=key,
        name=display_name(family, given),
        mrn=mrn,
        born=PartialDate.from_iso(birth).shown_with_age(today) if birth else "",
        diagnosis=catalogue.label("subtype", subtype) if subtype else "",
        phase=phase_words(catalogue.phase_label(phase), since, today) if phase else "",
        filled=filled,
        declined=declined,
        missing=missing,
        last_contact=day_bare(last_on, today) if last_on else "",
        due=due,
        urgency=urgency,
        status=Status.ACTIVE if is_active else Status(state),
        status_on=state_on,
        due_on=due_on,
        last_on=last_on,
    )
