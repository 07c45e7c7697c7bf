"""A referral is opened again, a step of it is taken back, or all of it."""

from datetime import date

import pytest

from careteam.domain.assignments import EndDraft
from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.referrals import (
    ReopenDraft,
)
from careteam.storage.reads.referrals import referral_steps
from careteam.storage.writes.assignments import end_assignment
from careteam.storage.writes.referral_undo import take_back_step, withdraw_referral
from careteam.storage.writes.referrals import reopen_referral
from tests.storage.loops import TUESDAY, Loop, S


def test_reopening_asks_for_a_note_and_watches_again_where_it_was(loop: Loop) -> None:
    referral = loop.refer()
    loop.step(referral, S.ACCEPTED, person_id=loop.bell)
    loop.step(referral, S.COMPLETED, result="Seen once")
    loop.at(date(2026, 12, 10))
    with pytest.raises(Refused, match="Say why it is taken up again"):
        loop.do(reopen_referral, ReopenDraft(referral, date(2026, 12, 10), " "))
    loop.do(reopen_referral, ReopenDraft(referral, date(2026, 12, 10), "Rent is due again"))
    assert (loop.row().state, loop.row().result) == (S.ACCEPTED, "")
    assert [day for text, day in loop.waits() if "become" in text] == [date(2026, 12, 24)]
    history = loop.store.read(referral_steps, referral)
    assert [(step.state, step.note) for step in history] == [
        (S.REQUESTED, ""),
        (S.ACCEPTED, ""),
        (S.COMPLETED, "Seen once"),
        (S.ACCEPTED, "Rent is due again"),
    ]
    with pytest.raises(Refused, match="open already"):
        loop.do(reopen_referral, ReopenDraft(referral, date(2026, 12, 10), "Again"))


def test_taking_a_step_back_ends_what_it_assigned_and_asks_as_before(loop: Loop) -> None:
    referral = loop.refer()
    before, waited = loop.row().standing, loop.waits()
    loop.step(referral, S.ACCEPTED, person_id=loop.bell)
    loop.do(take_back_step, before)
    assert loop.row().standing == before
    assert loop.waits() == waited
    assert loop.holders() == []


def test_taking_a_closing_back_brings_the_watch_back(loop: Loop) -> None:
    referral = loop.refer()
    loop.step(referral, S.ACCEPTED)
    before, waited = loop.row().standing, loop.waits()
    loop.step(referral, S.COMPLETED, result="Seen")
    loop.do(take_back_step, before)
    assert (loop.row().standing, loop.waits()) == (before, waited)


def test_a_step_taken_back_leaves_an_assignment_that_has_ended_since(loop: Loop) -> None:
    referral = loop.refer()
    before = loop.row().standing
    loop.step(referral, S.ACCEPTED, person_id=loop.bell)
    made = loop.row().assignment_id
    assert made is not None
    loop.do(end_assignment, EndDraft(made, TUESDAY, "goal_reached"))
    loop.do(take_back_step, before)
    assert loop.row().state is S.REQUESTED


def test_a_referral_made_in_error_is_taken_back_until_somebody_answers(loop: Loop) -> None:
    referral = loop.refer()
    loop.do(withdraw_referral, referral)
    assert (loop.row().state, loop.waits()) == (S.CANCELLED, [])
    second = loop.refer()
    loop.step(second, S.ACCEPTED)
    with pytest.raises(Refused, match="moved on"):
        loop.do(withdraw_referral, second)


def test_what_somebody_changed_meanwhile_is_not_overwritten(loop: Loop) -> None:
    referral = loop.refer()
    version = loop.row().version
    loop.step(referral, S.ACCEPTED, version=version)
    with pytest.raises(Stale):
        loop.step(referral, S.IN_PROGRESS, version=version)
    with pytest.raises(Missing):
        loop.step(9999, S.ACCEPTED)
