"""Phases, states, alerts and caregivers of a patient follow each other and stay on record."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, text

from careteam.domain.due import NEVER
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.patients import (
    Status,
    StatusDraft,
)
from careteam.storage.reads.patient_form import draft_of, roles_asked
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, StatusPeriodRecord
from careteam.storage.writes.patients import (
    PhaseDraft,
    change_phase,
    set_status,
    take_back_phase,
)
from tests.storage.test_patients import WHOLE, amend, phases_of, register


def test_a_phase_follows_another_and_both_stay_in_the_history(
    store: Store, moment: Moment, patient: int
) -> None:
    draft = PhaseDraft(patient, "consolidation", date(2026, 11, 18), "remission")
    store.do(change_phase, draft, moment=moment, rules=store.rules)
    assert phases_of(store, patient) == [
        ("induction", date(2026, 11, 9), date(2026, 11, 18)),
        ("consolidation", date(2026, 11, 18), None),
    ]
    back = replace(draft, phase="maintenance", on=date(2026, 11, 17))
    with pytest.raises(Refused) as refused:
        store.do(change_phase, back, moment=moment, rules=store.rules)
    assert refused.value.problems[0].field == "on"


def test_a_corrected_start_moves_the_end_of_the_phase_before(
    store: Store, moment: Moment, patient: int
) -> None:
    draft = PhaseDraft(patient, "consolidation", date(2026, 11, 18))
    store.do(change_phase, draft, moment=moment, rules=store.rules)
    earlier = replace(draft, on=date(2026, 11, 16))
    store.do(change_phase, earlier, moment=moment, rules=store.rules)
    assert phases_of(store, patient) == [
        ("induction", date(2026, 11, 9), date(2026, 11, 16)),
        ("consolidation", date(2026, 11, 16), None),
    ]
    too_early = replace(draft, on=date(2026, 11, 8))
    with pytest.raises(Refused):
        store.do(change_phase, too_early, moment=moment, rules=store.rules)


def test_a_phase_taken_back_leaves_the_one_before_standing(
    store: Store, moment: Moment, patient: int
) -> None:
    before = store.read(draft_of, patient)
    draft = PhaseDraft(patient, "maintenance", date(2026, 11, 18))
    store.do(change_phase, draft, moment=moment, rules=store.rules)
    store.do(take_back_phase, patient, moment=moment, rules=store.rules)
    assert phases_of(store, patient) == [("induction", date(2026, 11, 9), None)]
    assert replace(store.read(draft_of, patient), version=1) == before
    store.do(take_back_phase, patient, moment=moment, rules=store.rules)
    assert store.read(draft_of, patient).phase == ""
    with pytest.raises(Missing):
        store.do(take_back_phase, patient, moment=moment, rules=store.rules)


def test_a_phase_says_which_roles_it_would_ask_for(
    store: Store, moment: Moment, patient: int
) -> None:
    asked = store.read(roles_asked, patient, "consolidation", today=moment.today, rules=store.rules)
    assert {role.role: role.is_filled for role in asked}["nurse_navigator"]
    assert any(not role.is_filled for role in asked)
    assert not any(role.is_declined for role in asked)


def test_a_state_is_kept_with_day_and_reason_and_can_be_taken_back(
    store: Store, moment: Moment, patient: int
) -> None:
    due_before = store.read(lambda s: s.get_one(PatientRecord, patient).next_due_on)
    died = StatusDraft(Status.DECEASED, date(2026, 11, 19), "sepsis")
    store.do(set_status, patient, died, moment=moment, rules=store.rules)
    row = store.read(lambda s: s.get_one(PatientRecord, patient))
    assert (row.status, row.status_on, row.next_due_on) == ("deceased", died.on, NEVER)
    back = StatusDraft(Status.ACTIVE, moment.today)
    store.do(set_status, patient, back, moment=moment, rules=store.rules)
    row = store.read(lambda s: s.get_one(PatientRecord, patient))
    assert (row.status, row.next_due_on) == ("active", due_before)
    table = StatusPeriodRecord.__table__.c
    query = select(table.status, table.reason).where(table.patient_id == patient)
    history = store.read(lambda s: [tuple(r) for r in s.execute(query.order_by(table.id))])
    assert history == [("active", ""), ("deceased", "sepsis"), ("active", "")]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (StatusDraft(Status.CLOSED, date(2026, 11, 19), " "), "reason"),
        (StatusDraft(Status.DECEASED, date(2026, 11, 21), "sepsis"), "on"),
    ],
)
def test_a_state_without_reason_or_in_the_future_is_refused(
    store: Store, moment: Moment, patient: int, draft: StatusDraft, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        store.do(set_status, patient, draft, moment=moment, rules=store.rules)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_an_alert_and_a_caregiver_end_but_stay_on_record(store: Store, moment: Moment) -> None:
    patient = register(store, moment, WHOLE)
    read = store.read(draft_of, patient)
    amend(store, moment, patient, replace(read, related=(), alerts=read.alerts[:1]))
    ended = store.read(lambda s: s.execute(text("SELECT ended_on FROM alert")).scalars().all())
    assert sorted(ended, key=str) == ["2026-11-20", None]
    removed = store.read(
        lambda s: s.execute(text("SELECT is_removed FROM related")).scalars().all()
    )
    assert removed == [1]
