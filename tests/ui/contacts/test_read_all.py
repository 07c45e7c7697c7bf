"""Before a call the navigator reads everything on one page, scrolls it by keys and copies it."""

from datetime import date, timedelta

from tests.timelines import ROLES, Made, add_entries
from tests.ui.contacts.conftest import Place
from tests.ui.paper import FakePaper
from ui.contacts.read_all import ReadAll
from ui.look.theme import Theme, ThemeChoice

TODAY = date(2026, 11, 20)


def add(place: Place, *made: Made) -> None:
    worker = place.desk.worker_id
    assert worker is not None
    add_entries(place.desk.store, place.patient, worker, made)
    place.desk.heard_from_outside()


def open_by_key(place: Place) -> ReadAll:
    place.tab.view.setFocus()
    place.keys("r")
    [reading] = place.tab.findChildren(ReadAll)
    assert reading.isVisible()
    return reading


def some_history(place: Place) -> None:
    add(
        place,
        ("contact", TODAY - timedelta(days=20), ROLES[0], "Long ago.", 1),
        ("contact", TODAY - timedelta(days=3), ROLES[0], "Line one.\nLine two.", 1),
        ("contact", TODAY - timedelta(days=2), ROLES[0], "No voicemail.", 3),
        ("barrier", TODAY - timedelta(days=9), ROLES[0], "No car", 1),
        ("referral", TODAY - timedelta(days=1), ROLES[1], "Please", 1),
        ("red_flag", TODAY - timedelta(days=1), ROLES[0], "Shivering", 1),
        ("alert", TODAY - timedelta(days=8), ROLES[0], "Neutropenic", 3),
    )


def test_the_page_tells_who_what_stands_open_and_all_since_the_last_talk(place: Place) -> None:
    some_history(place)
    said = open_by_key(place).page.toPlainText()
    wanted = (
        "DELACRUZ, Maria",
        "MRN 482913",
        "Open barriers",
        "No car",
        "Open referrals",
        "Chaplain",
        "Red flags of which nobody was told yet",
        "Alerts",
        "Neutropenic",
        "Since Tue 17 Nov, newest first",
        "No voicemail.",
        "Line one.\nLine two.",
    )
    places = [said.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)
    assert "Long ago." not in said


def test_more_days_are_read_when_they_are_asked_for(place: Place) -> None:
    some_history(place)
    reading = open_by_key(place)
    reading._period.set_value("30")
    reading._period.chosen.emit("30")
    assert "Long ago." in reading.page.toPlainText()


def test_space_and_arrows_scroll_and_escape_goes_back_to_the_list(place: Place) -> None:
    add(place, *[("contact", TODAY, ROLES[0], "A long story. " * 40, 3 * at) for at in range(30)])
    reading = open_by_key(place)
    bar = reading.page.verticalScrollBar()
    place.keys("<Down>")
    by_arrow = bar.value()
    assert by_arrow > 0
    place.keys("<Space>")
    assert bar.value() > by_arrow + 100
    place.keys("<Escape>")
    assert not reading.isVisible()
    assert place.tab.view.hasFocus()


def test_the_page_is_copied_as_plain_text(place: Place, paper: FakePaper) -> None:
    some_history(place)
    open_by_key(place)
    place.keys("<Ctrl+C>")
    (copied,) = paper.copied
    assert copied.startswith("DELACRUZ, Maria\nBorn 14-Mar-1981")
    assert "\n\nOpen barriers\n• " in copied
    assert "Line one.\nLine two." in copied


def test_what_changes_meanwhile_is_read_and_another_patient_closes_the_page(
    place: Place, look: Theme
) -> None:
    reading = open_by_key(place)
    assert "Everything so far" in reading.page.toPlainText()
    add(place, ("contact", TODAY, ROLES[0], "Just now.", 3))
    assert "Just now." in reading.page.toPlainText()
    look.choose(ThemeChoice.DARK)
    assert "Just now." in reading.page.toPlainText()
    place.tab.show_patient(None)
    assert not reading.isVisible()
