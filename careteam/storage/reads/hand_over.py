"""What a hand-over would do, patient by patient, and what stood before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlmodel import Session

from careteam.domain.assignments import HandOverDraft, Rank
from careteam.domain.patients import Status
from careteam.domain.text import display_name, person_name
from careteam.storage.reads.directory import OPEN, assignment, patient
from careteam.storage.tables import PatientRecord, PersonRecord


class Standing(StrEnum):
    """How the person who takes over stands to a role already."""

    NEW = "new"
    BACKUP = "backup"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A role that a person holds for a patient who is looked after now."""

    assignment_id: int
    patient_id: int
    patient: str
    mrn: str
    phase: str
    role: str
    rank: Rank
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """One role handed over: its day, how the other person stands to it, and their own row."""

    held: HeldRow
    on: date
    standing: Standing = Standing.NEW
    own_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What an assignment said about its end before it was changed."""

    assignment_id: int
    version: int
    ends_on: date | None
    end_reason: str
    end_note: str


@dataclass(frozen=True, slots=True)
class HandOverReceipt:
    """What a hand-over is going to change, so that it can be taken back in one step."""

    to_id: int
    steps: tuple[Step, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class HolderOfSome:
    """Somebody who holds roles of some patients, and how many of each."""

    person_id: int
    name: str
    roles: int
    patients: int


def holders_of(session: Session, patient_ids: Iterable[int]) -> tuple[HolderOfSome, ...]:
    """Who holds open roles of these patients, those with most of them first."""
    person = PersonRecord.__table__.c
    patients = func.count(assignment.patient_id.distinct())
    rows = session.execute(
        select(
            assignment.person_id,
            person.family,
            person.given,
            person.title,
            person.credentials,
            func.count().label("roles"),
            patients.label("patients"),
        )
        .join(PersonRecord.__table__, person.id == assignment.person_id)
        .join(PatientRecord.__table__, patient.id == assignment.patient_id)
        .where(
            assignment.patient_id.in_(tuple(patient_ids)),
            assignment.state.in_(OPEN),
            patient.status == Status.ACTIVE,
        )
        .group_by(assignment.person_id)
        .order_by(patients.desc(), person.name_key, person.id)
    )
    return tuple(
        HolderOfSome(
            row.person_id,
            person_name(row.family, row.given, row.title, row.credentials),
            row.roles,
            row.patients,
        )
        for row in rows
    )


def held_from(session: Session, person_id: int, on: date) -> tuple[HeldRow, ...]:
    """The roles a person holds on a day or later, for patients who are looked after, by name."""
    query = held_by(person_id).where(or_(assignment.ends_on.is_(None), assignment.ends_on > on))
    return held_rows(session, query)


def hand_over_steps(session: Session, draft: HandOverDraft) -> tuple[Step, ...]:
    """What a hand-over does for each chosen role that still stands on its day."""
    chosen = frozenset(draft.assignment_ids)
    rows = held_from(session, draft.from_id, draft.on)
    own = session.execute(
        select(assignment.id, assignment.patient_id, assignment.role, assignment.rank).where(
            assignment.person_id == draft.to_id,
            assignment.state.in_(OPEN),
            or_(assignment.ends_on.is_(None), assignment.ends_on > draft.on),
        )
    )
    standing = {(row.patient_id, row.role): (row.id, row.rank) for row in own}
    return tuple(
        _step(row, max(draft.on, row.starts_on), standing.get((row.patient_id, row.role)))
        for row in rows
        if not chosen or row.assignment_id in chosen
    )


def hand_over_receipt(session: Session, draft: HandOverDraft) -> HandOverReceipt:
    """What stands before a hand-over; read it first to be able to take the hand-over back."""
    steps = hand_over_steps(session, draft)
    ids = [step.held.assignment_id for step in steps]
    ids += [step.own_id for step in steps if step.own_id and step.standing is Standing.BACKUP]
    rows = session.execute(
        select(
            assignment.id,
            assignment.version,
            assignment.ends_on,
            assignment.end_reason,
            assignment.end_note,
        ).where(assignment.id.in_(ids))
    )
    return HandOverReceipt(draft.to_id, steps, tuple(Kept(*row) for row in rows))


def held_by(person_id: int) -> Select[*tuple[Any, ...]]:
    """The open roles of a person, for patients who are looked after, in the order of names."""
    return (
        select(
            assignment.id,
            assignment.patient_id,
            patient.family,
            patient.given,
            patient.title,
            patient.preferred,
            patient.mrn,
            patient.phase,
            assignment.role,
            assignment.rank,
            assignment.starts_on,
            assignment.ends_on,
        )
        .join(PatientRecord.__table__, patient.id == assignment.patient_id)
        .where(
            assignment.person_id == person_id,
            assignment.state.in_(OPEN),
            patient.status == Status.ACTIVE,
        )
        .order_by(patient.name_key, patient.id, assignment.id)
    )


def held_rows(session: Session, query: Select[*tuple[Any, ...]]) -> tuple[HeldRow, ...]:
    """What such a query found."""
    return tuple(
        HeldRow(
            row.id,
            row.patient_id,
            display_name(row.family, row.given, row.title, row.preferred),
            row.mrn,
            row.phase,
            row.role,
            Rank(row.rank),
            row.starts_on,
            row.ends_on,
        )
        for row in session.execute(query)
    )


def _step(held: HeldRow, on: date, own: tuple[int, str] | None) -> Step:
    if own is None:
        return Step(held, on)
    own_id, rank = own
    is_promoted = rank == Rank.BACKUP and held.rank is not Rank.BACKUP
    return Step(held, on, Standing.BACKUP if is_promoted else Standing.HOLDER, own_id)
