"""What is on file of patients for the programs, as the domain weighs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.time_standing import Consent, Enrolment, Standing, Visit
from careteam.storage.tables import EnrolmentRecord, InitiatingVisitRecord, TimeConsentRecord

_enrolled = EnrolmentRecord.__table__.c
_consent = TimeConsentRecord.__table__.c
_visit = InitiatingVisitRecord.__table__.c


def standings_of(session: Session, patients: Iterable[int]) -> dict[int, Standing]:
    """The standing of each of these patients; of some hundred at once."""
    ids = list(patients)
    enrolments = _by_patient(session, select(EnrolmentRecord.__table__), _enrolled.patient_id, ids)
    given = select(_consent.patient_id, _consent.program, _consent.on_day).where(
        _consent.retracted_at.is_(None)
    )
    seen = select(_visit.patient_id, _visit.program, _visit.on_day).where(
        _visit.retracted_at.is_(None)
    )
    consents = _by_patient(session, given, _consent.patient_id, ids)
    visits = _by_patient(session, seen, _visit.patient_id, ids)
    return {
        one: Standing(
            tuple(
                Enrolment(
                    row.program, row.starts_on, row.ends_on, row.billing_id, row.supervising_id
                )
                for row in enrolments[one]
            ),
            tuple(Consent(row.program, row.on_day) for row in consents[one]),
            tuple(Visit(row.program, row.on_day) for row in visits[one]),
        )
        for one in ids
    }


def _by_patient(
    session: Session, query: Any, column: Any, ids: Sequence[int]
) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query.where(column.in_(ids))):
        found[row.patient_id].append(row)
    return found
