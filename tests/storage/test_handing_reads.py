"""What is handed over comes from the database as it is: one patient's sheet, everyone's list."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.errors import Missing
from careteam.domain.handing import Handoff, HuddleLine
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.domain.people import AbsenceDraft
from careteam.storage.identifiers import new_external_id
from careteam.storage.reads.handoff import LEAST, LINES, _lines_of, collect_handoff, fitting
from careteam.storage.reads.huddle import collect_huddle
from careteam.storage.reads.person import person_detail
from careteam.storage.store import Store
from careteam.storage.tables import (
    BarrierActionRecord,
    BarrierRecord,
    EscalationRecord,
    FollowUpRecord,
    ReferralRecord,
)
from careteam.storage.tables.record import Record
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.patients import register_patient, set_status
from careteam.storage.writes.people import amend_person
from tests.people import add_member
from tests.plans import plans_of

TODAY = date(2026, 11, 20)


@pytest.fixture
def joan(moment: Moment, navigator: int) -> Moment:
    """The moment with Joan Ellis at the desk."""
    return replace(moment, by=navigator)


def keep(store: Store, *records: Record) -> None:
    @needs(Action.OWN)
    def add(session: Session) -> Changes:
        for record in records:
            session.add(record)
            session.flush()
        return Changes(frozenset())

    store.do(add)


def red_flag(patient: int, at: datetime, **values: Any) -> EscalationRecord:
    return EscalationRecord(
        external_id=new_external_id(), patient_id=patient, flag="fever", at=at, made_at=at, **values
    )  # fmt: skip


def step(patient: int, at: datetime, words: str, due_on: date) -> FollowUpRecord:
    return FollowUpRecord(
        external_id=new_external_id(), patient_id=patient, text=words, due_on=due_on, made_at=at
    )


def sheet(store: Store, moment: Moment, patient: int) -> Handoff:
    return store.read(collect_handoff, patient, moment=moment, rules=store.rules)


def lines(store: Store, moment: Moment, whose: int | None) -> dict[str, tuple[HuddleLine, ...]]:
    huddle = store.read(collect_huddle, moment=moment, rules=store.rules, navigator_id=whose)
    return {group.key: group.lines for group in huddle.groups}


def test_the_sheet_has_everything_that_is_open_and_nothing_that_is_closed(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    at = joan.now
    made: dict[str, Any] = {"patient_id": patient, "made_at": at}
    keep(
        store,
        red_flag(patient, at, temp_tenths=384, note="Called from home."),
        red_flag(patient, at, told_at=at, told_who="Dr Raman"),
        step(patient, at, "ride to the puncture", date(2026, 11, 27)),
        step(patient, at, "a week and a day", date(2026, 11, 28)),
        step(patient, at, "call the pharmacy", date(2026, 11, 18)),
        BarrierRecord(
            id=1, external_id=new_external_id(), category="transport", detail="no car",
            found_on=TODAY, **made,
        ),
        BarrierRecord(
            id=2, external_id=new_external_id(), category="transport", found_on=TODAY,
            state="resolved", closed_on=TODAY, **made,
        ),
        BarrierActionRecord(
            barrier_id=1, text="ride program asked", on_day=TODAY, due_on=date(2026, 11, 24), **made
        ),
        ReferralRecord(
            external_id=new_external_id(), to_role="social_worker", state="requested",
            requested_on=TODAY, state_on=TODAY, priority="urgent", reason_text="Distress 7", **made,
        ),
        ReferralRecord(
            external_id=new_external_id(), to_role="chaplain", state="cancelled",
            requested_on=TODAY, state_on=TODAY, **made,
        ),
    )  # fmt: skip
    found = sheet(store, joan, patient)
    assert [(line.flag, line.note) for line in found.escalations] == [
        ("Fever, 38.4 °C", "Called from home.")
    ]
    assert [(line.what, line.is_late) for line in found.steps] == [
        ("call the pharmacy", True),
        ("ride to the puncture", False),
    ]
    [barrier] = found.barriers
    assert barrier.what.endswith(": no car")
    assert barrier.doing == "ride program asked, by 24-Nov"
    [referral] = found.referrals
    assert (referral.to, referral.state, referral.is_urgent) == (
        "Oncology social worker",
        "requested since 20-Nov",
        True,
    )
    assert found.author == "Joan Ellis, RN, OCN"
    assert found.where_lead == "Induction, day 12 of about 28."
    assert any(line.reach == "(212) 555-0101" for line in found.team)
    assert len(found.digest) == 64


def test_a_long_note_is_cut_and_the_last_contact_stands_first(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    for hours, note in ((3, "older"), (1, "slept badly " * 60)):
        contact = ContactDraft(
            patient, "nurse_navigator", "phone", "reached_patient",
            joan.now - timedelta(hours=hours), person_id=navigator, note=note,
        )  # fmt: skip
        store.do(log_contact, contact, moment=joan, rules=store.rules)
    first, second = sheet(store, joan, patient).contacts
    assert first.note.endswith(" …")
    assert len(first.note) < 330
    assert second.note == "older"


def test_a_patient_who_left_has_a_sheet_with_nothing_left_to_do(
    store: Store, joan: Moment, patient: int
) -> None:
    keep(store, step(patient, joan.now, "call", TODAY))
    status = StatusDraft(Status.TRANSFERRED, TODAY, "moved away")
    store.do(set_status, patient, status, moment=joan, rules=store.rules)
    found = sheet(store, joan, patient)
    assert found.state.startswith("Transferred 20-Nov-2026: moved away")
    assert (found.steps, found.where_lead) == ((), "")
    with pytest.raises(Missing):
        sheet(store, joan, patient + 99)


@given(st.fixed_dictionaries({name: st.integers(0, 40) for name in LEAST}))
def test_whatever_is_open_the_page_shows_the_most_that_fits(wanted: dict[str, int]) -> None:
    room = fitting(wanted)
    assert all(min(LEAST[name], count) <= room[name] <= count for name, count in wanted.items())
    assert _lines_of(room) <= LINES
    is_whole = room == wanted
    assert is_whole or any(
        _lines_of(room | {name: room[name] + 1}) > LINES
        for name, count in wanted.items()
        if room[name] < count
    )


def test_the_huddle_list_has_each_patient_once_in_the_group_of_today(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    plan = ContactDraft(
        patient, "nurse_navigator", "phone", "reached_patient", joan.now - timedelta(hours=1),
        person_id=navigator, next_step=NextStep("ride to the puncture", date(2026, 11, 24)),
    )  # fmt: skip
    store.do(log_contact, plan, moment=joan, rules=store.rules)
    found = lines(store, joan, navigator)
    [(key, [line])] = found.items()
    assert key == "this_week"
    assert (line.name, line.mrn, line.last_contact) == ("DELACRUZ, Maria", "482913", "20-Nov")
    assert line.next_step.startswith("24-Nov: ride to the puncture")
    assert line.gaps > 0
    keep(store, red_flag(patient, joan.now, temp_tenths=384))
    [(key, [line])] = lines(store, joan, navigator).items()
    assert (key, line.red_flags) == ("red_flags", ("Fever, 38.4 °C, 20-Nov 09:30",))


def test_a_red_flag_of_somebody_who_is_not_due_is_on_the_list(
    store: Store, joan: Moment, navigator: int
) -> None:
    draft = PatientDraft(mrn="1", family="Quiet", given="Ada")
    quiet = store.do(register_patient, draft, moment=joan, rules=store.rules).made
    assert quiet is not None
    assert lines(store, joan, None) == {}
    keep(store, red_flag(quiet, joan.now))
    assert [line.name for line in lines(store, joan, None)["red_flags"]] == ["QUIET, Ada"]
    assert lines(store, joan, navigator) == {}


def test_the_list_of_a_navigator_has_whom_she_covers_and_the_clinics_has_everybody(
    store: Store, joan: Moment, navigator: int, patient: int
) -> None:
    cover = add_member(store, "Reed", "Sam", "RN", "nurse_navigator")
    assert lines(store, joan, cover) == {}
    draft = store.read(person_detail, navigator, TODAY).draft
    away = replace(draft, absences=(AbsenceDraft(TODAY, date(2026, 11, 27), cover),))
    store.do(amend_person, navigator, away, moment=joan, rules=store.rules)
    [line] = next(iter(lines(store, joan, cover).values()))
    assert line.is_covered
    [line] = next(iter(lines(store, joan, None).values()))
    assert not line.is_covered


def test_both_reads_follow_indexes(store: Store, joan: Moment, patient: int) -> None:
    keep(store, red_flag(patient, joan.now))
    one = plans_of(store, collect_handoff, patient, moment=joan, rules=store.rules)
    for table in ("escalation", "barrier", "referral", "follow_up"):
        assert any(
            plan.startswith(f"SEARCH {table} USING") and "patient_id=?" in plan for plan in one
        ), one
    everyone = plans_of(store, collect_huddle, moment=joan, rules=store.rules)
    assert any("escalation USING INDEX escalation_open" in plan for plan in everyone), everyone
    assert not [plan for plan in everyone if plan.startswith(("SCAN patient", "SCAN follow_up"))]
