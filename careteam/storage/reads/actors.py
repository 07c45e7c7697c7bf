"""The names of those who act in the audit trail: the one place where an actor is looked up."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.text import person_name
from careteam.storage.reads.accounts import account_names
from careteam.storage.tables import AccountRecord, PersonRecord

NOBODY = "Somebody"
"""Who acted without having said who they are, or is no longer known."""

_person = PersonRecord.__table__.c
_account = AccountRecord.__table__.c


def actor_names(session: Session, ids: Iterable[Any]) -> dict[int, str]:
    """The names of these actors, accounts or people; whoever is not known is left out."""
    wanted = {one for one in ids if isinstance(one, int)}
    if not wanted:
        return {}
    query = select(
        _person.id, _person.family, _person.given, _person.title, _person.credentials
    ).where(_person.id.in_(wanted))
    people = {
        row.id: person_name(row.family, row.given, row.title, row.credentials)
        for row in session.execute(query)
    }
    return {**people, **account_names(session, wanted)}


@needs(Action.REVIEW)
def actors_called(session: Session, typed: str) -> tuple[int, ...]:
    """The ids of the actors with this id or of whose name this is a part, whatever its case.

    Somebody with an account is that account; what they did before it is found by the other id.
    """
    if typed.isdecimal():
        return (int(typed),)
    words = typed.casefold().split()
    theirs = select(_account.person_id).where(_account.person_id.is_not(None))
    people = session.scalars(select(_person.id).where(_person.id.not_in(theirs)))
    accounts = session.scalars(select(_account.id))
    everybody = actor_names(session, [*people, *accounts])
    return tuple(
        one
        for one, name in everybody.items()
        if words and all(word in name.casefold() for word in words)
    )


def actor_families(session: Session, ids: Iterable[Any]) -> dict[int, str]:
    """The family names of these actors; whoever is not known is left out."""
    wanted = {one for one in ids if isinstance(one, int)}
    query = select(_person.id, _person.family).where(_person.id.in_(wanted))
    theirs = select(_account.id, _person.family).join_from(
        AccountRecord, PersonRecord, _person.id == _account.person_id
    )
    found = (query, theirs.where(_account.id.in_(wanted)))
    return {row.id: row.family for one in found for row in session.execute(one)}


@needs(Action.REVIEW)
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
