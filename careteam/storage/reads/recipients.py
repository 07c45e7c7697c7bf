"""Who may get something of a patient: they themselves, their caregivers, the team's houses."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.disclosures import Purpose
from careteam.domain.rules import Rules
from careteam.storage.reads.rules import read_settings
from careteam.storage.tables import AssignmentRecord, PersonRecord, RelatedRecord

THE_PATIENT = "the patient"
MOST_HOUSES = 4

_related = RelatedRecord.__table__.c
_assignment = AssignmentRecord.__table__.c
_person = PersonRecord.__table__.c


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """Somebody to whom something usually goes; `is_own` when only this patient has them."""

    name: str
    purpose: Purpose
    is_own: bool = False


def recipients_of(
    session: Session, patient_id: int | None, *, rules: Rules
) -> tuple[RecipientRow, ...]:
    """Organisations of the team first, then the patient and caregivers with consent to be told.

    Without a patient (a list of many) it is the clinic's own team.
    """
    clinic = read_settings(session).get("clinic", "")
    if patient_id is None:
        name = f"the team of {clinic}" if clinic else "the team"
        return (RecipientRow(name, Purpose.CARE_COORDINATION),)
    houses = session.scalars(
        select(_person.organisation)
        .join(AssignmentRecord.__table__, _assignment.person_id == _person.id)
        .where(
            _assignment.patient_id == patient_id,
            _assignment.state.in_(("planned", "active", "held")),
            _person.organisation.not_in(("", clinic)),
        )
        .distinct()
        .order_by(_person.organisation)
        .limit(MOST_HOUSES)
    )
    relatives = session.execute(
        select(_related.name, _related.relationship)
        .where(
            _related.patient_id == patient_id,
            _related.may_talk.is_(True),
            _related.is_removed.is_(False),
        )
        .order_by(_related.position, _related.id)
    )
    label = rules.catalogue.label
    return (
        *(RecipientRow(house, Purpose.CARE_COORDINATION) for house in houses),
        RecipientRow(THE_PATIENT, Purpose.OWN_REQUEST),
        *(
            RecipientRow(
                f"{row.name} ({label('relationship', row.relationship).lower()})",
                Purpose.OWN_REQUEST,
                is_own=True,
            )
            for row in relatives
        ),
    )
