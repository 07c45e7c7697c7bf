"""The role board of a patient follows the phase, the age and the interpreter."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import PartialDate
from careteam.domain.rules import Rules
from careteam.storage.tables import PatientRecord, TeamRoleRecord


def refresh_board(session: Session, patient: PatientRecord, rules: Rules, today: date) -> None:
    """Mark on a patient's board the roles that the phase asks for; add those that are missing.

    Roles that somebody holds, held, or that the patient declined stay on the board.
    """
    wanted = wanted_roles(patient, rules, today)
    rows = session.scalars(
        select(TeamRoleRecord).where(TeamRoleRecord.__table__.c.patient_id == patient.id)
    ).all()
    known = {row.role: row for row in rows}
    for role, row in known.items():
        is_required = role in wanted
        asks_again = row.declined_on is not None and _asks_again(row, patient.phase)
        if row.is_required != is_required or asks_again:
            row.is_required = is_required
            if asks_again:
                row.declined_on, row.ask_at_phase = None, ""
            wait_from(row, today)
            session.add(row)
    assert patient.id is not None  # noqa: S101 - flushed before
    session.add_all(
        TeamRoleRecord(patient_id=patient.id, role=role, is_required=True, open_since=today)
        for role in wanted
        if role not in known
    )
    session.flush()


def wait_from(row: TeamRoleRecord, today: date) -> None:
    """Let a role wait for somebody from today, unless it waits already.

    Where it does not wait at all (filled, declined, not asked for) the triggers say so.
    """
    row.open_since = row.open_since or today


def wanted_roles(patient: Any, rules: Rules, today: date) -> tuple[str, ...]:
    """The roles that a patient's phase, age and interpreter ask for, from a record or a row."""
    age = PartialDate.from_iso(patient.birth_date).age_years(today) if patient.birth_date else None
    return rules.catalogue.required_roles(
        patient.phase, age, needs_interpreter=patient.needs_interpreter
    )


def place_on_board(session: Session, patient_id: int, role: str) -> TeamRoleRecord:
    """The row of a role on a patient's board, made when it is not there yet."""
    row = session.scalars(
        select(TeamRoleRecord).where(
            TeamRoleRecord.__table__.c.patient_id == patient_id,
            TeamRoleRecord.__table__.c.role == role,
        )
    ).one_or_none()
    if row is None:
        row = TeamRoleRecord(patient_id=patient_id, role=role)
        session.add(row)
        session.flush()
    return row


def _asks_again(row: TeamRoleRecord, phase: str) -> bool:
    return bool(row.ask_at_phase) and row.ask_at_phase == phase
