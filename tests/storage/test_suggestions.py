"""Suggestions: each role can be suggested, accepted in one step, dismissed, and both stay."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, EndDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.referrals import ReferralState
from careteam.domain.suggestions import (
    AcceptDraft,
    DismissDraft,
    SuggestionKind,
    SuggestionState,
    WishDraft,
)
from careteam.storage.reads.board import BoardRow, team_board
from careteam.storage.reads.board_suggestions import SUGGESTED, steps_among, with_suggestions
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.reads.referrals import referral_rows
from careteam.storage.reads.suggestions import (
    DecidedRow,
    SuggestionRow,
    decided_suggestions,
    open_suggestions,
)
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign, end_assignment
from careteam.storage.writes.deciding import (
    accept_suggestion,
    add_wish,
    dismiss_suggestion,
    reopen_suggestion,
)
from careteam.storage.writes.suggestions import Cause, propose
from careteam.storage.writes.withdrawals import withdraw_assignment
from tests.people import add_member
from tests.plans import plans_of

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
DISTRESS = {"distress_thermometer": 6}
SEED_GROUPS = {
    "physician": "hct_physician",
    "nurse_practitioner": "nurse_practitioner",
    "nurse": "infusion_nurse",
    "social_work": "social_worker",
    "nutrition": "oncology_dietitian",
    "rehabilitation": "physical_therapist",
    "chaplaincy": "chaplain",
    "supportive_oncology": "psychologist",
}
"""One role of each group of people that the seed names."""


class Ideas:
    """DELACRUZ, Maria in induction, and what is suggested for her."""

    def __init__(self, store: Store, moment: Moment, patient: int) -> None:
        self.store, self.moment, self.patient = store, moment, patient
        self.bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")

    def do(self, verb: Any, *args: Any) -> Changes:
        return self.store.do(verb, *args, moment=self.moment, rules=self.store.rules)

    def learn(self, event: dict[str, Any], because: str, cause: int = 1) -> None:
        @needs(Action.OWN)
        def verb(session: Any, *, moment: Moment, rules: Any) -> Changes:
            about = Cause("screening", cause, because)
            propose(session, self.patient, event, about, moment=moment, rules=rules)
            return Changes(frozenset({Part.SUGGESTION}))

        self.do(verb)

    def open(self) -> tuple[SuggestionRow, ...]:
        today, rules = self.moment.today, self.store.rules
        return self.store.read(open_suggestions, self.patient, today=today, rules=rules)

    def decided(self) -> tuple[DecidedRow, ...]:
        return self.store.read(decided_suggestions, self.patient, rules=self.store.rules)

    def board(self) -> tuple[BoardRow, ...]:
        today, rules = self.moment.today, self.store.rules
        rows = self.store.read(team_board, self.patient, today=today, rules=rules)
        return with_suggestions(rows, self.open(), rules)

    def line(self, role: str) -> BoardRow:
        return next(row for row in self.board() if row.role == role)

    def steps(self) -> list[tuple[str, str, date]]:
        today, rules = self.moment.today, self.store.rules
        rows = self.store.read(next_steps, self.patient, today=today, rules=rules)
        return [(row.text, row.owner, row.due_on) for row in rows]

    def referrals(self) -> list[tuple[str, str, ReferralState]]:
        today, rules = self.moment.today, self.store.rules
        rows = self.store.read(referral_rows, self.patient, today=today, rules=rules)
        return [(row.to, row.reason, row.state) for row in rows]


@pytest.fixture
def ideas(store: Store, moment: Moment, patient: int) -> Ideas:
    return Ideas(store, moment, patient)


def test_a_suggestion_says_for_which_role_because_of_what_and_from_where(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    assert (row.role, row.words) == ("social_worker", "Distress of 4 or more")
    assert row.because == "Distress 6 of 10, 20 Nov"
    assert row.source.startswith("Donovan")
    assert (row.due_on, row.due_text) == (TUESDAY, "Tue 24")


def test_the_board_shows_it_at_the_gap_or_on_a_line_of_its_own(ideas: Ideas) -> None:
    ideas.learn({"distress_thermometer": 8}, "Distress 8 of 10, 20 Nov")
    gap = ideas.line("social_worker")
    assert gap.is_gap
    assert [one.because for one in gap.suggestions] == ["Distress 8 of 10, 20 Nov"]
    extra = ideas.line("psychologist")
    assert (extra.state, extra.is_gap, extra.assignment_id) == (SUGGESTED, False, None)
    places = [ideas.store.rules.catalogue.roles[row.role].position for row in ideas.board()]
    assert places == sorted(places)


def test_accepting_assigns_in_one_step_and_taking_it_back_suggests_again(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    done = ideas.do(accept_suggestion, AcceptDraft(row.id, ideas.bell))
    assert {Part.TEAM, Part.SUGGESTION} <= done.parts
    assert ideas.line("social_worker").person == "Marcus Bell, LCSW"
    assert ideas.open() == ()
    [kept] = ideas.decided()
    assert (kept.state, kept.because) == (SuggestionState.ACCEPTED, "Distress 6 of 10, 20 Nov")
    ideas.do(reopen_suggestion, row.id)
    assert ideas.line("social_worker").is_gap
    assert [one.id for one in ideas.open()] == [row.id]


def test_accepting_without_a_person_is_refused_at_the_person(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10")
    with pytest.raises(Refused) as refused:
        ideas.do(accept_suggestion, AcceptDraft(ideas.open()[0].id))
    assert refused.value.problems[0].field == "person_id"


def test_accepting_as_a_referral_links_it_and_taking_it_back_undoes_both(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    ideas.do(accept_suggestion, AcceptDraft(row.id, as_referral=True))
    label = ideas.store.rules.catalogue.role_short("social_worker")
    assert ideas.referrals() == [(label, "Distress 6 of 10, 20 Nov", ReferralState.REQUESTED)]
    assert ideas.open() == ()
    ideas.do(reopen_suggestion, row.id)
    assert [one.id for one in ideas.open()] == [row.id]
    assert [state for *_, state in ideas.referrals()] == [ReferralState.CANCELLED]
    ideas.do(accept_suggestion, AcceptDraft(row.id, ideas.bell, as_referral=True))
    assert ("Marcus Bell, LCSW", "Distress 6 of 10, 20 Nov", ReferralState.REQUESTED) in (
        ideas.referrals()
    )


def test_where_the_role_is_held_it_is_a_step_of_the_holder_on_its_day(ideas: Ideas) -> None:
    ideas.do(assign, AssignmentDraft(ideas.patient, "social_worker", ideas.bell))
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    assert row.kind is SuggestionKind.TASK
    assert ideas.line("social_worker").suggestions == ()
    ideas.do(accept_suggestion, AcceptDraft(row.id))
    planned = ("Look into: Distress 6 of 10, 20 Nov", "Marcus Bell, LCSW", TUESDAY)
    assert planned in ideas.steps()
    ideas.do(reopen_suggestion, row.id)
    assert planned not in ideas.steps()


def test_a_suggestion_goes_with_the_role_that_was_filled_or_left_meanwhile(ideas: Ideas) -> None:
    made = ideas.do(assign, AssignmentDraft(ideas.patient, "social_worker", ideas.bell)).made
    assert made is not None
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    assert steps_among(ideas.board(), ideas.open()) == (row,)
    ideas.do(end_assignment, EndDraft(made, ideas.moment.today, "goal_reached"))
    assert ideas.line("social_worker").suggestions == (row,)
    assert steps_among(ideas.board(), ideas.open()) == ()
    ada = add_member(ideas.store, "Okoye", "Ada", "LCSW", "social_worker")
    ideas.do(accept_suggestion, AcceptDraft(row.id, ada))
    assert ideas.line("social_worker").person == "Ada Okoye, LCSW"
    assert ideas.open() == ()


def test_the_board_with_suggestions_follows_indexes_however_many_patients(ideas: Ideas) -> None:
    today, rules = ideas.moment.today, ideas.store.rules
    plans = plans_of(ideas.store, team_board, ideas.patient, today=today, rules=rules)
    tables = ("team_role", "assignment", "contact", "patient", "person", "suggestion")
    assert not [plan for plan in plans if plan in {f"SCAN {table}" for table in tables}]


def test_dismissing_needs_a_coded_reason_and_is_kept_with_it(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    [row] = ideas.open()
    for wrong in ("", "because"):
        with pytest.raises(Refused) as refused:
            ideas.do(dismiss_suggestion, DismissDraft(row.id, wrong))
        assert refused.value.problems[0].field == "reason"
    ideas.do(dismiss_suggestion, DismissDraft(row.id, "already_seen", "Seen on Monday"))
    assert ideas.open() == ()
    [kept] = ideas.decided()
    assert (kept.state, kept.reason, kept.note) == (
        SuggestionState.DISMISSED,
        "Seen already",
        "Seen on Monday",
    )
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    assert ideas.open() == ()
    with pytest.raises(Stale):
        ideas.do(accept_suggestion, AcceptDraft(row.id, ideas.bell))
    ideas.do(reopen_suggestion, row.id)
    assert len(ideas.open()) == 1
    with pytest.raises(Refused, match="open already"):
        ideas.do(reopen_suggestion, row.id)


def test_assigning_by_hand_accepts_what_was_suggested_for_the_role(ideas: Ideas) -> None:
    ideas.learn(DISTRESS, "Distress 6 of 10, 20 Nov")
    ideas.do(add_wish, WishDraft(ideas.patient, "social_worker", "the patient"))
    made = ideas.do(assign, AssignmentDraft(ideas.patient, "social_worker", ideas.bell)).made
    assert ideas.open() == ()
    assert {row.state for row in ideas.decided()} == {SuggestionState.ACCEPTED}
    ideas.do(withdraw_assignment, made)
    assert len(ideas.open()) == 2


def test_a_wish_says_who_asked_and_is_noted_once(ideas: Ideas) -> None:
    wish = WishDraft(ideas.patient, "chaplain", "her sister Ana", "before the marrow biopsy")
    ideas.do(add_wish, wish)
    [row] = ideas.open()
    assert row.is_wish
    assert row.because == "Wish of her sister Ana, 20 Nov: before the marrow biopsy"
    with pytest.raises(Refused, match="noted already"):
        ideas.do(add_wish, wish)
    ideas.do(add_wish, replace(wish, who="the patient"))
    assert len(ideas.open()) == 2
    for field, changed in (("who", {"who": " "}), ("role", {"role": ""}), ("role", {"role": "x"})):
        with pytest.raises(Refused) as refused:
            ideas.do(add_wish, replace(wish, **changed))
        assert refused.value.problems[0].field == field


@pytest.mark.parametrize(("group", "role"), SEED_GROUPS.items())
def test_each_group_of_the_team_can_be_suggested_accepted_and_dismissed(
    ideas: Ideas, group: str, role: str
) -> None:
    person = add_member(ideas.store, "Novak", "Petra", "", role)
    assert ideas.store.rules.catalogue.roles[role].group == group
    ideas.do(add_wish, WishDraft(ideas.patient, role, "the patient"))
    [first] = ideas.line(role).suggestions
    ideas.do(dismiss_suggestion, DismissDraft(first.id, "not_needed"))
    assert not [row for row in ideas.board() if row.suggestions]
    ideas.do(add_wish, WishDraft(ideas.patient, role, "the patient"))
    [second] = ideas.line(role).suggestions
    ideas.do(accept_suggestion, AcceptDraft(second.id, person))
    assert ideas.line(role).person == "Petra Novak"
    assert [row.state for row in ideas.decided()] == [
        SuggestionState.ACCEPTED,
        SuggestionState.DISMISSED,
    ]


def test_the_open_suggestions_of_a_patient_are_one_select_by_index(ideas: Ideas) -> None:
    today, rules = ideas.moment.today, ideas.store.rules
    plans = plans_of(ideas.store, open_suggestions, ideas.patient, today=today, rules=rules)
    assert any("suggestion_of" in plan for plan in plans)
    assert not any(plan.startswith("SCAN") for plan in plans)
