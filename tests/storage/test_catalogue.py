"""What a clinic changes in its own rules moves boards and due days, and can be taken back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from careteam.domain.assignments import AssignmentDraft, DeclineDraft, Rank
from careteam.domain.catalogue import Condition
from careteam.domain.catalogue_drafts import (
    ClinicDraft,
    MacroDraft,
    PhaseDraft,
    RoleDraft,
    TermDraft,
    is_sctid,
)
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import NEVER, DueKind
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.storage.reads.rules import read_macros
from careteam.storage.reads.settings import (
    Waiting,
    clinic_row,
    federal_holidays_missing,
    holiday_rows,
    term_rows,
    waiting,
    worker_rows,
)
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord, PatientRecord, TeamRoleRecord
from careteam.storage.writes import recompute as recomputing
from careteam.storage.writes.assignments import assign, decline_role
from careteam.storage.writes.catalogue import (
    add_role,
    order_roles,
    save_phase,
    save_role,
    switch_role,
)
from careteam.storage.writes.clinic import add_holiday, fill_year, remove_holidays, save_clinic
from careteam.storage.writes.contacts import amend_contact, log_contact
from careteam.storage.writes.patients import register_patient, set_status
from careteam.storage.writes.recompute import recompute_next
from careteam.storage.writes.terms import (
    add_term,
    order_terms,
    remove_macro,
    save_macro,
    save_term,
    switch_term,
)
from tests.people import add_member


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


def test_other_retry_days_move_the_tries_that_wait(clinic: Clinic) -> None:
    clinic.log("no_answer")
    assert clinic.due() == (date(2026, 11, 23), DueKind.RETRY)
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", retry_days=2))
    assert clinic.due() == (date(2026, 11, 24), DueKind.RETRY)
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", retry_days=1))
    assert clinic.due() == (date(2026, 11, 23), DueKind.RETRY)


def test_another_number_of_tries_changes_when_the_way_changes(clinic: Clinic) -> None:
    row = clinic.store.read(clinic_row)
    draft = ClinicDraft(row.name, row.zone, row.region, 1, row.quick_minutes)
    clinic.log("no_answer")
    clinic.do(save_clinic, draft)
    assert clinic.due()[1] == DueKind.STOP_RULE
    clinic.do(save_clinic, replace(draft, max_attempts=row.max_attempts))
    assert clinic.due()[1] == DueKind.RETRY


def test_a_holiday_moves_what_would_fall_due_on_it(clinic: Clinic) -> None:
    clinic.log("no_answer")
    monday = date(2026, 11, 23)
    assert clinic.due()[0] == monday
    clinic.do(add_holiday, monday, "Founders' day")
    assert clinic.due()[0] == date(2026, 11, 24)
    assert refused_at(clinic, add_holiday, monday, "Again") == ["day"]
    clinic.do(remove_holidays, [monday])
    assert clinic.due()[0] == monday
    with pytest.raises(Missing):
        clinic.do(remove_holidays, [monday])


def test_the_federal_holidays_of_a_year_are_added_once(clinic: Clinic) -> None:
    assert clinic.store.read(holiday_rows, 2031) == ()
    missing = clinic.store.read(federal_holidays_missing, 2031)
    clinic.do(fill_year, 2031)
    days = [row.day for row in clinic.store.read(holiday_rows, 2031)]
    assert date(2031, 7, 4) in days
    assert days == [row.day for row in missing]
    assert clinic.do(fill_year, 2031).summary == "2031 is complete."
    clinic.do(remove_holidays, days)
    assert clinic.store.read(holiday_rows, 2031) == ()
    assert refused_at(clinic, fill_year, 1066) == ["year"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"region": "XX"}, "region"),
        ({"max_attempts": 0}, "max_attempts"),
        ({"max_attempts": None}, "max_attempts"),
        ({"quick_minutes": ()}, "quick_minutes"),
        ({"quick_minutes": (0, 5)}, "quick_minutes"),
    ],
)
def test_a_clinic_that_breaks_a_rule_is_refused_at_its_field(
    clinic: Clinic, changed: dict[str, Any], field: str
) -> None:
    sound = ClinicDraft("Leukemia Program", "America/New_York", "US", 3, (5, 10))
    assert refused_at(clinic, save_clinic, replace(sound, **changed)) == [field]


def test_the_clinics_settings_come_back_as_they_were_entered(clinic: Clinic) -> None:
    clinic.do(save_clinic, ClinicDraft("Blood Center", "America/Chicago", "us", 4, (30, 5, 5)))
    row = clinic.store.read(clinic_row)
    assert (row.name, row.zone, row.region) == ("Blood Center", "America/Chicago", "US")
    assert (row.max_attempts, row.quick_minutes) == (4, (5, 30))
    assert clinic.store.rules.catalogue.quick_minutes == (5, 30)


def test_a_new_word_is_offered_at_the_end_of_its_list(clinic: Clinic) -> None:
    clinic.do(add_term, TermDraft("topic", "Dental clearance"))
    assert list(clinic.store.rules.catalogue.terms["topic"])[-1] == "dental_clearance"
    assert refused_at(clinic, add_term, TermDraft("topic", "dental  clearance ")) == ["label"]
    assert refused_at(clinic, add_term, TermDraft("sex", "Neither")) == ["kind"]


def test_a_new_outcome_counts_as_it_was_made(clinic: Clinic) -> None:
    clinic.do(add_term, TermDraft("outcome", "Line was busy", retry_days=2))
    clinic.log("line_was_busy")
    assert clinic.due() == (date(2026, 11, 24), DueKind.RETRY)
    clinic.do(add_term, TermDraft("outcome", "Reached interpreter", is_reached=True))
    assert clinic.store.rules.catalogue.outcomes["reached_interpreter"].is_reached


def test_whether_an_outcome_reached_somebody_cannot_be_turned_over(clinic: Clinic) -> None:
    clinic.do(save_term, TermDraft("outcome", "No answer", "no_answer", is_reached=True))
    assert not clinic.store.rules.catalogue.outcomes["no_answer"].is_reached


def test_a_word_that_is_switched_off_is_not_offered_but_keeps_its_label(clinic: Clinic) -> None:
    made = clinic.log("no_answer")
    clinic.do(switch_term, "outcome", "no_answer", False)
    outcomes = clinic.store.rules.catalogue.outcomes
    assert "no_answer" not in list(outcomes)
    assert outcomes["no_answer"].label == "No answer"
    shown = {row.key: row.is_active for row in clinic.store.read(term_rows, "outcome")}
    assert shown["no_answer"] is False
    draft = ContactDraft(
        patient_id=clinic.patient,
        role="nurse_navigator",
        mode="phone",
        outcome="no_answer",
        at=clinic.moment.now - timedelta(hours=1),
        person_id=clinic.navigator,
        note="Rang twice.",
        version=1,
    )
    clinic.do(amend_contact, made, draft, "Added a note")
    clinic.do(switch_term, "outcome", "no_answer", True)
    assert "no_answer" in list(clinic.store.rules.catalogue.outcomes)


def test_the_last_word_of_a_list_and_the_chart_review_stay(clinic: Clinic) -> None:
    assert refused_at(clinic, switch_term, "mode", "chart_review", False) == [""]
    kinds = list(clinic.store.rules.catalogue.terms["decline_reason"])
    for key in kinds[1:]:
        clinic.do(switch_term, "decline_reason", key, False)
    assert refused_at(clinic, switch_term, "decline_reason", kinds[0], False) == [""]


def test_words_stand_in_the_order_that_was_chosen(clinic: Clinic) -> None:
    before = list(clinic.store.rules.catalogue.outcomes)
    clinic.do(order_terms, "outcome", [before[2], before[0]])
    after = list(clinic.store.rules.catalogue.outcomes)
    assert after[:3] == [before[2], before[0], before[1]]
    clinic.do(order_terms, "outcome", before)
    assert list(clinic.store.rules.catalogue.outcomes) == before


@pytest.mark.parametrize("days", [0, 61, -3])
def test_retry_days_out_of_range_are_refused(clinic: Clinic, days: int) -> None:
    draft = TermDraft("outcome", "No answer", "no_answer", retry_days=days)
    assert refused_at(clinic, save_term, draft) == ["retry_days"]


def test_a_macro_is_kept_renamed_and_removed(clinic: Clinic) -> None:
    clinic.do(save_macro, MacroDraft(".port", "Port flushed.\nNo redness."))
    assert clinic.store.read(read_macros)[".port"] == "Port flushed.\nNo redness."
    clinic.do(save_macro, MacroDraft(".p", "Port flushed.", was=".port"))
    assert ".port" not in clinic.store.read(read_macros)
    assert refused_at(clinic, save_macro, MacroDraft(".vm", "Other", was=".p")) == ["short"]
    clinic.do(remove_macro, ".p")
    assert ".p" not in clinic.store.read(read_macros)
    with pytest.raises(Missing):
        clinic.do(remove_macro, ".p")


@pytest.mark.parametrize(
    ("short", "text", "field"),
    [
        ("port", "x", "short"),
        (". p", "x", "short"),
        (".p", " ", "text"),
        (".p", "x" * 2001, "text"),
    ],
)
def test_a_macro_that_breaks_a_rule_is_refused(
    clinic: Clinic, short: str, text: str, field: str
) -> None:
    assert refused_at(clinic, save_macro, MacroDraft(short, text)) == [field]


def test_who_has_left_cannot_work_at_the_desk(clinic: Clinic) -> None:
    rows = clinic.store.read(worker_rows, today=clinic.moment.today)
    assert [(row.name, row.roles) for row in rows] == [
        ("Ellis, Joan, RN, OCN", ("nurse_navigator",))
    ]


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
