"""The whole window on a small clinic: a database file, the real desk, paper that asks nobody."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.moment import Moment
from careteam.storage.reads.board import BoardRow
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from tests.conftest import NOW
from tests.people import add_member, work_as
from tests.ui.paper import FakePaper
from ui.copying import Copying
from ui.desk import Desk
from ui.look.theme import Theme
from ui.pages import Pages, build_today
from ui.preferences import Preferences
from ui.settings.page import SettingsPage
from ui.window import DeskWindow

ZONE = "America/New_York"
Built = TypeVar("Built")


@dataclass
class Room:
    """The window, what it stands on, and hands to use it."""

    window: DeskWindow
    desk: Desk
    store: Store
    paper: FakePaper
    patient: int
    people: dict[str, int]

    @property
    def account(self) -> int:
        """The account of the navigator, who is signed in."""
        assert self.store.who is not None
        return self.store.who.account_id

    def press(self, keys: str) -> None:
        """Press a shortcut where the keyboard is."""
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or self.window
        QTest.keySequence(target, keys)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)
        QApplication.processEvents()

    def board(self) -> list[BoardRow]:
        """The lines of the role board on the screen, or as it is when it comes back to it."""
        self.window.patient.team.catch_up()
        model = self.window.patient.team.table.model
        return [model.row_at(place) for place in range(model.rowCount())]

    def line(self, role: str) -> BoardRow:
        """The line of a role on the screen."""
        return next(row for row in self.board() if row.role == role)

    def take_from_menu(self, role: str, words: str) -> None:
        """Open the menu of a line of the board and take an act from it."""
        menu = self.window.patient.team._acts.menu_for(self.line(role))
        action = next(act for act in menu.actions() if act.text().startswith(words))
        action.trigger()
        menu.deleteLater()
        QApplication.processEvents()

    def said(self) -> str:
        """What the message strip says."""
        return self.window.strip.message.text


def whole(pieces: Generator[None, None, Built]) -> Built:
    """What is built in pieces, all at once."""
    while True:
        try:
            next(pieces)
        except StopIteration as built:
            return built.value


@pytest.fixture
def room(
    qtbot: QtBot, look: Theme, store: Store, patient: int, navigator: int, tmp_path: Path
) -> Iterator[Room]:
    """A desk with DELACRUZ, Maria, a social worker who is late, and a few more people."""
    moment = Moment.at(NOW, ZONE, navigator)
    people = {
        "navigator": navigator,
        "bell": add_member(store, "Bell", "Marcus", "LCSW", "social_worker", "(212) 555-0139"),
        "okoye": add_member(store, "Okoye", "Ada", "LCSW", "social_worker", "(212) 555-0140"),
        "novak": add_member(store, "Novak", "Petra", "DPT", "physical_therapist"),
    }
    draft = AssignmentDraft(
        patient, "social_worker", people["bell"], Rank.PRIMARY, date(2026, 11, 16)
    )
    store.do(assign, draft, moment=moment, rules=store.rules)
    contact = ContactDraft(
        patient,
        "nurse_navigator",
        "phone",
        "reached_patient",
        moment.now - timedelta(days=1),
        person_id=navigator,
        minutes=12,
        note="Slept badly, no fever.",
        next_step=NextStep("ride to the lumbar puncture", date(2026, 11, 24), "14:00"),
    )
    store.do(log_contact, contact, moment=moment, rules=store.rules)
    work_as(store, "joan.ellis", navigator)
    paper = FakePaper(tmp_path)
    desk = Desk(store, lambda: NOW, zone=ZONE, worker_id=navigator)
    today = whole(build_today(look, desk, paper))
    copying = Copying(desk, desk)
    settings = partial(SettingsPage, preferences=Preferences(), copying=copying, paper=paper)
    pages = Pages(look, desk, paper, settings, today)
    window = DeskWindow(look, desk, pages, copying)
    desk.setParent(window)
    desk.prove()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.patient.patient_id == patient)
    yield Room(window, desk, store, paper, patient, people)
    for menu in window.findChildren(QMenu):
        menu.close()
