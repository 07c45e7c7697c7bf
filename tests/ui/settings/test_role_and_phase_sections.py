"""A nurse changes roles and phases by keyboard, and the patients' due days follow."""

from datetime import date
from typing import Any

from careteam.storage.store import Store
from tests.ui.settings.driving import Settings, desk, due_on, required, settings
from ui.look.choices import SearchChoice
from ui.look.tables import Table

# fixtures of this clinic
assert desk
assert settings


def test_a_role_is_changed_by_keyboard_and_its_first_contacts_move(
    settings: Settings, store: Store, patient: int
) -> None:
    assert due_on(store, patient) == date(2026, 11, 12)
    settings.open("roles")
    settings.choose("Roles", "nurse_navigator")
    settings.press("Return")
    for _ in range(6):
        settings.press("Tab")
    settings.retype("4")
    settings.press("Ctrl+Return")
    assert not settings.has_sheet()
    assert settings.said == ["Oncology nurse navigator is saved."]
    assert due_on(store, patient) == date(2026, 11, 16)
    assert settings.desk.undo()
    assert due_on(store, patient) == date(2026, 11, 12)


def test_a_mistyped_code_is_told_at_its_field_and_nothing_typed_is_lost(
    settings: Settings,
) -> None:
    settings.open("roles")
    settings.choose("Roles", "chaplain")
    settings.press("Return")
    for _ in range(3):
        settings.press("Tab")
    settings.retype("40204002")
    settings.press("Ctrl+Return")
    assert settings.has_sheet()
    assert "This is not a SNOMED CT code" in settings.words()
    assert settings.here().property("text") == "40204002"


def test_a_role_is_switched_off_from_its_menu_and_leaves_the_boards(
    settings: Settings, store: Store, patient: int
) -> None:
    settings.open("roles")
    assert "chaplain" in required(store, patient)
    switched = [act for act in menu(settings, "chaplain") if act.text() == "Switch off"]
    switched[0].trigger()
    assert "chaplain" not in required(store, patient)
    assert settings.desk.undo()
    assert "chaplain" in required(store, patient)


def menu(settings: Settings, role: str) -> list[Any]:
    table = settings.table("Roles")
    row = table.model.row_at(table.model.place_of(role))
    return settings.page.section().roles.menu_for(row).actions()  # pyright: ignore


def test_what_cannot_be_switched_off_is_told_and_stays(settings: Settings) -> None:
    settings.open("roles")
    switched = [act for act in menu(settings, "nurse_navigator") if act.text() == "Switch off"]
    switched[0].trigger()
    assert settings.failed == ["Every worklist hangs on the navigator's role; it stays."]


def test_a_new_role_is_added_and_moved_up(settings: Settings, store: Store) -> None:
    settings.open("roles")
    settings.click("Add role")
    settings.type("Fertility counselor")
    settings.press("Ctrl+Return")
    assert list(store.rules.catalogue.roles)[-1] == "fertility_counselor"
    settings.choose("Roles", "fertility_counselor")
    settings.press("Ctrl+Up")
    assert list(store.rules.catalogue.roles)[-2] == "fertility_counselor"
    assert settings.desk.undo()
    assert list(store.rules.catalogue.roles)[-1] == "fertility_counselor"


def test_the_days_between_contacts_of_a_phase_are_changed(
    settings: Settings, store: Store, patient: int
) -> None:
    settings.open("phases")
    settings.choose("Phases", "induction")
    settings.choose("Roles asked for", "social_worker")
    settings.press("Return")
    settings.retype("21")
    settings.press("Ctrl+Return")
    assert store.rules.catalogue.contact_days("social_worker", "induction") == 21
    assert "every 3 weeks" in cells(settings.table("Roles asked for"))


def cells(table: Table[Any]) -> list[str]:
    model = table.model
    return [
        str(model.data(model.index(row, column)))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def test_a_phase_asks_for_another_role_and_no_longer_for_one(
    settings: Settings, store: Store, patient: int
) -> None:
    settings.open("phases")
    settings.choose("Phases", "induction")
    settings.click("Ask for a role")
    (choice,) = settings.sheet().findChildren(SearchChoice)
    choice.set_value("medical_oncologist")
    settings.press("Ctrl+Return")
    assert "medical_oncologist" in required(store, patient)
    settings.choose("Roles asked for", "medical_oncologist")
    settings.press("Del")
    assert "medical_oncologist" not in required(store, patient)
    assert settings.desk.undo()
    assert "medical_oncologist" in required(store, patient)


def test_a_phase_is_named_and_given_its_length(settings: Settings, store: Store) -> None:
    settings.open("phases")
    settings.choose("Phases", "maintenance")
    settings.press("Return")
    settings.retype("Maintenance therapy")
    settings.press("Tab")
    settings.type("730")
    settings.press("Ctrl+Return")
    phase = store.rules.catalogue.phases["maintenance"]
    assert (phase.label, phase.usual_days) == ("Maintenance therapy", 730)
    assert phase.asks_for
