"""The plan: what each state of a treatment asks for, and when a checklist is called for."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careteam.domain.catalogue import Term
from careteam.domain.checklists import CAR_T, TRANSPLANT, called_for
from careteam.domain.conferences import ConferenceDraft, check_conference
from careteam.domain.errors import Refused
from careteam.domain.findings import FindingEditDraft, check_finding_edit
from careteam.domain.pathway import TreatmentState
from careteam.domain.treatments import (
    IS_OVER,
    NEEDS_REASON,
    OverlayDraft,
    TreatmentDraft,
    check_overlay,
    check_treatment,
)

TODAY = date(2026, 11, 20)
TOMORROW = date(2026, 11, 21)
KNOWN = {"chemotherapy": Term("chemotherapy", "Chemotherapy")}


def fields(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.field for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("state", "missing"),
    [
        (TreatmentState.PLANNED, []),
        (TreatmentState.CONSULT, []),
        (TreatmentState.ACTIVE, ["started_on"]),
        (TreatmentState.COMPLETED, ["ended_on"]),
        (TreatmentState.STOPPED, ["ended_on", "reason"]),
        (TreatmentState.NOT_PURSUED, ["reason"]),
    ],
)
def test_each_state_asks_for_what_belongs_to_it(state: TreatmentState, missing: list[str]) -> None:
    draft = TreatmentDraft(1, "chemotherapy", state)
    if missing:
        with pytest.raises(Refused) as refused:
            check_treatment(draft, today=TODAY, modalities=KNOWN)
        assert fields(refused) == missing
    else:
        assert check_treatment(draft, today=TODAY, modalities=KNOWN) == draft


@given(
    st.sampled_from(list(TreatmentState)),
    st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 10)),
    st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 10)),
    st.sampled_from(["", "toxicity"]),
)
def test_what_is_kept_of_a_treatment_holds_together(
    state: TreatmentState, started_on: date | None, ended_on: date | None, reason: str
) -> None:
    draft = TreatmentDraft(1, "chemotherapy", state, started_on, ended_on, reason=reason)
    try:
        kept = check_treatment(draft, today=TODAY, modalities=KNOWN)
    except Refused:
        return
    assert (kept.ended_on is not None) is (state in IS_OVER)
    assert bool(kept.reason) is (state in NEEDS_REASON)
    if kept.ended_on is not None:
        assert kept.ended_on <= TODAY
        assert kept.started_on is None or kept.started_on <= kept.ended_on


def test_a_treatment_may_be_planned_for_a_day_to_come_but_not_given_then() -> None:
    planned = TreatmentDraft(1, "chemotherapy", started_on=TOMORROW)
    assert check_treatment(planned, today=TODAY, modalities=KNOWN).started_on == TOMORROW
    with pytest.raises(Refused) as refused:
        check_treatment(
            replace(planned, state=TreatmentState.ACTIVE), today=TODAY, modalities=KNOWN
        )
    assert fields(refused) == ["started_on"]


def test_an_unknown_treatment_and_overlay_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_treatment(TreatmentDraft(1, "leeches"), today=TODAY, modalities=KNOWN)
    assert fields(refused) == ["modality"]
    with pytest.raises(Refused) as refused:
        check_overlay(OverlayDraft(1, "leeches", TOMORROW), today=TODAY, overlays={})
    assert fields(refused) == ["kind", "started_on"]


@pytest.mark.parametrize(
    ("phase", "treatments", "lists"),
    [
        ("induction", [], ()),
        ("hct_evaluation", [], (TRANSPLANT,)),
        ("hct", [], (TRANSPLANT,)),
        ("post_hct", [], (TRANSPLANT,)),
        ("car_t", [], (CAR_T,)),
        ("induction", [("stem_cell_transplant", "consult")], (TRANSPLANT,)),
        ("induction", [("stem_cell_transplant", "not_pursued")], ()),
        ("car_t", [("stem_cell_transplant", "planned")], (TRANSPLANT, CAR_T)),
        ("", [("car_t_cell_therapy", "active"), ("chemotherapy", "active")], (CAR_T,)),
        ("surveillance", [("car_t_cell_therapy", "completed")], ()),
    ],
)
def test_a_checklist_is_called_for_by_its_phases_and_by_the_treatment_ahead(
    phase: str, treatments: list[tuple[str, str]], lists: tuple[str, ...]
) -> None:
    assert called_for(phase, treatments) == lists


def test_there_is_no_decision_before_the_day_of_the_board() -> None:
    draft = ConferenceDraft(1, TOMORROW, decision="Go on with induction")
    with pytest.raises(Refused) as refused:
        check_conference(draft, today=TODAY)
    assert fields(refused) == ["decision"]
    assert check_conference(replace(draft, on=TODAY), today=TODAY).decision


def test_a_finding_is_not_gone_before_it_began_nor_in_the_future() -> None:
    with pytest.raises(Refused) as refused:
        check_finding_edit(FindingEditDraft(1, TODAY, date(2026, 11, 19)), today=TODAY)
    assert fields(refused) == ["ended_on"]
    with pytest.raises(Refused) as refused:
        check_finding_edit(FindingEditDraft(1, TOMORROW, TOMORROW), today=TODAY)
    assert fields(refused) == ["since", "ended_on"]
