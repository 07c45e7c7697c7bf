"""The phases of a patient, one after the other, each with its days."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.errors import Refused
from careteam.domain.rules import Rules
from careteam.domain.text import LINE_LENGTH, clean
from careteam.storage.tables import CareProfileRecord, PatientRecord, PhasePeriodRecord


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """A change of phase with its first day and, where there is one, the reason.

    `pathway` is the way through treatment that is chosen with it; None leaves the one that stands.
    """

    patient_id: int
    phase: str
    on: date
    reason: str = ""
    pathway: str | None = None


def move_phase(
    session: Session, patient: PatientRecord, draft: PhaseDraft, field_name: str = "on"
) -> None:
    """Put a patient into a phase; the same phase with another day corrects its start.

    Refused at `field_name` for a day before the phase that it follows.
    """
    if patient.phase == draft.phase and patient.phase_since == draft.on:
        return
    before = phase_periods(session, draft.patient_id)
    current = before.pop() if before else None
    if current is not None and patient.phase == draft.phase:
        _move_start(session, current, before[-1] if before else None, draft.on, field_name)
        patient.phase_since = draft.on
        return
    if current is not None:
        if draft.on < current.started_on:
            sentence = "The phase cannot start before the one it follows."
            raise Refused.at(field_name, sentence)
        current.ended_on = draft.on
        session.add(current)
    patient.phase, patient.phase_since = draft.phase, draft.on
    session.add(
        PhasePeriodRecord(
            patient_id=draft.patient_id,
            phase=draft.phase,
            started_on=draft.on,
            reason=clean(draft.reason)[:LINE_LENGTH],
        )
    )


def _move_start(
    session: Session,
    current: PhasePeriodRecord,
    before: PhasePeriodRecord | None,
    day: date,
    field_name: str,
) -> None:
    if before is not None:
        if day < before.started_on:
            sentence = "The phase cannot start before the one it follows."
            raise Refused.at(field_name, sentence)
        before.ended_on = day
        session.add(before)
    current.started_on = day
    session.add(current)


def set_pathway(session: Session, patient_id: int, pathway: str, rules: Rules) -> str:
    """Put a patient on a way through treatment, or on none; gives the one before.

    Refused at `pathway` for one that the clinic does not have.
    """
    if pathway and pathway not in rules.clinical.pathways:
        raise Refused.at("pathway", "{code} is not in the clinic's list.", code=pathway[:60])
    record = session.get(CareProfileRecord, patient_id)
    if record is None:
        record = CareProfileRecord(patient_id=patient_id)
    before = record.pathway
    if before != pathway:
        record.pathway = pathway
        record.version += 1
        session.add(record)
        session.flush()
    return before


def phase_periods(session: Session, patient_id: int) -> list[PhasePeriodRecord]:
    """Every phase a patient was in, the one that stands last."""
    table = PhasePeriodRecord.__table__.c
    query = select(PhasePeriodRecord).where(table.patient_id == patient_id)
    return list(session.scalars(query.order_by(table.started_on, table.id)))
