"""Patients as data for scripts: keys instead of labels, ISO dates instead of words."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.due import NEVER
from careteam.domain.text import person_name
from careteam.storage.tables import PatientRecord, PersonRecord

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PatientData:
    """One patient; `born` may be partial (1981-03), `due_on` None when nothing is due."""

    id: int
    mrn: str
    family: str
    given: str
    born: str
    sex: str
    language: str
    needs_interpreter: bool
    subtype: str
    phase: str
    phase_since: date | None
    status: str
    status_on: date | None
    navigator: str
    last_contact_at: datetime | None
    contacts: int
    due_on: date | None
    due_time: str
    roles_filled: int
    roles_declined: int
    roles_to_fill: int


def patient_data(session: Session, ids: list[int]) -> list[PatientData]:
    """The data of patients, in the order of the ids."""
    found: dict[int, PatientData] = {}
    for first in range(0, len(ids), AT_ONCE):
        found |= _some(session, ids[first : first + AT_ONCE])
    return [found[patient_id] for patient_id in ids if patient_id in found]


def _some(session: Session, ids: list[int]) -> dict[int, PatientData]:
    patient, person = PatientRecord.__table__.c, PersonRecord.__table__.c
    query = (
        select(
            PatientRecord.__table__,
            person.family.label("navigator_family"),
            person.given.label("navigator_given"),
            person.title.label("navigator_title"),
            person.credentials.label("navigator_credentials"),
        )
        .outerjoin(PersonRecord.__table__, person.id == patient.navigator_id)
        .where(patient.id.in_(ids))
    )
    return {
        row.id: PatientData(
            id=row.id,
            mrn=row.mrn,
            family=row.family,
            given=row.given,
            born=row.birth_date,
            sex=row.sex,
            language=row.language,
            needs_interpreter=row.needs_interpreter,
            subtype=row.subtype,
            phase=row.phase,
            phase_since=row.phase_since,
            status=row.status,
            status_on=row.status_on,
            navigator=person_name(
                row.navigator_family,
                row.navigator_given,
                row.navigator_title,
                row.navigator_credentials,
            )
            if row.navigator_id
            else "",
            last_contact_at=row.last_contact_at,
            contacts=row.contact_count,
            due_on=row.next_due_on if row.next_due_on != NEVER else None,
            due_time=row.next_due_time,
            roles_filled=row.filled_count,
            roles_declined=row.declined_count,
            roles_to_fill=row.gap_count,
        )
        for row in session.execute(query)
    }
