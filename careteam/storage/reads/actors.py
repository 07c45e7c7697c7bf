"""The names of those who act in the audit trail: the one place where an actor is looked up."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, text
from sqlmodel import Session

from careteam.domain.text import person_name
from careteam.storage.tables import PersonRecord

NOBODY = "Somebody"
"""Who acted without having said who they are, or is no longer known."""

_person = PersonRecord.__table__.c


def actor_names(session: Session, ids: Iterable[Any]) -> dict[int, str]:
    """The names of these actors, ids of the directory; whoever is not known is left out."""
    wanted = {one for one in ids if isinstance(one, int)}
    if not wanted:
        return {}
    query = select(
        _person.id, _person.family, _person.given, _person.title, _person.credentials
    ).where(_person.id.in_(wanted))
    return {
        row.id: person_name(row.family, row.given, row.title, row.credentials)
        for row in session.execute(query)
    }


def actors_called(session: Session, typed: str) -> tuple[int, ...]:
    """The ids of the actors with this id or of whose name this is a part, whatever its case."""
    if typed.isdecimal():
        return (int(typed),)
    words = typed.casefold().split()
    everybody = actor_names(session, session.scalars(select(_person.id)))
    return tuple(
        one
        for one, name in everybody.items()
        if words and all(word in name.casefold() for word in words)
    )


def actor_families(session: Session, ids: Iterable[Any]) -> dict[int, str]:
    """The family names of these actors; whoever is not known is left out."""
    wanted = {one for one in ids if isinstance(one, int)}
    query = select(_person.id, _person.family).where(_person.id.in_(wanted))
    return {row.id: row.family for row in session.execute(query)}


def trail_actors(session: Session) -> tuple[tuple[int, str], ...]:
    """Everybody who ever did something, by name; each is found by one step in the index."""
    found = session.scalars(text(_EACH_ACTOR)).all()
    names = actor_names(session, found)
    return tuple(sorted(names.items(), key=lambda pair: pair[1]))


_EACH_ACTOR = """
WITH RECURSIVE each(id) AS (
  SELECT min(actor_id) FROM audit
  UNION ALL
  SELECT (SELECT min(actor_id) FROM audit WHERE actor_id > each.id) FROM each
  WHERE each.id IS NOT NULL
)
SELECT id FROM each WHERE id IS NOT NULL
"""
