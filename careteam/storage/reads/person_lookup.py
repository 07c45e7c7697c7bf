"""Who in the directory is meant by what was typed: an id, an NPI, an e-mail address or a name."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.people import NPI_LENGTH
from careteam.domain.text import clean, fold, listed_name
from careteam.storage.tables import PersonRecord

MOST_NAMES = 5000
LONGEST_ID = 9
person = PersonRecord.__table__.c


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who may be meant, named as in the directory."""

    id: int
    name: str


@needs(Action.SEE_DIRECTORY)
def people_called(session: Session, typed: str) -> tuple[Called, ...]:
    """Everybody whom the words name; exactly one when it is clear.

    Digits are an id or an NPI, a word with an @ an e-mail address; else "Family, Given", "Given
    Family" with or without credentials, or a family name, accents and case aside.
    """
    words = clean(typed)
    if words.isascii() and words.isdecimal():
        if len(words) == NPI_LENGTH:
            return _found(session, person.npi == words)
        return _found(session, person.id == int(words)) if len(words) <= LONGEST_ID else ()
    if "@" in words:
        return _found(session, func.lower(person.email) == words.lower())
    family = fold(words.partition(",")[0])
    return _found(session, person.name_key.in_(_name_keys(words))) or _of_family(session, family)


@needs(Action.SEE_DIRECTORY)
def all_names(session: Session) -> tuple[str, ...]:
    """The names of the directory, at most MOST_NAMES, by name."""
    query = select(person.family, person.given).order_by(person.name_key).limit(MOST_NAMES)
    return tuple(listed_name(row.family, row.given) for row in session.execute(query))


def _name_keys(words: str) -> list[str]:
    """The keys under which a name may stand: family and given parted at every place."""
    parts = [fold(part) for part in words.split(",")]
    keys = [f"{parts[0]} {parts[1]}"] if len(parts) > 1 else []
    whole = parts[0].split()
    for names in (whole, whole[1:]):  # the first word may be a title
        keys += [" ".join(names[at:] + names[:at]) for at in range(len(names))]
    return keys


def _of_family(session: Session, family: str) -> tuple[Called, ...]:
    if not family:
        return ()
    last = family + " \U0010ffff"
    rows = session.execute(
        _query().where(or_(person.name_key == family, person.name_key.between(family + " ", last)))
    )
    return tuple(
        Called(row.id, listed_name(row.family, row.given, row.credentials))
        for row in rows
        if fold(row.family) == family
    )


def _found(session: Session, condition: ColumnElement[bool]) -> tuple[Called, ...]:
    rows = session.execute(_query().where(condition))
    return tuple(
        Called(row.id, listed_name(row.family, row.given, row.credentials)) for row in rows
    )


def _query() -> Select[*tuple[Any, ...]]:
    return select(person.id, person.family, person.given, person.credentials).order_by(
        person.name_key, person.id
    )
