"""Why somebody is on the list: the rule, its source, the day and the counting are told."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.access import Action, needs
from careteam.domain.calendar import BusinessCalendar
from careteam.domain.clinical_rules import Event
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.domain.reasons import (
    EVENT_WORDS,
    Grade,
    RuleLink,
    cadence_words,
    counted_business,
    counted_days,
    grade_of,
)
from careteam.storage.reads.reasons import why_due, why_to_fill
from careteam.storage.reads.today import DueRow, due_rows
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.events import Source, happened
from careteam.storage.writes.follow_ups import SnoozeDraft, snooze
from careteam.storage.writes.patients import PhaseDraft, change_phase

THANKSGIVING = date(2026, 11, 26)
FRIDAY = date(2026, 11, 20)
CALENDAR = BusinessCalendar(frozenset({THANKSGIVING}))
NAMES = {THANKSGIVING: "Thanksgiving"}


def test_business_days_are_counted_aloud_with_what_is_left_out() -> None:
    line = counted_business(FRIDAY, 2, FRIDAY, CALENDAR, NAMES)
    assert line == "Fri 20 Nov + 2 business days = Tue 24 Nov"
    line = counted_business(date(2026, 11, 25), 1, FRIDAY, CALENDAR, NAMES)
    assert line == "Wed 25 Nov + 1 business day = Fri 27 Nov; Thanksgiving is left out"


def test_days_say_where_nobody_works_and_where_they_move() -> None:
    start = date(2026, 11, 12)
    line = counted_days(start, 14, FRIDAY, CALENDAR, NAMES, is_moved=True)
    assert line == "Thu 12 Nov + 14 days = Thu 26 Nov, which is Thanksgiving: Fri 27 Nov"
    line = counted_days(start, 9, FRIDAY, CALENDAR, NAMES, is_moved=True)
    assert line == "Thu 12 Nov + 9 days = Sat 21 Nov, which is a weekend: Mon 23 Nov"
    line = counted_days(start, 9, FRIDAY, CALENDAR, NAMES, is_moved=False)
    assert line == "Thu 12 Nov + 9 days = Sat 21 Nov"


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 15))
def test_the_counting_ends_on_the_day_that_the_calendar_gives(day: date, count: int) -> None:
    end = CALENDAR.add(day, count)
    line = counted_business(day, count, end, CALENDAR, NAMES)
    assert f"{end.day} " in line.split("=")[1]
    is_between = day < THANKSGIVING < end
    assert ("Thanksgiving" in line) == is_between


@pytest.mark.parametrize(
    ("source", "grade"),
    [
        ("", Grade.PROPOSED),
        ("Proposed; before treatment and regularly", Grade.PROPOSED),
        ("aboutkidshealth.ca: day-29 marrow; offset proposed", Grade.PARTLY),
        ("Medicare transitional care (Noridian): 2 business days", Grade.SOURCED),
    ],
)
def test_a_source_says_how_far_it_carries_the_rule(source: str, grade: Grade) -> None:
    assert grade_of(source) is grade


class Desk:
    def __init__(self, store: Store, moment: Moment, patient: int) -> None:
        self.store, self.moment, self.patient = store, moment, patient

    def do(self, verb: Any, *args: Any) -> Any:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def row(self) -> DueRow:
        later = self.moment.today + timedelta(days=60)
        [row] = self.store.read(due_rows, today=later, rules=self.store.rules)
        return row

    def why(self, kind: str, ref: int) -> Any:
        today, rules = self.moment.today, self.store.rules
        return self.store.read(why_due, kind, ref, today=today, rules=rules)

    def log(self, outcome: str, step: NextStep | None = None) -> None:
        draft = ContactDraft(
            self.patient, "nurse_navigator", "phone", outcome, self.moment.now, next_step=step
        )
        self.do(log_contact, draft)


@pytest.fixture
def desk(store: Store, moment: Moment, patient: int) -> Desk:
    return Desk(store, moment, patient)


def test_a_first_contact_is_counted_from_the_assignment(desk: Desk) -> None:
    row = desk.row()
    reason = desk.why(row.kind, row.ref)
    assert reason.rule.endswith("first contact within 2 business days of the assignment")
    assert reason.since == "Assigned: Mon 9 Nov"
    assert reason.counted == ("Mon 9 Nov + 2 business days = Thu 12 Nov; Veterans Day is left out")
    assert (reason.grade, reason.link) == (
        Grade.PROPOSED, RuleLink("roles", "nurse_navigator"),
    )  # fmt: skip


def test_the_rhythm_is_counted_from_who_was_reached_last(desk: Desk) -> None:
    desk.log("reached_patient")
    row = desk.row()
    reason = desk.why(row.kind, row.ref)
    days = desk.store.rules.catalogue.contact_days("nurse_navigator", "induction")
    assert reason.counted.startswith(f"Fri 20 Nov + {days} days = ")
    assert reason.since == "Last reached: Fri 20 Nov"
    assert reason.link == RuleLink("phases", "induction nurse_navigator")


def test_a_try_and_the_stop_rule_say_how_often(desk: Desk) -> None:
    for count in range(1, 4):
        desk.moment = Moment.at(desk.moment.now + timedelta(minutes=1), desk.moment.zone)
        desk.log("no_answer")
        row = desk.row()
        reason = desk.why(row.kind, row.ref)
        assert reason.since == "Last try: Fri 20 Nov"
        assert ("another way is proposed" in reason.rule) == (count == 3)
        assert reason.link == RuleLink("contacts", "" if count == 3 else "no_answer")


def test_a_new_phase_names_the_cadence_rule(desk: Desk) -> None:
    desk.log("reached_patient")
    desk.moment = Moment.at(desk.moment.now + timedelta(days=1), desk.moment.zone)
    desk.do(change_phase, PhaseDraft(desk.patient, "maintenance", desk.moment.today))
    row = desk.row()
    reason = desk.why(row.kind, row.ref)
    assert reason.rule.startswith("Explain the phase, look at the roles: 3 business days after")
    assert reason.link == RuleLink("cadence", "phase_education")
    assert reason.counted.startswith("Sat 21 Nov + 3 business days = Wed 25 Nov")


def test_what_was_put_off_says_from_when_until_when_and_why(desk: Desk) -> None:
    row = desk.row()
    until = desk.moment.today + timedelta(days=4)
    desk.do(snooze, SnoozeDraft(until, _reason(desk), row.ref))
    reason = desk.why("assignment", row.ref)
    assert reason.rule.endswith("of the assignment")
    [also] = reason.also
    assert also.startswith("Put off from Thu 12 Nov until Tue 24 Nov: ")


def _reason(desk: Desk) -> str:
    return next(iter(desk.store.rules.catalogue.terms["snooze_reason"]))


def test_a_step_by_hand_says_so_and_one_by_a_rule_names_it_here_and_on_today(desk: Desk) -> None:
    desk.log("reached_patient", NextStep("Call the sister", desk.moment.today))
    row = desk.row()
    assert row.reason == "Follow-up · Call the sister"
    assert desk.why("follow_up", row.ref).grade is Grade.BY_HAND

    @needs(Action.OWN)
    def discharged(session: Any, *, moment: Moment, rules: Any) -> Any:
        from careteam.domain.changes import Changes
        from careteam.storage.tables import StayRecord

        stay = StayRecord(
            external_id="s" * 36,
            patient_id=desk.patient,
            admitted_on=date(2026, 11, 10),
            discharged_on=date(2026, 11, 12),
            made_at=moment.now,
        )
        session.add(stay)
        session.flush()
        source = Source("stay", stay.id or 0)
        happened(
            session, desk.patient, Event.HOSPITAL_DISCHARGE, date(2026, 11, 12), source,
            moment=moment, rules=rules,
        )  # fmt: skip
        return Changes(frozenset())

    desk.do(discharged)
    row = desk.row()
    assert row.reason == "Call after discharge · 2 business days after the discharge"
    reason = desk.why("follow_up", row.ref)
    assert reason.source.startswith("Medicare transitional care")
    assert reason.grade is Grade.SOURCED
    assert reason.since == "Discharge: Thu 12 Nov"
    assert reason.counted == "Thu 12 Nov + 2 business days = Mon 16 Nov"
    assert reason.link == RuleLink("cadence", "post_discharge_contact")


def test_roles_to_fill_are_asked_for_by_the_phase(desk: Desk) -> None:
    reason = desk.store.read(why_to_fill, desk.patient, rules=desk.store.rules)
    assert reason.rule == "Induction asks for the roles that nobody holds yet"
    assert reason.link == RuleLink("phases", "induction")


def test_what_is_no_longer_there_says_so(desk: Desk) -> None:
    for kind in ("assignment", "follow_up"):
        with pytest.raises(Missing):
            desk.why(kind, 999)


def test_every_cadence_rule_that_ships_can_be_said_in_words(store: Store) -> None:
    assert set(EVENT_WORDS) == set(Event)
    for rule in store.rules.clinical.cadence.values():
        assert " after the " in cadence_words(rule)
        one = replace(rule, every_days=0, business_days=1)
        assert cadence_words(one).startswith("1 business day after ")
