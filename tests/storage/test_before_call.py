"""What stands open for a patient, and everything since the day of the last talk."""

from datetime import UTC, date, datetime, timedelta

from careteam.domain.moment import Moment
from careteam.storage.reads.before_call import READ_AT_ONCE, BeforeCallRow, before_call
from careteam.storage.store import Store
from tests.timelines import ROLES, add_entries

TODAY = date(2026, 11, 20)
MOMENT = Moment.at(datetime(2026, 11, 20, 14, 30, tzinfo=UTC), "America/New_York")


def read(store: Store, patient: int, days: int | None = None) -> BeforeCallRow:
    return store.read(before_call, patient, days, moment=MOMENT, rules=store.rules)


def test_open_barriers_referrals_and_red_flags_are_told_and_closed_ones_are_not(
    store: Store, patient: int, navigator: int
) -> None:
    made = [
        ("barrier", TODAY, ROLES[0], "No car", 1),
        ("barrier", TODAY, ROLES[0], "Solved", 2),
        ("referral", TODAY, ROLES[1], "", 1),
        ("red_flag", TODAY, ROLES[0], "", 1),
    ]
    add_entries(store, patient, navigator, made)
    row = read(store, patient)
    assert [barrier.text for barrier in row.barriers] == ["No car"]
    assert [referral.title for referral in row.referrals] == ["Chaplain"]
    assert len(row.red_flags) == 1
    assert row.page.id == patient


def test_everything_since_the_day_of_the_last_reached_contact_is_told(
    store: Store, patient: int, navigator: int
) -> None:
    reached = TODAY - timedelta(days=3)
    made = [
        ("contact", TODAY - timedelta(days=9), ROLES[0], "long ago", 1),
        ("contact", reached, ROLES[0], "reached", 1),
        ("score", reached, ROLES[0], "", 5),
        ("contact", TODAY, ROLES[0], "tried", 3),
        ("contact", TODAY, ROLES[0], "retracted", 7),
    ]
    add_entries(store, patient, navigator, made)
    row = read(store, patient)
    assert row.since == reached
    assert [entry.text for entry in row.entries if entry.contact] == [
        "retracted",
        "tried",
        "reached",
    ]
    assert "score" in {entry.kind.value for entry in row.entries}
    assert {entry.day for entry in row.entries} <= {TODAY - timedelta(days=at) for at in range(4)}
    assert "long ago" in {entry.text for entry in read(store, patient, 30).entries}


def test_nothing_is_left_out_however_much_there_is(
    store: Store, patient: int, navigator: int
) -> None:
    count = READ_AT_ONCE + 40
    made = [
        ("contact", TODAY - timedelta(days=at % 20), ROLES[0], "", 3 * at) for at in range(count)
    ]
    add_entries(store, patient, navigator, made)
    row = read(store, patient)
    assert row.since is None
    assert len([entry for entry in row.entries if entry.contact]) == count
