"""Barriers are found, worked on, closed with a result, and taken up again; nothing is lost."""

from datetime import date, timedelta

import pytest

from careteam.domain.barriers import (
    ActionDraft,
    BarrierDraft,
    CloseActionDraft,
    CloseBarrierDraft,
)
from careteam.domain.changes import Part
from careteam.domain.due import Urgency
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.storage.reads.needs import BarrierRow, barrier_rows, open_needs
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.store import Store
from careteam.storage.writes.barrier_inverses import (
    reopen_action,
    take_back_closing,
    withdraw_action,
    withdraw_barrier,
)
from careteam.storage.writes.barriers import (
    add_action,
    add_barrier,
    close_action,
    close_barrier,
    reopen_barrier,
    save_barrier,
)
from careteam.storage.writes.follow_ups import close_follow_up, reopen_follow_up
from tests.storage.needs import TODAY, act, hindered, open_rules, steps, suggestions

FOUND = date(2026, 11, 16)


def rows(store: Store, patient: int) -> tuple[BarrierRow, ...]:
    return store.read(barrier_rows, patient, today=TODAY, rules=store.rules)


def open_count(store: Store, patient: int) -> int:
    return store.read(open_needs, patient, rules=store.rules).count


def test_each_barrier_of_the_catalogue_has_its_whole_story(
    store: Store, moment: Moment, patient: int
) -> None:
    terms = store.rules.catalogue.terms["barrier"]
    assert len(terms) > 30
    for key, term in terms.items():
        made = hindered(store, moment, patient, key, FOUND)
        row = next(row for row in rows(store, patient) if row.id == made)
        assert (row.label, row.group) == (term.label, term.group)
        assert term.group in store.rules.catalogue.terms["barrier_group"]
        if term.group == "none":
            assert not row.is_open
            continue
        assert row.is_open
        act(store, moment, add_action, ActionDraft(made, "asked the program", FOUND))
        ended = CloseBarrierDraft(made, "resolved", TODAY, "in place")
        act(store, moment, close_barrier, ended)
        row = next(row for row in rows(store, patient) if row.id == made)
        assert (row.is_open, row.result, row.open_days) == (False, "in place", 4)
    assert open_count(store, patient) == 0


def test_an_action_that_is_due_stands_among_the_next_steps_with_its_owner(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "transportation", FOUND)
    due = TODAY + timedelta(days=4)
    draft = ActionDraft(made, "Ride program applied", FOUND, "social_worker", None, due)
    action = act(store, moment, add_action, draft)
    (step,) = store.read(next_steps, patient, today=TODAY, rules=store.rules)
    assert (step.text, step.owner_role, step.due_on, step.urgency) == (
        "Transport · Ride program applied",
        "social_worker",
        due,
        Urgency.THIS_WEEK,
    )
    (kept,) = steps(store, patient)
    assert (kept.source_kind, kept.source_id) == ("barrier_action", action)
    act(store, moment, close_action, CloseActionDraft(action, "done", TODAY, "card has come"))
    assert steps(store, patient) == []
    act(store, moment, reopen_action, action)
    assert len(steps(store, patient)) == 1
    act(store, moment, withdraw_action, action)
    assert steps(store, patient) == []


def test_ticking_off_the_step_of_an_action_ends_it_and_undo_opens_both(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "transportation", FOUND)
    act(store, moment, add_action, ActionDraft(made, "ask for a ride", FOUND, due_on=TODAY))
    [step] = steps(store, patient)
    told = store.do(close_follow_up, step.id or 0, moment=moment, rules=store.rules)
    assert Part.NEED in told.parts
    [action] = rows(store, patient)[0].actions
    assert (action.state, action.done_on, action.result) == ("done", TODAY, "")
    told = store.do(reopen_follow_up, step.id or 0, moment=moment, rules=store.rules)
    assert Part.NEED in told.parts
    [action] = rows(store, patient)[0].actions
    assert (action.state, action.done_on) == ("open", None)
    assert [one.id for one in steps(store, patient)] == [step.id]


def test_an_action_whose_barrier_was_closed_meanwhile_stays_as_it_ended(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "transportation", FOUND)
    act(store, moment, add_action, ActionDraft(made, "ask for a ride", FOUND, due_on=TODAY))
    [step] = steps(store, patient)
    act(store, moment, close_follow_up, step.id or 0)
    act(store, moment, close_barrier, CloseBarrierDraft(made, "resolved", TODAY, "a ride"))
    act(store, moment, reopen_follow_up, step.id or 0)
    [action] = rows(store, patient)[0].actions
    assert action.state == "done"


def test_several_actions_stand_with_their_barrier_the_open_ones_first(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    made = hindered(store, moment, patient, "transportation", FOUND)
    first = act(store, moment, add_action, ActionDraft(made, "called the sister", FOUND))
    act(
        store, moment, add_action,
        ActionDraft(made, "ride program", TODAY, "nurse_navigator", navigator),
    )  # fmt: skip
    act(store, moment, close_action, CloseActionDraft(first, "done", TODAY, "drives on Tuesdays"))
    (row,) = rows(store, patient)
    assert row.state == "in_progress"
    assert [(one.text, one.who, one.state, one.result) for one in row.actions] == [
        ("ride program", "Joan Ellis, RN, OCN", "open", ""),
        ("called the sister", "", "done", "drives on Tuesdays"),
    ]


def test_closing_asks_how_it_ended_and_what_came_of_it(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "fear", FOUND)
    with pytest.raises(Refused) as refused:
        act(store, moment, close_barrier, CloseBarrierDraft(made, "open", TODAY, " "))
    assert {problem.field for problem in refused.value.problems} == {"state", "result"}
    early = CloseBarrierDraft(made, "resolved", FOUND - timedelta(days=1), "talked")
    with pytest.raises(Refused, match="before it began"):
        act(store, moment, close_barrier, early)
    act(store, moment, close_barrier, CloseBarrierDraft(made, "resolved", TODAY, "talked"))
    with pytest.raises(Refused, match="closed already"):
        act(store, moment, close_barrier, CloseBarrierDraft(made, "resolved", TODAY, "again"))


def test_closing_a_barrier_closes_its_actions_and_taking_that_back_opens_all(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "housing", FOUND)
    due = TODAY + timedelta(days=4)
    action = act(store, moment, add_action, ActionDraft(made, "form", FOUND, due_on=due))
    ended = CloseBarrierDraft(made, "unresolvable", TODAY, "no flat to be had")
    act(store, moment, close_barrier, ended)
    (row,) = rows(store, patient)
    assert [one.state for one in row.actions] == ["cancelled"]
    assert steps(store, patient) == []
    act(store, moment, take_back_closing, made, (action,))
    (row,) = rows(store, patient)
    assert (row.state, row.result, row.closed_on) == ("in_progress", "", None)
    assert [one.state for one in row.actions] == ["open"]
    assert [step.due_on for step in steps(store, patient)] == [due]


def test_reopening_asks_for_a_note_and_keeps_what_had_come_of_it(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "transportation", FOUND)
    ended = CloseBarrierDraft(made, "resolved", FOUND, "sister drives")
    act(store, moment, close_barrier, ended)
    with pytest.raises(Refused, match="Say why"):
        act(store, moment, reopen_barrier, made, "")
    act(store, moment, reopen_barrier, made, "sister has moved away")
    (row,) = rows(store, patient)
    assert (row.is_open, row.closed_on) == (True, None)
    assert [(one.text, one.result) for one in row.actions] == [
        ("Open again: sister has moved away", "sister drives")
    ]


def test_the_same_barrier_is_not_open_twice(store: Store, moment: Moment, patient: int) -> None:
    hindered(store, moment, patient, "fear", FOUND)
    with pytest.raises(Refused, match="open already, since 16 Nov"):
        hindered(store, moment, patient, "fear")
    for _ in range(2):
        hindered(store, moment, patient, "other")
    assert open_count(store, patient) == 3


def test_none_found_is_a_line_that_counts_for_nothing_and_not_beside_an_open_one(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "none_identified", FOUND)
    assert open_count(store, patient) == 0
    with pytest.raises(Refused, match="None was found then"):
        act(store, moment, reopen_barrier, made, "there is one")
    hindered(store, moment, patient, "fear")
    with pytest.raises(Refused, match="close it first"):
        hindered(store, moment, patient, "none_identified")


def test_another_kind_takes_the_suggestion_of_the_first_away_and_weighs_the_second(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "language_interpreter", FOUND)
    assert open_rules(store, patient) == ["language"]
    draft = BarrierDraft(patient, "insurance", FOUND, "plan ends in May", made, 1)
    act(store, moment, save_barrier, draft)
    assert open_rules(store, patient) == ["money"]
    assert [one.because for one in suggestions(store, patient)] == [
        "Language, 16 Nov",
        "Insurance, 16 Nov",
    ]
    with pytest.raises(Stale):
        act(store, moment, save_barrier, draft)


def test_a_barrier_taken_back_at_once_asks_for_nothing_any_more(
    store: Store, moment: Moment, patient: int
) -> None:
    made = hindered(store, moment, patient, "language_interpreter", FOUND)
    act(store, moment, withdraw_barrier, made)
    (row,) = rows(store, patient)
    assert (row.is_open, row.result) == (False, "entered by mistake")
    assert open_rules(store, patient) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (BarrierDraft(0, "", FOUND), "category"),
        (BarrierDraft(0, "weather", FOUND), "category"),
        (BarrierDraft(0, "fear", date(2026, 11, 21)), "found_on"),
        (BarrierDraft(0, "fear", date(1980, 1, 1)), "found_on"),
        (BarrierDraft(0, "fear", FOUND, "x" * 501), "detail"),
    ],
)
def test_a_barrier_that_cannot_be_is_refused_at_its_field(
    store: Store, moment: Moment, patient: int, draft: BarrierDraft, field: str
) -> None:
    asked = BarrierDraft(patient, draft.category, draft.found_on, draft.detail)
    with pytest.raises(Refused) as refused:
        act(store, moment, add_barrier, asked)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    ("text", "on", "role", "due", "field"),
    [
        ("", TODAY, "", None, "text"),
        ("form", date(2026, 11, 21), "", None, "on"),
        ("form", date(2026, 11, 15), "", None, "on"),
        ("form", TODAY, "wizard", None, "owner_role"),
        ("form", TODAY, "", date(2026, 11, 19), "due_on"),
    ],
)
def test_an_action_that_cannot_be_is_refused_at_its_field(
    store: Store,
    moment: Moment,
    patient: int,
    text: str,
    on: date,
    role: str,
    due: date | None,
    field: str,
) -> None:
    made = hindered(store, moment, patient, "fear", FOUND)
    with pytest.raises(Refused) as refused:
        act(store, moment, add_action, ActionDraft(made, text, on, role, None, due))
    assert [problem.field for problem in refused.value.problems] == [field]
