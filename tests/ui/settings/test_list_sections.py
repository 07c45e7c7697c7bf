"""Outcomes, topics, macros and holidays are the clinic's to change and to change back."""

from datetime import date

from careteam.storage.reads.rules import read_macros
from careteam.storage.reads.settings import holiday_rows, term_rows
from careteam.storage.store import Store
from tests.ui.settings.driving import Settings, desk, settings
from ui.look.buttons import Button
from ui.look.segmented import SegmentedControl

# fixtures of this clinic
assert desk
assert settings


def test_an_outcome_gets_other_retry_days(settings: Settings, store: Store) -> None:
    settings.open("contacts")
    settings.choose("Outcomes", ("outcome", "no_answer"))
    settings.press("Return")
    settings.press("Tab")
    settings.press("Tab")
    settings.press("Up")
    settings.press("Ctrl+Return")
    assert store.rules.catalogue.outcomes["no_answer"].retry_days == 2
    assert settings.desk.undo()
    assert store.rules.catalogue.outcomes["no_answer"].retry_days == 1


def test_the_number_of_tries_and_the_minutes_are_changed(settings: Settings, store: Store) -> None:
    settings.open("contacts")
    settings.click("Edit")
    settings.retype("5")
    settings.press("Tab")
    settings.retype("5, 25 ten")
    settings.press("Ctrl+Return")
    assert "Write numbers with blanks between, such as 5 10 15." in settings.words()
    settings.retype("25 5")
    settings.press("Ctrl+Return")
    assert store.rules.catalogue.max_attempts == 5
    assert store.rules.catalogue.quick_minutes == (5, 25)


def test_a_topic_is_added_and_a_word_that_is_there_is_refused(
    settings: Settings, store: Store
) -> None:
    settings.open("lists")
    (lists,) = settings.page.section().findChildren(SegmentedControl)
    lists.set_value("topic")
    settings.page.section().read_again()
    settings.click("Add word")
    settings.type("Dental clearance")
    settings.press("Ctrl+Return")
    assert "Dental clearance" in [row.label for row in store.read(term_rows, "topic")]
    settings.click("Add word")
    settings.type("dental clearance")
    settings.press("Ctrl+Return")
    assert "This name is in the list already." in settings.words()


def test_a_macro_is_written_changed_and_removed_and_every_step_can_be_taken_back(
    settings: Settings, store: Store
) -> None:
    settings.open("macros")
    settings.click("Add macro")
    settings.type(".port")
    settings.press("Tab")
    settings.type("Port flushed.")
    settings.press("Ctrl+Return")
    assert store.read(read_macros)[".port"] == "Port flushed."
    settings.choose("Text macros", ".port")
    settings.press("Return")
    settings.retype(".p")
    settings.press("Ctrl+Return")
    assert ".port" not in store.read(read_macros)
    assert settings.desk.undo()
    assert store.read(read_macros)[".port"] == "Port flushed."
    settings.choose("Text macros", ".port")
    settings.press("Del")
    assert ".port" not in store.read(read_macros)
    assert settings.desk.undo()
    assert store.read(read_macros)[".port"] == "Port flushed."


def test_a_year_is_filled_with_its_federal_holidays_and_emptied_again(
    settings: Settings, store: Store
) -> None:
    settings.open("holidays")
    for _ in range(5):
        settings.page.section().findChildren(Button)[1].click()
    assert "No holidays of 2031 are in the list." in settings.words()
    settings.click("Fill federal holidays of 2031")
    assert date(2031, 7, 4) in [row.day for row in store.read(holiday_rows, 2031)]
    assert settings.desk.undo()
    assert store.read(holiday_rows, 2031) == ()


def test_a_holiday_is_added_as_it_is_spoken_renamed_and_removed(
    settings: Settings, store: Store
) -> None:
    settings.open("holidays")
    settings.click("Add holiday")
    settings.type("24 dec")
    settings.press("Tab")
    settings.type("Christmas Eve")
    settings.press("Ctrl+Return")
    eve = date(2026, 12, 24)
    assert names(store)[eve] == "Christmas Eve"
    settings.choose("Holidays", eve)
    settings.press("Return")
    settings.retype("Holy Eve")
    settings.press("Ctrl+Return")
    assert names(store)[eve] == "Holy Eve"
    settings.choose("Holidays", eve)
    settings.press("Del")
    assert names(store)[eve] == "Holy Eve"
    settings.press("Ctrl+Return")
    assert eve not in names(store)
    assert settings.desk.undo()
    assert names(store)[eve] == "Holy Eve"


def names(store: Store) -> dict[date, str]:
    return {row.day: row.name for row in store.read(holiday_rows, 2026)}


def test_an_impossible_holiday_is_told_at_its_field(settings: Settings) -> None:
    settings.open("holidays")
    settings.click("Add holiday")
    settings.type("31-Feb-2027")
    settings.press("Ctrl+Return")
    assert "This is not a date" in settings.words()
    assert settings.here().property("text") == "31-Feb-2027"
