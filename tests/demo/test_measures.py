"""The invented clinic has something true to say in every figure and chart of the insights page."""

from datetime import timedelta

import pytest

from careteam.domain.measures import MEASURES, measure_of
from careteam.domain.measuring import Form, Result
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import first_of
from careteam.domain.periods import By, Period
from careteam.storage.reads.insights import Scope, insight_results
from careteam.storage.reads.insights_rows import Wanted, insight_rows
from careteam.storage.reads.month_time import month_page
from careteam.storage.reads.rules import read_settings
from tests.demo.conftest import SUNDAY, Built

MOMENT = Moment.at(SUNDAY, "America/New_York")
LONG = (By.QUARTER, By.YEAR)


def results(sunday: Built, by: By, mine: int | None = None) -> dict[str, Result]:
    store, _ = sunday
    scope = Scope(Period.holding(MOMENT.today, by), mine)
    return store.read(
        insight_results, MEASURES, scope, moment=MOMENT, rules=store.rules, in_parts=set(MEASURES)
    )


@pytest.mark.parametrize("by", LONG)
@pytest.mark.parametrize("key", MEASURES)
def test_every_measure_of_the_clinic_has_a_value(sunday: Built, by: By, key: str) -> None:
    result = results(sunday, by)[key]
    assert result.whole.hits > 0
    if measure_of(key).form is Form.SHARE:
        assert result.whole.hits < result.whole.of


@pytest.mark.parametrize("by", LONG)
def test_the_charts_of_her_own_patients_have_bars(sunday: Built, by: By) -> None:
    found = results(sunday, by, sunday[1].worker_id)
    for key in ("contacts", "to_contact", "to_assignment"):
        roles = {part for part, figure in found[key].parts["role"] if figure.hits}
        assert len(roles) >= 4, key


def test_suggestions_of_the_quarter_were_taken_up_and_set_aside(sunday: Built) -> None:
    store, _ = sunday
    scope = Scope(Period.holding(MOMENT.today, By.QUARTER))
    rows = store.read(
        insight_rows, Wanted("to_assignment"), scope, moment=MOMENT, rules=store.rules, limit=None
    )
    assert {row.is_hit for row in rows} == {True, False}
    assert len({row.days for row in rows if row.is_hit}) >= 3


def test_minutes_of_the_month_stand_in_every_program(sunday: Built) -> None:
    store, _ = sunday
    this = first_of(MOMENT.today)
    page = store.read(month_page, this, rules=store.rules)
    assert {row.program for row in page.rows} == {"PIN", "CHI", "PCM", "TCM"}
    before = store.read(month_page, first_of(this - timedelta(days=1)), rules=store.rules)
    assert before.minutes > 0


def test_nobody_does_two_things_at_once(sunday: Built) -> None:
    store, _ = sunday
    page = store.read(month_page, first_of(MOMENT.today), rules=store.rules)
    assert {row.mrn: row.sum.overlap for row in page.rows if row.sum.overlap} == {}


def test_the_clinic_has_its_letterhead_and_a_number_after_hours(sunday: Built) -> None:
    told = sunday[0].read(read_settings)
    assert told["after_hours_phone"] == "(212) 555-0190"
    assert told["clinic_address"].startswith("400 East River Walk")
