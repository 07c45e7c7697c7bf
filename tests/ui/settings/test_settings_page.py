"""A nurse changes what her clinic lays down, by keyboard, and the patients' due days follow."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.moment import Moment
from careteam.storage.reads.rules import read_macros
from careteam.storage.reads.settings import clinic_row, holiday_rows, term_rows, waiting
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord, TeamRoleRecord
from careteam.storage.writes import recompute
from careteam.storage.writes.catalogue import switch_role
from tests.people import add_member
from tests.ui.paper import FakePaper
from ui.copying import Copying
from ui.desk import Desk, Done
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.choices import SearchChoice
from ui.look.segmented import SegmentedControl
from ui.look.tables import Table
from ui.look.theme import Theme, ThemeChoice
from ui.preferences import Preferences
from ui.settings.following import FollowStrip
from ui.settings.page import SettingsPage

SECTIONS = (
    "clinic",
    "worker",
    "roles",
    "phases",
    "pathways",
    "milestones",
    "triggers",
    "cadence",
    "instruments",
    "watch",
    "contacts",
    "programs",
    "lists",
    "macros",
    "holidays",
    "look",
    "keys",
    "about",
)


class Settings:
    """The page with its database, driven as a nurse without a mouse does."""

    def __init__(self, page: SettingsPage, desk: Desk) -> None:
        self.page, self.desk = page, desk
        self.said: list[str] = []
        self.failed: list[str] = []
        desk.done.connect(self._hear)
        desk.failed.connect(self.failed.append)

    def _hear(self, done: Done) -> None:
        self.said.append(done.sentence)

    def open(self, key: str) -> None:
        self.page.open_section(key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here(), text)

    def press(self, keys: str) -> None:
        QTest.keySequence(self.here(), keys)

    def here(self) -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def table(self, name: str) -> Table[Any]:
        found = [t for t in self.page.section().findChildren(Table) if self._name(t) == name]
        assert len(found) == 1, name
        return found[0]

    def _name(self, table: Table[Any]) -> str:
        return table.view.accessibleName()

    def choose(self, name: str, key: object) -> None:
        table = self.table(name)
        table.view.setFocus()
        assert table.choose_key(key), key

    def click(self, text: str) -> None:
        section = self.page.section()
        (button,) = [b for b in section.findChildren(Button) if b.text() == text]
        button.setFocus()
        self.press("Return")

    def sheet(self) -> FormSheet:
        (sheet,) = [s for s in self.page.findChildren(FormSheet) if s.isVisible()]
        return sheet

    def has_sheet(self) -> bool:
        return any(sheet.isVisible() for sheet in self.page.findChildren(FormSheet))

    def retype(self, text: str) -> None:
        self.press("Ctrl+A")
        self.type(text)

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def desk(store: Store, moment: Moment, navigator: int) -> Desk:
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def settings(look: Theme, desk: Desk, qtbot: QtBot) -> Iterator[Settings]:
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    qtbot.addWidget(page)
    page.resize(1208, 640)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield Settings(page, desk)
    page.stop()


def due_on(store: Store, patient: int, role: str = "nurse_navigator") -> date:
    table = AssignmentRecord.__table__

    def read(session: Session) -> date:
        query = table.select().where(table.c.patient_id == patient, table.c.role == role)
        return session.execute(query).one().next_due_on

    return store.read(read)


def required(store: Store, patient: int) -> set[str]:
    table = TeamRoleRecord.__table__

    def read(session: Session) -> set[str]:
        query = table.select().where(table.c.patient_id == patient, table.c.is_required)
        return {row.role for row in session.execute(query)}

    return store.read(read)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_and_says_what_it_is_for(settings: Settings, section: str) -> None:
    settings.open(section)
    labels = [label.text() for label in settings.page.section().findChildren(QLabel)]
    assert len(labels) >= 2
    for table in settings.page.section().findChildren(Table):
        ModelTester(None).check(table.model)


def test_the_arrow_keys_go_through_the_sections(settings: Settings) -> None:
    settings.page.list.focus_here()
    for _ in range(3):
        settings.press("Down")
    assert settings.page.list.value() == "roles"
    settings.press("Up")
    assert settings.page.list.value() == "worker"


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


def test_the_clinic_gets_another_name_and_back(settings: Settings, store: Store) -> None:
    settings.click("Edit")
    settings.retype("Blood Center")
    settings.press("Ctrl+Return")
    assert store.read(clinic_row).name == "Blood Center"
    assert "Blood Center" in settings.words()
    assert settings.desk.undo()
    assert store.read(clinic_row).name == "Leukemia Program"


def test_who_works_here_is_told_and_told_again_when_it_is_taken_back(
    settings: Settings, store: Store, navigator: int, qtbot: QtBot
) -> None:
    told: list[int] = []
    settings.page.worker_chosen.connect(told.append)
    other = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    settings.open("worker")
    (person,) = settings.page.section().findChildren(SearchChoice)
    assert person.value() == str(navigator)
    person.setFocus()
    settings.retype("bell")
    settings.press("Return")
    assert told == [other]
    assert settings.desk.undo()
    assert told == [other, navigator]
    assert person.value() == str(navigator)


def test_the_look_is_chosen_by_arrow_keys(settings: Settings) -> None:
    chosen: list[object] = []
    settings.page.look_chosen.connect(chosen.append)
    settings.page.text_size_chosen.connect(chosen.append)
    settings.open("look")
    colors, sizes = settings.page.section().findChildren(SegmentedControl)
    assert (colors.value(), sizes.value()) == ("light", "100")
    for control, word in ((colors, "Dark"), (sizes, "125 %")):
        (segment,) = [s for s in control.findChildren(QWidget) if s.property("text") == word]
        segment.setFocus()
        QTest.keyClick(segment, Qt.Key.Key_Space)
    assert chosen == [ThemeChoice.DARK, 125]


def test_the_page_follows_what_another_window_changed(settings: Settings, store: Store) -> None:
    settings.open("clinic")
    moment = settings.desk.moment
    store.do(rename, moment=moment, rules=store.rules)
    settings.desk.heard_from_outside()
    assert "Elsewhere" in settings.words()


@needs(Action.OWN)
def rename(session: Session, *, moment: Moment, rules: Any) -> Any:
    from careteam.storage.writes.settings import set_setting

    return set_setting(session, "clinic", "Elsewhere", moment=moment, rules=rules)


def test_in_a_large_clinic_the_patients_follow_beside_the_nurses_work(
    settings: Settings,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    settings.open("roles")
    assert "chaplain" in required(store, patient)
    settings.desk.do(switch_role, "chaplain", False)
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)
    (strip,) = settings.page.findChildren(FollowStrip)
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_run_that_was_stopped_says_so_and_goes_on_when_asked(
    settings: Settings,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    (strip,) = settings.page.findChildren(FollowStrip)
    monkeypatch.setattr("ui.settings.following.follow_all", lambda *_args: False)
    settings.desk.do(switch_role, "chaplain", False)
    qtbot.waitUntil(lambda: "still follow the rules as they were" in settings.words())
    monkeypatch.undo()
    (button,) = strip.findChildren(Button)
    assert button.text() == "Go on"
    button.click()
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)


def test_what_was_interrupted_goes_on_when_the_page_is_made_again(
    look: Theme,
    desk: Desk,
    store: Store,
    patient: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    desk.do(switch_role, "chaplain", False)
    assert store.read(waiting) is not None
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: store.read(waiting) is None)
    assert "chaplain" not in required(store, patient)
    page.stop()


def test_a_page_that_goes_ends_the_work_beside_it(
    look: Theme, desk: Desk, patient: int, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ended: list[bool] = []

    def until_told(_store: Store, _moment: Moment, start: Any, report: Any) -> bool:
        while report(start.done, start.total):
            pass
        ended.append(True)
        return False

    monkeypatch.setattr(recompute, "AT_ONCE", 0)
    monkeypatch.setattr("ui.settings.following.follow_all", until_told)
    desk.do(switch_role, "chaplain", False)
    page = SettingsPage(look, desk, Preferences(), Copying(desk, desk), FakePaper())
    (strip,) = page.findChildren(FollowStrip)
    qtbot.waitUntil(lambda: not strip.isHidden())
    page.deleteLater()
    qtbot.waitUntil(lambda: ended == [True])
