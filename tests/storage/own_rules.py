"""A clinic that changes its own rules, and hands to do it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from careteam.domain.catalogue_drafts import (
    PhaseDraft,
    RoleDraft,
)
from careteam.domain.changes import Changes
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord, PatientRecord, TeamRoleRecord
from careteam.storage.writes.contacts import log_contact


class Clinic:
    """The store with its moment, so that a test reads like what is done at the desk."""

    def __init__(self, store: Store, moment: Moment, patient: int, navigator: int) -> None:
        self.store, self.moment = store, moment
        self.patient, self.navigator = patient, navigator

    def do(self, verb: Any, *args: Any) -> Changes:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def due(self, role: str = "nurse_navigator") -> tuple[date, str]:
        table = AssignmentRecord.__table__.c

        def read(session: Session) -> tuple[date, str]:
            row = session.execute(
                AssignmentRecord.__table__.select().where(
                    table.patient_id == self.patient, table.role == role
                )
            ).one()
            return row.next_due_on, row.due_kind

        return self.store.read(read)

    def board(self) -> set[str]:
        def read(session: Session) -> set[str]:
            table = TeamRoleRecord.__table__
            rows = session.execute(
                table.select().where(table.c.patient_id == self.patient, table.c.is_required)
            )
            return {row.role for row in rows}

        return self.store.read(read)

    def kept(self) -> PatientRecord:
        return self.store.read(lambda session: session.get_one(PatientRecord, self.patient))

    def log(self, outcome: str, at: datetime | None = None) -> int:
        draft = ContactDraft(
            patient_id=self.patient,
            role="nurse_navigator",
            mode="phone",
            outcome=outcome,
            at=at or self.moment.now - timedelta(hours=1),
            person_id=self.navigator,
        )
        made = self.do(log_contact, draft).made
        assert made is not None
        return made


@pytest.fixture
def clinic(store: Store, moment: Moment, patient: int, navigator: int) -> Clinic:
    return Clinic(store, moment, patient, navigator)


def role_draft(clinic: Clinic, key: str) -> RoleDraft:
    role = clinic.store.rules.catalogue.roles[key]
    return RoleDraft(
        role.label,
        role.group,
        role.key,
        role.short,
        role.snomed,
        role.nucc,
        role.condition,
        role.first_contact_days,
        role.contact_days,
    )


def phase_draft(clinic: Clinic, key: str = "induction") -> PhaseDraft:
    phase = clinic.store.rules.catalogue.phases[key]
    return PhaseDraft(
        phase.key,
        phase.label,
        phase.usual_days,
        phase.milestone,
        phase.milestone_day,
        dict(phase.asks_for),
    )


def refused_at(clinic: Clinic, verb: Any, *args: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        clinic.do(verb, *args)
    return [problem.field for problem in refused.value.problems]
