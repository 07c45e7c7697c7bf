"""A clinic changes its clinical rules by keyboard, sees what it would do, and takes it back."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careteam.domain.clinical_rules import Pathway, Trigger
from careteam.domain.insight_settings import InsightSettings, read_insight_settings
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.today import DueCounts, due_counts
from careteam.storage.store import Store
from careteam.storage.writes import recompute
from tests.ui.settings.driving import Settings, desk, settings
from ui.settings import preview_line
from ui.settings.preview_line import PreviewLine

__all__ = ["desk", "settings"]


def rules(store: Store) -> Any:
    store.forget_rules()
    return store.rules.clinical


def field(settings: Settings, name: str) -> Any:
    return settings.sheet()._fields[name]


def fill(settings: Settings, name: str, text: str) -> None:
    field(settings, name).control.setFocus()
    settings.retype(text)


def test_the_condition_of_a_trigger_is_changed_and_taken_back(
    settings: Settings, store: Store
) -> None:
    settings.open("triggers")
    settings.choose("Triggers", "distress")
    settings.press("Return")
    fill(settings, "condition", "wellbeing >= 5")
    settings.press("Ctrl+Return")
    assert "“wellbeing” is nothing that is recorded" in field(settings, "condition").problem()
    assert rules(store).triggers["distress"].condition == "distress_thermometer >= 4"
    fill(settings, "condition", "distress_thermometer >= 5")
    settings.press("Ctrl+Return")
    assert not settings.has_sheet()
    assert rules(store).triggers["distress"].condition == "distress_thermometer >= 5"
    assert settings.desk.undo()
    assert rules(store).triggers["distress"].condition == "distress_thermometer >= 4"


def test_a_rule_is_switched_off_and_moved_and_stays_in_its_list(
    settings: Settings, store: Store
) -> None:
    settings.open("triggers")
    section: Any = settings.page.section()
    settings.choose("Triggers", "distress_high")
    settings.press("Ctrl+Up")
    assert list(rules(store).triggers)[:2] == ["distress_high", "distress"]
    section.switch(rules(store).triggers["distress"])
    assert not rules(store).triggers["distress"].is_active
    assert "is switched off" in settings.said[-1]
    assert section.entries.table.model.place_of("distress") == 1


def test_a_new_trigger_and_a_new_pathway_stand_at_the_end(settings: Settings, store: Store) -> None:
    settings.open("triggers")
    settings.click("Add trigger")
    fill(settings, "label", "Falls at home")
    fill(settings, "condition", "fall")
    settings.press("Ctrl+Return")
    assert "Say which role it proposes" in field(settings, "role").problem()
    field(settings, "role").control.set_value("physical_therapist")
    settings.press("Ctrl+Return")
    made = list(rules(store).triggers.values())[-1]
    assert made == Trigger("falls_at_home", "Falls at home", "fall", "physical_therapist")
    settings.open("pathways")
    settings.click("Add pathway")
    fill(settings, "label", "Infant")
    field(settings, "phases").control.set_value(("workup", "induction"))
    settings.press("Ctrl+Return")
    made = list(rules(store).pathways.values())[-1]
    assert made == Pathway("infant", "Infant", ("workup", "induction"))


def test_a_cut_off_and_a_test_of_a_phase_are_changed(settings: Settings, store: Store) -> None:
    settings.open("instruments")
    settings.choose("Screening", "mst")
    settings.press("Return")
    fill(settings, "cutoff", "9")
    settings.press("Ctrl+Return")
    assert "lies between" in field(settings, "cutoff").problem()
    fill(settings, "cutoff", "3")
    settings.press("Ctrl+Return")
    assert rules(store).instruments["mst"].cutoff == 3
    settings.open("milestones")
    first = settings.page.section().rules()[0]  # pyright: ignore[reportAttributeAccessIssue]
    settings.choose("Tests of the phases", first.id)
    settings.press("Return")
    fill(settings, "day", "soon")
    settings.press("Ctrl+Return")
    assert "whole number" in field(settings, "day").problem()
    fill(settings, "day", "-2")
    settings.press("Ctrl+Return")
    assert next(one.day for one in rules(store).templates if one.id == first.id) == -2


def test_the_line_for_red_flags_and_the_days_of_coverage_are_changed(
    settings: Settings, store: Store
) -> None:
    settings.open("watch")
    settings.click("Edit")
    fill(settings, "escalation_line", "On call (212) 555-0100")
    fill(settings, "silent_days", "30")
    settings.press("Ctrl+Return")
    assert (rules(store).escalation_line, rules(store).silent_days) == (
        "On call (212) 555-0100", 30,
    )  # fmt: skip
    QApplication.processEvents()
    assert "30 days" in settings.words()


def test_goals_the_smallest_count_and_acuity_are_changed(settings: Settings, store: Store) -> None:
    settings.open("insights")
    settings.click("Edit")
    fill(settings, "first_contact", "2")
    fill(settings, "reach_rate", "101")
    fill(settings, "least", "5")
    settings.sheet().acuity.click()  # pyright: ignore[reportAttributeAccessIssue]
    settings.press("Ctrl+Return")
    assert "from 0 to 100" in field(settings, "reach_rate").problem()
    fill(settings, "reach_rate", "80")
    settings.press("Ctrl+Return")
    kept = read_insight_settings(store.read(read_settings))
    goals = {"first_contact": 2, "to_contact": 3, "reach_rate": 80}
    assert kept == InsightSettings(goals, 5, has_acuity=True)
    QApplication.processEvents()
    for words in ("at most 2 business day", "at most 3 day", "at least 80 %"):
        assert words in settings.words()


def test_a_role_wants_a_backup_from_now_on(settings: Settings, store: Store) -> None:
    settings.open("roles")
    settings.choose("Roles", "chaplain")
    settings.press("Return")
    settings.sheet()._backup.click()  # pyright: ignore[reportAttributeAccessIssue]
    settings.press("Ctrl+Return")
    store.forget_rules()
    assert store.rules.catalogue.roles["chaplain"].wants_backup


@pytest.mark.parametrize("kind", ["overlay", "symptom", "barrier", "checklist_hct"])
def test_the_lists_of_the_clinical_record_are_edited_like_the_others(
    settings: Settings, kind: str
) -> None:
    settings.open("lists")
    section: Any = settings.page.section()
    section.lists.set_value(kind)
    section.read_again()
    before = section.terms.entries.table.model.rowCount()
    assert before > 1
    settings.click("Add word")
    fill(settings, "label", "Something of our own")
    settings.press("Ctrl+Return")
    assert section.terms.entries.table.model.rowCount() == before + 1


def counts(settings: Settings) -> DueCounts:
    desk = settings.desk
    return desk.read(due_counts, today=desk.moment.today)


def preview(settings: Settings) -> PreviewLine:
    return settings.sheet().preview  # pyright: ignore[reportAttributeAccessIssue]


def test_what_another_rhythm_would_do_is_told_before_it_is_saved_and_writes_nothing(
    settings: Settings, patient: int, qtbot: QtBot
) -> None:
    settings.open("roles")
    before = counts(settings)
    assert (before.overdue, before.this_week) == (1, 0)
    settings.choose("Roles", "nurse_navigator")
    settings.press("Return")
    fill(settings, "first_contact_days", "9")
    qtbot.waitUntil(lambda: preview(settings).isVisible())
    said = preview(settings).words()
    assert said.startswith("Late 1 → 0, today 0, this week 0 → 1.")
    assert "DELACRUZ, Maria (8 days late → Mon 23)" in said
    assert counts(settings) == before
    settings.press("Ctrl+Return")
    after = counts(settings)
    assert (after.overdue, after.this_week) == (0, 1)


def test_a_large_clinic_is_looked_at_in_the_background(
    settings: Settings, patient: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_line, "AT_ONCE", 0)
    assert recompute.AT_ONCE > 0
    settings.open("phases")
    section: Any = settings.page.section()
    section._edit_role(section.asked.table.model.row_at(0))
    QApplication.processEvents()
    days = settings.sheet()._days  # pyright: ignore[reportAttributeAccessIssue]
    days.setFocus()
    QTest.keySequence(days, "Up")
    qtbot.waitUntil(lambda: preview(settings).words().startswith("Late 1"))
    assert "No patient moves" in preview(settings).words()


def test_a_cadence_rule_and_a_holiday_are_looked_at_too(
    settings: Settings, patient: int, store: Store, qtbot: QtBot
) -> None:
    settings.open("cadence")
    settings.choose("Cadence", "phase_education")
    settings.press("Return")
    fill(settings, "business_days", "1")
    qtbot.waitUntil(lambda: preview(settings).isVisible())
    assert preview(settings).words().startswith("Late 1, today 0")
    settings.press("Ctrl+Return")
    assert rules(store).cadence["phase_education"].business_days == 1
    section: Any = settings.page.section()
    section.switch(rules(store).cadence["phase_education"])
    assert preview(settings).words().startswith("Late 1")
    assert rules(store).cadence["phase_education"].is_active
    settings.press("Ctrl+Return")
    assert not settings.has_sheet()
    assert not rules(store).cadence["phase_education"].is_active
    assert settings.desk.undo()
    assert rules(store).cadence["phase_education"].is_active
    settings.open("holidays")
    settings.click("Add holiday")
    fill(settings, "day", "11-nov-2026")
    fill(settings, "name", "Nothing new")
    preview(settings).look()
    assert "No patient moves" in preview(settings).words()
