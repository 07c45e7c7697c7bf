"""Members of the team as they leave for an address book: without a word of their patients."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.agenda import PersonCard
from careteam.domain.catalogue import Catalogue
from careteam.storage.reads.directory import has_not_left, person, person_role
from careteam.storage.reads.people import phone
from careteam.storage.tables import PersonRecord

GROUP = 500
_COLUMNS = (
    person.id, person.external_id, person.family, person.given, person.title, person.credentials,
    person.organisation, person.department, person.email, person.pager,
)  # fmt: skip


@needs(Action.SEE_DIRECTORY)
def everybody(session: Session, today: date) -> tuple[int, ...]:
    """Who is in the directory and has not left, by name."""
    query = select(person.id).where(has_not_left(today)).order_by(person.name_key, person.id)
    return tuple(session.scalars(query))


@needs(Action.SEE_DIRECTORY)
def person_cards(
    session: Session, person_ids: Sequence[int], catalogue: Catalogue
) -> tuple[PersonCard, ...]:
    """The cards of these people, in this order; who is not there any more is left out."""
    found: dict[int, PersonCard] = {}
    for first in range(0, len(person_ids), GROUP):
        ids = tuple(person_ids[first : first + GROUP])
        phones: dict[int, list[tuple[str, str]]] = defaultdict(list)
        numbers = select(phone.person_id, phone.number, phone.kind).where(phone.person_id.in_(ids))
        for row in session.execute(numbers.order_by(phone.person_id, phone.position, phone.id)):
            phones[row.person_id].append((row.number, row.kind))
        roles: dict[int, list[str]] = defaultdict(list)
        held = select(person_role.person_id, person_role.role_key).where(
            person_role.person_id.in_(ids)
        )
        for row in session.execute(held.order_by(person_role.person_id, person_role.position)):
            roles[row.person_id].append(catalogue.role_label(row.role_key))
        people = select(*_COLUMNS).select_from(PersonRecord.__table__).where(person.id.in_(ids))
        for one in session.execute(people).mappings():
            told: dict[str, Any] = {str(name): value for name, value in one.items()}
            number, uid = told.pop("id"), told.pop("external_id")
            found[number] = PersonCard(
                uid, **told, phones=tuple(phones[number]), roles=tuple(roles[number])
            )
    return tuple(found[one] for one in dict.fromkeys(person_ids) if one in found)
