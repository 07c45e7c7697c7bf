"""What a hand-over or a cover would do, patient by patient, and what stood before it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, or_, select
from sqlmodel import Session

from careteam.domain.assignments import HandOverDraft, Rank
from careteam.domain.errors import Missing
from careteam.domain.patients import Status
from careteam.domain.text import display_name
from careteam.storage.reads.directory import OPEN, absence, assignment, patient
from careteam.storage.tables import AssignmentRecord, PatientRecord


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
class CoverNeed:
    """Days away on which patients would have nobody; `first` and `last` are both included."""

    absence_id: int
    first: date
    last: date
    cover_id: int | None
    rows: tuple[HeldRow, ...]


def held_from(session: Session, person_id: int, on: date) -> tuple[HeldRow, ...]:
    """The roles a person holds on a day or later, for patients who are looked after, by name."""
    query = _held(person_id).where(or_(assignment.ends_on.is_(None), assignment.ends_on > on))
    return _rows(session, query)


def cover_needs(session: Session, person_id: int, today: date) -> tuple[CoverNeed, ...]:
    """The days away that are not over, each with the roles that nobody else holds all the while."""
    days = session.execute(
        select(absence.id, absence.starts_on, absence.ends_on, absence.cover_id)
        .where(absence.person_id == person_id, absence.ends_on >= today)
        .order_by(absence.starts_on)
    ).all()
    return tuple(
        CoverNeed(row.id, first, row.ends_on, row.cover_id, rows)
        for row in days
        if (rows := _uncovered(session, person_id, first := max(row.starts_on, today), row.ends_on))
    )


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


def cover_need(session: Session, absence_id: int, today: date) -> tuple[int, CoverNeed]:
    """Whose days away these are, and who has nobody on them; Missing when they were dropped."""
    row = session.execute(
        select(absence.person_id, absence.starts_on, absence.ends_on, absence.cover_id).where(
            absence.id == absence_id
        )
    ).first()
    if row is None:
        raise Missing("These days away are no longer in the directory. Look at the person again.")
    first = max(row.starts_on, today)
    rows = _uncovered(session, row.person_id, first, row.ends_on)
    return row.person_id, CoverNeed(absence_id, first, row.ends_on, row.cover_id, rows)


def _held(person_id: int) -> Select[*tuple[Any, ...]]:
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


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> tuple[HeldRow, ...]:
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


def _uncovered(session: Session, person_id: int, first: date, last: date) -> tuple[HeldRow, ...]:
    other = AssignmentRecord.__table__.alias("other").c
    after = last + timedelta(days=1)
    someone = (
        select(other.id)
        .where(
            other.patient_id == assignment.patient_id,
            other.role == assignment.role,
            other.person_id != person_id,
            other.state.in_(OPEN),
            or_(other.starts_on <= first, other.starts_on <= assignment.starts_on),
            or_(
                other.ends_on.is_(None),
                other.ends_on >= after,
                other.ends_on >= assignment.ends_on,
            ),
        )
        .exists()
    )
    query = _held(person_id).where(
        assignment.rank != Rank.BACKUP,
        assignment.starts_on <= last,
        or_(assignment.ends_on.is_(None), assignment.ends_on > first),
        ~someone,
    )
    return _rows(session, query)
