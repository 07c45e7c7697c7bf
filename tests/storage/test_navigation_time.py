"""Time is logged, adds up by month, waits for what is missing, and stands in a locked month."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import COUNTS_TRIES, Units
from careteam.domain.time_drafts import (
    ConsentDraft,
    EnrolDraft,
    LeaveDraft,
    TimeDraft,
    TimeRetractDraft,
    VisitDraft,
)
from careteam.domain.time_sums import Missing
from careteam.storage.reads.contacts import one_contact
from careteam.storage.reads.month_time import MonthPage, month_page
from careteam.storage.store import Store
from careteam.storage.writes.contacts import amend_contact
from careteam.storage.writes.enrolments import (
    come_back,
    enrol,
    leave_program,
    take_back_enrolment,
)
from careteam.storage.writes.settings import set_setting
from careteam.storage.writes.time_entries import amend_time, retract_time, take_back_time
from careteam.storage.writes.time_evidence import (
    record_consent,
    record_visit,
    retract_consent,
    retract_visit,
)
from tests.plans import plans_of
from tests.storage.navigating import (
    BEGAN,
    NOVEMBER,
    at,
    called,
    enrolled,
    physician,
    ready,
    worked,
)
from tests.storage.needs import act, registered

DAY = date(2026, 11, 12)


def page(store: Store, month: date = NOVEMBER, **asked: Any) -> MonthPage:
    return store.read(month_page, month, rules=store.rules, **asked)


def amended(store: Store, moment: Moment, contact: int, **changes: Any) -> None:
    row = store.read(one_contact, contact)
    draft = ContactDraft(
        patient_id=row.patient_id, role=row.role, mode=row.mode, outcome=row.outcome, at=row.at,
        minutes=row.minutes, note=row.note, program=row.program, activity=row.activity,
        version=row.version,
    )  # fmt: skip
    act(store, moment, amend_contact, contact, replace(draft, **changes))


def test_contacts_and_work_add_up_to_units_by_activity(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient)
    called(store, moment, patient, 40, at(DAY))
    worked(store, moment, patient, 54, at(DAY, 15))
    [row] = page(store).rows
    assert (row.name, row.mrn, row.program, row.billing) == (
        "DELACRUZ, Maria", "482913", "PIN", "Priya Raman, MD",
    )  # fmt: skip
    assert (row.sum.minutes, row.sum.ready, row.sum.units) == (94, 94, Units(1, 1))
    assert row.sum.by_activity == (("care_coordination", 54), ("health_education", 40))
    assert (row.sum.missing, row.sum.consent_on, row.sum.threshold) == ((), BEGAN, 120)
    assert [(line.source, line.what, line.minutes) for line in row.lines] == [
        ("contact", "phone", 40),
        ("entry", "chart_review", 54),
    ]


def test_what_is_missing_is_told_in_order_and_makes_no_unit(
    store: Store, moment: Moment, patient: int
) -> None:
    called(store, moment, patient, 70, at(DAY), activity="", note="")
    [row] = page(store).rows
    assert row.sum.missing == (
        Missing.ENROLMENT, Missing.CONSENT, Missing.VISIT, Missing.ACTIVITY, Missing.TEXT,
    )  # fmt: skip
    assert (row.sum.minutes, row.sum.ready, row.sum.units) == (70, 0, Units())
    act(store, moment, enrol, EnrolDraft(patient, "PIN", BEGAN))
    [row] = page(store).rows
    assert row.sum.missing[2:4] == (Missing.BILLING, Missing.SUPERVISING)


def test_only_minutes_since_the_consent_are_ready(
    store: Store, moment: Moment, patient: int
) -> None:
    billing = physician(store)
    enrolled(store, moment, patient, billing)
    act(store, moment, record_visit, VisitDraft(patient, "PIN", BEGAN, "office_visit", billing))
    called(store, moment, patient, 20, at(DAY - timedelta(days=1)))
    called(store, moment, patient, 60, at(DAY))
    act(store, moment, record_consent, ConsentDraft(patient, "PIN", DAY))
    [row] = page(store).rows
    assert (row.sum.minutes, row.sum.ready, row.sum.missing) == (80, 60, (Missing.CONSENT,))


def test_tries_that_reach_nobody_count_only_where_the_clinic_says_so(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient)
    called(store, moment, patient, 10, at(DAY), outcome="no_answer")
    called(store, moment, patient, 15, at(DAY, 11), mode="chart_review")
    assert [row.sum.minutes for row in page(store).rows] == [15]
    act_setting(store, moment, COUNTS_TRIES, "1")
    assert [row.sum.minutes for row in page(store).rows] == [25]


def act_setting(store: Store, moment: Moment, key: str, value: str) -> None:
    store.do(set_setting, key, value, moment=moment, rules=store.rules)


def test_an_entry_over_midnight_at_the_months_end_counts_in_both(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient, on=date(2026, 10, 1))
    worked(store, moment, patient, 50, at(date(2026, 10, 31), 23, 40))
    [october], [november] = page(store, date(2026, 10, 1)).rows, page(store).rows
    assert (october.sum.minutes, november.sum.minutes) == (20, 30)
    assert [line.day for line in november.lines] == [NOVEMBER]


def test_minutes_stand_apart_for_each_who_bills(store: Store, moment: Moment, patient: int) -> None:
    first = ready(store, moment, patient)
    other = registered(store, moment, None)
    second = enrolled_anew(store, moment, patient, first)
    called(store, moment, patient, 30, at(DAY - timedelta(days=1)))
    called(store, moment, patient, 45, at(DAY))
    rows = {row.sum.billing_id: row.sum.minutes for row in page(store).rows}
    assert rows == {first: 30, second: 45}
    assert other not in {row.patient_id for row in page(store).rows}


def enrolled_anew(store: Store, moment: Moment, patient: int, first: int) -> int:
    second = physician(store)
    assert second != first
    act(store, moment, enrol, EnrolDraft(patient, "PIN", DAY, second, second))
    return second


def test_a_month_is_read_for_one_navigator_one_program_and_by_pages(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    other = registered(store, moment, None)
    called(store, moment, patient, 10, at(DAY))
    called(store, moment, other, 30, at(DAY), program="CHI")
    mine = page(store, navigator_id=navigator)
    assert [row.patient_id for row in mine.rows] == [patient]
    assert (mine.total, mine.minutes) == (1, 10)
    assert [row.patient_id for row in page(store).rows] == [other, patient]
    chi = page(store, program="CHI")
    assert ([row.patient_id for row in chi.rows], chi.total, chi.minutes) == ([other], 1, 30)
    first = page(store, limit=1)
    assert (len(first.rows), first.total, first.minutes, first.is_more) == (1, 2, 40, True)
    assert [row.patient_id for row in page(store, limit=1, offset=1).rows] == [patient]


def test_an_entry_is_amended_and_retracted_and_what_it_said_stays(
    store: Store, moment: Moment, patient: int
) -> None:
    made = worked(store, moment, patient, 20, at(DAY))
    draft = TimeDraft(patient, "PIN", "forms", "care_coordination", 25, at(DAY), "Forms.", 1)
    act(store, moment, amend_time, made, draft, "it took longer")
    with pytest.raises(Stale):
        act(store, moment, amend_time, made, draft)
    [before] = rows(store, "SELECT json_extract(body, '$.minutes'), reason FROM time_entry_version")
    assert before == (20, "it took longer")
    with pytest.raises(Refused, match="Say why"):
        act(store, moment, retract_time, TimeRetractDraft(made, " "))
    act(store, moment, retract_time, TimeRetractDraft(made, "wrong patient"))
    assert page(store).rows == ()
    with pytest.raises(Refused, match="retracted already"):
        act(store, moment, take_back_time, made)
    with pytest.raises(Refused, match="cannot be amended"):
        act(store, moment, amend_time, made, replace(draft, version=None))


def rows(store: Store, sql: str) -> list[tuple[Any, ...]]:
    return [
        tuple(row)
        for row in store.read(lambda session: session.connection().exec_driver_sql(sql).all())
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"program": "NOPE"}, "not one of the clinic's programs"),
        ({"program": ""}, "Choose one"),
        ({"work": "nothing"}, "not in the clinic's list"),
        ({"activity": "nothing"}, "not in the clinic's list"),
        ({"minutes": 0}, "from 1 to 1440"),
        ({"minutes": 1441}, "from 1 to 1440"),
        ({"at": at(date(2026, 11, 21))}, "cannot be logged ahead"),
        ({"at": at(date(2021, 11, 21))}, "more than a year ago"),
    ],
)
def test_time_that_breaks_a_rule_is_refused(
    store: Store, moment: Moment, patient: int, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        worked(store, moment, patient, changes.pop("minutes", 10), changes.pop("at", at(DAY)),
               **changes)  # fmt: skip


def test_a_contact_counts_only_under_a_program_of_its_day(
    store: Store, moment: Moment, patient: int
) -> None:
    with pytest.raises(Refused, match="not one of the clinic's programs"):
        called(store, moment, patient, 10, at(DAY), program="NOPE")
    with pytest.raises(Refused, match="not in the clinic's list"):
        called(store, moment, patient, 10, at(DAY), activity="NOPE")


def test_enrolments_follow_each_other_and_are_undone(
    store: Store, moment: Moment, patient: int
) -> None:
    first, second = physician(store), physician(store)
    enrolled(store, moment, patient, first)
    with pytest.raises(Refused, match="like this already"):
        enrolled(store, moment, patient, first, on=DAY)
    with pytest.raises(Refused, match="end it first"):
        enrolled(store, moment, patient, second, on=BEGAN - timedelta(days=1))
    made = act(store, moment, enrol, EnrolDraft(patient, "PIN", DAY, second, first))
    told = "SELECT starts_on, ends_on, end_reason FROM enrolment ORDER BY id"
    assert rows(store, told)[0][1:] == ("2026-11-12", "replaced")
    act(store, moment, take_back_enrolment, made)
    assert rows(store, told)[0][1:] == (None, "")
    left = act(store, moment, leave_program, LeaveDraft(1, DAY, "moved away"))
    with pytest.raises(Refused, match="ended already"):
        act(store, moment, leave_program, LeaveDraft(1, DAY))
    with pytest.raises(Refused, match="begin on that day or later"):
        enrolled(store, moment, patient, second, on=BEGAN)
    act(store, moment, come_back, left)
    assert rows(store, told)[0][1:] == (None, "")


def test_a_consent_and_a_visit_are_taken_back_with_a_reason(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient)
    called(store, moment, patient, 60, at(DAY))
    act(store, moment, retract_consent, 1, "another patient")
    act(store, moment, retract_visit, 1, "another patient")
    [row] = page(store).rows
    assert row.sum.missing == (Missing.CONSENT, Missing.VISIT)
    with pytest.raises(Refused, match="taken back already"):
        act(store, moment, retract_consent, 1, "again")


@pytest.mark.parametrize(
    ("navigator_id", "indexes"),
    [
        (None, ("contact_counted", "time_entry_counted")),
        (1, ("(navigator_id=?)", "contact_of (patient_id=? AND at>", "time_entry_of")),
    ],
)
def test_a_month_follows_its_indexes(
    store: Store, moment: Moment, patient: int, navigator_id: int | None, indexes: tuple[str, ...]
) -> None:
    ready(store, moment, patient)
    called(store, moment, patient, 40, at(DAY))
    plans = plans_of(
        store, month_page, NOVEMBER, rules=store.rules, navigator_id=navigator_id, limit=5
    )
    scans = [plan for plan in plans if plan.startswith("SCAN") and "(subquery" not in plan]
    temporary = ("found", "anon", "sums", "mine", "json_each")
    assert [plan for plan in scans if not any(name in plan for name in temporary)] == [], plans
    for name in (*indexes, "enrolment_of", "time_consent_of", "initiating_visit_of", "month_lock"):
        assert any(name in plan for plan in plans), (name, plans)
