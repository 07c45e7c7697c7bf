"""No figure of the insights page reads the contacts one by one, and each follows an index."""

import re
from datetime import date

import pytest
from sqlmodel import Session

from careteam.domain.measures import FRONT, MEASURES
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.storage.answers import ANSWER_TRIGGERS
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_rows import Wanted, insight_rows
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.store import Store
from tests.plans import plans_of

YEAR = Period.holding(date(2026, 11, 20), By.YEAR)
FOLLOWED = {
    "active": "patient_in_care",
    "new": "patient_referred",
    "closed": "patient_in_care",
    "roles_filled": "patient_in_care",
    "first_contact": "patient_referred",
    "to_assignment": "suggestion_asked",
    "to_contact": "suggestion_asked",
    "first_treatment": "care_profile_treated",
    "trials_offered": "trial_step_on",
    "trials_enrolled": "trial_step_on",
    "readmitted_30": "stay_out",
    "distress_positive": "screening_on_day",
    "screened_on_time": "follow_up_screens",
    "barriers": "barrier_on",
    "barriers_resolved": "barrier_until",
    "barrier_days": "barrier_until",
    "referrals_closed": "referral_on",
    "referral_days": "referral_done",
    "referral_age": "referral_open",
    "palliative": "referral_on",
}


def figures(store: Store, moment: Moment, key: str, mine: int | None = None) -> list[str]:
    scope = Scope(YEAR, mine)
    return plans_of(store, insight_results, (key,), scope, moment=moment, rules=store.rules)


@pytest.mark.parametrize("key", FOLLOWED)
def test_a_figure_of_the_clinic_follows_its_index(store: Store, moment: Moment, key: str) -> None:
    plans = figures(store, moment, key)
    assert any(FOLLOWED[key] in plan for plan in plans), plans
    assert not any(plan.startswith("SCAN contact") for plan in plans)


@pytest.mark.parametrize("key", ["first_contact", "barrier_days", "to_contact", "new"])
def test_nothing_of_a_year_of_the_clinic_is_put_in_order_for_the_cards(
    store: Store, moment: Moment, key: str
) -> None:
    plans = plans_of(
        store, insight_results, (key,), Scope(YEAR), moment=moment, rules=store.rules,
        in_parts=("to_contact",),
    )  # fmt: skip
    index = FOLLOWED[key]
    assert any(f"USING COVERING INDEX {index} (" in plan for plan in plans), plans
    assert not any("TEMP B-TREE" in plan or "COMPOUND" in plan for plan in plans), plans


@pytest.mark.parametrize("key", ["contacts", "reach_rate"])
def test_contacts_of_the_clinic_are_read_from_the_tally_alone(
    store: Store, moment: Moment, key: str
) -> None:
    plans = figures(store, moment, key)
    assert any("contact_day" in plan and plan.startswith("SEARCH") for plan in plans)
    assert not any(" contact " in f"{plan} " for plan in plans), plans


@pytest.mark.parametrize("key", sorted(MEASURES))
def test_figures_of_a_navigator_begin_with_her_patients(
    store: Store, moment: Moment, navigator: int, key: str
) -> None:
    """However large the clinic is: no index that goes through all of it is followed."""
    plans = figures(store, moment, key, navigator)
    assert any("navigator_id=?" in plan for plan in plans), plans
    of_all = set(FOLLOWED.values())
    assert not any(word in of_all for plan in plans for word in plan.split()), plans
    assert not any(plan.startswith("SCAN") and "contact" in plan for plan in plans), plans


@pytest.mark.parametrize("key", sorted(MEASURES))
def test_a_list_never_walks_all_contacts(store: Store, moment: Moment, key: str) -> None:
    plans = plans_of(
        store, insight_rows, Wanted(key), Scope(YEAR), moment=moment, rules=store.rules
    )
    assert not any(plan == "SCAN contact" for plan in plans), plans


def test_the_contacts_of_a_period_are_listed_in_the_order_of_an_index(
    store: Store, moment: Moment
) -> None:
    plans = plans_of(
        store, insight_rows, Wanted("contacts"), Scope(YEAR), moment=moment, rules=store.rules
    )
    assert any("contact_on" in plan for plan in plans)
    assert set(FRONT) <= set(MEASURES)


def test_logging_a_contact_looks_at_the_suggestions_of_its_patient_alone(store: Store) -> None:
    touched = [sql for sql in ANSWER_TRIGGERS if "ON contact" in sql]
    bodies = [sql.partition("BEGIN")[2].removesuffix("END") for sql in touched]
    updates = [one for body in bodies for one in body.split(";") if one.strip()]
    assert len(updates) == 3
    for update in updates:
        query = "EXPLAIN QUERY PLAN " + re.sub(r"(NEW|OLD)\.\w+", "1", update)
        plans = store.read(lambda session, query=query: _plan(session, query))
        assert any("suggestion_of (patient_id=?" in plan for plan in plans), plans


def _plan(session: Session, query: str) -> list[str]:
    return [row[3] for row in session.connection().exec_driver_sql(query)]
