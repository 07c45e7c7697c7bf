"""A locked month keeps what counts, and is reopened with a reason."""

from datetime import date, timedelta

import pytest

from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.time_drafts import (
    ConsentDraft,
    EnrolDraft,
    TimeRetractDraft,
)
from careteam.storage.store import Store
from careteam.storage.writes.contacts import RetractDraft, retract_contact
from careteam.storage.writes.enrolments import (
    enrol,
)
from careteam.storage.writes.month_locks import lock_month, reopen_month
from careteam.storage.writes.time_entries import retract_time
from careteam.storage.writes.time_evidence import (
    record_consent,
)
from tests.storage.navigating import (
    NOVEMBER,
    at,
    called,
    ready,
    worked,
)
from tests.storage.needs import act
from tests.storage.test_navigation_time import DAY, amended, page, rows


def test_a_locked_month_keeps_what_counts_and_lets_words_change(
    store: Store, moment: Moment, patient: int
) -> None:
    ready(store, moment, patient)
    contact = called(store, moment, patient, 40, at(DAY))
    entry = worked(store, moment, patient, 25, at(DAY))
    act(store, moment, lock_month, DAY)
    assert page(store).lock is not None
    refused = "November 2026 is locked.*A supervisor can reopen it"
    for changes in (
        {"minutes": 41}, {"program": "CHI"}, {"program": ""}, {"activity": "behavior_change"},
        {"at": at(DAY - timedelta(days=1))}, {"outcome": "no_answer"}, {"note": ""},
    ):  # fmt: skip
        with pytest.raises(Refused, match=refused):
            amended(store, moment, contact, **changes)
    amended(store, moment, contact, note="The plan, and the rides.", at=at(DAY, 11))
    with pytest.raises(Refused, match=refused):
        act(store, moment, retract_contact, RetractDraft(contact, "wrong chart"))
    with pytest.raises(Refused, match=refused):
        act(store, moment, retract_time, TimeRetractDraft(entry, "wrong chart"))
    with pytest.raises(Refused, match=refused):
        called(store, moment, patient, 5, at(DAY))
    with pytest.raises(Refused, match=refused):
        worked(store, moment, patient, 5, at(DAY))
    called(store, moment, patient, 5, at(DAY), program="")
    assert [row.sum.minutes for row in page(store).rows] == [65]
    with pytest.raises(Refused, match=refused):
        act(store, moment, enrol, EnrolDraft(patient, "PIN", DAY))
    with pytest.raises(Refused, match=refused):
        act(store, moment, record_consent, ConsentDraft(patient, "PIN", DAY))


def test_an_entry_that_runs_into_a_locked_month_is_kept_too(
    store: Store, moment: Moment, patient: int
) -> None:
    entry = worked(store, moment, patient, 50, at(date(2026, 10, 31), 23, 40))
    act(store, moment, lock_month, NOVEMBER)
    with pytest.raises(Refused, match="November 2026 is locked"):
        act(store, moment, retract_time, TimeRetractDraft(entry, "wrong chart"))


def test_a_month_is_reopened_with_a_reason_that_stays(
    store: Store, moment: Moment, patient: int
) -> None:
    contact = called(store, moment, patient, 40, at(DAY))
    act(store, moment, lock_month, NOVEMBER)
    with pytest.raises(Refused, match="locked already"):
        act(store, moment, lock_month, NOVEMBER)
    with pytest.raises(Refused, match="Say why"):
        act(store, moment, reopen_month, NOVEMBER, " ")
    act(store, moment, reopen_month, NOVEMBER, "a call was missing")
    amended(store, moment, contact, minutes=41)
    with pytest.raises(Refused, match="is not locked"):
        act(store, moment, reopen_month, NOVEMBER, "again")
    act(store, moment, lock_month, NOVEMBER)
    assert rows(store, "SELECT reopen_reason FROM month_lock ORDER BY id") == [
        ("a call was missing",),
        ("",),
    ]
    with pytest.raises(Refused, match="not begun"):
        act(store, moment, lock_month, date(2026, 12, 1))
