"""A yearly consent asks to be renewed before its year is over, as a step of the patient."""

from datetime import date, timedelta
from typing import Any

from careteam.domain.moment import Moment
from careteam.domain.navigation_time import anniversary
from careteam.domain.renewals import renewal_on
from careteam.domain.time_drafts import ConsentDraft, EnrolDraft, LeaveDraft
from careteam.storage.reads.month_time import month_page
from careteam.storage.reads.reasons import why_due
from careteam.storage.reads.today import due_rows
from careteam.storage.store import Store
from careteam.storage.writes.clinical_rules import switch_rule
from careteam.storage.writes.enrolments import come_back, enrol, leave_program
from careteam.storage.writes.time_evidence import (
    record_consent,
    retract_consent,
    take_back_consent,
)
from tests.storage.navigating import BEGAN, at, called, enrolled, physician, ready
from tests.storage.needs import act

OLD = date(2025, 12, 1)
RENEW = "PIN · Renew consent"


def steps(store: Store) -> list[tuple[Any, ...]]:
    sql = "SELECT due_on, state FROM follow_up WHERE rule = 'renew_consent' ORDER BY id"
    return [
        (date.fromisoformat(row[0]), row[1])
        for row in store.read(lambda session: session.connection().exec_driver_sql(sql).all())
    ]


def consented(store: Store, moment: Moment, patient: int, on: date, program: str = "PIN") -> int:
    return act(store, moment, record_consent, ConsentDraft(patient, program, on))


def test_a_consent_of_a_year_asks_to_be_renewed_thirty_days_before(
    store: Store, moment: Moment, patient: int
) -> None:
    consented(store, moment, patient, BEGAN)
    [(due_on, state)] = steps(store)
    assert (anniversary(BEGAN) - due_on, state) == (timedelta(days=30), "open")


def test_the_step_stands_on_today_with_its_reason(
    store: Store, moment: Moment, patient: int
) -> None:
    consented(store, moment, patient, OLD)
    page = store.read(due_rows, today=moment.today, rules=store.rules)
    [row] = [row for row in page if row.kind == "follow_up"]
    assert (row.patient_id, row.due_on) == (patient, OLD + timedelta(days=335))
    reason = store.read(why_due, "follow_up", row.ref, today=moment.today, rules=store.rules)
    assert reason.rule == "Renew consent: 335 days after the yearly consent"
    assert "1 Nov" in reason.counted or "01 Nov" in reason.counted


def test_the_consent_given_again_closes_the_step_and_plans_the_next(
    store: Store, moment: Moment, patient: int
) -> None:
    consented(store, moment, patient, OLD)
    again = consented(store, moment, patient, moment.today)
    assert steps(store) == [
        (OLD + timedelta(days=335), "done"),
        (moment.today + timedelta(days=335), "open"),
    ]
    act(store, moment, take_back_consent, again)
    assert [state for _, state in steps(store)] == ["open", "cancelled"]


def test_an_older_consent_filed_late_asks_for_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    consented(store, moment, patient, BEGAN)
    consented(store, moment, patient, OLD)
    assert steps(store) == [(BEGAN + timedelta(days=335), "open")]


def test_a_consent_that_stands_for_good_asks_for_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    consented(store, moment, patient, BEGAN, "CHI")
    assert steps(store) == []
    program = store.rules.time.program("CHI", BEGAN)
    assert renewal_on(program, BEGAN, store.rules) is None


def test_who_leaves_the_program_is_not_asked_and_who_comes_back_is(
    store: Store, moment: Moment, patient: int
) -> None:
    enrolled(store, moment, patient, physician(store))
    consented(store, moment, patient, BEGAN)
    act(store, moment, leave_program, LeaveDraft(1, moment.today))
    assert [state for _, state in steps(store)] == ["cancelled"]
    act(store, moment, come_back, 1)
    assert [state for _, state in steps(store)] == ["open"]
    act(store, moment, leave_program, LeaveDraft(1, moment.today))
    act(store, moment, enrol, EnrolDraft(patient, "PIN", moment.today))
    assert [state for _, state in steps(store)] == ["open"]


def test_what_was_taken_back_asks_for_nothing_and_can_be_given_again(
    store: Store, moment: Moment, patient: int
) -> None:
    first = consented(store, moment, patient, BEGAN)
    act(store, moment, retract_consent, first, "another patient")
    assert [state for _, state in steps(store)] == ["cancelled"]
    consented(store, moment, patient, BEGAN)
    assert [state for _, state in steps(store)] == ["cancelled", "open"]


def test_a_clinic_that_switches_the_rule_off_is_not_asked(
    store: Store, moment: Moment, patient: int
) -> None:
    rule = store.rules.clinical.cadence["renew_consent"]
    store.do(switch_rule, rule, False, moment=moment, rules=store.rules)
    consented(store, moment, patient, OLD)
    assert steps(store) == []
    program = store.rules.time.program("PIN", OLD)
    assert renewal_on(program, OLD, store.rules) is None


def test_the_month_says_from_when_the_newest_consent_is_to_be_renewed(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient, on=OLD)
    called(store, moment, patient, 20, at(BEGAN))
    [row] = store.read(month_page, BEGAN, rules=store.rules).rows
    assert row.renew_on == OLD + timedelta(days=335)
    consented(store, moment, patient, moment.today)
    [row] = store.read(month_page, BEGAN, rules=store.rules).rows
    assert row.renew_on == moment.today + timedelta(days=335)
