"""Trials: the form of a number, what a register entry holds, and a patient's steps in order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue import Term
from careteam.domain.errors import Refused
from careteam.domain.trials import (
    NEEDS_REASON,
    OfferState,
    TrialDraft,
    TrialKind,
    TrialStepDraft,
    check_step,
    check_trial,
    is_nct,
)

TODAY = date(2026, 11, 20)
REASONS = {"distance": Term("distance", "Too far")}
DRAFT = TrialDraft("Blinatumomab with a TKI", TrialKind.NEW_COMBINATION)
STEP = TrialStepDraft(1, 1, OfferState.OFFERED, TODAY)


def fields(refused: Refused) -> list[str]:
    return [problem.field for problem in refused.problems]


@given(st.integers(0, 99_999_999))
def test_every_number_of_eight_digits_has_the_form(number: int) -> None:
    assert is_nct(f"NCT{number:08d}")


@given(st.text(max_size=14))
def test_nothing_else_has_the_form(text: str) -> None:
    digits = text[3:]
    is_form = text[:3] == "NCT" and len(digits) == 8 and all(c in "0123456789" for c in digits)
    assert is_nct(text) is is_form


def test_a_number_is_mended_before_it_is_checked() -> None:
    assert check_trial(replace(DRAFT, nct=" nct 0214 3414 ")).nct == "NCT02143414"


@pytest.mark.parametrize("nct", ["NCT123", "02143414", "NCT021434145", "NCT0214341O"])
def test_a_number_of_another_form_is_refused(nct: str) -> None:
    with pytest.raises(Refused) as refused:
        check_trial(replace(DRAFT, nct=nct))
    assert fields(refused.value) == ["nct"]


def test_a_trial_without_a_number_is_kept() -> None:
    assert check_trial(DRAFT) == DRAFT


def test_every_problem_of_a_trial_is_told_at_its_field() -> None:
    draft = TrialDraft(
        " ",
        TrialKind.OTHER,
        nct="NCT1",
        site="x" * 201,
        opens_on=TODAY,
        closes_on=date(2026, 11, 19),
    )
    with pytest.raises(Refused) as refused:
        check_trial(draft)
    assert fields(refused.value) == ["nct", "title", "site", "closes_on"]


@pytest.mark.parametrize("state", list(OfferState))
def test_only_the_steps_away_from_a_trial_ask_why(state: OfferState) -> None:
    draft = replace(STEP, state=state)
    if state not in NEEDS_REASON:
        kept = check_step(
            replace(draft, reason="distance"), today=TODAY, reasons=REASONS, before=None
        )
        assert kept.reason == ""
        return
    with pytest.raises(Refused) as refused:
        check_step(draft, today=TODAY, reasons=REASONS, before=None)
    assert fields(refused.value) == ["reason"]
    said = replace(draft, reason="distance")
    assert check_step(said, today=TODAY, reasons=REASONS, before=None).reason == "distance"


@given(st.dates(), st.dates())
def test_a_step_lies_between_the_one_before_and_today(on: date, since: date) -> None:
    draft, before = replace(STEP, on=on), (OfferState.CONSIDERED, since)
    if since <= on <= TODAY:
        assert check_step(draft, today=TODAY, reasons=REASONS, before=before) == draft
        return
    with pytest.raises(Refused) as refused:
        check_step(draft, today=TODAY, reasons=REASONS, before=before)
    assert set(fields(refused.value)) == {"on"}


def test_the_same_step_is_not_noted_twice() -> None:
    with pytest.raises(Refused) as refused:
        check_step(STEP, today=TODAY, reasons=REASONS, before=(OfferState.OFFERED, TODAY))
    assert fields(refused.value) == ["state"]
