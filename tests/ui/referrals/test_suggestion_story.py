"""Suggestions on the board: seen with their reason, accepted or set aside by key, and kept."""

from typing import Any

import pytest

from careteam.domain.assignments import DeclineDraft
from careteam.domain.suggestions import SuggestionState, WishDraft
from careteam.storage.reads.next_steps import next_steps
from careteam.storage.reads.suggestions import decided_suggestions, open_suggestions
from careteam.storage.writes.assignments import decline_role
from careteam.storage.writes.deciding import add_wish
from tests.people import add_member
from tests.storage.test_suggestions import SEED_GROUPS
from tests.ui.referrals.conftest import Team
from ui.look.columns import Press, Words
from ui.look.tokens import Tone
from ui.referrals.idea_sheets import DecidedSheet, DismissSheet, WishSheet
from ui.referrals.new_sheet import NewReferralSheet
from ui.team.board_rows import tint
from ui.team.sheets import AssignSheet

HIGH = {"distress_thermometer": 8}
WHY = "Distress 8 of 10, 20 Nov"


def cell(team: Team, role: str, column: int) -> Any:
    model = team.tab.table.model
    return model.cells_at(model.place_of((role, team.room.line(role).assignment_id)))[column]


def waiting(team: Team) -> list[str]:
    desk = team.room.desk
    today, rules = desk.moment.today, desk.rules
    rows = team.room.store.read(open_suggestions, team.room.patient, today=today, rules=rules)
    return [row.role for row in rows]


def decided(team: Team) -> list[tuple[str, SuggestionState]]:
    rules = team.room.desk.rules
    rows = team.room.store.read(decided_suggestions, team.room.patient, rules=rules)
    return [(row.role, row.state) for row in rows]


def test_a_gap_says_which_phase_asks_for_it_or_what_suggests_it(team: Team) -> None:
    role = "physical_therapist"
    assert cell(team, role, 1) == Words(
        "Nobody yet", "Asked for by induction", strong=True, tone=Tone.BAD
    )
    team.learn({"ecog": 2}, "ECOG 2, 20 Nov")
    assert cell(team, role, 1).sub == "◆ Suggested: ECOG 2, 20 Nov"
    assert team.tab._suggested.chip.words == "◆ 1 suggested"


def test_a_role_that_only_a_suggestion_asks_for_is_a_line_accepted_with_enter(team: Team) -> None:
    person = add_member(team.room.store, "Ito", "Ken", "PsyD", "psychologist")
    team.learn(HIGH, WHY)
    assert cell(team, "psychologist", 1) == Words("◆ Suggested", WHY, strong=True, tone=Tone.IDEA)
    assert cell(team, "psychologist", 3) == Press("Assign")
    assert tint(team.room.line("psychologist")) is Tone.IDEA
    team.stand_on("psychologist")
    team.room.press("Return")
    sheet = team.sheet(AssignSheet)
    sheet._person.set_value(str(person))
    team.room.press("Ctrl+Return")
    assert team.room.line("psychologist").person == "Ken Ito, PsyD"
    assert ("psychologist", SuggestionState.ACCEPTED) in decided(team)
    team.room.press("Ctrl+Z")
    assert "psychologist" in waiting(team)
    assert team.room.line("psychologist").suggestions[0].because == WHY


def test_not_now_asks_for_a_reason_and_undo_brings_it_back(team: Team) -> None:
    team.learn(HIGH, WHY)
    team.stand_on("psychologist")
    team.room.press("N")
    sheet = team.sheet(DismissSheet)
    team.room.press("Ctrl+Return")
    assert sheet._fields["reason"].problem() == "Choose why it is not needed."
    sheet._reason.set_value("elsewhere")
    team.room.press("Ctrl+Return")
    assert "psychologist" not in {row.role for row in team.room.board()}
    assert ("psychologist", SuggestionState.DISMISSED) in decided(team)
    team.room.press("Ctrl+Z")
    assert "psychologist" in {row.role for row in team.room.board()}


def test_refer_takes_up_the_suggestion_with_its_reason(team: Team) -> None:
    team.learn(HIGH, WHY)
    team.room.take_from_menu("psychologist", "Refer")
    sheet = team.sheet(NewReferralSheet)
    assert sheet._reason.currentText().startswith(WHY)
    team.room.press("Ctrl+Return")
    [row] = team.referrals()
    assert (row.reason, row.suggestion_id is not None) == (WHY, True)
    assert "psychologist" not in waiting(team)
    team.room.press("Ctrl+Z")
    assert "psychologist" in waiting(team)


def test_a_step_for_who_holds_the_role_is_planned_with_enter_or_set_aside(team: Team) -> None:
    team.learn({"distress_thermometer": 6}, "Distress 6 of 10, 20 Nov")
    table = team.tab.suggested.table
    assert team.tab.suggested.isVisible()
    table.choose_key(table.model.row_at(0).id)
    table.setFocus()
    team.room.press("Return")
    desk = team.room.desk
    today, rules = desk.moment.today, desk.rules
    steps = team.room.store.read(next_steps, team.room.patient, today=today, rules=rules)
    [(who, due)] = [(row.owner, row.due_text) for row in steps if "Distress" in row.text]
    assert (who, due) == ("Marcus Bell, LCSW", "Tue 24")
    assert not team.tab.suggested.isVisible()
    team.room.press("Ctrl+Z")
    assert waiting(team) == ["social_worker"]
    table.choose_key(table.model.row_at(0).id)
    table.setFocus()
    team.room.press("N")
    team.sheet(DismissSheet)._reason.set_value("already_seen")
    team.room.press("Ctrl+Return")
    assert decided(team) == [("social_worker", SuggestionState.DISMISSED)]


def test_a_wish_is_noted_by_key_with_who_said_so_and_can_be_taken_back(team: Team) -> None:
    team.stand_on("physical_therapist")
    team.room.press("F")
    sheet = team.sheet(WishSheet)
    sheet._who.clear()
    team.room.press("Ctrl+Return")
    assert sheet._fields["role"].problem() == "Choose the role."
    assert sheet._fields["who"].problem() == "Say who asked for it."
    sheet._role.set_value("chaplain")
    sheet._who.setText("her sister Ana")
    team.room.press("Ctrl+Return")
    assert waiting(team) == ["chaplain"]
    assert "her sister Ana" in team.room.line("chaplain").suggestions[0].because
    team.room.press("Ctrl+Z")
    assert waiting(team) == []


def test_a_declined_role_shows_what_suggests_it_and_stays_declined(team: Team) -> None:
    decline = DeclineDraft(team.room.patient, "chaplain", team.room.desk.moment.today)
    team.room.desk.do(decline_role, decline)
    team.room.desk.do(add_wish, WishDraft(team.room.patient, "chaplain", "the patient"))
    words = cell(team, "chaplain", 1)
    assert words.text == "Declined by patient"
    assert words.sub == "◆ Suggested: Wish of the patient, 20 Nov"
    assert not team.room.line("chaplain").is_gap


def test_the_menu_of_the_board_offers_what_is_not_about_one_role(team: Team) -> None:
    menu = team.tab._acts.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[:3] == ["Wish…", "Suggestions so far…", "Team on a date…"]
    menu.actions()[1].trigger()
    sheet = team.sheet(DecidedSheet)
    assert not sheet.table.isVisible()


def test_of_several_suggestions_for_a_role_the_one_that_is_meant_is_set_aside(team: Team) -> None:
    team.learn({"ecog": 2}, "ECOG 2, 20 Nov")
    wish = WishDraft(team.room.patient, "physical_therapist", "her sister")
    team.room.desk.do(add_wish, wish)
    team.stand_on("physical_therapist")
    team.room.press("N")
    sheet = team.sheet(DismissSheet)
    meant = next(one for one in team.room.line("physical_therapist").suggestions if one.is_wish)
    sheet._which.set_value(str(meant.id))
    sheet._reason.set_value("not_needed")
    team.room.press("Ctrl+Return")
    [left] = team.room.line("physical_therapist").suggestions
    assert left.because == "ECOG 2, 20 Nov"


def test_what_was_decided_so_far_is_read_with_a_key(team: Team) -> None:
    team.learn(HIGH, WHY)
    team.stand_on("psychologist")
    team.room.press("N")
    team.sheet(DismissSheet)._reason.set_value("not_needed")
    team.room.press("Ctrl+Return")
    team.stand_on("physical_therapist")
    team.room.press("H")
    model = team.sheet(DecidedSheet).table.model
    assert model.row_at(0).because == WHY
    assert model.cells_at(0)[1] == Words("Not now", "Not needed now")


@pytest.mark.parametrize("role", SEED_GROUPS.values())
def test_each_group_of_the_team_is_suggested_accepted_and_set_aside_in_the_window(
    team: Team, role: str
) -> None:
    room = team.room
    room.desk.do(add_wish, WishDraft(room.patient, role, "the patient"))
    held = room.line(role).assignment_id is not None
    table = team.tab.suggested.table
    if held:
        table.choose_key(table.model.row_at(0).id)
        table.setFocus()
    else:
        team.stand_on(role)
    room.press("N")
    team.sheet(DismissSheet)._reason.set_value("not_needed")
    room.press("Ctrl+Return")
    assert decided(team) == [(role, SuggestionState.DISMISSED)]
    room.press("Ctrl+Z")
    if held:
        table.choose_key(table.model.row_at(0).id)
        table.setFocus()
        room.press("Return")
    else:
        person = add_member(room.store, "Ito", "Ken", "", role)
        team.stand_on(role)
        room.press("Return")
        team.sheet(AssignSheet)._person.set_value(str(person))
        room.press("Ctrl+Return")
        assert room.line(role).person == "Ken Ito"
    assert decided(team) == [(role, SuggestionState.ACCEPTED)]
