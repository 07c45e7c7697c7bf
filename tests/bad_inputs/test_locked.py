"""Whatever is open when the desk locks, nothing of a patient is left to be seen or read out."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from careteam.storage.store import Store
from tests.bad_inputs.test_text_on_screen import shown_by
from tests.ui.window.test_shell import unlock
from ui.look.sheet import Sheet
from ui.pages import PATIENTS, SETTINGS
from ui.patient_view import CONTACTS, NEEDS, TEAM
from ui.shell import Shell
from ui.window import DeskWindow

MARKS = ("DELACRUZ", "MARIA", "482913", "555-0148")

Opened = Callable[[DeskWindow], object]


def menu_of_the_board(window: DeskWindow) -> None:
    window.patient.open_tab(TEAM)
    row = window.patient.team.table.model.row_at(0)
    window.patient.team._acts.menu_for(row).popup(window.mapToGlobal(QPoint(60, 60)))


def menu_of_the_note(window: DeskWindow) -> None:
    window.composer.form.what.note.open_macros()


def menu_of_filters(window: DeskWindow) -> None:
    window.open_page(PATIENTS)
    window.pages.patients.head.saved.popup(window.mapToGlobal(QPoint(60, 60)))


def list_of_a_choice(window: DeskWindow) -> None:
    window.log_contact()
    choice = next(one for one in window.composer.findChildren(QComboBox) if one.isVisible())
    choice.showPopup()


def completer_of_the_role(window: DeskWindow) -> None:
    role = window.composer.form.who.role
    role._type_ahead.show_matching("")


def search(window: DeskWindow) -> None:
    window._top.search.setFocus()
    window._top.search.setText("dela")
    window._top.search.textEdited.emit("dela")
    window._top.search.edited.emit()


def tip(window: DeskWindow) -> None:
    QToolTip.showText(window.mapToGlobal(QPoint(60, 60)), "DELACRUZ, Maria", window)
    assert QToolTip.isVisible()


def question(window: DeskWindow) -> None:
    box = QMessageBox(window)
    box.setText("DELACRUZ, Maria")
    box.open()


def sheet_over_a_sheet(window: DeskWindow) -> None:
    window.patient.ask_edit()
    QApplication.processEvents()
    question(window)


OPENERS: dict[str, Opened] = {
    "nothing": lambda _window: None,
    "edit": lambda window: window.patient.ask_edit(),
    "phase": lambda window: window.patient.ask_phase(),
    "state": lambda window: window.patient.ask_state(),
    "handing over": lambda window: window.patient.open_handoff(),
    "assign": lambda window: window.patient.team._acts.assign("social_worker"),
    "history of the team": lambda window: window.patient.team._acts.show_history(),
    "red flag": lambda window: window.patient.needs.raise_flag(),
    "needs": lambda window: window.patient.open_tab(NEEDS),
    "contacts": lambda window: window.patient.open_tab(CONTACTS),
    "why": lambda window: window.panel._ask_why(),
    "put off": lambda window: window.panel._put_off(),
    "huddle": lambda window: window.open_huddle(),
    "keys": lambda window: window._show_shortcuts(),
    "settings": lambda window: window.open_page(SETTINGS),
    "menu of the board": menu_of_the_board,
    "menu of the note": menu_of_the_note,
    "menu of filters": menu_of_filters,
    "list of a choice": list_of_a_choice,
    "completer": completer_of_the_role,
    "search": search,
    "tip": tip,
    "question": question,
    "question over a sheet": sheet_over_a_sheet,
}


PAGES = frozenset({"nothing", "needs", "contacts", "settings", "handing over"})
"""What covers nothing."""


def is_covered(window: DeskWindow) -> bool:
    """Whether something stands above the page."""
    above = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    sheets = [sheet for sheet in window.window().findChildren(Sheet) if sheet.isVisible()]
    return bool(sheets) or window._popup.isVisible() or len(above) > 1


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    """No cursor blinks, so that two pictures of one page are the same."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def picture(shell: Shell) -> QImage:
    """The locked page once it is at rest."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    shell._unlock.setFocus()
    QApplication.processEvents()
    return shell.grab().toImage()


def differing(before: QImage, after: QImage) -> QRect:
    """Where two pictures of one size are not the same; empty where they are."""
    if before == after:
        return QRect()
    changed = QPixmap.fromImage(before)
    painter = QPainter(changed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, after)
    painter.end()
    return QRegion(changed.createMaskFromColor(QColor("black"))).boundingRect()


def words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.windowTitle(), shown_by(widget))


def test_no_pixel_and_no_word_of_a_patient_is_left_whatever_was_open(
    shell: Shell, qtbot: QtBot, store: Store, patient: int, still: None
) -> None:
    shell.activateWindow()
    shell.load_the_rest()
    qtbot.waitUntil(lambda: shell._job is not None and not shell._job.is_running, timeout=20_000)
    before = picture(shell)
    for name, opened in OPENERS.items():
        unlock(shell, qtbot, store.path)
        window = shell.desk_window
        assert window is not None
        window.open_patient(patient)
        assert any(mark in words.upper() for words in all_words() for mark in MARKS), name
        opened(window)
        assert name in PAGES or is_covered(window), name
        QApplication.processEvents()
        window.idle._end()
        qtbot.waitUntil(lambda: shell.desk_window is None)
        assert differing(before, picture(shell)) == QRect(), name
        above = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        assert above == [shell], name
        left = [words for words in all_words() if any(mark in words.upper() for mark in MARKS)]
        assert left == [], name
        assert not shell.findChildren(Sheet), name
        assert not [menu for menu in shell.findChildren(QMenu) if menu.isVisible()], name


def all_words() -> list[str]:
    return [words for widget in QApplication.allWidgets() for words in words_of(widget)]
