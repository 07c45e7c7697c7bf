"""A clinic changes its clinical rules: what it may write, what follows, and what stays."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from careteam.domain.catalogue_drafts import PhaseDraft, RoleDraft
from careteam.domain.clinical_rules import Cadence, Event, MilestoneTemplate, Pathway, Trigger
from careteam.domain.contacts import ContactDraft
from careteam.domain.due import DueKind
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.rule_changes import with_cadence, with_holidays, with_phase, with_role
from careteam.domain.rule_checks import check_condition, check_rule
from careteam.domain.stays import StayDraft
from careteam.storage.reads.board import team_board
from careteam.storage.reads.planned_days import planned_days
from careteam.storage.reads.preview import Preview, preview_due
from careteam.storage.reads.today import due_counts
from careteam.storage.store import Store
from careteam.storage.tables import FollowUpRecord
from careteam.storage.writes.catalogue import save_phase, save_role
from careteam.storage.writes.clinic import add_holiday, remove_holidays
from careteam.storage.writes.clinical_rules import (
    WatchDraft,
    order_rules,
    save_rule,
    save_watch,
    switch_rule,
)
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.follow_ups import SnoozeDraft, snooze
from careteam.storage.writes.patients import PhaseDraft as Change
from careteam.storage.writes.patients import change_phase
from careteam.storage.writes.stays import admit


class Clinic:
    """The store with its moment, so that a test reads like what is done at the desk."""

    def __init__(self, store: Store, moment: Moment, patient: int) -> None:
        self.store, self.moment, self.patient = store, moment, patient

    @property
    def rules(self) -> Any:
        return self.store.rules

    def do(self, verb: Any, *args: Any) -> Any:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def groups(self) -> tuple[int, int, int]:
        counts = self.store.read(due_counts, today=self.moment.today)
        return counts.overdue, counts.today, counts.this_week

    def preview(self, rules: Any) -> Preview:
        return self.store.read(preview_due, today=self.moment.today, rules=rules)

    def navigator_due(self) -> tuple[date, str]:
        rows = self.store.read(team_board, self.patient, today=self.moment.today, rules=self.rules)
        return next((row.due_on, row.due_kind) for row in rows if row.role == "nurse_navigator")


@pytest.fixture
def clinic(store: Store, moment: Moment, patient: int) -> Clinic:
    return Clinic(store, moment, patient)


def test_every_shipped_rule_may_be_saved_as_it_is_and_names_its_source(clinic: Clinic) -> None:
    clinical = clinic.rules.clinical
    shipped = [
        *clinical.pathways.values(),
        *clinical.templates,
        *clinical.triggers.values(),
        *clinical.cadence.values(),
        *clinical.instruments.values(),
    ]
    assert len(shipped) > 60
    for rule in shipped:
        assert check_rule(rule, clinic.rules) == rule
        assert rule.source, rule
        clinic.do(save_rule, rule)
    assert clinic.rules.clinical == clinical


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("mst >", "is not a condition"),
        ("wellbeing >= 2", "“wellbeing” is nothing that is recorded"),
        ("phase == induktion", "“induktion” is no word of phase"),
        ("mrd == maybe", "“maybe” is no word of mrd"),
        ("age == adult", "“adult” is no word of age"),
        ("mst >= 2 and age >= 18", ""),
        ("temp_c >= 38.3 or self_harm", ""),
        ("phase == hct_evaluation and caregiver_missing", ""),
    ],
)
def test_a_condition_is_about_what_is_recorded_or_says_in_one_sentence_what_is_not(
    clinic: Clinic, condition: str, sentence: str
) -> None:
    problems = check_condition(condition, clinic.rules)
    assert len(problems) == (1 if sentence else 0)
    assert all(sentence in problem.sentence for problem in problems)


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Pathway("", "Own", ()), "phases"),
        (Pathway("", "Own", ("induction", "induction")), "phases"),
        (Pathway("", "Adult", ("induction",)), "label"),
        (MilestoneTemplate(0, "induction", "no_test", "", 1), "kind"),
        (MilestoneTemplate(0, "induction", "cbc", "", 1, late_days=999), "late_days"),
        (Trigger("", "Own", "mst >= 2"), "role"),
        (Trigger("", "", "mst >= 2", role="chaplain"), "label"),
        (Trigger("", "Own", "mst >= 2", role="wizard"), "role"),
        (Cadence("", Event.PHASE_START, "Own", business_days=2, days=3), "days"),
        (Cadence("", Event.PHASE_START, "Own", every_days=2), "for_days"),
        (Cadence("", Event.PHASE_START, "Own", phase="nowhere"), "phase"),
    ],
)
def test_what_a_rule_lacks_is_told_at_its_field(clinic: Clinic, rule: Any, field: str) -> None:
    with pytest.raises(Refused) as refused:
        clinic.do(save_rule, rule)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_cutoff_lies_within_the_range_and_ages_leave_somebody(clinic: Clinic) -> None:
    mst = clinic.rules.clinical.instruments["mst"]
    for wrong, field in (
        (replace(mst, cutoff=9), "cutoff"),
        (replace(mst, age_from=18, age_below=18), "age_below"),
        (replace(mst, lowest=5, highest=5), "highest"),
        (replace(mst, step=0), "step"),
    ):
        with pytest.raises(Refused) as refused:
            clinic.do(save_rule, wrong)
        assert [problem.field for problem in refused.value.problems] == [field]
    clinic.do(save_rule, replace(mst, cutoff=3, source="Our own study"))
    assert clinic.rules.clinical.instruments["mst"].cutoff == 3


def test_a_new_rule_stands_at_the_end_and_can_be_moved_and_switched(clinic: Clinic) -> None:
    clinic.do(save_rule, Trigger("", "Falls at home", "fall", role="physical_therapist"))
    assert list(clinic.rules.clinical.triggers)[-1] == "falls_at_home"
    clinic.do(order_rules, Trigger, ["falls_at_home"])
    assert next(iter(clinic.rules.clinical.triggers)) == "falls_at_home"
    rule = clinic.rules.clinical.triggers["falls_at_home"]
    clinic.do(switch_rule, rule, False)
    assert not clinic.rules.clinical.triggers["falls_at_home"].is_active
    clinic.do(save_rule, MilestoneTemplate(0, "induction", "cbc", "Extra count", 5))
    made = [one for one in clinic.rules.clinical.templates if one.label == "Extra count"]
    assert [(one.phase, one.day, one.late_days) for one in made] == [("induction", 5, 2)]


def test_the_navigators_contact_in_a_new_phase_follows_its_rule_and_its_switch(
    clinic: Clinic,
) -> None:
    reached = ContactDraft(
        clinic.patient, "nurse_navigator", "phone", "reached_patient", clinic.moment.now
    )
    clinic.do(log_contact, reached)
    clinic.moment = Moment.at(clinic.moment.now.replace(day=23), clinic.moment.zone)
    clinic.do(change_phase, Change(clinic.patient, "maintenance", clinic.moment.today))
    assert clinic.navigator_due() == (date(2026, 11, 27), DueKind.PHASE_START)
    rule = clinic.rules.clinical.cadence["phase_education"]
    sooner = replace(rule, business_days=1)
    assert clinic.preview(with_cadence(clinic.rules, sooner)).before == clinic.groups()
    clinic.do(save_rule, sooner)
    assert clinic.navigator_due() == (date(2026, 11, 24), DueKind.PHASE_START)
    clinic.do(switch_rule, sooner, False)
    assert clinic.navigator_due()[1] == DueKind.CADENCE


def test_the_line_to_call_and_the_days_of_coverage_are_kept_or_refused(clinic: Clinic) -> None:
    clinic.do(save_watch, WatchDraft(" On call (212) 555-0100 ", 10, 7))
    clinical = clinic.rules.clinical
    assert (clinical.escalation_line, clinical.silent_days, clinical.waiting_days) == (
        "On call (212) 555-0100", 10, 7,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        clinic.do(save_watch, WatchDraft("", None, 0))
    assert [problem.field for problem in refused.value.problems] == ["silent_days", "waiting_days"]


def test_a_preview_says_what_saving_then_does_and_writes_nothing(clinic: Clinic) -> None:
    before = clinic.groups()
    role = clinic.rules.catalogue.roles["nurse_navigator"]
    draft = RoleDraft(
        role.label, role.group, role.key, role.short, role.snomed, role.nucc, role.condition, 9, 0
    )
    seen = clinic.preview(with_role(clinic.rules, draft))
    assert clinic.groups() == seen.before == before == (1, 0, 0)
    assert [(move.name, move.before, move.after) for move in seen.first] == [
        ("DELACRUZ, Maria", "8 days late", "Mon 23")
    ]
    clinic.do(save_role, draft)
    assert clinic.groups() == seen.after == (0, 0, 1)


def test_a_preview_of_a_phase_and_of_a_holiday_agrees_with_saving(clinic: Clinic) -> None:
    contact = ContactDraft(
        clinic.patient, "nurse_navigator", "phone", "reached_patient", clinic.moment.now
    )
    clinic.do(log_contact, contact)
    phase = clinic.rules.catalogue.phases["induction"]
    asked = PhaseDraft(
        phase.key, phase.label, phase.usual_days, phase.milestone, phase.milestone_day,
        {**phase.asks_for, "nurse_navigator": 3},
    )  # fmt: skip
    seen = clinic.preview(with_phase(clinic.rules, asked))
    clinic.do(save_phase, asked)
    assert clinic.groups() == seen.after == (0, 0, 1)
    day = clinic.navigator_due()[0]
    seen = clinic.preview(with_holidays(clinic.rules, added=[day]))
    clinic.do(add_holiday, day, "Clinic closed")
    assert clinic.groups() == seen.after
    assert clinic.navigator_due()[0] > day


def test_a_preview_in_batches_adds_up(clinic: Clinic) -> None:
    whole = clinic.preview(clinic.rules)
    part = clinic.store.read(preview_due, today=clinic.moment.today, rules=clinic.rules, limit=1)
    assert part.last_id == clinic.patient
    rest = clinic.store.read(
        preview_due, part.last_id or 0, today=clinic.moment.today, rules=clinic.rules, limit=1
    )
    assert part + rest == whole


def discharged(clinic: Clinic) -> list[tuple[date, str]]:
    """The day and the state of the call after a discharge."""
    table = FollowUpRecord.__table__.c
    query = select(table.due_on, table.state).where(table.rule == "post_discharge_contact")
    return clinic.store.read(lambda s: [(row.due_on, row.state) for row in s.execute(query)])


def leave_hospital(clinic: Clinic) -> None:
    """A stay that ended today, with nothing else due."""
    reached = ContactDraft(
        clinic.patient, "nurse_navigator", "phone", "reached_patient", clinic.moment.now
    )
    clinic.do(log_contact, reached)
    today = clinic.moment.today
    clinic.do(admit, StayDraft(clinic.patient, today.replace(day=16), discharged_on=today))


def test_a_step_that_a_rule_planned_follows_it_and_its_switch_as_the_preview_says(
    clinic: Clinic,
) -> None:
    leave_hospital(clinic)
    assert discharged(clinic) == [(date(2026, 11, 24), "open")]
    rule = clinic.rules.clinical.cadence["post_discharge_contact"]
    later = replace(rule, business_days=9)
    for changed, verb, args, day, state in (
        (later, save_rule, (later,), date(2026, 12, 4), "open"),
        (replace(later, is_active=False), switch_rule, (later, False), None, "cancelled"),
        (later, switch_rule, (later, True), date(2026, 12, 4), "open"),
        (rule, save_rule, (rule,), date(2026, 11, 24), "open"),
    ):
        seen = clinic.preview(with_cadence(clinic.rules, changed))
        assert seen.before == clinic.groups()
        clinic.do(verb, *args)
        assert clinic.groups() == seen.after
        [(due_on, stands)] = discharged(clinic)
        assert (due_on if day else None, stands) == (day, state)


def test_a_step_that_somebody_put_off_stays_where_it_was_put(clinic: Clinic) -> None:
    leave_hospital(clinic)
    table = FollowUpRecord.__table__.c
    query = select(table.id).where(table.rule == "post_discharge_contact")
    step = clinic.store.read(lambda s: s.scalars(query).one())
    off = SnoozeDraft(date(2026, 12, 1), "patient_asked", follow_up_id=step)
    clinic.do(snooze, off)
    rule = clinic.rules.clinical.cadence["post_discharge_contact"]
    clinic.do(save_rule, replace(rule, business_days=5))
    assert discharged(clinic) == [(date(2026, 12, 1), "open")]


def test_a_step_in_business_days_follows_a_holiday_that_is_removed(clinic: Clinic) -> None:
    clinic.do(add_holiday, date(2026, 11, 23), "Clinic closed")
    leave_hospital(clinic)
    assert discharged(clinic) == [(date(2026, 11, 25), "open")]
    seen = clinic.preview(with_holidays(clinic.rules, removed=[date(2026, 11, 23)]))
    clinic.do(remove_holidays, [date(2026, 11, 23)])
    assert clinic.groups() == seen.after
    assert discharged(clinic) == [(date(2026, 11, 24), "open")]


def test_unchanged_rules_leave_every_step_where_it_is(clinic: Clinic) -> None:
    leave_hospital(clinic)
    clinic.do(change_phase, Change(clinic.patient, "maintenance", clinic.moment.today))
    everything = [clinic.patient]
    assert clinic.store.read(planned_days, everything, rules=clinic.rules) == ()
