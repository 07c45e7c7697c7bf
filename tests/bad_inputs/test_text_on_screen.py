"""Text is text: whatever marks a word holds, the window shows them and makes nothing of them."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text
from sqlmodel import Session

from careteam.demo.clinic import build_clinic
from careteam.domain.moment import Moment
from careteam.storage.engine import Key
from careteam.storage.store import Store
from tests.bad_inputs.hostile import is_markup, watched, write_over
from tests.conftest import ADMIN
from tests.ui.paper import FakePaper
from tests.ui.window.conftest import ZONE, whole
from ui.copying import Copying
from ui.desk import Desk
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.pages import PAGE_KEYS, Pages, build_today
from ui.patient_view import TABS
from ui.preferences import Preferences
from ui.settings.page import SettingsPage
from ui.window import DeskWindow

SUNDAY = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
MOST_PATIENTS = 3
LEAST_COLUMNS = 70


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that nothing may open."""
    path = tmp_path / "seen.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))
    return path


@pytest.fixture(scope="module")
def demo(
    empty_database: tuple[Path, Key], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, int]:
    """The invented clinic, closed; and who works in it."""
    path = tmp_path_factory.mktemp("hostile") / "careteam.db"
    shutil.copyfile(empty_database[0], path)
    store = Store.open(path, empty_database[1], now=SUNDAY, who=ADMIN)
    worker = build_clinic(store, now=SUNDAY).worker_id
    store.close()
    return path, worker


@pytest.fixture
def hostile(
    demo: tuple[Path, int], empty_database: tuple[Path, Key], picture: Path, tmp_path: Path
) -> Iterator[Store]:
    """The invented clinic with every typed word written over."""
    path = tmp_path / "careteam.db"
    shutil.copyfile(demo[0], path)
    store = Store.open(path, empty_database[1], now=SUNDAY, who=ADMIN)
    filled: set[str] = set()
    moment = Moment.at(SUNDAY, ZONE)
    store.do(write_over, filled, picture, moment=moment, rules=store.rules)
    store.forget_rules()
    assert len(filled) >= LEAST_COLUMNS, sorted(filled)
    yield store
    store.close()


@pytest.fixture
def window(
    qtbot: QtBot, look: Theme, hostile: Store, demo: tuple[Path, int], tmp_path: Path
) -> Iterator[DeskWindow]:
    """The whole window on it."""
    paper = FakePaper(tmp_path / "out")
    desk = Desk(hostile, lambda: SUNDAY, zone=ZONE, worker_id=demo[1])
    today = whole(build_today(look, desk, paper))
    copying = Copying(desk, desk)
    settings = partial(SettingsPage, preferences=Preferences(), copying=copying, paper=paper)
    window = DeskWindow(look, desk, Pages(look, desk, paper, settings, today), copying)
    desk.setParent(window)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.panel.choose_first()
    yield window
    window.about_to_lock()


def made_of(widget: QWidget) -> list[str]:
    """What a widget would make of markup, in words; nothing when it shows text as text."""
    wrong: list[str] = []
    tips = (widget.toolTip(), widget.whatsThis(), widget.statusTip())
    wrong += [f"tip {tip}" for tip in tips if "<img" in tip or "<b>" in tip or "<i>" in tip]
    is_plain = Qt.TextFormat.PlainText
    if isinstance(widget, QLabel | QMessageBox) and not widget.inherits("QTipLabel"):
        wrong += [f"label {widget.text()}"] if widget.textFormat() is not is_plain else []
    if isinstance(widget, QTextEdit):
        wrong += ["takes rich text"] if widget.acceptRichText() else []
        wrong += ["holds a picture"] if "<img" in widget.toHtml() else []
    if isinstance(widget, QAbstractButton) and is_markup(widget.text()):
        keys = widget.shortcut().toString()
        wrong += [f"key {keys} of {widget.text()}"] if keys else []
    if widget.isWindow() and is_markup(widget.windowTitle()):
        wrong.append(f"title {widget.windowTitle()}")
    return [f"{type(widget).__name__}: {each[:200]}" for each in wrong]


def shown_by(widget: QWidget) -> str:
    """The words that a widget holds."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    return ""


def tips_of(view: QAbstractItemView) -> Iterator[str]:
    """What a list or table tells when the pointer rests on its cells."""
    model = view.model()
    rows = min(model.rowCount(), 12) if model is not None else 0
    for row in range(rows):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            index = model.index(row, column)
            told = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(told, str):
                yield told
            place = view.visualRect(index).center()
            if not view.viewport().rect().contains(place):
                continue
            asked = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
            QApplication.sendEvent(view.viewport(), asked)
            yield QToolTip.text()
            QToolTip.hideText()


class Walk:
    """Looks at everything that is on the screen, step by step."""

    def __init__(self) -> None:
        self.wrong: set[str] = set()
        self.read: set[str] = set()
        self.tips: set[str] = set()

    def look(self) -> None:
        QApplication.processEvents()
        for widget in QApplication.allWidgets():
            if not isValid(widget):  # a tooltip goes when the next one is asked for
                continue
            self.wrong.update(made_of(widget))
            if widget.isVisible() and is_markup(shown := shown_by(widget)):
                self.read.add(f"{type(widget).__name__} {shown[:40]}")
            if isinstance(widget, QAbstractItemView) and widget.isVisible():
                self.tips.update(tips := set(tips_of(widget)))
                self.wrong.update(
                    f"cell of {type(widget).__name__}: {tip[:200]}"
                    for tip in tips
                    if "<img" in tip or "<b>" in tip or "<i>" in tip
                )
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                top.grab()

    def look_at_menus(self, window: QWidget) -> None:
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible() and view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(0, 0))
                parent = view.parentWidget()
                for each in (view, parent):
                    if each is not None:
                        each.customContextMenuRequested.emit(QPoint(5, 5))
        self.look()
        for menu in window.findChildren(QMenu):
            menu.close()


def sheets_of(window: DeskWindow) -> Iterator[Callable[[], object]]:
    """What opens each sheet of the patient who is shown, and those of the lists."""
    patient, today = window.patient, window.panel
    acts = patient.team._acts
    board = [patient.team.table.model.row_at(at) for at in range(3)]
    yield from (patient.ask_edit, patient.ask_phase, patient.ask_state, patient.open_handoff)
    yield from (acts.assign, acts.show_history, lambda: patient.needs.raise_flag())
    for row in board:
        yield from (partial(acts.show_why, row), partial(acts.refer, row))
        yield partial(acts._snooze, row)
    yield from (today._put_off, today._ask_why, window.open_huddle, window._show_shortcuts)
    yield window._sheets.register


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system who opens a file (inotify)")
def test_markup_in_any_field_is_shown_as_it_was_typed_on_every_page(
    window: DeskWindow, picture: Path, qtbot: QtBot
) -> None:
    walk = Walk()
    with watched(picture) as opened:
        for page in PAGE_KEYS:
            window.open_page(page)
            walk.look()
            walk.look_at_menus(window)
        pages = window.pages
        for section in pages.settings._makers:
            window.open_page("settings")
            pages.settings.open_section(section)
            walk.look()
        for patient in window._desk.read(first_patients):
            window.open_patient(patient)
            for tab in TABS:
                window.patient.open_tab(tab)
                walk.look()
        for tab in TABS[:4]:
            window.patient.open_tab(tab)
            walk.look_at_menus(window)
        for asked in sheets_of(window):
            asked()
            walk.look()
            for sheet in window.window().findChildren(Sheet):
                sheet.close_now()
        window._top.search.setText("<b>")
        window._top.search.textEdited.emit("<b>")
        walk.look()
    assert walk.wrong == set()
    assert opened == []
    assert {"Label", "ElidedLabel", "CheckBox"} <= {each.split()[0] for each in walk.read}
    assert len(walk.read) > 20, walk.read
    assert any("&lt;" in tip for tip in walk.tips)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system who opens a file (inotify)")
def test_a_label_that_reads_markup_would_be_found_out(qtbot: QtBot, picture: Path) -> None:
    """The walk above can fail: Qt's own label opens the picture, from a host's name too."""
    for source in (picture.as_uri(), f"/{picture}"):
        label = QLabel(f'<img src="{source}">')
        qtbot.addWidget(label)
        with watched(picture) as opened:
            label.show()
            label.grab()
        assert opened
        assert made_of(label)


def first_patients(session: Session) -> list[int]:
    ids = text(f"SELECT id FROM patient ORDER BY id LIMIT {MOST_PATIENTS}")
    return list(session.connection().execute(ids).scalars())
