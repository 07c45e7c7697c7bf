"""The plan of a patient in a real database: every treatment, finding and point of the seed."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from careteam.domain.care_profile import PlanProfileDraft, PreferencesDraft
from careteam.domain.changes import Part
from careteam.domain.checklists import CHECKLISTS, ChecklistDraft
from careteam.domain.conferences import ConferenceDraft
from careteam.domain.errors import Refused, Stale
from careteam.domain.findings import FindingDraft, FindingEditDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import FindingList, ItemState, TreatmentState
from careteam.domain.treatments import EndOverlayDraft, OverlayDraft, TreatmentDraft
from careteam.storage.reads.plan import care_plan
from careteam.storage.reads.plan_rows import PlanRow
from careteam.storage.store import Store
from careteam.storage.writes.care_profile import save_plan_profile, save_preferences
from careteam.storage.writes.checklists import set_item
from careteam.storage.writes.conferences import (
    cancel_conference,
    plan_conference,
    restore_conference,
    save_conference,
)
from careteam.storage.writes.findings import note_finding, save_finding, withdraw_finding
from careteam.storage.writes.overlays import (
    end_overlay,
    reopen_overlay,
    start_overlay,
    withdraw_overlay,
)
from careteam.storage.writes.treatments import add_treatment, save_treatment, withdraw_treatment
from tests.plans import plans_of

SEED = Path(__file__).parents[2] / "resources" / "catalogue" / "clinical.toml"
WORDS = tomllib.loads(SEED.read_text("utf-8"))
TODAY = date(2026, 11, 20)
YESTERDAY = date(2026, 11, 19)
MONDAY = date(2026, 11, 23)


def keys(kind: str) -> list[str]:
    return [term["key"] for term in WORDS[kind]]


def do(store: Store, moment: Moment, verb: Any, *args: Any) -> int:
    made = store.do(verb, *args, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def plan(store: Store, patient: int) -> PlanRow:
    return store.read(care_plan, patient, today=TODAY, rules=store.rules)


def rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in store.read(lambda session: session.execute(text(query)).all())]


@pytest.mark.parametrize("modality", keys("modality"))
def test_a_treatment_of_the_seed_is_planned_given_and_stopped_with_its_days(
    store: Store, moment: Moment, patient: int, modality: str
) -> None:
    draft = TreatmentDraft(patient, modality, detail="as the board decided")
    made = do(store, moment, add_treatment, draft)
    [row] = plan(store, patient).treatments
    assert (row.label, row.state) == (
        store.rules.catalogue.label("modality", modality),
        TreatmentState.PLANNED,
    )
    draft = replace(draft, id=made, version=row.version)
    given = replace(draft, state=TreatmentState.ACTIVE, started_on=YESTERDAY)
    do(store, moment, save_treatment, given)
    stopped = replace(
        given, state=TreatmentState.STOPPED, ended_on=TODAY, reason="toxicity", version=2
    )
    do(store, moment, save_treatment, stopped)
    [row] = plan(store, patient).treatments
    assert (row.state, row.started_on, row.ended_on) == ("stopped", YESTERDAY, TODAY)
    assert (row.detail, row.reason, row.version) == ("as the board decided", "toxicity", 3)
    with pytest.raises(Stale):
        do(store, moment, save_treatment, given)


def test_a_treatment_that_was_just_entered_is_taken_back(
    store: Store, moment: Moment, patient: int
) -> None:
    made = do(store, moment, add_treatment, TreatmentDraft(patient, "chemotherapy"))
    store.do(withdraw_treatment, made, moment=moment, rules=store.rules)
    assert plan(store, patient).treatments == ()


@pytest.mark.parametrize("kind", keys("overlay"))
def test_one_overlay_of_each_kind_runs_across_the_phases_until_it_ends(
    store: Store, moment: Moment, patient: int, kind: str
) -> None:
    draft = OverlayDraft(patient, kind, YESTERDAY)
    made = do(store, moment, start_overlay, draft)
    with pytest.raises(Refused):
        do(store, moment, start_overlay, draft)
    do(store, moment, end_overlay, EndOverlayDraft(made, TODAY))
    again = do(store, moment, start_overlay, replace(draft, started_on=TODAY))
    assert [(row.id, row.ended_on) for row in plan(store, patient).overlays] == [
        (again, None),
        (made, TODAY),
    ]
    with pytest.raises(Refused):
        do(store, moment, reopen_overlay, made)
    store.do(withdraw_overlay, again, moment=moment, rules=store.rules)
    do(store, moment, reopen_overlay, made)
    assert [row.ended_on for row in plan(store, patient).overlays] == [None]


@pytest.mark.parametrize("on", [date(2026, 11, 18), date(2026, 11, 21)])
def test_an_overlay_ends_neither_before_it_began_nor_in_the_future(
    store: Store, moment: Moment, patient: int, on: date
) -> None:
    made = do(store, moment, start_overlay, OverlayDraft(patient, "tki", YESTERDAY))
    with pytest.raises(Refused):
        do(store, moment, end_overlay, EndOverlayDraft(made, on))


def findings() -> Iterator[tuple[FindingList, str]]:
    for kind in FindingList:
        for key in keys(kind):
            yield kind, key


@pytest.mark.parametrize(("kind", "key"), list(findings()))
def test_a_finding_of_the_seed_is_noted_once_and_gone_on_its_day(
    store: Store, moment: Moment, patient: int, kind: FindingList, key: str
) -> None:
    draft = FindingDraft(patient, kind, key, YESTERDAY, "told on the phone")
    made = do(store, moment, note_finding, draft)
    with pytest.raises(Refused):
        do(store, moment, note_finding, draft)
    [row] = plan(store, patient).findings
    assert (row.list, row.label) == (kind, store.rules.catalogue.label(kind, key))
    do(store, moment, save_finding, FindingEditDraft(made, YESTERDAY, TODAY, row.note))
    [row] = plan(store, patient).findings
    assert (row.since, row.ended_on, row.note) == (YESTERDAY, TODAY, "told on the phone")
    do(store, moment, note_finding, replace(draft, since=TODAY))
    assert [row.ended_on for row in plan(store, patient).findings] == [None, TODAY]
    with pytest.raises(Refused):
        do(store, moment, save_finding, FindingEditDraft(made, YESTERDAY))


@pytest.mark.parametrize("key", keys("concern"))
def test_a_concern_proposes_the_role_that_its_rule_names(
    store: Store, moment: Moment, patient: int, key: str
) -> None:
    made = do(store, moment, note_finding, FindingDraft(patient, FindingList.CONCERN, key))
    roles = {
        trigger.role
        for trigger in store.rules.clinical.triggers.values()
        if trigger.role and key in trigger.condition.split()
    }
    found = rows(store, "SELECT role, source_kind, source_id, state FROM suggestion")
    assert roles
    assert set(found) == {(role, "finding", made, "open") for role in roles}


def test_a_finding_taken_back_takes_its_suggestion_along_while_nobody_decided(
    store: Store, moment: Moment, patient: int
) -> None:
    draft = FindingDraft(patient, FindingList.CONCERN, "spiritual_concern")
    made = do(store, moment, note_finding, draft)
    changes = store.do(withdraw_finding, made, moment=moment, rules=store.rules)
    assert changes.touches(Part.SUGGESTION, patient)
    assert rows(store, "SELECT id FROM suggestion UNION ALL SELECT id FROM finding") == []


def test_a_risk_factor_ends_the_word_that_none_is_known(
    store: Store, moment: Moment, patient: int
) -> None:
    none = FindingDraft(patient, FindingList.RISK_FACTOR, "none_known")
    do(store, moment, note_finding, none)
    do(store, moment, note_finding, replace(none, key="down_syndrome"))
    assert [(row.key, row.ended_on) for row in plan(store, patient).findings] == [
        ("down_syndrome", None),
        ("none_known", TODAY),
    ]
    with pytest.raises(Refused):
        do(store, moment, note_finding, none)
    assert rows(store, "SELECT count(*) FROM suggestion") == [(0,)]


STEPS = "SELECT text, due_on, state, rule FROM follow_up WHERE source_kind = 'conference'"
ASKED = "Note the decision of the tumour board"
RULE = "tumour_board_decision"


def test_the_day_after_a_tumour_board_asks_for_its_decision(
    store: Store, moment: Moment, patient: int
) -> None:
    draft = ConferenceDraft(patient, TODAY, "Transplant in first remission?")
    made = do(store, moment, plan_conference, draft)
    assert rows(store, STEPS) == [(ASKED, "2026-11-23", "open", RULE)]
    draft = replace(draft, id=made, on=YESTERDAY, version=1)
    do(store, moment, save_conference, draft)
    assert rows(store, STEPS) == [(ASKED, "2026-11-20", "open", RULE)]
    with pytest.raises(Stale):
        do(store, moment, save_conference, draft)
    decided = replace(draft, decision="Refer to transplant", version=2)
    do(store, moment, save_conference, decided)
    assert rows(store, STEPS) == [(ASKED, "2026-11-20", "done", RULE)]
    do(store, moment, save_conference, replace(draft, version=3))
    assert rows(store, STEPS) == [(ASKED, "2026-11-20", "open", RULE)]


def test_a_decision_entered_at_once_asks_for_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    draft = ConferenceDraft(patient, YESTERDAY, decision="Go on with induction")
    made = do(store, moment, plan_conference, draft)
    assert rows(store, STEPS) == []
    with pytest.raises(Refused):
        do(store, moment, cancel_conference, made)


def test_a_cancelled_tumour_board_asks_for_nothing_until_it_is_on_again(
    store: Store, moment: Moment, patient: int
) -> None:
    made = do(store, moment, plan_conference, ConferenceDraft(patient, TODAY))
    do(store, moment, cancel_conference, made)
    assert [row[2] for row in rows(store, STEPS)] == ["cancelled"]
    assert plan(store, patient).conferences[0].is_cancelled
    do(store, moment, restore_conference, made)
    assert [row[2] for row in rows(store, STEPS)] == ["open"]
    assert not plan(store, patient).conferences[0].is_cancelled


@pytest.mark.parametrize(
    ("kind", "key"), [(kind, key) for kind in CHECKLISTS for key in keys(kind)]
)
def test_a_point_of_a_checklist_is_done_with_its_detail(
    store: Store, moment: Moment, patient: int, kind: str, key: str
) -> None:
    draft = ChecklistDraft(patient, kind, key, ItemState.DONE, "sister, until March")
    do(store, moment, set_item, draft)
    do(store, moment, set_item, replace(draft, state=ItemState.NOT_NEEDED))
    lists = {one.list: one for one in plan(store, patient).checklists}
    items = {item.key: item for item in lists[kind].items}
    assert list(items) == keys(kind)
    assert (items[key].state, items[key].detail) == ("not_needed", "sister, until March")
    assert lists[kind].open_count == len(items) - 1
    assert [one.list for one in lists.values() if one.is_begun] == [kind]


def test_a_transplant_ahead_calls_for_its_checklist(
    store: Store, moment: Moment, patient: int
) -> None:
    assert not any(one.is_called_for for one in plan(store, patient).checklists)
    do(store, moment, add_treatment, TreatmentDraft(patient, "stem_cell_transplant"))
    assert [one.is_called_for for one in plan(store, patient).checklists] == [True, False]


def test_the_two_halves_of_the_care_profile_leave_each_other_alone(
    store: Store, moment: Moment, patient: int
) -> None:
    wishes = PreferencesDraft(patient, "video", "Calls after 3 pm", True, "with her sister")
    do(store, moment, save_preferences, replace(wishes, version=0))
    shapes = PlanProfileDraft(
        patient, "adult", "curative", "high", "cns_1", "type 2 diabetes", date(2026, 11, 9)
    )
    do(store, moment, save_plan_profile, replace(shapes, version=1))
    do(store, moment, save_preferences, replace(wishes, has_directive=False))
    query = "SELECT pathway, learning_preference, has_directive, directive_place FROM care_profile"
    assert rows(store, query) == [("adult", "video", 0, "")]
    with pytest.raises(Stale):
        do(store, moment, save_plan_profile, replace(shapes, version=1))


def test_a_plan_says_what_shaped_it(store: Store, moment: Moment, patient: int) -> None:
    assert plan(store, patient).profile.shapes == ("B-ALL, BCR::ABL1 (Ph+)",)
    shapes = PlanProfileDraft(
        patient, "adult", "curative", "not_assigned", "cns_1", "type 2 diabetes"
    )
    do(store, moment, save_plan_profile, shapes)
    profile = plan(store, patient).profile
    assert (profile.age_years, profile.pathway_label) == (45, "Adult")
    assert profile.shapes == ("type 2 diabetes", "B-ALL, BCR::ABL1 (Ph+)", "CNS-1")
    with pytest.raises(Refused):
        do(store, moment, save_plan_profile, replace(shapes, risk_group="blue"))


def test_the_plan_is_read_by_seeking_the_patients_own_rows(store: Store, patient: int) -> None:
    told = plans_of(store, care_plan, patient, today=TODAY, rules=store.rules)
    assert told
    assert [step for step in told if step.startswith("SCAN")] == []
