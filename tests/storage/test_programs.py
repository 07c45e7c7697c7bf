"""A program gets other rules from a day on, and what stood before stays for the days before."""

from datetime import date, timedelta

import pytest

from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import Units
from careteam.domain.program_drafts import ProgramDraft
from careteam.storage.reads.month_time import month_page
from careteam.storage.store import Store
from careteam.storage.writes.month_locks import lock_month
from careteam.storage.writes.programs import change_program, switch_program, take_back_program
from tests.storage.navigating import NOVEMBER, at, called, ready
from tests.storage.needs import act

DECEMBER = date(2026, 12, 1)
OTHER = ProgramDraft("PIN", NOVEMBER, "G9999", 30, "G8888", 15, 2, "A rule of 2026")


def changed(store: Store, moment: Moment, draft: ProgramDraft = OTHER) -> None:
    store.do(change_program, draft, moment=moment, rules=store.rules)


def test_the_rules_of_the_day_count(store: Store, moment: Moment, patient: int) -> None:
    ready(store, moment, patient, on=date(2026, 10, 1))
    for month in (10, 11):
        called(store, moment, patient, 76, at(date(2026, month, 12)))
    changed(store, moment)
    [october] = store.read(month_page, date(2026, 10, 1), rules=store.rules).rows
    [november] = store.read(month_page, NOVEMBER, rules=store.rules).rows
    assert (october.first_code, october.sum.units) == ("G0023", Units(1, 0))
    assert (november.first_code, november.sum.units) == ("G9999", Units(1, 2))
    store.do(take_back_program, "PIN", NOVEMBER, moment=moment, rules=store.rules)
    [november] = store.read(month_page, NOVEMBER, rules=store.rules).rows
    assert (november.first_code, november.sum.units) == ("G0023", Units(1, 0))
    with pytest.raises(Refused, match="no longer the newest"):
        store.do(take_back_program, "PIN", NOVEMBER, moment=moment, rules=store.rules)


def test_rules_that_make_no_sense_are_refused_at_their_fields(store: Store, moment: Moment) -> None:
    wrong = ProgramDraft("PIN", date(2023, 1, 1), "G" * 41, 1441, "", -1, 1001)
    with pytest.raises(Refused) as refused:
        changed(store, moment, wrong)
    assert {problem.field for problem in refused.value.problems} == {
        "valid_from", "first_minutes", "more_minutes", "most_more", "first_code", "source",
    }  # fmt: skip
    with pytest.raises(Missing):
        store.do(switch_program, "NOPE", False, moment=moment, rules=store.rules)


def test_a_locked_month_keeps_the_rules_it_was_counted_by(store: Store, moment: Moment) -> None:
    act(store, moment, lock_month, NOVEMBER)
    with pytest.raises(Refused, match="November 2026 is locked"):
        changed(store, moment)
    later = Moment.at(moment.now + timedelta(days=20), moment.zone)
    other = ProgramDraft("PIN", DECEMBER, "G9999", 30, "", 0, None, "A rule")
    changed(store, later, other)
    assert store.rules.time.program("PIN", DECEMBER) is not None


def test_a_program_that_is_switched_off_is_offered_no_longer(
    store: Store, moment: Moment, patient: int
) -> None:
    called(store, moment, patient, 10, at(date(2026, 11, 12)))
    store.do(switch_program, "PIN", False, moment=moment, rules=store.rules)
    assert "PIN" not in {one.key for one in store.rules.time.offered(moment.today)}
    with pytest.raises(Refused, match="not offered on this day"):
        called(store, moment, patient, 10, at(date(2026, 11, 13)))
    store.do(switch_program, "PIN", True, moment=moment, rules=store.rules)
    called(store, moment, patient, 10, at(date(2026, 11, 13)))
