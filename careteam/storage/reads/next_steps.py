"""The open next steps of a patient, earliest first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.due import Urgency, due_words
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.tables import FollowUpRecord, PersonRecord


@dataclass(frozen=True, slots=True)
class NextStepRow:
    """One open next step: what, who owns it, when it is due."""

    id: int
    text: str
    owner: str
    owner_role: str
    due_on: date
    due_text: str
    urgency: Urgency


def next_steps(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[NextStepRow, ...]:
    """Every open next step of a patient, in the order of their days."""
    step, person = FollowUpRecord.__table__.c, PersonRecord.__table__.c
    query = (
        select(
            step.id,
            step.text,
            step.owner_role,
            step.due_on,
            step.due_time,
            person.family,
            person.given,
            person.title,
            person.credentials,
        )
        .outerjoin(PersonRecord.__table__, person.id == step.owner_id)
        .where(step.patient_id == patient_id, step.state == "open")
        .order_by(step.due_on, step.due_time, step.id)
    )
    rows: list[NextStepRow] = []
    for row in session.execute(query):
        owner = rules.catalogue.role_short(row.owner_role) if row.owner_role else ""
        if row.family is not None:
            owner = person_name(row.family, row.given, row.title, row.credentials)
        text, urgency = due_words(row.due_on, row.due_time, today)
        rows.append(NextStepRow(row.id, row.text, owner, row.owner_role, row.due_on, text, urgency))
    return tuple(rows)
