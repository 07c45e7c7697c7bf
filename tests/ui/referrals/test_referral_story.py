"""A referral from the first key to its result, in the real window and back from the database."""

from datetime import date, timedelta

import pytest

from careteam.domain.referrals import ReferralState
from careteam.storage.reads.referrals import referral_rows
from tests.ui.referrals.conftest import Team
from ui.look.tokens import Tone
from ui.referrals.new_sheet import NewReferralSheet
from ui.referrals.rows import state_chip, state_words, tint
from ui.referrals.step_sheets import ReferralHistorySheet, ReopenSheet, StepSheet

S = ReferralState


def kept(team: Team) -> list[tuple[str, ReferralState]]:
    desk = team.room.desk
    today, rules = desk.moment.today, desk.rules
    rows = team.room.store.read(referral_rows, team.room.patient, today=today, rules=rules)
    return [(row.to, row.state) for row in rows]


def refer_by_key(team: Team, role: str) -> None:
    team.stand_on(role)
    team.room.press("R")
    team.room.press("Ctrl+Return")


def step(team: Team, state: ReferralState, **typed: str) -> None:
    team.stand_on_referral()
    team.room.press("Return")
    sheet = team.sheet(StepSheet)
    sheet._state.set_value(state)
    sheet._show_needed()
    for name, words in typed.items():
        sheet._fields[name].control.setText(words)  # pyright: ignore[reportAttributeAccessIssue]
    team.room.press("Ctrl+Return")


def test_a_role_is_referred_to_by_key_and_the_board_says_since_when(team: Team) -> None:
    assert not team.tab.referrals.table.isVisible()
    refer_by_key(team, "physical_therapist")
    assert team.room.said() == "Referred to Physical therapist."
    assert kept(team) == [("Physical therapist", S.REQUESTED)]
    assert team.tab.referrals.table.isVisible()
    assert state_chip(team.referrals()[0]).words == "Requested 0 d"
    assert team.room.line("physical_therapist").referred_on == date(2026, 11, 20)
    place = team.tab.table.model.place_of(("physical_therapist", None))
    assert team.tab.table.model.cells_at(place)[2].sub == "Referred 20 Nov"  # pyright: ignore[reportAttributeAccessIssue]
    team.room.press("Ctrl+Z")
    assert kept(team) == [("Physical therapist", S.CANCELLED)]
    assert team.room.line("physical_therapist").referred_on is None


def test_accepting_by_key_fills_the_role_and_undo_empties_it(team: Team) -> None:
    refer_by_key(team, "physical_therapist")
    team.stand_on_referral()
    team.room.press("Return")
    sheet = team.sheet(StepSheet)
    assert sheet._state.value() == S.ACCEPTED
    sheet._person.set_value(str(team.room.people["novak"]))
    team.room.press("Ctrl+Return")
    assert team.room.line("physical_therapist").person == "Petra Novak, DPT"
    assert team.room.said().endswith("Petra Novak, DPT is now Physical therapist.")
    team.room.press("Ctrl+Z")
    assert team.room.line("physical_therapist").is_gap
    assert kept(team) == [("Physical therapist", S.REQUESTED)]


def test_the_loop_closes_only_with_a_result_at_its_field(team: Team) -> None:
    refer_by_key(team, "physical_therapist")
    step(team, S.ACCEPTED)
    step(team, S.SCHEDULED)
    sheet = team.sheet(StepSheet)
    assert sheet._fields["scheduled_on"].problem() == "Give the day of the visit."
    sheet._visit.set_value(date(2026, 11, 30))
    team.room.press("Ctrl+Return")
    assert team.referrals()[0].scheduled_on == date(2026, 11, 30)
    step(team, S.COMPLETED)
    sheet = team.sheet(StepSheet)
    assert sheet._fields["result"].problem().startswith("Write what came of it")
    sheet._result.setText("Walks with a stick")
    team.room.press("Ctrl+Return")
    assert kept(team) == [("Physical therapist", S.COMPLETED)]
    assert state_chip(team.referrals()[0]).words == "✓ Completed"


def test_a_closed_referral_is_reopened_with_a_note_and_its_history_tells(team: Team) -> None:
    refer_by_key(team, "physical_therapist")
    step(team, S.DECLINED, note="No room this week")
    team.stand_on_referral()
    team.room.press("Return")
    sheet = team.sheet(ReopenSheet)
    team.room.press("Ctrl+Return")
    assert sheet._fields["note"].problem() == "Say why it is taken up again."
    sheet._note.setText("A place came free")
    team.room.press("Ctrl+Return")
    assert kept(team) == [("Physical therapist", S.REQUESTED)]
    team.stand_on_referral()
    team.room.press("H")
    model = team.sheet(ReferralHistorySheet).table.model
    steps = [model.row_at(place) for place in range(model.rowCount())]
    assert [(one.state, one.note) for one in steps] == [
        (S.REQUESTED, ""),
        (S.DECLINED, "No room this week"),
        (S.REQUESTED, "A place came free"),
    ]
    assert steps[0].by == "Joan Ellis, RN, OCN"


def test_the_menu_of_a_referral_goes_on_with_it_or_tells_its_steps(team: Team) -> None:
    refer_by_key(team, "physical_therapist")
    menu = team.tab.referrals.menu_for(team.referrals()[0])
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["Next step…", "Steps so far…"]
    menu.actions()[0].trigger()
    assert team.sheet(StepSheet).isVisible()


def test_each_kind_of_referral_asks_only_for_what_it_needs(team: Team) -> None:
    team.tab._acts.referring.refer()
    sheet = team.sheet(NewReferralSheet)
    team.room.press("Ctrl+Return")
    assert sheet._fields["to_role"].problem() == "Choose the role."
    sheet._kind.set_value("outside")
    sheet._show_needed()
    assert sheet._fields["to_name"].isVisible()
    assert not sheet._fields["to_role"].isVisible()
    team.room.press("Ctrl+Return")
    assert sheet._fields["to_name"].problem() == "Name the body outside."
    sheet._name.setText("River Hospice")
    sheet._text.setText("Lodging near the centre")
    sheet._priority.set_value("urgent")
    sheet._method.set_value("fax")
    sheet._on.set_value(team.room.desk.moment.today - timedelta(days=4))
    team.room.press("Ctrl+Return")
    [row] = team.referrals()
    assert (row.to, row.reason, row.method) == ("River Hospice", "Lodging near the centre", "Fax")
    assert state_chip(row).words == "! Requested 4 d"
    assert tint(row) is Tone.BAD


def test_a_person_is_referred_to_for_the_role_they_would_take(team: Team) -> None:
    team.tab._acts.referring.refer()
    sheet = team.sheet(NewReferralSheet)
    sheet._kind.set_value("person")
    sheet._show_needed()
    team.room.press("Ctrl+Return")
    assert sheet._fields["to_role"].problem().startswith("Choose the role")
    sheet._role.set_value("physical_therapist")
    sheet._offer()
    sheet._person.set_value(str(team.room.people["novak"]))
    team.room.press("Ctrl+Return")
    assert kept(team) == [("Petra Novak, DPT", S.REQUESTED)]


@pytest.mark.parametrize("state", tuple(S))
def test_every_state_has_its_words(state: ReferralState) -> None:
    assert state_words(state)
