"""Keeping filters under a name, and following patients: one's own, never part of the record."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.own_lists import (
    CLINIC,
    MOST_FILTERS,
    SavedFilterDraft,
    check_filter,
    same_name,
)
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.tables import FollowedRecord, PatientRecord, SavedFilterRecord

OWN = frozenset({Part.OWN})
NOBODY = "Say in Settings who works here; then you have filters and patients of your own."
GONE = "This filter is no longer kept. Look at the list again."


@needs(Action.OWN)
def save_filter(
    session: Session, draft: SavedFilterDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep a filter for who works here, or for the whole clinic; `made` is its id.

    With an id that filter gets the name, the choice and the owner of the draft. Refused when
    another one of the same owner has the name, without a name, and beyond 50 of one owner.
    """
    draft = check_filter(draft)
    owner = CLINIC if draft.is_clinic else _worker(moment)
    others = _filters(session, draft.page, owner)
    for other in others:
        if other.id != draft.id and same_name(other.name, draft.name):
            raise Refused.at("name", "There is a filter {name} already.", name=other.name)
    record = None if draft.id is None else session.get(SavedFilterRecord, draft.id)
    if draft.id is not None and record is None:
        raise Missing(GONE)
    if record is None:
        if len(others) >= MOST_FILTERS:
            raise Refused.at("name", "There are 50 filters already; remove one first.")
        place = max((other.position for other in others), default=-1) + 1
        record = SavedFilterRecord(page=draft.page, name=draft.name, body={}, position=place)
    record.owner_id, record.name, record.body = owner, draft.name, dict(draft.body)
    session.add(record)
    session.flush()
    return Changes(OWN, made=record.id, summary=f"The filter {record.name} is saved.")


@needs(Action.OWN)
def remove_filter(session: Session, filter_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a filter no longer."""
    record = session.get(SavedFilterRecord, filter_id)
    if record is None:
        raise Missing(GONE)
    session.delete(record)
    session.flush()
    return Changes(OWN, summary=f"The filter {record.name} is removed.")


@needs(Action.OWN)
def follow_patient(session: Session, patient_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Follow a patient without being on the team; doing it again changes nothing."""
    person_id = _worker(moment)
    name = _name(session, patient_id)
    if _followed(session, person_id, patient_id) is None:
        session.add(FollowedRecord(person_id=person_id, patient_id=patient_id, since=moment.now))
        session.flush()
    return Changes(OWN, frozenset({patient_id}), summary=f"You follow {name} now.")


@needs(Action.OWN)
def unfollow_patient(session: Session, patient_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """Follow a patient no longer."""
    person_id = _worker(moment)
    name = _name(session, patient_id)
    table = FollowedRecord.__table__.c
    session.execute(
        delete(FollowedRecord).where(table.person_id == person_id, table.patient_id == patient_id)
    )
    return Changes(OWN, frozenset({patient_id}), summary=f"You follow {name} no longer.")


def _worker(moment: Moment) -> int:
    if moment.by is None:
        raise Refused.at("", NOBODY)
    return moment.by


def _filters(session: Session, page: str, owner: int) -> Sequence[SavedFilterRecord]:
    table = SavedFilterRecord.__table__.c
    query = select(SavedFilterRecord).where(table.page == page, table.owner_id == owner)
    return session.scalars(query).all()


def _followed(session: Session, person_id: int, patient_id: int) -> int | None:
    table = FollowedRecord.__table__.c
    query = select(table.id).where(table.person_id == person_id, table.patient_id == patient_id)
    return session.scalar(query)


def _name(session: Session, patient_id: int) -> str:
    table = PatientRecord.__table__.c
    row = session.execute(select(table.family, table.given).where(table.id == patient_id)).first()
    if row is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    return display_name(row.family, row.given)
