"""A desk that nobody is at locks itself, whatever is open on it, and warns before it does."""

import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careteam.domain.idle import MOST_MINUTES, USUAL_MINUTES, minutes_of
from careteam.storage.reads.settings import LOCK_MINUTES, clinic_row
from careteam.storage.store import Store
from careteam.storage.writes.settings import set_setting
from tests.ui.window.conftest import Room
from tests.ui.window.test_shell import home, shell, unlock
from ui.idle import Clocks, Idle
from ui.settings.clinic_section import ClinicSection, ClinicSheet
from ui.shell import Shell

assert home  # fixtures of the shell
assert shell


@dataclass
class Watch:
    """An idle lock on clocks of its own."""

    room: Room
    steady: float = 0.0
    wall: float = 1_000_000.0
    locked: int = 0
    locked_for_good: int = 0

    def __post_init__(self) -> None:
        clocks = Clocks(lambda: self.steady, lambda: self.wall)
        self.idle = Idle(self.room.desk, self.room.window.strip, self.room.window, clocks)
        self.idle._timer.stop()
        self.idle.paused.connect(self.count)
        self.idle.over.connect(self.count_for_good)

    def count(self) -> None:
        self.locked += 1

    def count_for_good(self) -> None:
        self.locked_for_good += 1

    def wait(self, seconds: int, then: Callable[[], object] | None = None) -> None:
        """Let seconds go by, each looked at, as the timer does; `then` is done in each."""
        for _ in range(seconds):
            self.steady += 1
            self.wall += 1
            self.idle.look()
            if then is not None:
                then()

    def settle(self) -> None:
        QApplication.processEvents()


@pytest.fixture
def watch(room: Room) -> Iterator[Watch]:
    room.window.idle.stop()
    made = Watch(room)
    yield made
    made.idle.stop()


def test_a_desk_that_nobody_is_at_locks_after_the_minutes_and_not_before(watch: Watch) -> None:
    watch.wait(USUAL_MINUTES * 60 - 1)
    watch.settle()
    assert watch.locked == 0
    watch.wait(1)
    watch.settle()
    assert watch.locked == 1


def test_the_strip_warns_half_a_minute_before_and_a_key_takes_it_back(
    watch: Watch, room: Room
) -> None:
    watch.wait(USUAL_MINUTES * 60 - 31)
    assert "half a minute" not in room.said()
    watch.wait(1)
    assert "locks in half a minute" in room.said()
    assert room.window.strip.isVisible()
    QTest.keyClick(room.window.panel.list, Qt.Key.Key_Shift)
    assert not room.window.strip.isVisible()
    watch.wait(60)
    watch.settle()
    assert watch.locked == 0


@pytest.mark.parametrize("hand", ["key", "press", "wheel", "move"])
def test_every_hand_on_the_desk_keeps_it_open(watch: Watch, room: Room, hand: str) -> None:
    field = room.window._top.search
    at = [0]

    def touch() -> None:
        at[0] += 1
        if hand == "key":
            QTest.keyClick(field, Qt.Key.Key_Shift)
        elif hand == "press":
            QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        elif hand == "wheel":
            middle = QPoint(10, 10)
            QTest.wheelEvent(room.window.windowHandle(), middle, QPoint(0, 120))
        else:
            QTest.mouseMove(field, QPoint(5 + at[0] % 2, 5))

    watch.wait(USUAL_MINUTES * 60 * 2, touch)
    watch.settle()
    assert watch.locked == 0


def test_a_pointer_that_lies_still_is_no_hand(watch: Watch, room: Room) -> None:
    field = room.window._top.search
    QTest.mouseMove(field, QPoint(5, 5))
    watch.wait(USUAL_MINUTES * 60, lambda: QTest.mouseMove(field, QPoint(5, 5)))
    watch.settle()
    assert watch.locked == 1


def test_a_rest_is_told_once_until_a_hand_comes_back(watch: Watch, room: Room) -> None:
    rests: list[float] = []
    watch.idle.rested.connect(lambda: rests.append(watch.steady))
    watch.wait(10)
    assert rests == [3.0]
    QTest.keyClick(room.window.panel.list, Qt.Key.Key_Shift)
    watch.wait(2)
    assert rests == [3.0]
    watch.wait(8)
    assert rests == [3.0, 13.0]


def test_garbage_in_circles_is_gone_after_a_rest(watch: Watch, room: Room) -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    left = weakref.ref(Circle())
    room.window.idle.rested.emit()
    assert left() is None


def test_nothing_is_listened_to_between_two_looks(watch: Watch, room: Room) -> None:
    """A hand is noted once a second, so moving the mouse costs nothing in between."""
    QTest.keyClick(room.window.panel.list, Qt.Key.Key_Shift)
    watch.steady += 0.5
    QTest.keyClick(room.window.panel.list, Qt.Key.Key_Shift)
    assert watch.idle._touched_at == 0.0
    watch.idle.look()
    QTest.keyClick(room.window.panel.list, Qt.Key.Key_Shift)
    assert watch.idle._touched_at == 0.5


@pytest.mark.parametrize(("steady", "wall"), [(0, 3 * 3600), (61, 61)])
def test_a_machine_that_was_suspended_is_locked_at_once(
    watch: Watch, steady: int, wall: int
) -> None:
    watch.wait(5)
    watch.steady += steady
    watch.wall += wall
    watch.wait(1)
    watch.settle()
    assert (watch.locked, watch.locked_for_good) == (0, 1)


def test_a_desk_to_which_nobody_comes_back_is_locked_for_good(watch: Watch) -> None:
    watch.wait(10 * 60)
    watch.settle()
    assert (watch.locked, watch.locked_for_good) == (1, 0)
    watch.wait(20 * 60)
    watch.settle()
    assert watch.locked_for_good == 0
    watch.wait(1)
    watch.settle()
    assert (watch.locked, watch.locked_for_good) == (1, 1)


def test_who_comes_back_has_the_whole_time_again(watch: Watch) -> None:
    watch.wait(10 * 60)
    watch.settle()
    watch.idle.resume()
    watch.wait(10 * 60 - 1)
    watch.settle()
    assert watch.locked == 1
    watch.wait(1)
    watch.settle()
    assert (watch.locked, watch.locked_for_good) == (2, 0)


@pytest.mark.parametrize("seconds", [-7200, 20])
def test_a_clock_that_is_set_a_little_or_back_locks_nothing(watch: Watch, seconds: int) -> None:
    watch.wait(5)
    watch.wall += seconds
    watch.wait(5)
    watch.settle()
    assert watch.locked == 0


def test_other_minutes_count_from_the_moment_they_are_saved(watch: Watch, room: Room) -> None:
    watch.wait(90)
    room.desk.do(set_setting, LOCK_MINUTES, "1")
    watch.wait(1)
    watch.settle()
    assert watch.locked == 1


def test_a_setting_that_cannot_be_is_the_usual_one() -> None:
    kept = ["", "0", "61", "-5", "ten", "٣", "5"]
    assert [minutes_of(each) for each in kept] == [USUAL_MINUTES] * 6 + [5]


def test_the_minutes_are_changed_in_the_settings_and_told_on_the_status_line(room: Room) -> None:
    assert room.window._status.accessibleName().endswith("locks after 10 min idle")
    room.press("Ctrl+,")
    room.window.pages.settings.open_section("clinic")
    section = room.window.pages.settings.section()
    assert isinstance(section, ClinicSection)
    section._edit.click()
    [sheet] = [one for one in room.window.findChildren(ClinicSheet) if one.isVisible()]
    sheet._lock.set_value(0)
    sheet._confirm.click()
    assert "from 1 to 60" in sheet._fields["lock_minutes"].problem()
    sheet._lock.set_value(MOST_MINUTES)
    sheet._confirm.click()
    assert room.store.read(clinic_row).lock_minutes == MOST_MINUTES
    assert room.window._status.accessibleName().endswith("locks after 60 min idle")
    room.desk.undo()
    assert room.store.read(clinic_row).lock_minutes == USUAL_MINUTES


def opened_menu(room: Room) -> QWidget:
    menu = QMenu(room.window)
    menu.addAction("Replace DELACRUZ")
    menu.popup(room.window.mapToGlobal(QPoint(50, 50)))
    return menu


def opened_list(room: Room) -> QWidget:
    choice = next(one for one in room.window.findChildren(QComboBox) if one.isVisible())
    choice.showPopup()
    return choice.view()


def opened_search(room: Room) -> QWidget:
    room.press("Ctrl+K")
    room.type("dela")
    return room.window._popup


def opened_tip(room: Room) -> QWidget:
    QToolTip.showText(room.window.mapToGlobal(QPoint(60, 60)), "DELACRUZ, Maria", room.window)
    return next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel"))


def opened_question(room: Room) -> QWidget:
    box = QMessageBox(room.window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("DELACRUZ, Maria")
    box.open()
    return box


@pytest.mark.parametrize(
    "opened", [opened_menu, opened_list, opened_search, opened_tip, opened_question]
)
def test_what_floats_is_closed_when_the_desk_locks(
    watch: Watch, room: Room, qtbot: QtBot, opened: Callable[[Room], QWidget]
) -> None:
    floating = opened(room)
    qtbot.waitUntil(floating.isVisible)
    watch.idle.paused.connect(room.window.about_to_lock)
    watch.wait(USUAL_MINUTES * 60)
    watch.settle()
    assert watch.locked == 1
    qtbot.waitUntil(lambda: not floating.isVisible())


def test_a_dialog_that_asks_for_a_file_is_left_and_nothing_is_chosen(
    watch: Watch, room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    """The loop of the dialog has come back before the desk is taken away."""
    order: list[str] = []
    watch.idle.paused.connect(lambda: order.append("locked"))
    dialog = QFileDialog(room.window, "Save", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    QTimer.singleShot(0, lambda: watch.wait(USUAL_MINUTES * 60))
    assert dialog.exec() == QFileDialog.DialogCode.Rejected
    order.append("came back")
    qtbot.waitUntil(lambda: watch.locked == 1)
    assert order == ["came back", "locked"]


def test_the_shell_locks_when_the_desk_was_left_and_keeps_what_was_half_entered(
    shell: Shell, qtbot: QtBot, store: Store, patient: int
) -> None:
    unlock(shell, qtbot, store.path)
    window = shell.desk_window
    assert window is not None
    window.open_patient(patient)
    window.composer.write_note("half a sentence")
    window._sheets.edit(patient)
    window.idle._end()
    qtbot.waitUntil(lambda: shell.desk_window is None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shell._unlock.isVisible()
    assert "kept" in shell._unlock._notice.text()
    told = [shell.windowTitle(), *(each.accessibleName() for each in shell.findChildren(QWidget))]
    told += [each.toolTip() for each in shell.findChildren(QWidget)]
    assert not [words for words in told if "DELACRUZ" in words.upper()]
    unlock(shell, qtbot, store.path)
    again = shell.desk_window
    assert again is not None
    again.open_patient(patient)
    assert again.composer.form.entry().note == "half a sentence"
    again.idle.stop()


def test_the_invented_clinic_locks_too_and_says_how_it_is_opened(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    shell = Shell(qapp, None, is_remembered=False)
    qtbot.addWidget(shell)
    shell.show()
    shell.open_demo()
    qtbot.waitUntil(lambda: shell.desk_window is not None, timeout=60_000)
    shell.lock()
    assert "demo" in shell._unlock._notice.text()
    path = Path(shell._unlock._database.value())
    assert path.name == "demo.db"
    unlock(shell, qtbot, path, "demo", shell._unlock.user())
    shell.close()
    shell.throw_demo_away()
    qapp.setStyleSheet("")
