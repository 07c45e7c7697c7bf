"""The register of trials and each patient's way with one, in a real database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.trials import (
    NEEDS_REASON,
    WAS_OFFERED,
    OfferState,
    TrialDraft,
    TrialKind,
    TrialState,
    TrialStepDraft,
)
from careteam.storage.reads import not_offered as reading
from careteam.storage.reads.not_offered import NotOfferedRow, count_not_offered, not_offered
from careteam.storage.reads.patients import Count
from careteam.storage.reads.trials import patient_trials, similar_trials, trial_register
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.trials import (
    add_trial,
    note_step,
    save_trial,
    set_trial_state,
    undo_step,
)
from tests.plans import plans_of

TODAY = date(2026, 11, 20)
YESTERDAY = date(2026, 11, 19)
DRAFT = TrialDraft(
    "Blinatumomab with a TKI", TrialKind.NEW_COMBINATION, "NCT02143414", "2", "Main campus"
)


def do(store: Store, moment: Moment, verb: Any, *args: Any) -> int:
    made = store.do(verb, *args, moment=moment, rules=store.rules).made
    assert made is not None
    return made


@pytest.fixture
def trial(store: Store, moment: Moment) -> int:
    return do(store, moment, add_trial, DRAFT)


def waiting(store: Store, moment: Moment, navigator: int | None = None) -> list[NotOfferedRow]:
    rules = store.rules
    return list(store.read(not_offered, navigator_id=navigator, moment=moment, rules=rules))


@pytest.mark.parametrize("kind", list(TrialKind))
def test_a_trial_of_each_kind_is_in_the_register_and_a_patient_enrolls(
    store: Store, moment: Moment, patient: int, kind: TrialKind
) -> None:
    trial = do(store, moment, add_trial, replace(DRAFT, kind=kind))
    steps = (OfferState.CONSIDERED, OfferState.OFFERED, OfferState.SCREENING)
    for state in (*steps, OfferState.ELIGIBLE, OfferState.ENROLLED):
        do(store, moment, note_step, TrialStepDraft(patient, trial, state, TODAY))
    [row] = store.read(trial_register)
    assert (row.kind, row.nct, row.site, row.on_it, row.asked) == (
        kind,
        "NCT02143414",
        "Main campus",
        1,
        1,
    )
    [offer] = store.read(patient_trials, patient, rules=store.rules)
    assert (offer.state, offer.version) == ("enrolled", 5)
    assert [step.state for step in offer.steps] == [
        "enrolled",
        "eligible",
        "screening",
        "offered",
        "considered",
    ]


def test_two_trials_never_share_a_number(store: Store, moment: Moment, trial: int) -> None:
    twin = replace(DRAFT, title="Another one", nct="nct02143414")
    with pytest.raises(Refused) as refused:
        do(store, moment, add_trial, twin)
    assert refused.value.sentence == (
        "Blinatumomab with a TKI has this number in the register already."
    )
    other = do(store, moment, add_trial, replace(twin, nct=""))
    do(store, moment, add_trial, replace(twin, title="A third", nct=""))
    with pytest.raises(Refused):
        do(store, moment, save_trial, replace(twin, id=other))
    do(store, moment, save_trial, replace(DRAFT, id=trial, site="North", version=1))
    with pytest.raises(Stale):
        do(store, moment, save_trial, replace(DRAFT, id=trial, version=1))


def test_what_the_register_has_already_is_shown_by_number_and_by_title(
    store: Store, trial: int
) -> None:
    told = ("NCT02143414 · Blinatumomab with a TKI",)
    assert store.read(similar_trials, "nct 02143414", "") == told
    assert store.read(similar_trials, "", "blinatumomab  with a tki") == told
    assert store.read(similar_trials, "NCT02143414", DRAFT.title, but=trial) == ()
    assert store.read(similar_trials, "", "") == ()


def test_a_closed_trial_takes_no_new_patients_but_those_on_it_go_on(
    store: Store, moment: Moment, patient: int, trial: int
) -> None:
    offered = TrialStepDraft(patient, trial, OfferState.OFFERED, TODAY)
    do(store, moment, set_trial_state, trial, TrialState.CLOSED)
    [row] = store.read(trial_register, state=TrialState.CLOSED)
    assert row.closes_on == TODAY
    assert store.read(trial_register, state=TrialState.OPEN) == ()
    with pytest.raises(Refused):
        do(store, moment, note_step, offered)
    do(store, moment, note_step, replace(offered, on=YESTERDAY))
    do(store, moment, note_step, replace(offered, state=OfferState.ENROLLED))
    do(store, moment, set_trial_state, trial, TrialState.OPEN)
    [row] = store.read(trial_register)
    assert (row.state, row.closes_on) == (TrialState.OPEN, None)


@pytest.mark.parametrize("state", sorted(NEEDS_REASON))
def test_leaving_a_trial_asks_why_and_keeps_it(
    store: Store, moment: Moment, patient: int, trial: int, state: OfferState
) -> None:
    step = TrialStepDraft(patient, trial, state, TODAY)
    with pytest.raises(Refused):
        do(store, moment, note_step, step)
    do(store, moment, note_step, replace(step, reason="distance", note="4 hours by car"))
    [offer] = store.read(patient_trials, patient, rules=store.rules)
    assert (offer.state, offer.reason, offer.note) == (state, "Too far", "4 hours by car")


def test_the_last_step_is_taken_back_and_the_one_before_stands_again(
    store: Store, moment: Moment, patient: int, trial: int
) -> None:
    step = TrialStepDraft(patient, trial, OfferState.CONSIDERED, YESTERDAY, note="asked the PI")
    first = do(store, moment, note_step, step)
    second = do(store, moment, note_step, replace(step, state=OfferState.OFFERED, version=1))
    with pytest.raises(Stale):
        do(store, moment, note_step, replace(step, state=OfferState.ELIGIBLE, version=1))
    with pytest.raises(Refused):
        store.do(undo_step, first, moment=moment, rules=store.rules)
    store.do(undo_step, second, moment=moment, rules=store.rules)
    [offer] = store.read(patient_trials, patient, rules=store.rules)
    assert (offer.state, offer.on, offer.note) == ("considered", YESTERDAY, "asked the PI")
    store.do(undo_step, first, moment=moment, rules=store.rules)
    assert store.read(patient_trials, patient, rules=store.rules) == ()


@pytest.mark.parametrize("state", list(OfferState))
def test_a_patient_is_on_the_list_until_a_trial_was_really_offered(
    store: Store, moment: Moment, patient: int, trial: int, state: OfferState
) -> None:
    assert [row.is_considered for row in waiting(store, moment)] == [False]
    step = TrialStepDraft(patient, trial, state, TODAY, "distance")
    do(store, moment, note_step, step)
    assert [row.is_considered for row in waiting(store, moment)] == (
        [] if state in WAS_OFFERED else [True]
    )


def test_the_list_comes_in_pages_by_name_mine_or_the_whole_clinics(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    for number, name in enumerate(("Abara", "Delacruz", "Zhou")):
        draft = PatientDraft(mrn=f"70{number}", family=name, phase="workup", phase_since=TODAY)
        do(store, moment, register_patient, draft)
    found = waiting(store, moment)
    assert [row.name for row in found] == ["ABARA", "DELACRUZ", "DELACRUZ, Maria", "ZHOU"]
    rules = store.rules
    page = store.read(
        not_offered, navigator_id=None, moment=moment, rules=rules, after=found[1], limit=1
    )
    assert list(page) == found[2:3]
    assert store.read(count_not_offered, navigator_id=None) == Count(4)
    assert [row.id for row in waiting(store, moment, navigator)] == [patient]
    assert store.read(count_not_offered, navigator_id=navigator) == Count(1)
    mine = AssignmentDraft(found[0].id, "nurse_navigator", navigator, Rank.PRIMARY, TODAY)
    do(store, moment, assign, mine)
    assert len(waiting(store, moment, navigator)) == 2


@pytest.mark.parametrize("mine", [False, True])
@pytest.mark.parametrize("is_long", [False, True])
def test_the_list_is_found_by_an_index_whether_few_or_many_are_left(
    store: Store,
    moment: Moment,
    patient: int,
    navigator: int,
    mine: bool,
    is_long: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if is_long:
        monkeypatch.setattr(reading, "COUNT_UP_TO", 0)
    asked = navigator if mine else None
    [first] = waiting(store, moment, asked)
    rules = store.rules
    told = plans_of(store, not_offered, navigator_id=asked, moment=moment, rules=rules, after=first)
    walked = [step for step in told if step.startswith(("SEARCH patient ", "SCAN patient"))]
    assert len(walked) == 2
    assert "status=?" in walked[0]
    assert ("navigator_id=?" in walked[0]) is mine
    steps = [step for step in told if "trial_step" in step]
    assert len(steps) == (3 if is_long else 2)
    assert all("trial_step_patient (patient_id=?" in step for step in steps)
    if is_long:
        index = "patient_mine" if mine else "patient_all"
        assert index in walked[1]
        assert not any("TEMP B-TREE" in step for step in told)
    else:
        assert walked[1] == "SEARCH patient USING INTEGER PRIMARY KEY (rowid=?)"
