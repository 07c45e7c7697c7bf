"""The contacts of one patient, newest first, with what followed from each and what stood before."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, literal, select, tuple_
from sqlmodel import Session

from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.errors import Missing
from careteam.domain.text import fold
from careteam.storage.reads.contact_rows import (
    ContactRow,
    Place,
    contact_query,
    contact_rows,
    name_columns,
    named,
)
from careteam.storage.tables import (
    ContactRecord,
    ContactVersionRecord,
    FollowUpRecord,
    PersonRecord,
)

SEARCHED_AT_ONCE = 500


class Only(StrEnum):
    """Which contacts of a patient are asked for; retracted ones stand among all of them."""

    ALL = "all"
    REACHED = "reached"
    WITH_STEP = "with_step"
    TRIES = "tries"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What a contact said before an amendment, who replaced it when (UTC), and why."""

    version: int
    at: datetime
    role: str
    mode: str
    outcome: str
    minutes: int
    topics: tuple[str, ...]
    note: str
    replaced_at: datetime
    by: str
    reason: str


def contact_page(
    session: Session,
    patient_id: int,
    *,
    limit: int,
    before: Place | None = None,
    only: str = Only.ALL,
    role: str | None = None,
    words: str = "",
) -> tuple[ContactRow, ...]:
    """At most `limit` contacts, newest first, after the place `before`; fewer mean the end.

    `words` looks for every typed word in the notes, accents and case aside. Retracted contacts
    count neither as reached nor as tries.
    """
    contact = ContactRecord.__table__.c
    wanted: list[ColumnElement[bool]] = [contact.patient_id == patient_id, *_only(only, patient_id)]
    if role:
        wanted.append(contact.role == role)
    if fold(words):
        ids = _with_words(session, wanted, before, fold(words).split(), limit)
        query = contact_query().where(contact.id.in_(ids))
    else:
        query = _after(contact_query().where(*wanted), before).limit(limit)
    found = session.execute(query.order_by(contact.at.desc(), contact.id.desc())).all()
    return contact_rows(session, found)


def contacts_of(session: Session, patient_id: int) -> tuple[ContactRow, ...]:
    """All contacts of a patient, newest first, retracted ones too."""
    contact = ContactRecord.__table__.c
    query = contact_query().where(contact.patient_id == patient_id)
    found = session.execute(query.order_by(contact.at.desc(), contact.id.desc())).all()
    return contact_rows(session, found)


def one_contact(session: Session, contact_id: int) -> ContactRow:
    """One contact as it stands now; Missing when there is none."""
    query = contact_query().where(ContactRecord.__table__.c.id == contact_id)
    rows = contact_rows(session, session.execute(query).all())
    if not rows:
        raise Missing("This contact is no longer in the database.")
    return rows[0]


def contact_roles(session: Session, patient_id: int) -> tuple[str, ...]:
    """The keys of the roles that any contact of the patient was about."""
    contact = ContactRecord.__table__.c
    query = select(contact.role).where(contact.patient_id == patient_id).distinct()
    return tuple(session.execute(query.order_by(contact.role)).scalars())


def contact_versions(session: Session, contact_id: int) -> tuple[VersionRow, ...]:
    """What a contact said before each amendment, newest first."""
    version, person = ContactVersionRecord.__table__.c, PersonRecord.__table__.c
    query = (
        select(ContactVersionRecord.__table__, *name_columns(person))
        .outerjoin(PersonRecord.__table__, person.id == version.by_id)
        .where(version.contact_id == contact_id)
        .order_by(version.version.desc())
    )
    zone = session.execute(
        select(ContactRecord.__table__.c.zone).where(ContactRecord.__table__.c.id == contact_id)
    ).scalar()
    return tuple(
        VersionRow(
            version=row.version,
            at=datetime.fromisoformat(row.body["at"]).astimezone(ZoneInfo(zone or "UTC")),
            role=row.body["role"],
            mode=row.body["mode"],
            outcome=row.body["outcome"],
            minutes=row.body["minutes"],
            topics=tuple(row.body["topics"]),
            note=row.body["note"],
            replaced_at=row.replaced_at,
            by=named(row),
            reason=row.reason,
        )
        for row in session.execute(query)
    )


def _only(only: str, patient_id: int) -> list[ColumnElement[bool]]:
    contact, step = ContactRecord.__table__.c, FollowUpRecord.__table__.c
    match only:
        case Only.REACHED:
            return [contact.is_reached, contact.retracted_at.is_(None)]
        case Only.TRIES:
            is_try = contact.mode != NO_CONTACT_MODE
            return [~contact.is_reached, is_try, contact.retracted_at.is_(None)]
        case Only.WITH_STEP:
            with_step = select(step.contact_id).where(
                step.patient_id == patient_id,
                step.state != "cancelled",
                step.contact_id.is_not(None),
            )
            return [contact.id.in_(with_step)]
        case _:
            return []


def _after(query: Select[Any], before: Place | None) -> Select[Any]:
    if before is None:
        return query
    contact = ContactRecord.__table__.c
    place = tuple_(literal(before[0], contact.at.type), literal(before[1]))
    return query.where(tuple_(contact.at, contact.id) < place)


def _with_words(
    session: Session,
    wanted: list[ColumnElement[bool]],
    before: Place | None,
    words: list[str],
    limit: int,
) -> list[int]:
    """Notes are folded here, a stretch at a time: no dialect folds accents alike."""
    contact = ContactRecord.__table__.c
    query: Any = select(contact.id, contact.at, contact.note).where(*wanted)
    query = query.order_by(contact.at.desc(), contact.id.desc()).limit(SEARCHED_AT_ONCE)
    found: list[int] = []
    while len(found) < limit:
        stretch = session.execute(_after(query, before)).all()
        for row in stretch:
            note = row.note.casefold() if row.note.isascii() else fold(row.note)
            if all(word in note for word in words):
                found.append(row.id)
        if len(stretch) < SEARCHED_AT_ONCE:
            break
        before = (stretch[-1].at, stretch[-1].id)
    return found[:limit]
