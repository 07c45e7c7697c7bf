"""Large text in a small window: nothing that is needed is pushed off the edge."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Room
from ui.look.theme import Theme
from ui.patient_view import TABS
from ui.shell import SMALLEST


def test_the_composer_stays_in_sight_beside_every_tab(
    room: Room, look: Theme, qtbot: QtBot
) -> None:
    look.set_text_percent(150)
    room.window.setMinimumSize(*SMALLEST)
    room.window.resize(1280, 720)
    composer = room.window.composer
    room.window.log_contact()
    composer.write_note("Asks for a ride.")
    for tab in TABS:
        room.window.patient.open_tab(tab)
        assert composer.isVisible()
        qtbot.waitUntil(
            lambda: (
                composer.mapTo(room.window, QPoint(composer.width(), 0)).x()
                <= room.window.width()
                == 1280
            )
        )


def test_a_short_timeline_has_a_card_of_its_own_height(room: Room, qtbot: QtBot) -> None:
    room.window.patient.open_tab("contacts")
    contacts = room.window.contacts
    qtbot.waitUntil(lambda: contacts._card.height() <= contacts.view.height() + 4)
    assert contacts.view.height() < contacts.height() / 2
