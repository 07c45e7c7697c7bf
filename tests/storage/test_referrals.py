"""Each state of a referral, what it does to Today and to the board, and how it is taken back."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.domain.patients import PatientDraft
from careteam.storage.identifiers import new_external_id
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.reads.referrals import referral_rows
from careteam.storage.tables import BarrierRecord, CadenceRecord, PersonRecord, ScreeningRecord
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.events import Source, steps_of
from careteam.storage.writes.follow_ups import close_follow_up, reopen_follow_up
from careteam.storage.writes.patients import register_patient
from tests.plans import plans_of
from tests.storage.loops import ASKED, TUESDAY, Loop, S


def test_an_unanswered_referral_comes_up_after_three_business_days(loop: Loop) -> None:
    loop.refer()
    loop.at(date(2026, 11, 23))
    assert loop.today() == [(ASKED, "Mon 30")]
    loop.at(date(2026, 12, 1))
    assert loop.today() == [(ASKED, "1 day late")]
    assert (loop.row().open_days, loop.row().due_text) == (7, "1 day late")


def test_an_urgent_one_comes_up_after_one_and_the_holiday_does_not_count(loop: Loop) -> None:
    loop.at(date(2026, 11, 25))
    loop.refer(priority="urgent", requested_on=date(2026, 11, 25))
    assert loop.waits() == [
        ("Social worker · Has the urgent referral been accepted?", date(2026, 11, 27))
    ]


def test_with_the_urgent_rule_switched_off_it_ages_like_the_others(loop: Loop) -> None:
    @needs(Action.OWN)
    def switch_off(session: Session, **_: Any) -> Changes:
        session.get_one(CadenceRecord, "referral_urgent").is_active = False
        session.flush()
        return Changes(frozenset({Part.CATALOGUE}))

    loop.do(switch_off)
    loop.refer(priority="urgent")
    assert [day for _, day in loop.waits()] == [date(2026, 11, 30)]


def test_accepting_gives_the_role_and_asks_again_after_two_weeks_of_silence(loop: Loop) -> None:
    referral = loop.refer()
    done = loop.step(referral, S.ACCEPTED, person_id=loop.bell)
    assert (
        done.summary == "Social worker: accepted. Marcus Bell, LCSW is now Oncology social worker."
    )
    assert {Part.REFERRAL, Part.TEAM, Part.FOLLOW_UP, Part.DUE} <= done.parts
    assert loop.holders() == [("Marcus Bell, LCSW", "primary")]
    assert loop.waits() == [("Social worker · What has become of the referral?", date(2026, 12, 8))]
    assert loop.row().assignment_id is not None


def test_where_somebody_holds_the_role_who_accepted_becomes_backup_and_it_is_said(
    loop: Loop,
) -> None:
    loop.do(assign, AssignmentDraft(loop.patient, "social_worker", loop.bell))
    done = loop.step(loop.refer(), S.ACCEPTED, person_id=loop.okoye)
    assert done.summary == (
        "Social worker: accepted. Marcus Bell, LCSW stays Oncology social worker; "
        "Ada Okoye, LCSW is backup."
    )
    assert loop.holders() == [("Marcus Bell, LCSW", "primary"), ("Ada Okoye, LCSW", "backup")]


def test_who_holds_the_role_already_is_not_given_it_twice(loop: Loop) -> None:
    loop.do(assign, AssignmentDraft(loop.patient, "social_worker", loop.bell))
    done = loop.step(loop.refer(), S.ACCEPTED, person_id=loop.bell)
    assert done.summary.endswith("Marcus Bell, LCSW has the role Oncology social worker already.")
    assert loop.holders() == [("Marcus Bell, LCSW", "primary")]


def test_accepted_by_nobody_named_says_plainly_that_the_role_is_to_be_filled(loop: Loop) -> None:
    done = loop.step(loop.refer(), S.ACCEPTED)
    assert done.summary == "Social worker: accepted. Oncology social worker is still to be filled."
    assert loop.holders() == []


def test_a_referral_to_a_person_gives_that_person_the_role(loop: Loop) -> None:
    referral = loop.refer(to_kind="person", to_person_id=loop.okoye)
    assert loop.row().to == "Ada Okoye, LCSW"
    loop.step(referral, S.ACCEPTED)
    assert loop.holders() == [("Ada Okoye, LCSW", "primary")]


def test_every_step_moves_the_day_on_which_silence_is_noticed(loop: Loop) -> None:
    referral = loop.refer(to_kind="outside", to_role="", to_name="River Hospice")
    loop.step(referral, S.ACCEPTED)
    loop.at(date(2026, 12, 1))
    loop.step(referral, S.SCHEDULED, date(2026, 12, 1), scheduled_on=date(2026, 12, 21))
    assert loop.waits() == [("River Hospice · What has become of the referral?", date(2027, 1, 4))]
    loop.at(date(2026, 12, 21))
    loop.step(referral, S.IN_PROGRESS, date(2026, 12, 21))
    assert [day for _, day in loop.waits()] == [date(2027, 1, 4)]
    assert loop.row().scheduled_on == date(2026, 12, 21)


def test_a_watch_that_is_ticked_off_comes_up_again_while_the_loop_is_open(loop: Loop) -> None:
    referral = loop.refer()
    first = loop.waits()
    today, rules = loop.moment.today, loop.store.rules
    [step] = loop.store.read(next_steps, loop.patient, today=today, rules=rules)
    loop.at(date(2026, 12, 1))
    loop.do(close_follow_up, step.id)
    assert [day for _, day in loop.waits()] == [date(2026, 12, 4)]
    loop.do(reopen_follow_up, step.id)
    assert loop.waits() == first
    loop.do(close_follow_up, step.id)
    loop.step(referral, S.ACCEPTED, date(2026, 12, 1))
    assert [day for _, day in loop.waits()] == [date(2026, 12, 15)]
    loop.step(referral, S.IN_PROGRESS, date(2026, 12, 1))
    assert [day for _, day in loop.waits()] == [date(2026, 12, 15)]


def test_completing_without_a_result_is_refused_with_one_sentence(loop: Loop) -> None:
    referral = loop.refer()
    loop.step(referral, S.ACCEPTED)
    with pytest.raises(Refused) as refused:
        loop.step(referral, S.COMPLETED)
    assert refused.value.sentence == "Write what came of it; only then is it completed."
    assert refused.value.problems[0].field == "result"
    loop.step(referral, S.COMPLETED, result="Ride fund granted")
    assert (loop.row().result, loop.row().open_days) == ("Ride fund granted", None)
    assert loop.waits() == []


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ((), S.DECLINED),
        ((), S.CANCELLED),
        ((), S.FAILED),
        ((S.ACCEPTED,), S.REVOKED),
        ((S.ACCEPTED, S.IN_PROGRESS), S.FAILED),
    ],
)
def test_a_referral_that_ends_otherwise_says_why_and_asks_nothing_more(
    loop: Loop, before: tuple[S, ...], state: S
) -> None:
    referral = loop.refer()
    for step in before:
        loop.step(referral, step)
    with pytest.raises(Refused, match="Say why"):
        loop.step(referral, state)
    loop.step(referral, state, note="No room until spring")
    assert loop.row().state is state
    assert loop.waits() == []
    assert loop.today() == []


def test_the_reason_is_kept_in_words_and_belongs_to_the_patient(loop: Loop) -> None:
    @needs(Action.CARE)
    def add(session: Session, **_: Any) -> Changes:
        at = loop.moment.now
        barrier = BarrierRecord(
            external_id=new_external_id(),
            patient_id=loop.patient,
            category="transportation",
            found_on=TUESDAY,
            made_at=at,
        )
        score = ScreeningRecord(
            external_id=new_external_id(),
            patient_id=loop.patient,
            instrument="distress_thermometer",
            score=6,
            on_day=TUESDAY,
            recorded_at=at,
        )
        session.add_all((barrier, score))
        session.flush()
        return Changes(frozenset(), made=score.id)

    score = loop.made(add)
    loop.refer(reason_kind="score", reason_id=score)
    loop.refer(reason_kind="barrier", reason_id=1)
    loop.refer(reason_kind="phase")
    loop.refer(reason_text="She asked twice")
    reasons = [row.reason for row in loop.rows()]
    assert set(reasons) == {"Distress 6 of 10, 24 Nov", "Transport", "", "She asked twice"}
    other = loop.made(register_patient, PatientDraft("78", "Ng", "Li"))
    with pytest.raises(Missing, match="gave cause"):
        loop.refer(patient_id=other, reason_kind="score", reason_id=score)


def test_a_person_who_has_left_is_not_referred_to(loop: Loop) -> None:
    @needs(Action.OWN)
    def leave(session: Session, **_: Any) -> Changes:
        session.get_one(PersonRecord, loop.bell).leaves_on = date(2026, 11, 2)
        session.flush()
        return Changes(frozenset())

    loop.do(leave)
    with pytest.raises(Refused, match="has left"):
        loop.refer(to_kind="person", to_person_id=loop.bell)


def test_the_steps_about_a_referral_are_found_by_their_index(loop: Loop) -> None:
    about = Source("referral", loop.refer())
    plans = plans_of(loop.store, steps_of, about)
    assert any("follow_up_source" in plan for plan in plans)


def test_the_referrals_of_a_patient_are_one_select_that_follows_indexes(loop: Loop) -> None:
    loop.step(loop.refer(), S.ACCEPTED)
    today, rules = loop.moment.today, loop.store.rules
    plans = plans_of(loop.store, referral_rows, loop.patient, today=today, rules=rules)
    assert any("referral_of" in plan for plan in plans)
    assert any("follow_up_source" in plan for plan in plans)
    assert not any(plan.startswith("SCAN") for plan in plans)
