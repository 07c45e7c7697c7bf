"""A directory page over a real database, and the people of a small clinic."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.people import PersonDraft
from careteam.domain.phones import Phone
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.people import add_person
from ui.desk import Desk
from ui.directory.page import DirectoryPage
from ui.look.theme import Theme

THERAPY = "physical_therapist"


class Keys:
    """Types where the keyboard stands, as a nurse without a mouse does."""

    def __init__(self, page: QWidget) -> None:
        self._page = page

    def type(self, text: str) -> None:
        """Type words into whatever has the keyboard."""
        QTest.keyClicks(self._here(), text)

    def press(self, sequence: str) -> None:
        """Press a key or a combination, such as Tab or Ctrl+Return."""
        QTest.keySequence(self._here(), sequence)

    def _here(self) -> QWidget:
        here = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert here is not None, "nothing has the keyboard"
        return here


@pytest.fixture
def desk(store: Store, moment: Moment) -> Desk:
    """A desk at which nobody in particular works, on Friday 20-Nov-2026."""
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)


@pytest.fixture
def novak(store: Store, moment: Moment) -> int:
    """Petra Novak, DPT, with fifteen patients."""
    person = added(store, moment, "Novak", "Petra", "(212) 555-0158")
    for number in range(15):
        patient = PatientDraft(
            mrn=f"7{number:05d}",
            family=f"Patient{number:02d}",
            given="Ada",
            phase="induction",
            phase_since=date(2026, 11, 9),
        )
        made = store.do(register_patient, patient, moment=moment, rules=store.rules).made
        assert made is not None
        draft = AssignmentDraft(made, THERAPY, person, Rank.PRIMARY, date(2026, 11, 10))
        store.do(assign, draft, moment=moment, rules=store.rules)
    return person


@pytest.fixture
def reyes(store: Store, moment: Moment) -> int:
    """Daniel Reyes, DPT, without patients."""
    return added(store, moment, "Reyes", "Daniel", "(212) 555-0157")


@pytest.fixture
def page(look: Theme, desk: Desk, qtbot: QtBot) -> DirectoryPage:
    """The page as it stands in a window of 1280 x 720; show it when the people are there."""
    page = DirectoryPage(look, desk)
    page.resize(1200, 640)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def keys(page: DirectoryPage) -> Keys:
    """The keyboard of the page."""
    return Keys(page)


def added(store: Store, moment: Moment, family: str, given: str, phone: str) -> int:
    """A physical therapist of the directory."""
    draft = PersonDraft(
        family,
        given,
        credentials="DPT",
        roles=(THERAPY,),
        department="Rehabilitation",
        phones=(Phone(phone, "work"),),
    )
    made = store.do(add_person, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made
