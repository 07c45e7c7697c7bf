"""What a list of patients is asked for, and the conditions under which an index answers it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, true
from sqlmodel import Session

from careteam.domain.patients import Status
from careteam.storage.reads.own_lists import Own
from careteam.storage.search import among, find_patients, search_words
from careteam.storage.tables import AlertRecord, PatientRecord
from careteam.storage.trigrams import TRIGRAM

MOST_FOUND = 128
"""So many patients found by parts of their names are listed: three pages; more letters find more.

Each of them is looked at for the words, and most lie on a page of the file of their own.
"""
LAST_CHARACTER = "\U0010ffff"


class Standing(StrEnum):
    """Which patients a list shows: those in care, those who are not any more, or all."""

    ACTIVE = "active"
    CLOSED = "closed"
    ALL = "all"


NOT_ACTIVE = tuple(status for status in Status if status is not Status.ACTIVE)


@dataclass(frozen=True, slots=True)
class PatientFilter:
    """What a list is asked for; `navigator_id` None is the whole clinic, empty words are any.

    `own` is a list of who works here, in an order of its own.
    """

    navigator_id: int | None = None
    standing: Standing = Standing.ACTIVE
    typed: str = ""
    phase: str = ""
    subtype: str = ""
    language: str = ""
    alert: str = ""
    own: Own = Own.ALL


_patient = PatientRecord.__table__.c


@dataclass(frozen=True, slots=True)
class Found:
    """The conditions of a question; `is_listed` when the patients themselves are listed in it.

    `is_cut` says that more patients match than are shown: more letters will find them.
    """

    conditions: tuple[ColumnElement[bool], ...]
    is_listed: bool = False
    is_cut: bool = False


def find_conditions(session: Session, asked: PatientFilter) -> Found:
    """What to ask the tables for: by the name index, by the navigator's own, or by id.

    Two letters find those of whom a name begins so; one finds the family name in the whole clinic.
    Words that fit too many patients there find those whose family name begins with them.
    """
    chosen = _chosen(asked)
    words = search_words(asked.typed)
    if not words:
        return Found(chosen)
    if asked.navigator_id is not None or asked.own:
        return Found((*chosen, *(_has(word) for word in words)))
    if all(len(word) == 1 for word in words):
        return Found((*chosen, *_named(words)))
    ids = find_patients(session.connection(), asked.typed, MOST_FOUND + 1)
    if len(ids) <= MOST_FOUND:
        return Found((*chosen, among(_patient.id, ids)), is_listed=True)
    named = (*chosen, *_named(words))
    begins_so = select(_patient.id).where(*named, standing_of(asked)).limit(1)
    if session.connection().scalar(begins_so) is not None:
        return Found(named, is_cut=True)
    return Found((*chosen, among(_patient.id, ids[:MOST_FOUND])), is_listed=True, is_cut=True)


def states_of(asked: PatientFilter) -> tuple[Status, ...]:
    """The states that the list walks through one index each; none when one index has all."""
    match asked.standing:
        case Standing.ACTIVE:
            return (Status.ACTIVE,)
        case Standing.CLOSED:
            return NOT_ACTIVE
        case Standing.ALL:
            has_choice = asked.phase or asked.subtype or asked.language
            return tuple(Status) if has_choice else ()


def standing_of(asked: PatientFilter, *, is_plain: bool = False) -> ColumnElement[bool]:
    """The condition for the states that are asked for; `is_plain` keeps it from being walked."""
    status = plainly(_patient.status) if is_plain else _patient.status
    match asked.standing:
        case Standing.ACTIVE:
            return status == Status.ACTIVE
        case Standing.CLOSED:
            return status.in_(NOT_ACTIVE)
        case Standing.ALL:
            return true()


def plainly(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as it is, but walked by no index: another condition leaves fewer rows."""
    return func.coalesce(column, "")


def _chosen(asked: PatientFilter) -> tuple[ColumnElement[bool], ...]:
    chosen: list[ColumnElement[bool]] = []
    if asked.navigator_id is not None:
        chosen.append(_patient.navigator_id == asked.navigator_id)
    for name in ("phase", "subtype", "language"):
        if value := getattr(asked, name):
            is_mine = asked.navigator_id is not None or bool(asked.own)
            chosen.append((plainly(_patient[name]) if is_mine else _patient[name]) == value)
    if asked.alert:
        alert = AlertRecord.__table__.c
        stands = (alert.patient_id == _patient.id, alert.ended_on.is_(None))
        chosen.append(exists().where(*stands, alert.kind == asked.alert))
    return tuple(chosen)


def _has(word: str) -> ColumnElement[bool]:
    if len(word) >= TRIGRAM:
        return _patient.search_key.contains(word, autoescape=True)
    name = _patient.name_key
    return or_(name.startswith(word, autoescape=True), name.contains(f" {word}", autoescape=True))


def _named(words: list[str]) -> tuple[ColumnElement[bool], ...]:
    start = " ".join(words)
    return (_patient.name_key >= start, _patient.name_key < start + LAST_CHARACTER)
