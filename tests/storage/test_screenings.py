"""Scores are kept, ask for a role, plan the next round, and can be taken back whole."""

from datetime import date, timedelta

import pytest

from careteam.domain.contacts import ContactDraft
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.storage.reads.screenings import (
    Answer,
    InstrumentRow,
    ScreeningRows,
    instruments_offered,
    screening_rows,
)
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.screenings import restore_score, retract_score
from tests.storage.needs import (
    TODAY,
    act,
    open_rules,
    registered,
    scored,
    steps,
    suggestions,
)

DISTRESS = "distress_thermometer"


def shown(store: Store, patient: int) -> ScreeningRows:
    return store.read(screening_rows, patient, today=TODAY, rules=store.rules)


def row_of(store: Store, patient: int, instrument: str) -> InstrumentRow:
    rows = shown(store, patient).instruments
    return next(row for row in rows if row.instrument.key == instrument)


@pytest.mark.parametrize(
    ("instrument", "score", "born"),
    [
        (DISTRESS, 6, 1981),
        ("mst", 3, 1981),
        ("weight_loss_pct_30d", 7, 1981),
        ("ecog", 2, 1981),
        ("karnofsky", 60, 1981),
        ("lansky", 60, 2019),
        ("esas_max_item", 7, 1981),
        ("esas_items_from_4", 2, 1981),
        ("rush_religious_struggle", 1, 1981),
        ("sdoh_screen_needs", 2, 1981),
    ],
)
def test_a_score_of_each_instrument_is_kept_shown_and_taken_back(
    store: Store, moment: Moment, instrument: str, score: int, born: int
) -> None:
    patient = registered(store, moment, PartialDate(born, 3, 14))
    made = scored(store, moment, patient, instrument, score)
    row = row_of(store, patient, instrument)
    assert (row.latest.id, row.latest.score, row.latest.on) == (made, score, TODAY)
    assert row.instrument.source
    assert {ask.role for ask in row.asks} == {one.role for one in suggestions(store, patient)}
    assert all(ask.answer is Answer.OPEN for ask in row.asks)
    act(store, moment, retract_score, made, "the other patient")
    assert shown(store, patient).instruments == ()
    assert open_rules(store, patient) == []


def test_every_instrument_of_the_catalogue_has_its_story(store: Store) -> None:
    marks = test_a_score_of_each_instrument_is_kept_shown_and_taken_back.pytestmark  # pyright: ignore[reportFunctionMemberAccess]
    assert {row[0] for row in marks[0].args[1]} == set(store.rules.clinical.instruments)


def test_the_reason_is_kept_with_the_suggestion_in_words(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, DISTRESS, 6)
    scored(store, moment, patient, "ecog", 2, date(2026, 11, 18))
    assert [one.because for one in suggestions(store, patient)] == [
        "Distress 6 of 10, 20 Nov",
        "ECOG performance 2, 18 Nov",
    ]


@pytest.mark.parametrize(
    ("instrument", "score", "sentence"),
    [
        (DISTRESS, 11, "a whole number from 0 to 10"),
        (DISTRESS, -1, "a whole number from 0 to 10"),
        ("karnofsky", 65, "from 0 to 100 in steps of 10"),
    ],
)
def test_a_score_outside_its_range_or_step_is_refused_at_the_score(
    store: Store, moment: Moment, patient: int, instrument: str, score: int, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        scored(store, moment, patient, instrument, score)
    assert [problem.field for problem in refused.value.problems] == ["score"]


@pytest.mark.parametrize("on", [date(2026, 11, 21), date(1981, 3, 13)])
def test_a_score_of_a_day_that_cannot_be_is_refused_at_the_day(
    store: Store, moment: Moment, patient: int, on: date
) -> None:
    with pytest.raises(Refused) as refused:
        scored(store, moment, patient, DISTRESS, 4, on)
    assert [problem.field for problem in refused.value.problems] == ["on"]


def test_an_instrument_nobody_knows_is_refused(store: Store, moment: Moment, patient: int) -> None:
    with pytest.raises(Refused, match="instruments that the clinic uses"):
        scored(store, moment, patient, "phq9", 4)


def test_only_what_is_meant_for_the_age_is_offered(
    store: Store, moment: Moment, patient: int
) -> None:
    child = registered(store, moment, PartialDate(2019, 5, 2))
    for one, has, lacks in ((patient, "ecog", "lansky"), (child, "lansky", "ecog")):
        offered = store.read(instruments_offered, one, on=TODAY, rules=store.rules)
        keys = {instrument.key for instrument in offered}
        assert has in keys
        assert lacks not in keys


def test_a_score_of_distress_plans_the_next_round_and_settles_the_one_before(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, DISTRESS, 2, date(2026, 11, 10))
    assert [step.due_on for step in steps(store, patient)] == [date(2027, 2, 8)]
    scored(store, moment, patient, DISTRESS, 3)
    assert [step.due_on for step in steps(store, patient)] == [TODAY + timedelta(days=90)]
    assert [step.due_on for step in steps(store, patient, "done")] == [date(2027, 2, 8)]
    assert shown(store, patient).next_round_on == TODAY + timedelta(days=90)


def test_a_score_taken_back_gives_back_the_round_before_and_all_comes_again(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, DISTRESS, 2, date(2026, 11, 10))
    later = Moment.at(moment.now + timedelta(hours=1), moment.zone)
    wrong = scored(store, later, patient, DISTRESS, 8)
    assert open_rules(store, patient) == ["distress", "distress_high"]
    at_last = Moment.at(moment.now + timedelta(hours=2), moment.zone)
    act(store, at_last, retract_score, wrong, "the other patient")
    assert [step.due_on for step in steps(store, patient)] == [date(2027, 2, 8)]
    assert [
        (one.state, one.dismiss_reason, one.decision_note) for one in suggestions(store, patient)
    ] == [("dismissed", "wrong_entry", "the other patient")] * 2
    act(store, at_last, restore_score, wrong)
    assert open_rules(store, patient) == ["distress", "distress_high"]
    assert [step.due_on for step in steps(store, patient)] == [TODAY + timedelta(days=90)]
    assert row_of(store, patient, DISTRESS).latest.score == 8


def test_a_score_is_taken_back_once_and_with_a_reason(
    store: Store, moment: Moment, patient: int
) -> None:
    made = scored(store, moment, patient, DISTRESS, 8)
    with pytest.raises(Refused, match="Say why"):
        act(store, moment, retract_score, made, "  ")
    act(store, moment, retract_score, made, "wrong day")
    with pytest.raises(Refused, match="already"):
        act(store, moment, retract_score, made, "wrong day")


def test_a_score_of_an_earlier_day_joins_the_trend_and_asks_for_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, DISTRESS, 2)
    scored(store, moment, patient, DISTRESS, 9, date(2026, 10, 2))
    assert suggestions(store, patient) == []
    assert [one.score for one in row_of(store, patient, DISTRESS).scores] == [9, 2]
    assert len(steps(store, patient)) == 1


def test_a_role_that_reached_the_patient_since_answers_the_score(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, "mst", 3, date(2026, 11, 18))
    (ask,) = row_of(store, patient, "mst").asks
    assert (ask.answer, ask.cutoff) == (Answer.OPEN, "≥ 2")
    for outcome, answer in (("no_answer", Answer.OPEN), ("reached_patient", Answer.SEEN)):
        draft = ContactDraft(patient, "oncology_dietitian", "phone", outcome, moment.now)
        act(store, moment, log_contact, draft)
        (ask,) = row_of(store, patient, "mst").asks
        assert ask.answer is answer
    assert ask.seen_on == TODAY


def test_a_contact_before_the_score_is_no_answer(
    store: Store, moment: Moment, patient: int
) -> None:
    before = Moment.at(moment.now - timedelta(days=3), moment.zone)
    draft = ContactDraft(patient, "oncology_dietitian", "phone", "reached_patient", before.now)
    act(store, before, log_contact, draft)
    scored(store, moment, patient, "mst", 3)
    (ask,) = row_of(store, patient, "mst").asks
    assert ask.answer is Answer.OPEN


def test_the_round_before_comes_back_however_many_scores_are_taken_back(
    store: Store, moment: Moment, patient: int
) -> None:
    scored(store, moment, patient, DISTRESS, 2, date(2026, 11, 10))
    wrong = [scored(store, moment, patient, DISTRESS, score) for score in (8, 9)]
    for one in wrong:
        act(store, moment, retract_score, one, "the other patient")
    assert [step.due_on for step in steps(store, patient)] == [date(2027, 2, 8)]
