"""The timeline stands in one list with the contacts, is narrowed, and leads to where things are."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from careteam.domain.timeline import EntryKind
from careteam.storage.reads.timeline import TimelineFilter
from tests.timelines import MAKERS, ROLES, Made, add_entries
from tests.ui.contacts.conftest import Clock, Place
from ui.contacts.entry_words import KINDS
from ui.contacts.line_layout import KEPT_SET, LineSetter
from ui.contacts.lines import ContactLine
from ui.contacts.timeline_model import PAGE
from ui.look.theme import Theme, ThemeChoice

TODAY = date(2026, 11, 20)


def add(place: Place, *made: Made) -> None:
    """Write rows for the patient and let the tab read them."""
    worker = place.desk.worker_id
    assert worker is not None
    add_entries(place.desk.store, place.patient, worker, made)
    place.desk.heard_from_outside()


def lines(place: Place) -> list[ContactLine]:
    model = place.tab.model
    return [model.line_at(row) for row in range(model.rowCount())]


def kinds(place: Place) -> set[str]:
    model = place.tab.model
    return {model.row_at(row).kind.value for row in range(model.rowCount())}


def one_of_each(place: Place) -> None:
    add(place, *[(kind, TODAY, ROLES[0], "Ride confirmed", 6) for kind in MAKERS])


def test_every_kind_has_its_place_its_icon_and_its_words(place: Place) -> None:
    one_of_each(place)
    assert kinds(place) == {kind.value for kind in EntryKind}
    for row, line in enumerate(lines(place)):
        entry = place.tab.model.row_at(row)
        if entry.contact is None:
            assert line.icon == KINDS[entry.kind][1]
            assert line.role
            assert "_" not in f"{line.role}{line.detail}"
            assert all(chip.words for chip in line.chips)
            assert line.spoken.startswith(line.day)


def test_contacts_stand_in_full_with_the_rest_in_short_between_them(place: Place) -> None:
    add(
        place,
        ("contact", TODAY, ROLES[0], "Slept badly.", 1),
        ("score", TODAY, ROLES[0], "", 5),
        ("contact", TODAY - timedelta(days=1), ROLES[0], "Ride confirmed.", 1),
    )
    told = [line for line in lines(place) if line.note or "score" in line.detail]
    assert [line.note for line in told[:3]] == ["Slept badly.", "", "Ride confirmed."]
    score = told[1]
    assert (score.time, score.icon, score.chips[0].sign) == ("", "gauge", "!")
    assert score.role.endswith(" 5")


def test_what_was_retracted_stays_struck_through(place: Place) -> None:
    add(place, ("score", TODAY, ROLES[0], "", 8))
    line = next(line for line in lines(place) if line.icon == "gauge")
    assert line.is_retracted
    assert line.chips[0].words == "✕ Retracted: typing error"


def test_kinds_are_checked_in_a_menu_that_stays_open_under_the_keyboard(place: Place) -> None:
    one_of_each(place)
    button = place.tab.filters.kinds
    assert button.text() == "Show: everything"
    menu = button._menu
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(button._acts[EntryKind.TEST])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert kinds(place) == {kind.value for kind in EntryKind} - {"test"}
    assert button.text() == "Show: all but Tests and milestones"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert menu.isVisible()
    assert button.text() == "Show: everything"
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert kinds(place) == {"contact"}
    assert button.text() == "Show: Contacts"


def test_reached_only_leaves_contacts_alone(place: Place) -> None:
    one_of_each(place)
    add(place, ("contact", TODAY, ROLES[0], "Spoke at length.", 1))
    place.tab.filters.only.set_value("reached")
    place.tab.filters.changed.emit()
    assert kinds(place) == {"contact"}


def test_words_are_found_in_notes_and_in_what_is_no_note(place: Place) -> None:
    one_of_each(place)
    place.tab.filters.words.setFocus()
    place.keys("ward 7")
    assert kinds(place) == {"stay"}
    place.tab.filters.words.clear()
    place.keys("ride")
    assert {"contact", "phase", "referral"} <= kinds(place)


def test_the_choice_is_kept_while_patients_change_and_the_words_are_not(place: Place) -> None:
    one_of_each(place)
    filters = place.tab.filters
    filters.kinds.set_kinds(frozenset({"team", "contact"}))
    assert filters.kinds.text() == "Show: 2 of 17 kinds"
    filters.role.set_value("social_worker")
    filters.role.chosen.emit("social_worker")
    filters.words.setText("ride")
    place.tab.show_patient(None)
    place.tab.show_patient(place.patient)
    kept = TimelineFilter(frozenset({"team", "contact"}), role="social_worker")
    assert filters.asked == kept
    assert kinds(place) == {"team", "contact"}
    assert {place.tab.model.row_at(row).role for row in range(place.tab.model.rowCount())} == {
        "social_worker"
    }


@pytest.mark.parametrize(
    ("kind", "tab"), [("test", "pathway"), ("barrier", "needs"), ("declined", "team")]
)
def test_enter_on_an_entry_opens_the_tab_where_it_is_dealt_with(
    place: Place, qtbot: QtBot, kind: str, tab: str
) -> None:
    add(place, (kind, TODAY, ROLES[0], "", 6))
    model, view = place.tab.model, place.tab.view
    wanted = "team" if kind == "declined" else kind
    at = next(row for row in range(model.rowCount()) if model.row_at(row).kind.value == wanted)
    view.choose(at)
    view.setFocus()
    with qtbot.waitSignal(place.tab.open_asked) as asked:
        place.keys("<Return>")
    assert asked.args == [tab]
    menu = place.tab._acts.open_menu(model.row_at(at), QPoint(0, 0))
    assert len(menu.actions()) == 2
    menu.hide()


def test_the_timeline_answers_every_question_of_the_model_tester(
    place: Place, qtmodeltester: object
) -> None:
    one_of_each(place)
    qtmodeltester.check(place.tab.model)  # pyright: ignore[reportAttributeAccessIssue]


def test_five_thousand_entries_are_fetched_in_pages_and_few_of_them_kept_set(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted(MAKERS)
    made: list[Made] = [
        (
            "contact" if at % 4 else names[at // 4 % len(names)],
            TODAY - timedelta(days=at // 6),
            ROLES[at % 3],
            f"entry {at} " * (at % 5),
            at,
        )
        for at in range(5_000)
    ]
    set_lines: list[ContactLine] = []
    lay_out = LineSetter._lay_out

    def counted(setter: LineSetter, line: ContactLine, room: int, is_whole: bool) -> object:
        set_lines.append(line)
        return lay_out(setter, line, room, is_whole)

    monkeypatch.setattr(LineSetter, "_lay_out", counted)
    add(place, *made)
    model, view = place.tab.model, place.tab.view
    assert model.rowCount() == PAGE
    assert len(set_lines) <= PAGE
    fetched = 0
    while model.canFetchMore(QModelIndex()):
        before = [model.row_at(row).key for row in range(model.rowCount())]
        places = [view.visualRect(model.index(row, 0)) for row in range(0, len(before), 200)]
        model.fetchMore(QModelIndex())
        view.doItemsLayout()
        fetched += 1
        assert [model.row_at(row).key for row in range(len(before))] == before
        assert [
            view.visualRect(model.index(row, 0)) for row in range(0, len(before), 200)
        ] == places
        assert model.rowCount() - len(before) <= PAGE
    assert model.rowCount() > 5_000
    assert fetched > 5_000 // PAGE
    assert len(set_lines) <= model.rowCount() + PAGE, "only the first page gives room to the bar"
    order = [model.row_at(row).place for row in range(model.rowCount())]
    assert all(newer > older for newer, older in pairwise(order))
    bar, height = view.verticalScrollBar(), view.viewport().height()
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(value)
        first = view.indexAt(QPoint(5, 0)).row()
        rows = range(max(first, 0), model.rowCount())
        seen = [row for row in rows if view.visualRect(model.index(row, 0)).top() <= height]
        so_far = len(set_lines)
        view.viewport().grab()
        assert len(set_lines) - so_far <= len(seen), "only what is seen is set once more"
        so_far = len(set_lines)
        view.viewport().grab()
        assert len(set_lines) == so_far, "and it is kept"
    setter = view.itemDelegate()._setter  # pyright: ignore[reportAttributeAccessIssue]
    assert len(setter._set) == KEPT_SET
    view.choose(20)
    so_far = len(set_lines)
    place.desk.heard_from_outside()
    assert model.rowCount() < 3 * PAGE, "only what leads to where the nurse stands is read again"
    assert view.currentIndex().row() == 20
    assert len(set_lines) - so_far <= model.rowCount()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_kind_paints(place: Place, look: Theme, choice: ThemeChoice) -> None:
    one_of_each(place)
    look.choose(choice)
    assert not place.window.grab().isNull()


def test_a_contact_found_elsewhere_is_shown_whatever_kinds_were_chosen(
    place: Place, clock: Clock
) -> None:
    add(place, ("contact", TODAY, ROLES[0], "Here I am.", 1))
    place.tab.filters.kinds.set_kinds(frozenset({"test"}))
    [contact] = place.contacts()
    place.tab.show_contact(contact.id)
    index = place.tab.view.currentIndex()
    assert place.tab.model.row_at(index.row()).text == "Here I am."
    assert place.tab.filters.asked.is_open
