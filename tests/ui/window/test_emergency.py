"""Emergency access: a reason opens the desk for an hour, a band says so, and it ends by itself."""

from datetime import timedelta
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from careteam.domain.access import Action, Denied, Role
from careteam.domain.dates import PartialDate
from careteam.domain.patients import PatientDraft
from careteam.storage.reads.accounts import emergencies
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from tests.conftest import ADMIN, NOW
from tests.people import work_as
from tests.ui.window.conftest import Room
from ui.emergency import EmergencySheet
from ui.opened_chart import STAYED_MS
from ui.opening import _to_review
from ui.patient_view import HISTORY
from ui.settings.emergencies_section import EmergenciesSection
from ui.settings.emergency_review import EmergencyReviewSheet


@pytest.fixture
def reader(room: Room) -> Room:
    """The desk with somebody who may look and not change."""
    work_as(room.store, "pat.reader", None, Role.READER)
    room.desk.heard_from_outside()
    return room


def begin(room: Room, reason: str) -> EmergencySheet:
    room.window._top.emergency.click()
    sheet = next(
        one for one in room.window.window().findChildren(EmergencySheet) if one.isVisible()
    )
    sheet.kind.set_value("no_cover")
    sheet.reason.set_text(reason)
    sheet._confirm.click()
    return sheet


def test_who_may_only_look_is_offered_emergency_access_and_nothing_to_enter(reader: Room) -> None:
    top = reader.window._top
    assert top.emergency.isVisible()
    assert not top.new_patient.isVisible()
    assert not top.log_contact.isVisible()
    assert not reader.window.bands.emergency.isVisible()


def test_a_navigator_needs_none(room: Room) -> None:
    work_as(room.store, "nora", None, Role.NAVIGATOR)
    room.desk.heard_from_outside()
    assert not room.window._top.emergency.isVisible()
    assert room.window._top.log_contact.isVisible()


def test_a_word_is_no_reason(reader: Room) -> None:
    sheet = begin(reader, "fever")
    assert "at least 10 characters" in sheet._fields["reason"].problem()
    assert not reader.desk.may(Action.CARE)


def test_a_reason_opens_the_desk_and_a_supervisor_reads_why(reader: Room, store: Store) -> None:
    begin(reader, "Night nurse called, nobody reachable.")
    assert reader.desk.may(Action.CARE)
    assert reader.window.bands.emergency.isVisible()
    assert "60 minute" in reader.window.bands.emergency._words.text()
    assert reader.window._top.log_contact.isVisible()
    store.who = ADMIN
    [row] = store.read(emergencies, to_review=True)
    assert (row.account, row.kind) == ("pat.reader", "no_cover")
    assert row.reason == "Night nurse called, nobody reachable."


def test_it_is_ended_by_a_press(reader: Room, store: Store) -> None:
    begin(reader, "Night nurse called, nobody reachable.")
    reader.window.bands.emergency.end()
    assert not reader.window.bands.emergency.isVisible()
    assert not reader.desk.may(Action.CARE)
    assert reader.window._top.emergency.isVisible()
    store.who = ADMIN
    assert store.read(emergencies)[0].ends_at == NOW


def test_it_ends_by_itself_and_the_gate_goes_by_the_clock(reader: Room, store: Store) -> None:
    begin(reader, "Night nurse called, nobody reachable.")
    later = NOW + timedelta(minutes=60)
    reader.desk._clock = lambda: later
    draft = PatientDraft(
        mrn="9", family="Abel", given="Ann", birth_date=PartialDate(1980, 1, 1), sex="female"
    )
    with pytest.raises(Denied):
        store.do(register_patient, draft, moment=reader.desk.moment, rules=store.rules)
    reader.window.bands.emergency.look()
    assert not reader.window.bands.emergency.isVisible()
    assert "ended" in reader.said()


def test_the_band_goes_at_the_very_end_and_not_at_its_next_look(reader: Room, qtbot: QtBot) -> None:
    begin(reader, "Night nurse called, nobody reachable.")
    band, began = reader.window.bands.emergency, monotonic()
    start = NOW + timedelta(minutes=60, milliseconds=-80)
    reader.desk._clock = lambda: start + timedelta(seconds=monotonic() - began)
    band._timer.stop()
    band.look()
    assert band.isVisible()
    qtbot.waitUntil(lambda: not band.isVisible())
    assert "ended" in reader.said()
    assert not reader.desk.may(Action.CARE)


def test_a_supervisor_reviews_it_with_words_and_nobody_their_own(
    reader: Room, store: Store
) -> None:
    begin(reader, "Night nurse called, nobody reachable.")
    store.who = ADMIN
    page = reader.window.pages.settings
    reader.press("Ctrl+,")
    page.open_section("emergencies")
    section = page.section()
    assert isinstance(section, EmergenciesSection)
    assert _to_review(store).startswith("1 emergency")
    section._open(section.table.table.model.row_at(0))
    sheet = next(one for one in page.window().findChildren(EmergencyReviewSheet) if one.isVisible())
    sheet._confirm.click()
    assert "few words what was found" in sheet._fields["review"].problem()
    sheet.found.set_text("The chart of one patient, as told.")
    sheet._confirm.click()
    [row] = store.read(emergencies)
    assert (row.reviewer, row.review) == ("admin", "The chart of one patient, as told.")
    assert _to_review(store) == ""


def test_the_charts_that_were_opened_in_it_are_listed_and_each_opens_its_history(
    reader: Room, store: Store, qtbot: QtBot
) -> None:
    patient, who = reader.window.patient, store.who
    store.who = ADMIN
    page = reader.window.pages.settings
    store.who = who
    qtbot.waitUntil(lambda: not patient.opened._timer.isActive(), timeout=STAYED_MS * 4)
    reader.desk._clock = lambda: NOW + timedelta(minutes=1)
    begin(reader, "Night nurse called, nobody reachable.")
    assert patient.opened._timer.isActive(), "what is in sight when it begins counts"
    qtbot.waitUntil(lambda: not patient.opened._timer.isActive(), timeout=STAYED_MS * 4)
    store.who = ADMIN
    reader.press("Ctrl+,")
    page.open_section("emergencies")
    section = page.section()
    assert isinstance(section, EmergenciesSection)
    section._open(section.table.table.model.row_at(0))
    sheet = next(one for one in page.window().findChildren(EmergencyReviewSheet) if one.isVisible())
    assert sheet.told.text().startswith("1 chart")
    [row] = [sheet.table.model.row_at(place) for place in range(sheet.table.model.rowCount())]
    assert (row.patient_id, row.mrn) == (reader.patient, "482913")
    sheet.table.row_activated.emit(row)
    assert not sheet.isVisible()
    assert reader.window.pages.currentWidget() is reader.window.pages.today
    assert reader.window.patient.patient_id == reader.patient
    assert reader.window.patient.tabs.value() == HISTORY
