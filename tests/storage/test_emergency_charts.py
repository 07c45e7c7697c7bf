"""What was opened during an emergency access is listed for whoever reviews it, and nothing else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from careteam.domain.access import Denied, Role
from careteam.domain.audit import Event
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.reviews import Look, ReviewDraft
from careteam.storage.reads.accounts import EmergencyRow, emergencies
from careteam.storage.reads.emergency_charts import (
    PAGE,
    charts_opened,
    tally_of_charts,
)
from careteam.storage.reads.reviews import open_review, rows_of_hit
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.emergencies import begin_emergency, end_emergency
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.reviews import sign_off
from tests.conftest import ADMIN, NOW
from tests.people import work_as
from tests.plans import plans_of

REASON = "Night nurse called, nobody reachable."


class Night:
    """A reader who opens emergency access, and the supervisor of afterwards."""

    def __init__(self, store: Store, patient: int) -> None:
        self.store, self.patient = store, patient
        self.reader = work_as(store, "pat.reader", None, Role.READER)
        self.other = work_as(store, "nora", None, Role.NAVIGATOR)
        store.who = self.reader
        self.do(begin_emergency, self.reader.account_id, "no_cover", REASON, at=NOW)

    def do(self, verb: Callable[..., Changes], *args: Any, at: datetime, **kwargs: Any) -> None:
        account = self.store.who.account_id if self.store.who else None
        moment = Moment.at(at, "America/New_York", None, account)
        self.store.do(verb, *args, moment=moment, rules=self.store.rules, **kwargs)

    def open(self, minutes: float, event: Event = Event.OPENED, patient: int | None = None) -> None:
        at = NOW + timedelta(minutes=minutes)
        self.do(note_event, event, "chart", patient_id=patient or self.patient, at=at)

    def row(self) -> EmergencyRow:
        self.store.who = ADMIN
        [row] = self.store.read(emergencies)
        return row

    def times(self) -> list[int]:
        row = self.row()
        found = self.store.read(charts_opened, row)
        return [round((one.at - NOW).total_seconds() / 60) for one in found]


@pytest.fixture
def night(store: Store, patient: int) -> Night:
    return Night(store, patient)


def test_only_charts_of_who_opened_it_within_its_hour_are_listed(night: Night) -> None:
    night.open(-1)
    night.open(0)
    night.open(5, Event.COPIED)
    night.open(59)
    night.open(61)
    night.store.who = night.other
    night.open(10)
    assert night.times() == [0, 59]
    tally = night.store.read(tally_of_charts, night.row())
    assert (tally.opened, tally.patients) == (2, 1)
    [first, _] = night.store.read(charts_opened, night.row())
    assert (first.patient_id, first.mrn, first.name) == (
        night.patient,
        "482913",
        "DELACRUZ, Maria",
    )


def test_one_that_was_ended_before_its_time_lists_what_was_opened_until_then(night: Night) -> None:
    night.open(5)
    night.do(end_emergency, night.reader.account_id, at=NOW + timedelta(minutes=6))
    night.open(7)
    assert night.times() == [5]


def test_very_many_are_listed_page_after_page(night: Night) -> None:
    for number in range(PAGE + 3):
        night.open(number / 2)
    row = night.row()
    first = night.store.read(charts_opened, row)
    rest = night.store.read(charts_opened, row, after=first[-1])
    assert (len(first), len(rest)) == (PAGE, 3)
    assert len({one.seq for one in (*first, *rest)}) == PAGE + 3
    assert night.store.read(tally_of_charts, row).opened == PAGE + 3


def test_only_who_reviews_reads_them(night: Night) -> None:
    row = night.row()
    night.store.who = night.reader
    with pytest.raises(Denied):
        night.store.read(charts_opened, row)


def test_the_list_follows_the_index_of_the_account(night: Night) -> None:
    row = night.row()
    wanted = "SEARCH audit USING INDEX audit_of_actor (actor_id=? AND at>? AND at<?)"
    for query in (charts_opened, tally_of_charts):
        plans = plans_of(night.store, query, row)
        assert wanted in plans
        assert not [plan for plan in plans if plan.startswith("SCAN") or "ORDER BY" in plan]


def looked(night: Night) -> list[int]:
    night.store.who = ADMIN
    moment = Moment.at(NOW + timedelta(hours=2), "America/New_York")
    review = night.store.read(open_review, moment=moment)
    return [row.count for row in review.hits if row.look is Look.EMERGENCY]


def test_the_review_finds_each_with_the_number_of_patients_whose_charts_were_opened(
    night: Night,
) -> None:
    assert looked(night) == [1], "one that opened nothing is told too"
    draft = PatientDraft("m2", "Abel")
    night.do(register_patient, draft, at=NOW)
    night.store.who = night.reader
    night.open(1)
    night.open(2)
    night.open(3, patient=night.patient + 1)
    night.open(4, Event.COPIED, night.patient + 1)
    assert looked(night) == [2]
    moment = Moment.at(NOW + timedelta(hours=2), "America/New_York")
    review = night.store.read(open_review, moment=moment)
    [hit] = [row.hit for row in review.hits if row.look is Look.EMERGENCY]
    told = night.store.read(rows_of_hit, hit, rules=night.store.rules)
    assert [row.action for row in told] == ["opened", "opened", "opened", "copied"]


def test_what_is_opened_after_the_review_was_signed_off_waits_for_the_next(night: Night) -> None:
    night.open(1)
    night.store.who = ADMIN
    moment = Moment.at(NOW + timedelta(minutes=2), "America/New_York")
    waiting = night.store.read(open_review, moment=moment)
    draft = ReviewDraft(waiting.from_seq, waiting.to_seq, "So far as told.", {})
    night.do(sign_off, draft, at=moment.now)
    assert looked(night) == []
    night.store.who = night.reader
    night.open(3)
    assert looked(night) == [1]
