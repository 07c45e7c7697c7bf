"""A red flag keeps the clinic's line as it was shown, and waits until somebody was told."""

from datetime import timedelta
from decimal import Decimal

import pytest

from careteam.domain.errors import Refused
from careteam.domain.escalations import RedFlagDraft, ToldDraft
from careteam.domain.moment import Moment
from careteam.storage.reads.needs import EscalationRow, escalation_rows, open_needs
from careteam.storage.store import Store
from careteam.storage.writes.escalations import (
    record_red_flag,
    restore_red_flag,
    retract_red_flag,
    tell_escalation,
    untell_escalation,
)
from careteam.storage.writes.settings import set_setting
from tests.storage.needs import TODAY, act, flagged, open_rules, steps


def rows(store: Store, patient: int) -> tuple[EscalationRow, ...]:
    return store.read(escalation_rows, patient, rules=store.rules)


def untold(store: Store, patient: int) -> tuple[str, ...]:
    return store.read(open_needs, patient, rules=store.rules).untold


@pytest.mark.parametrize(
    "flag", ["fever", "new_bleeding", "shortness_of_breath", "confusion", "self_harm"]
)
def test_each_red_flag_stands_on_today_until_somebody_was_told(
    store: Store, moment: Moment, patient: int, flag: str
) -> None:
    made = flagged(store, moment, patient, flag)
    label = store.rules.catalogue.label("red_flag", flag)
    assert untold(store, patient) == (label,)
    (step,) = steps(store, patient)
    assert (step.due_on, step.source_kind, step.source_id) == (TODAY, "escalation", made)
    assert step.text == f"{label}: nobody has been told yet"
    told = ToldDraft(made, "Dr Priya Raman", "phone", moment.now, "bring her in")
    act(store, moment, tell_escalation, told)
    assert untold(store, patient) == ()
    assert steps(store, patient) == []
    (row,) = rows(store, patient)
    assert (row.told_who, row.told_how, row.told_at, row.advice) == (
        "Dr Priya Raman",
        "Phone call",
        moment.now,
        "bring her in",
    )
    act(store, moment, untell_escalation, made)
    assert untold(store, patient) == (label,)
    assert len(steps(store, patient)) == 1


def test_every_red_flag_of_the_catalogue_has_its_story(store: Store) -> None:
    assert set(store.rules.catalogue.terms["red_flag"]) == {
        "fever",
        "new_bleeding",
        "shortness_of_breath",
        "confusion",
        "self_harm",
    }


def test_the_line_is_kept_as_it_was_shown(store: Store, moment: Moment, patient: int) -> None:
    line = "Oncology on call: (212) 555-0199"
    store.do(set_setting, "escalation_line", line, moment=moment, rules=store.rules)
    store.forget_rules()
    flagged(store, moment, patient, "confusion")
    store.do(set_setting, "escalation_line", "another", moment=moment, rules=store.rules)
    (row,) = rows(store, patient)
    assert row.line == line


def test_a_temperature_is_kept_to_a_tenth_of_a_degree(
    store: Store, moment: Moment, patient: int
) -> None:
    flagged(store, moment, patient, "fever", "38.4", hour=True)
    (row,) = rows(store, patient)
    assert (row.what, row.is_for_an_hour) == ("Fever 38.4 °C", True)


@pytest.mark.parametrize(
    ("temperature", "sentence"),
    [("29.9", "from 30 to 45"), ("101.2", "from 30 to 45"), ("38.45", "one decimal")],
)
def test_a_temperature_that_cannot_be_is_refused(
    store: Store, moment: Moment, patient: int, temperature: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        flagged(store, moment, patient, "fever", temperature)


def test_a_temperature_belongs_to_fever_alone(store: Store, moment: Moment, patient: int) -> None:
    flagged(store, moment, patient, "confusion", "38.4")
    (row,) = rows(store, patient)
    assert row.what == "Confusion"


def test_a_red_flag_lies_neither_ahead_nor_before_birth_and_is_of_the_list(
    store: Store, moment: Moment, patient: int
) -> None:
    for at, field, flag in (
        (moment.now + timedelta(hours=1), "at", "fever"),
        (moment.now - timedelta(days=365 * 60), "at", "fever"),
        (moment.now, "flag", "hiccups"),
    ):
        with pytest.raises(Refused) as refused:
            act(store, moment, record_red_flag, RedFlagDraft(patient, flag, at, Decimal("38.4")))
        assert [problem.field for problem in refused.value.problems] == [field]


def test_telling_names_somebody_and_comes_after_the_flag(
    store: Store, moment: Moment, patient: int
) -> None:
    made = flagged(store, moment, patient, "fever")
    for who, how, at, field in (
        ("", "phone", moment.now, "who"),
        ("Dr Raman", "pigeon", moment.now, "how"),
        ("Dr Raman", "phone", moment.now - timedelta(hours=1), "told_at"),
        ("Dr Raman", "phone", moment.now + timedelta(hours=1), "told_at"),
    ):
        with pytest.raises(Refused) as refused:
            act(store, moment, tell_escalation, ToldDraft(made, who, how, at))
        assert [problem.field for problem in refused.value.problems] == [field]
    told = ToldDraft(made, "Dr Raman", "phone", moment.now)
    act(store, moment, tell_escalation, told)
    with pytest.raises(Refused, match="told already"):
        act(store, moment, tell_escalation, told)


def test_a_red_flag_taken_back_stays_readable_asks_for_nothing_and_can_stand_again(
    store: Store, moment: Moment, patient: int
) -> None:
    made = flagged(store, moment, patient, "self_harm")
    with pytest.raises(Refused, match="Say why"):
        act(store, moment, retract_red_flag, made, "")
    act(store, moment, retract_red_flag, made, "the other patient")
    assert (rows(store, patient), untold(store, patient)) == ((), ())
    assert (steps(store, patient), open_rules(store, patient)) == ([], [])
    with pytest.raises(Refused, match="taken back"):
        act(store, moment, tell_escalation, ToldDraft(made, "Dr Raman", "phone", moment.now))
    act(store, moment, restore_red_flag, made)
    assert untold(store, patient) == ("Self-harm",)
    assert (len(steps(store, patient)), open_rules(store, patient)) == (1, ["self_harm"])
