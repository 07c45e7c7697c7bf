"""A desk with a clock of its own, a social worker on the team, and the composer beside the tab."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.assignments import AssignmentDraft
from careteam.domain.moment import Moment
from careteam.storage.reads.contact_rows import ContactRow
from careteam.storage.reads.contacts import contacts_of
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from tests.people import add_member
from tests.ui.paper import FakePaper
from ui.contacts.composer import Composer
from ui.contacts.lines import ContactLine
from ui.contacts.tab import ContactsTab
from ui.desk import Desk
from ui.look.theme import Theme


@dataclass
class Clock:
    """Tells the time it was last given."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def go(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@dataclass
class Place:
    """A window with the tab and the composer, as the desk has them."""

    window: QWidget
    composer: Composer
    tab: ContactsTab
    desk: Desk
    patient: int
    told: list[str] = field(default_factory=list)

    def contacts(self) -> list[ContactRow]:
        """What the database holds, newest first."""
        return list(self.desk.read(contacts_of, self.patient))

    def lines(self) -> list[ContactLine]:
        """The contacts of the list, in words."""
        model = self.tab.model
        return [model.line_at(at) for at in range(model.rowCount()) if model.row_at(at).contact]

    def keys(self, *pressed: str) -> None:
        """Type words, or press a key written as <Tab> or <Ctrl+Return>."""
        for each in pressed:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None
            if not (each.startswith("<") and each.endswith(">")):
                QTest.keyClicks(target, each)
                continue
            modifiers = Qt.KeyboardModifier.NoModifier
            if "Ctrl+" in each:
                modifiers = Qt.KeyboardModifier.ControlModifier
            name = each[1:-1].removeprefix("Ctrl+")
            QTest.keyClick(target, Qt.Key[f"Key_{name}"], modifiers)

    def tab_to(self, name: str) -> None:
        """Press Tab until a control of this name has the keyboard."""
        for _ in range(30):
            self.keys("<Tab>")
            here = QApplication.focusWidget()
            if here is not None and here.accessibleName().startswith(name):
                return
        raise AssertionError(f"Tab never came to {name}")


@pytest.fixture
def clock(moment: Moment) -> Clock:
    """Friday 20-Nov-2026 09:30 in New York."""
    return Clock(moment.now)


@pytest.fixture
def desk(store: Store, clock: Clock, moment: Moment, navigator: int) -> Desk:
    """The desk at which Joan Ellis works."""
    return Desk(store, clock, zone=moment.zone, worker_id=navigator)


@pytest.fixture
def social_worker(store: Store, moment: Moment, patient: int) -> int:
    """Marcus Bell, LCSW, who holds the patient's role of social worker."""
    person = add_member(store, "Bell", "Marcus", "LCSW", "social_worker", "(212) 555-0139")
    draft = AssignmentDraft(patient, "social_worker", person, starts_on=date(2026, 11, 18))
    store.do(assign, draft, moment=moment, rules=store.rules)
    return person


@pytest.fixture
def paper() -> FakePaper:
    """Where copies go, and what was asked before."""
    return FakePaper()


@pytest.fixture
def open_place(
    qtbot: QtBot, look: Theme, desk: Desk, patient: int, social_worker: int, paper: FakePaper
) -> Callable[[], Place]:
    """Open a new window on the same database; the one before may be gone."""

    def make() -> Place:
        window = QWidget()
        qtbot.addWidget(window)
        composer, tab = Composer(look, desk), ContactsTab(look, desk, paper)
        row = QHBoxLayout(window)
        row.addWidget(tab, 1)
        row.addWidget(composer)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), window)
        shortcut.activated.connect(lambda: composer.start(None, None, None))
        place = Place(window, composer, tab, desk, patient)
        desk.failed.connect(place.told.append)
        window.resize(1040, 720)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        tab.show_patient(patient)
        composer.show_patient(patient)
        window.setFocus(Qt.FocusReason.OtherFocusReason)
        return place

    return make


@pytest.fixture
def place(open_place: Callable[[], Place]) -> Place:
    """The window, with DELACRUZ, Maria in it."""
    return open_place()
