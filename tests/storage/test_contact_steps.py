"""What hangs on a contact follows it: next steps, what it closed, the draft kept for it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from careteam.domain.contacts import ContactDraft, NextStep, With
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.storage.reads.contacts import one_contact
from careteam.storage.store import Store
from careteam.storage.writes.contacts import (
    NEW_FORM,
    RetractDraft,
    amend_contact,
    log_contact,
    log_kept_contact,
    retract_contact,
    take_back_contact,
)
from careteam.storage.writes.drafts import keep_draft
from careteam.storage.writes.follow_ups import add_follow_up
from careteam.storage.writes.patients import register_patient

TOMORROW = date(2026, 11, 21)


@pytest.fixture
def draft(patient: int, moment: Moment) -> ContactDraft:
    return ContactDraft(patient, "chaplain", "phone", "no_answer", moment.now, note="Rang twice.")


def do(store: Store, moment: Moment, verb: Any, *args: Any) -> int:
    made = store.do(verb, *args, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def steps(store: Store) -> list[tuple[str, str, str]]:
    query = text("SELECT text, due_on, state FROM follow_up ORDER BY id")
    return [tuple(row) for row in store.read(lambda session: session.execute(query).all())]


def test_amending_a_try_to_a_contact_takes_its_next_try_back(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    made = do(store, moment, log_contact, draft)
    assert steps(store) == [("Chaplain: try again", "2026-11-23", "open")]
    do(store, moment, amend_contact, made, replace(draft, outcome="reached_patient"))
    assert steps(store) == [("Chaplain: try again", "2026-11-23", "cancelled")]
    row = store.read(one_contact, made)
    assert (row.is_reached, row.attempt) == (True, 0)


def test_amending_moves_the_next_step_that_is_still_open(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    reached = replace(draft, outcome="reached_patient", next_step=NextStep("Call", TOMORROW))
    made = do(store, moment, log_contact, reached)
    later = NextStep("Call her sister", TOMORROW + timedelta(days=2), "14:00")
    do(store, moment, amend_contact, made, replace(reached, next_step=later))
    assert steps(store) == [("Call her sister", "2026-11-23", "open")]


def test_a_try_entered_late_is_due_again_counted_from_its_own_day(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    do(store, moment, log_contact, replace(draft, at=moment.now - timedelta(days=3)))
    assert steps(store) == [("Chaplain: try again", "2026-11-18", "open")]


def test_a_contact_closes_next_steps_and_taking_it_back_opens_them_again(
    store: Store, moment: Moment, patient: int, draft: ContactDraft
) -> None:
    first = do(store, moment, add_follow_up, patient, NextStep("Ride", TOMORROW))
    second = do(store, moment, add_follow_up, patient, NextStep("Letter", TOMORROW))
    reached = replace(draft, outcome="reached_patient", closes_follow_ups=(first, second))
    made = do(store, moment, log_contact, reached)
    assert [state for *_, state in steps(store)] == ["done", "done"]
    do(store, moment, take_back_contact, made)
    assert [state for *_, state in steps(store)] == ["open", "open"]
    assert store.read(one_contact, made).retract_reason == "undone at once"


def test_a_contact_closes_no_next_step_of_another_patient(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    other = do(store, moment, register_patient, PatientDraft("7", "Okafor"))
    foreign = do(store, moment, add_follow_up, other, NextStep("Ride", TOMORROW))
    with pytest.raises(Missing):
        do(store, moment, log_contact, replace(draft, closes_follow_ups=(foreign,)))
    assert steps(store) == [("Ride", "2026-11-21", "open")]


def test_a_caregiver_has_to_be_one_of_the_patients(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    sister = RelatedDraft(name="Ngozi Okafor", relationship="sibling")
    do(store, moment, register_patient, PatientDraft("7", "Okafor", related=(sister,)))
    with pytest.raises(Refused) as refused:
        do(store, moment, log_contact, replace(draft, with_kind=With.CAREGIVER, with_ref=1))
    assert refused.value.problems[0].field == "with_ref"


def test_reading_the_chart_reaches_nobody_and_is_no_try(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    do(store, moment, log_contact, draft)
    review = replace(draft, mode="chart_review", outcome="reached_provider")
    row = store.read(one_contact, do(store, moment, log_contact, review))
    assert (row.is_reached, row.attempt) == (False, 0)
    second_try = store.read(one_contact, do(store, moment, log_contact, draft))
    assert second_try.attempt == 2


def test_a_saved_contact_takes_its_kept_draft_with_it_and_a_refused_one_leaves_it(
    store: Store, moment: Moment, patient: int, draft: ContactDraft
) -> None:
    def kept() -> int:
        return store.read(lambda s: s.execute(text("SELECT count(*) FROM draft")).scalar_one())

    store.do(keep_draft, NEW_FORM, patient, {"note": "Rang"}, moment=moment, rules=store.rules)
    with pytest.raises(Refused):
        do(store, moment, log_kept_contact, replace(draft, outcome=""))
    assert kept() == 1
    do(store, moment, log_kept_contact, draft)
    assert kept() == 0


@pytest.mark.parametrize(
    "step",
    [
        NextStep("Call", date(2026, 11, 19)),
        NextStep("x" * 501, TOMORROW),
        NextStep("Call", TOMORROW, "25:00"),
        NextStep("Call", TOMORROW, owner_role="wizard"),
    ],
)
def test_a_next_step_that_cannot_be_is_refused_at_its_field(
    store: Store, moment: Moment, draft: ContactDraft, step: NextStep
) -> None:
    with pytest.raises(Refused) as refused:
        do(store, moment, log_contact, replace(draft, next_step=step))
    assert [problem.field for problem in refused.value.problems] == ["next_step"]


def test_a_reason_that_is_too_long_is_refused_not_cut(
    store: Store, moment: Moment, draft: ContactDraft
) -> None:
    made = do(store, moment, log_contact, draft)
    for verb, args in (
        (retract_contact, (RetractDraft(made, "x" * 501),)),
        (amend_contact, (made, draft, "x" * 501)),
    ):
        with pytest.raises(Refused) as refused:
            do(store, moment, verb, *args)
        assert refused.value.problems[0].field == "reason"
