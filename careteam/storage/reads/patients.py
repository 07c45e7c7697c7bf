"""The list of patients: mine or the whole clinic's, narrowed by what is typed and chosen.

The order is that of the names. Every question is answered in pages and counted no further than
COUNT_UP_TO, so that it takes as long in a clinic of a million as in one of a hundred.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    true,
    union_all,
)
from sqlmodel import Session

from careteam.domain.dates import PartialDate, day_bare
from careteam.domain.due import NEVER, Urgency, due_words
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, phase_words
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.search import TRIGRAM, find_patients, search_words
from careteam.storage.tables import AlertRecord, PatientRecord

PAGE = 64
COUNT_UP_TO = 1000
MOST_FOUND = 256
LAST_CHARACTER = "\U0010ffff"


class Standing(StrEnum):
    """Which patients a list shows: those in care, those who are not any more, or all."""

    ACTIVE = "active"
    CLOSED = "closed"
    ALL = "all"


NOT_ACTIVE = tuple(status for status in Status if status is not Status.ACTIVE)


@dataclass(frozen=True, slots=True)
class PatientFilter:
    """What a list is asked for; `navigator_id` None is the whole clinic, empty words are any."""

    navigator_id: int | None = None
    standing: Standing = Standing.ACTIVE
    typed: str = ""
    phase: str = ""
    subtype: str = ""
    language: str = ""
    alert: str = ""


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient of the list in the words of its columns.

    `due` and `urgency` belong to the day the list was read for; a patient who is not active is
    never due. `key` and `id` are the place after which the next page begins.
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


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; `is_more` says that they were not counted to the end."""

    patients: int
    is_more: bool = False


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
    rows = session.execute(page_query(session, asked, after, limit))
    return tuple(_row(row, moment, rules) for row in rows)


def count_patients(session: Session, asked: PatientFilter) -> Count:
    """How many patients the list has in all, counted up to COUNT_UP_TO."""
    found = _found(session, asked)
    query = select(_patient.id).where(*found.conditions, _standing(asked))
    counted = select(func.count()).select_from(query.limit(COUNT_UP_TO + 1).subquery())
    number = session.scalar(counted) or 0
    is_more = number > COUNT_UP_TO or found.is_cut
    return Count(min(number, COUNT_UP_TO), is_more)


def page_query(
    session: Session, asked: PatientFilter, after: PatientRow | None, limit: int
) -> Select[Any] | CompoundSelect[Any]:
    """The one statement that reads a page; what an index cannot hold in one order is merged."""
    found = _found(session, asked)
    conditions = list(found.conditions)
    if after is not None:
        later_namesake = and_(_patient.name_key == after.key, _patient.id > after.id)
        conditions += [_patient.name_key >= after.key]
        conditions += [or_(_patient.name_key > after.key, later_namesake)]
    states = _states(asked)
    if found.is_listed or asked.navigator_id is not None or len(states) < 2:
        query = select(*_COLUMNS).where(*conditions, _standing(asked))
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


@dataclass(frozen=True, slots=True)
class _Found:
    """The conditions of a question; `is_listed` when the patients themselves are listed in it."""

    conditions: tuple[ColumnElement[bool], ...]
    is_listed: bool = False
    is_cut: bool = False


def _found(session: Session, asked: PatientFilter) -> _Found:
    chosen = _chosen(asked)
    words = search_words(asked.typed)
    if not words:
        return _Found(chosen)
    if all(len(word) < TRIGRAM for word in words):
        return _Found((*chosen, *_named(words)))
    if asked.navigator_id is not None:
        has_all = (_patient.search_key.contains(word, autoescape=True) for word in words)
        return _Found((*chosen, *has_all))
    ids = find_patients(session.connection(), asked.typed, MOST_FOUND + 1)
    if len(ids) <= MOST_FOUND:
        return _Found((*chosen, _patient.id.in_(ids)), is_listed=True)
    named = (*chosen, *_named(words))
    if session.scalar(select(_patient.id).where(*named, _standing(asked)).limit(1)) is not None:
        return _Found(named, is_cut=True)
    return _Found((*chosen, _patient.id.in_(ids[:MOST_FOUND])), is_listed=True, is_cut=True)


def _chosen(asked: PatientFilter) -> tuple[ColumnElement[bool], ...]:
    chosen: list[ColumnElement[bool]] = []
    if asked.navigator_id is not None:
        chosen.append(_patient.navigator_id == asked.navigator_id)
    for name in ("phase", "subtype", "language"):
        if value := getattr(asked, name):
            column = _patient[name]
            is_mine = asked.navigator_id is not None
            chosen.append((func.coalesce(column, "") if is_mine else column) == value)
    if asked.alert:
        alert = AlertRecord.__table__.c
        stands = (alert.patient_id == _patient.id, alert.ended_on.is_(None))
        chosen.append(exists().where(*stands, alert.kind == asked.alert))
    return tuple(chosen)


def _named(words: list[str]) -> tuple[ColumnElement[bool], ...]:
    start = " ".join(words)
    return (_patient.name_key >= start, _patient.name_key < start + LAST_CHARACTER)


def _states(asked: PatientFilter) -> tuple[Status, ...]:
    """The states that the list walks through one index each; none when one index has all."""
    match asked.standing:
        case Standing.ACTIVE:
            return (Status.ACTIVE,)
        case Standing.CLOSED:
            return NOT_ACTIVE
        case Standing.ALL:
            has_choice = asked.phase or asked.subtype or asked.language
            return tuple(Status) if has_choice else ()


def _standing(asked: PatientFilter) -> ColumnElement[bool]:
    match asked.standing:
        case Standing.ACTIVE:
            return _patient.status == Status.ACTIVE
        case Standing.CLOSED:
            return _patient.status.in_(NOT_ACTIVE)
        case Standing.ALL:
            return true()


def _row(row: Any, moment: Moment, rules: Rules) -> PatientRow:
    catalogue, today = rules.catalogue, moment.today
    status = Status(row.status)
    due_on = row.next_due_on if status is Status.ACTIVE else NEVER
    due, urgency = due_words(due_on, row.next_due_time, today)
    phase = catalogue.phase_label(row.phase) if row.phase else ""
    seen_at = row.last_contact_at
    born = PartialDate.from_iso(row.birth_date) if row.birth_date else None
    return PatientRow(
        id=row.id,
        key=row.name_key,
        name=display_name(row.family, row.given),
        mrn=row.mrn,
        born=born.shown_with_age(today) if born else "",
        diagnosis=catalogue.label("subtype", row.subtype) if row.subtype else "",
        phase=phase_words(phase, row.phase_since, today),
        filled=row.filled_count,
        declined=row.declined_count,
        missing=row.gap_count,
        last_contact=day_bare(moment.local(seen_at).date(), today) if seen_at else "",
        due=due,
        urgency=urgency,
        status=status,
        status_on=row.status_on,
    )
