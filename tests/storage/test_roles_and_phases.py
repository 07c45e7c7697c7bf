"""What a clinic changes in its roles and phases moves boards and due days at once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from careteam.domain.assignments import AssignmentDraft, DeclineDraft, Rank
from careteam.domain.catalogue import Condition
from careteam.domain.catalogue_drafts import (
    PhaseDraft,
    RoleDraft,
    is_sctid,
)
from careteam.domain.changes import Part
from careteam.domain.due import NEVER, DueKind
from careteam.domain.errors import Missing, Refused
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.storage.reads.settings import (
    Waiting,
    waiting,
)
from careteam.storage.store import Store
from careteam.storage.writes import recompute as recomputing
from careteam.storage.writes.assignments import assign, decline_role
from careteam.storage.writes.catalogue import (
    add_role,
    order_roles,
    save_phase,
    save_role,
    switch_role,
)
from careteam.storage.writes.clinic import add_holiday
from careteam.storage.writes.patients import register_patient, set_status
from careteam.storage.writes.recompute import recompute_next
from tests.people import add_member
from tests.storage.own_rules import Clinic, clinic, phase_draft, refused_at, role_draft

# fixtures of this clinic
assert clinic


def test_another_rhythm_of_a_phase_moves_the_due_day(clinic: Clinic) -> None:
    clinic.log("reached_patient")
    assert clinic.due() == (date(2026, 11, 27), DueKind.CADENCE)
    before = phase_draft(clinic)
    changes = clinic.do(
        save_phase, replace(before, asks_for={**before.asks_for, "nurse_navigator": 3})
    )
    assert changes.touches(Part.DUE, clinic.patient)
    assert clinic.due() == (date(2026, 11, 23), DueKind.CADENCE)
    assert clinic.kept().next_due_on == date(2026, 11, 23)
    clinic.do(save_phase, before)
    assert clinic.due() == (date(2026, 11, 27), DueKind.CADENCE)


def test_a_role_that_a_phase_asks_for_no_longer_leaves_the_board_and_comes_back(
    clinic: Clinic,
) -> None:
    before = phase_draft(clinic)
    asks_for = {role: days for role, days in before.asks_for.items() if role != "social_worker"}
    assert "social_worker" in clinic.board()
    gaps = clinic.kept().gap_count
    clinic.do(save_phase, replace(before, asks_for=asks_for))
    assert "social_worker" not in clinic.board()
    assert clinic.kept().gap_count == gaps - 1
    clinic.do(save_phase, before)
    assert "social_worker" in clinic.board()
    assert clinic.kept().gap_count == gaps


def test_a_role_that_a_phase_asks_for_now_is_a_gap_on_every_board(clinic: Clinic) -> None:
    before = phase_draft(clinic)
    assert "medical_oncologist" not in clinic.board()
    clinic.do(save_phase, replace(before, asks_for={**before.asks_for, "medical_oncologist": 7}))
    assert "medical_oncologist" in clinic.board()


def test_a_declined_role_stays_declined_when_the_rules_change(clinic: Clinic) -> None:
    clinic.do(
        decline_role,
        DeclineDraft(clinic.patient, "chaplain", clinic.moment.today, ask_at_phase="consolidation"),
    )
    gaps = clinic.kept().gap_count
    before = phase_draft(clinic)
    clinic.do(save_phase, replace(before, asks_for={**before.asks_for, "chaplain": 14}))
    assert clinic.kept().gap_count == gaps


def test_the_first_contact_of_a_role_follows_its_rule(clinic: Clinic) -> None:
    assert clinic.due() == (date(2026, 11, 12), DueKind.FIRST_CONTACT)
    clinic.do(save_role, replace(role_draft(clinic, "nurse_navigator"), first_contact_days=4))
    assert clinic.due() == (date(2026, 11, 16), DueKind.FIRST_CONTACT)


def test_a_role_for_children_leaves_the_boards_of_adults(clinic: Clinic) -> None:
    assert "social_worker" in clinic.board()
    clinic.do(save_role, replace(role_draft(clinic, "social_worker"), condition=Condition.CHILD))
    assert "social_worker" not in clinic.board()


def test_a_role_is_switched_off_and_on_and_never_lost(clinic: Clinic) -> None:
    clinic.do(switch_role, "chaplain", False)
    assert "chaplain" not in clinic.board()
    assert clinic.store.rules.catalogue.role_label("chaplain") != "chaplain"
    clinic.do(switch_role, "chaplain", True)
    assert "chaplain" in clinic.board()


def test_the_navigators_role_cannot_be_switched_off(clinic: Clinic) -> None:
    assert refused_at(clinic, switch_role, "nurse_navigator", False) == [""]


def test_a_new_role_can_be_given_to_people_and_asked_for(clinic: Clinic) -> None:
    clinic.do(add_role, RoleDraft("Fertility counselor", "supportive_oncology"))
    role = clinic.store.rules.catalogue.roles["fertility_counselor"]
    assert role.is_active
    assert list(clinic.store.rules.catalogue.roles)[-1] == "fertility_counselor"
    person = add_member(clinic.store, "Ito", "Tomo", "PhD", "fertility_counselor")
    draft = AssignmentDraft(
        clinic.patient, "fertility_counselor", person, Rank.PRIMARY, clinic.moment.today
    )
    clinic.do(assign, draft)
    assert clinic.due("fertility_counselor")[1] == DueKind.FIRST_CONTACT


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"label": " "}, "label"),
        ({"label": "x" * 201}, "label"),
        ({"label": "RADIÓLOGIST"}, "label"),
        ({"group": "wizards"}, "group"),
        ({"snomed": "40204002"}, "snomed"),
        ({"nucc": "207RH0003"}, "nucc"),
        ({"first_contact_days": 366}, "first_contact_days"),
        ({"contact_days": -1}, "contact_days"),
        ({"contact_days": None}, "contact_days"),
    ],
)
def test_a_role_that_breaks_a_rule_is_refused_at_its_field(
    clinic: Clinic, changed: dict[str, Any], field: str
) -> None:
    assert refused_at(clinic, save_role, replace(role_draft(clinic, "chaplain"), **changed)) == [
        field
    ]


def test_a_name_that_was_switched_off_says_so(clinic: Clinic) -> None:
    clinic.do(switch_role, "chaplain", False)
    with pytest.raises(Refused, match="switched off; switch it on"):
        clinic.do(add_role, RoleDraft("Chaplain", "chaplaincy"))


def test_every_snomed_code_of_the_seed_has_its_check_digit(store: Store) -> None:
    codes = [role.snomed for role in store.rules.catalogue.roles.values() if role.snomed]
    assert codes
    assert [code for code in codes if not is_sctid(code)] == []


def test_roles_stand_on_the_boards_in_the_order_that_was_chosen(clinic: Clinic) -> None:
    before = list(clinic.store.rules.catalogue.roles)
    clinic.do(order_roles, ["chaplain", *before])
    assert list(clinic.store.rules.catalogue.roles)[:2] == ["chaplain", before[0]]
    clinic.do(order_roles, before)
    assert list(clinic.store.rules.catalogue.roles) == before


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"label": ""}, "label"),
        ({"usual_days": 0}, "usual_days"),
        ({"milestone": "", "milestone_day": 29}, "milestone"),
        ({"milestone_day": 4000}, "milestone_day"),
        ({"asks_for": {"wizard": 7}}, "role"),
        ({"asks_for": {"chaplain": 9999}}, "days"),
    ],
)
def test_a_phase_that_breaks_a_rule_is_refused_at_its_field(
    clinic: Clinic, changed: dict[str, Any], field: str
) -> None:
    assert refused_at(clinic, save_phase, replace(phase_draft(clinic), **changed)) == [field]


def test_a_phase_that_is_gone_is_missing(clinic: Clinic) -> None:
    with pytest.raises(Missing):
        clinic.do(save_phase, PhaseDraft("nowhere", "Nowhere"))


def test_nothing_is_ever_due_of_a_patient_who_died(clinic: Clinic) -> None:
    clinic.do(set_status, clinic.patient, StatusDraft(Status.DECEASED, clinic.moment.today, "ALL"))
    clinic.do(save_role, replace(role_draft(clinic, "nurse_navigator"), first_contact_days=4))
    assert clinic.due() == (NEVER, DueKind.NONE)


def register(clinic: Clinic, count: int) -> None:
    for number in range(count):
        draft = PatientDraft(
            mrn=f"7{number:04}",
            family=f"Abara{number}",
            phase="induction",
            phase_since=date(2026, 11, 9),
        )
        clinic.do(register_patient, draft)


def test_a_large_clinic_follows_in_batches_and_goes_on_where_it_stopped(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(clinic, 7)
    monkeypatch.setattr(recomputing, "AT_ONCE", 5)
    clinic.do(save_role, replace(role_draft(clinic, "nurse_navigator"), first_contact_days=4))
    assert clinic.due()[0] == date(2026, 11, 12)
    assert clinic.store.read(waiting) == Waiting(0, 8)
    assert len(clinic.do(recompute_next, 3).patients) == 3
    assert clinic.store.read(waiting) == Waiting(3, 8)
    assert clinic.due()[0] == date(2026, 11, 16)
    clinic.do(switch_role, "chaplain", False)
    assert clinic.store.read(waiting) == Waiting(0, 8)
    while clinic.do(recompute_next, 3).parts:
        pass
    assert clinic.store.read(waiting) is None
    assert "chaplain" not in clinic.board()


def test_nothing_is_written_for_patients_whom_a_change_does_not_touch(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[int] = []
    real = recomputing._update

    def counted(session: Session, table: Any, rows: Any) -> None:
        touched.append(len(rows))
        real(session, table, rows)

    monkeypatch.setattr(recomputing, "_update", counted)
    clinic.do(add_holiday, date(2030, 6, 3), "Far away")
    assert touched
    assert not any(touched)
