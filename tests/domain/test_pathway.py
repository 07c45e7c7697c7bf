"""What is entered about tests, stays and the disease keeps its rules; the strip tells the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue import Catalogue, Offer, Phase, Term
from careteam.domain.clinical_rules import MilestoneTemplate, Pathway
from careteam.domain.disease_status import DiseaseStatusDraft, check_status_of_disease
from careteam.domain.errors import Refused
from careteam.domain.milestones import (
    Lateness,
    MilestoneDraft,
    SettleDraft,
    ask_on,
    check_milestone,
    check_settled,
    late_days,
    lateness,
    planned_day,
)
from careteam.domain.pathway import MilestoneState, StayKind
from careteam.domain.stays import StayDraft, check_stay, days_in_hospital, is_followed_up
from careteam.domain.strip import Stretch, StripState, strip_of

TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def terms(**lists: tuple[str, ...]) -> Catalogue:
    words = {
        kind: Offer({key: Term(key, key.title()) for key in keys}, {})
        for kind, keys in lists.items()
    }
    return Catalogue({}, {}, {}, {}, words)


TESTS = terms(test=("cbc", "other"), remission=("in_remission",), mrd_status=("negative",))


def refused_fields(make: object, *args: object, **kwargs: object) -> list[str]:
    with pytest.raises(Refused) as refused:
        make(*args, **kwargs)  # type: ignore[operator]
    return [problem.field for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (MilestoneDraft(1, "unheard_of", TODAY), ["kind"]),
        (MilestoneDraft(1, "cbc"), ["planned_on"]),
        (MilestoneDraft(1, "other", TODAY), ["label"]),
        (MilestoneDraft(1, "cbc", TODAY, done_on=TODAY + timedelta(1)), ["done_on"]),
        (MilestoneDraft(1, "cbc", TODAY, result="WBC 42"), ["done_on"]),
        (MilestoneDraft(1, "cbc", TODAY, label="x" * 201), ["label"]),
        (MilestoneDraft(1, "cbc", TODAY, done_on=TODAY, result="x" * 501), ["result"]),
    ],
)
def test_a_test_that_breaks_a_rule_is_refused_at_its_field(
    draft: MilestoneDraft, fields: list[str]
) -> None:
    assert refused_fields(check_milestone, draft, catalogue=TESTS, today=TODAY) == fields


def test_a_test_is_kept_with_clean_words() -> None:
    draft = MilestoneDraft(
        1, "other", TODAY, label="  Port \n removal ", done_on=TODAY, result=" ok"
    )
    checked = check_milestone(draft, catalogue=TESTS, today=TODAY)
    assert (checked.label, checked.result) == ("Port removal", "ok")


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SettleDraft(1, MilestoneState.DONE), "on"),
        (SettleDraft(1, MilestoneState.DONE, TODAY + timedelta(1)), "on"),
        (SettleDraft(1, MilestoneState.LEFT_OUT), "reason"),
        (SettleDraft(1, MilestoneState.LEFT_OUT, reason="  "), "reason"),
        (SettleDraft(1, MilestoneState.PLANNED, TODAY), "state"),
        (SettleDraft(1, MilestoneState.DONE, TODAY, "x" * 501), "result"),
    ],
)
def test_a_test_is_settled_with_a_day_or_a_reason(draft: SettleDraft, field: str) -> None:
    assert refused_fields(check_settled, draft, today=TODAY) == [field]


@given(DAYS, st.integers(0, 365), DAYS)
def test_a_planned_test_is_late_exactly_after_the_day_on_which_it_is_asked_about(
    planned_on: date, days: int, today: date
) -> None:
    found = lateness(MilestoneState.PLANNED, planned_on, days, today)
    assert (found is Lateness.LATE) == (today > ask_on(planned_on, days))
    assert (found is Lateness.AHEAD) == (planned_on > today)
    assert (found is Lateness.TODAY) == (planned_on == today)


@given(DAYS, DAYS)
def test_what_is_settled_is_never_late(planned_on: date, today: date) -> None:
    assert lateness(MilestoneState.DONE, planned_on, 2, today) is Lateness.DONE
    assert lateness(MilestoneState.LEFT_OUT, planned_on, 2, today) is Lateness.LEFT_OUT
    assert lateness(MilestoneState.PLANNED, None, 2, today) is Lateness.NO_DAY


@given(st.integers(-365, 3650), DAYS)
def test_day_1_of_a_template_is_the_first_day_of_its_phase(day: int, start: date) -> None:
    template = MilestoneTemplate(4, "induction", "cbc", "", day, 7)
    assert (planned_day(template, start) - start).days == day - 1
    assert late_days((template,), 4) == 7
    assert late_days((template,), 5) == late_days((), None) == 2


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (StayDraft(1, TODAY + timedelta(1)), "admitted_on"),
        (StayDraft(1, TODAY, discharged_on=TODAY + timedelta(1)), "discharged_on"),
        (StayDraft(1, TODAY, discharged_on=TODAY - timedelta(1)), "discharged_on"),
        (StayDraft(1, TODAY, place="x" * 201), "place"),
        (StayDraft(1, TODAY, reason="x" * 501), "reason"),
    ],
)
def test_a_stay_that_cannot_be_is_refused_at_its_field(draft: StayDraft, field: str) -> None:
    assert refused_fields(check_stay, draft, today=TODAY) == [field]


def test_an_emergency_visit_is_over_on_its_day_and_never_planned() -> None:
    visit = check_stay(StayDraft(1, TODAY, StayKind.EMERGENCY, is_planned=True), today=TODAY)
    assert (visit.discharged_on, visit.is_planned) == (TODAY, False)


@given(DAYS, st.integers(0, 400))
def test_a_stay_counts_its_nights_and_at_least_one_day(start: date, nights: int) -> None:
    assert days_in_hospital(start, start + timedelta(days=nights)) == max(nights, 1)


def test_a_discharge_of_more_than_thirty_days_ago_is_history() -> None:
    assert is_followed_up(TODAY - timedelta(days=30), TODAY)
    assert not is_followed_up(TODAY - timedelta(days=31), TODAY)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (DiseaseStatusDraft(1, TODAY), "remission"),
        (DiseaseStatusDraft(1, TODAY, remission="cured"), "remission"),
        (DiseaseStatusDraft(1, TODAY, mrd="maybe"), "mrd"),
        (DiseaseStatusDraft(1, TODAY + timedelta(1), mrd="negative"), "on"),
        (DiseaseStatusDraft(1, TODAY, mrd="negative", note="x" * 501), "note"),
    ],
)
def test_a_status_that_says_nothing_or_too_much_is_refused(
    draft: DiseaseStatusDraft, field: str
) -> None:
    assert refused_fields(check_status_of_disease, draft, catalogue=TESTS, today=TODAY) == [field]


LENGTHS = {
    "workup": 14,
    "induction": 28,
    "consolidation": 56,
    "maintenance": None,
    "evaluation": None,
    "transplant": 100,
    "surveillance": None,
}
PHASES = {key: Phase(key, key.title(), usual_days=days) for key, days in LENGTHS.items()}
PATHWAYS = {
    "adult": Pathway(
        "adult", "Adult", ("workup", "induction", "consolidation", "maintenance", "surveillance")
    ),
    "branch": Pathway("branch", "Transplant", ("evaluation", "transplant", "surveillance")),
    "closed": Pathway("closed", "Closed", ("evaluation",), is_active=False),
}


def told(chosen: str, *stretches: Stretch) -> list[tuple[str, str, date | None]]:
    parts = strip_of(chosen, stretches, PATHWAYS, PHASES, TODAY)
    return [(part.label, part.state.value, part.expected_on) for part in parts]


def test_the_strip_tells_what_is_done_where_it_stands_and_what_comes_when() -> None:
    workup = Stretch("workup", date(2026, 11, 1), date(2026, 11, 9))
    induction = Stretch("induction", date(2026, 11, 9))
    assert told("adult", workup, induction) == [
        ("Workup", "done", None),
        ("Induction", "now", None),
        ("Consolidation", "ahead", date(2026, 12, 7)),
        ("Maintenance", "ahead", date(2027, 2, 1)),
        ("Surveillance", "ahead", None),
        ("Transplant", "open", None),
    ]
    now = strip_of("adult", (workup, induction), PATHWAYS, PHASES, TODAY)[1]
    assert (now.day, now.usual_days, round(now.progress, 2)) == (12, 28, 0.43)


def test_somebody_on_a_branch_follows_it_to_its_end() -> None:
    found = told(
        "adult",
        Stretch("induction", date(2026, 8, 1), date(2026, 9, 1)),
        Stretch("transplant", date(2026, 9, 1)),
    )
    assert found == [
        ("Induction", "done", None),
        ("Transplant", "now", None),
        ("Surveillance", "ahead", date(2026, 12, 10)),
    ]


def test_a_phase_that_takes_longer_is_followed_from_today_on() -> None:
    assert told("adult", Stretch("induction", date(2026, 9, 1)))[1] == (
        "Consolidation",
        "ahead",
        TODAY,
    )


def test_without_a_pathway_only_what_was_recorded_is_shown() -> None:
    assert told("") == []
    assert told("", Stretch("induction", date(2026, 11, 9))) == [("Induction", "now", None)]
    assert [part[1] for part in told("adult")] == ["ahead"] * 5 + ["open"]


@given(
    st.lists(st.sampled_from(sorted(PHASES)), max_size=6),
    st.sampled_from(["", "adult", "branch", "gone"]),
)
def test_every_phase_that_was_is_told_once_and_only_the_last_one_stands(
    phases: list[str], chosen: str
) -> None:
    starts = [date(2026, 1, 1) + timedelta(days=30 * place) for place in range(len(phases) + 1)]
    stretches = [
        Stretch(phase, starts[place], starts[place + 1] if place + 1 < len(phases) else None)
        for place, phase in enumerate(phases)
    ]
    parts = strip_of(chosen, stretches, PATHWAYS, PHASES, TODAY)
    assert [part.phase for part in parts[: len(phases)]] == phases
    standing = [part for part in parts if part.state is StripState.NOW]
    assert len(standing) == min(len(phases), 1)
    assert all(0 <= part.progress <= 1 for part in parts)
