"""A score is taken exactly when its instrument, its value and its day fit the patient."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.clinical_rules import Instrument
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Refused
from careteam.domain.screenings import ScreeningDraft, because, check, offered, score_shown

TODAY = date(2026, 11, 20)
KARNOFSKY = Instrument("karnofsky", "Karnofsky", "Karnofsky", 0, 100, step=10, age_from=16)
LANSKY = Instrument("lansky", "Lansky", "Lansky", 0, 100, step=10, age_from=1, age_below=16)
CHILD = Instrument("child", "Child", "Child", 1, 5, age_below=18)

days = st.dates(date(1930, 1, 1), date(2027, 12, 31))


@given(
    instrument=st.sampled_from([KARNOFSKY, LANSKY, CHILD]),
    score=st.integers(-20, 120),
    born=days.map(PartialDate.from_date) | st.none(),
    on=days,
)
def test_a_score_is_taken_exactly_when_everything_fits(
    instrument: Instrument, score: int, born: PartialDate | None, on: date
) -> None:
    draft = ScreeningDraft(1, instrument.key, score, on)
    in_range = instrument.lowest <= score <= instrument.highest
    fits = in_range and (score - instrument.lowest) % instrument.step == 0
    is_day = on <= TODAY and (born is None or on >= born.first_day)
    suits = bool(offered([instrument], born, on))
    try:
        taken = check(draft, instrument=instrument, birth=born, today=TODAY) is instrument
        fields: set[str] = set()
    except Refused as refused:
        taken, fields = False, {problem.field for problem in refused.problems}
    assert taken == (fits and is_day and suits)
    assert ("score" in fields) != fits
    assert ("on" in fields) != is_day


@given(age_days=st.integers(0, 40_000), on=st.dates(date(1960, 1, 1), TODAY))
def test_nobody_is_offered_both_karnofsky_and_lansky(age_days: int, on: date) -> None:
    born = PartialDate.from_date(on - timedelta(days=age_days)) if age_days < 22_000 else None
    assert len(offered([KARNOFSKY, LANSKY], born, on)) <= 1


def test_what_is_switched_off_is_not_offered() -> None:
    off = Instrument("off", "Off", "Off", 0, 10, is_active=False)
    assert offered([off], None, TODAY) == ()


def test_a_scale_to_a_round_number_says_so_and_a_grade_stands_alone() -> None:
    distress = Instrument("distress", "Distress", "Distress", 0, 10)
    ecog = Instrument("ecog", "ECOG performance", "ECOG", 0, 4)
    assert (score_shown(distress, 6), score_shown(ecog, 2)) == ("6/10", "2")
    assert because(distress, 6, date(2026, 11, 22), TODAY) == "Distress 6 of 10, 22 Nov"
    assert because(ecog, 2, date(2025, 11, 22), TODAY) == "ECOG performance 2, 22 Nov 2025"


@pytest.mark.parametrize(
    ("instrument", "born", "sentence"),
    [
        (KARNOFSKY, 2026, "Karnofsky is meant for people from 16 years on."),
        (LANSKY, 2026, "Lansky is meant for people from 1 to below 16 years."),
        (CHILD, 1981, "Child is meant for people below 18 years."),
    ],
)
def test_a_sentence_says_for_which_ages_an_instrument_is_meant(
    instrument: Instrument, born: int, sentence: str
) -> None:
    draft = ScreeningDraft(1, instrument.key, instrument.highest, TODAY)
    with pytest.raises(Refused) as refused:
        check(draft, instrument=instrument, birth=PartialDate(born, 1, 1), today=TODAY)
    assert refused.value.sentence == sentence
