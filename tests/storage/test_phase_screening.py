"""The step of a phase that asks for scores is done by the scores themselves, and only by them."""

from datetime import timedelta

import pytest

from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.writes.follow_ups import close_follow_up
from careteam.storage.writes.patients import PhaseDraft, change_phase
from careteam.storage.writes.screenings import restore_score, retract_score, take_back_score
from tests.storage.needs import TODAY, act, registered, scored, steps

DISTRESS, NUTRITION, FITNESS = "distress_thermometer", "mst", "ecog"
ADULT, CHILD = PartialDate(1981, 3, 14), PartialDate(2015, 3, 14)
BEGAN = TODAY - timedelta(days=3)


def in_consolidation(store: Store, moment: Moment, born: PartialDate | None) -> int:
    """A patient whose consolidation began three days ago."""
    made = registered(store, moment, born)
    store.do(
        change_phase, PhaseDraft(made, "consolidation", BEGAN), moment=moment, rules=store.rules
    )
    return made


def state(store: Store, patient: int) -> list[str]:
    """The states of the step that asks for the scores of the phase."""
    return [
        state
        for state in ("open", "done", "cancelled")
        for step in steps(store, patient, state)
        if step.rule == "phase_screening"
    ]


@pytest.mark.parametrize(
    ("born", "asked"),
    [
        (ADULT, (DISTRESS, NUTRITION)),
        (ADULT, (NUTRITION, DISTRESS)),
        (None, (DISTRESS, NUTRITION)),
        (CHILD, (DISTRESS,)),
    ],
)
def test_the_step_is_done_with_the_last_score_that_the_phase_asks_for_and_undo_opens_it(
    store: Store, moment: Moment, born: PartialDate | None, asked: tuple[str, ...]
) -> None:
    patient = in_consolidation(store, moment, born)
    last = 0
    for instrument in asked:
        assert state(store, patient) == ["open"]
        last = scored(store, moment, patient, instrument, 1)
    assert state(store, patient) == ["done"]
    act(store, moment, take_back_score, last)
    assert state(store, patient) == ["open"]
    act(store, moment, restore_score, last)
    assert state(store, patient) == ["done"]


def test_scores_of_another_instrument_or_from_before_the_phase_do_not_count(
    store: Store, moment: Moment
) -> None:
    patient = in_consolidation(store, moment, ADULT)
    scored(store, moment, patient, DISTRESS, 1, BEGAN - timedelta(days=1))
    scored(store, moment, patient, NUTRITION, 0, BEGAN)
    scored(store, moment, patient, FITNESS, 1)
    assert state(store, patient) == ["open"]
    scored(store, moment, patient, DISTRESS, 1, BEGAN)
    assert state(store, patient) == ["done"]


def test_a_step_that_a_person_ticked_off_stays_done_when_a_score_is_taken_back(
    store: Store, moment: Moment
) -> None:
    patient = in_consolidation(store, moment, ADULT)
    [asking] = [step for step in steps(store, patient) if step.rule == "phase_screening"]
    act(store, moment, close_follow_up, asking.id or 0)
    made = scored(store, moment, patient, DISTRESS, 1)
    act(store, moment, retract_score, made, "the other patient")
    assert state(store, patient) == ["done"]


def test_the_next_phase_asks_again_and_scores_of_its_first_day_count(
    store: Store, moment: Moment
) -> None:
    patient = in_consolidation(store, moment, ADULT)
    for instrument in (DISTRESS, NUTRITION):
        scored(store, moment, patient, instrument, 1, BEGAN)
    maintenance = PhaseDraft(patient, "maintenance", TODAY)
    store.do(change_phase, maintenance, moment=moment, rules=store.rules)
    assert state(store, patient) == ["open", "done"]
    for instrument in (DISTRESS, NUTRITION):
        scored(store, moment, patient, instrument, 1)
    assert state(store, patient) == ["done", "done"]
