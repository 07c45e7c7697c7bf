"""Drives the real window through the whole main job and leaves numbered pictures and the PDF.

It does what a nurse does, by keys and clicks, on the invented clinic and a file in FHIR R4; when
a step does not lead where it should, the tour stops and says which.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from careteam.domain.errors import Unavailable
from ui.app import make_application
from ui.look.sheet import Sheet
from ui.look.theme import ThemeChoice
from ui.shell import Shell
from ui.tour_paper import TourPaper
from ui.window import DeskWindow

SIZE = (1440, 900)
PATIENCE_SECONDS = 60.0
PAUSE_SECONDS = 0.02
"""Between two looks: sleeping lets work in the background run, which waiting in Qt does not."""
MOST_TABS = 60


AnySheet = TypeVar("AnySheet", bound=Sheet)


class TourFailed(Exception):  # noqa: N818 - it says what it is
    """A step did not lead where it should."""


@dataclass(slots=True)
class Tour:
    """The window, where its pictures go, and what has been made so far."""

    shell: Shell
    folder: Path
    made: list[str] = field(default_factory=list)

    @property
    def desk(self) -> DeskWindow:
        """The unlocked desk."""
        window = self.shell.desk_window
        if window is None:
            raise TourFailed("The desk is locked.")
        return window

    def sheet(self, kind: type[AnySheet]) -> AnySheet:
        """The sheet of a kind that is open over the window."""
        for sheet in self.desk.window().findChildren(kind):
            if sheet.isVisible():
                return sheet
        raise TourFailed(f"No {kind.__name__} opened.")

    def picture(self, name: str) -> None:
        """Keep what is on the window now."""
        settle()
        path = self.folder / f"{len(self.made) + 1:02d}-{name}.png"
        if not self.shell.grab().save(str(path)):
            raise Unavailable(f"{path.name} could not be written. Choose another folder.")
        self.made.append(path.name)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds; the tour fails when it never does."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > end:
                raise TourFailed(f"The tour waited in vain: {what}.")
            settle()
            time.sleep(PAUSE_SECONDS)

    def keys(self, keys: str) -> None:
        """Press a shortcut where the keyboard is."""
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or self.shell
        QTest.keySequence(target, keys)
        settle()

    def tab_to(self, name: str) -> None:
        """Press Tab until a control whose name begins so has the keyboard."""
        for _ in range(MOST_TABS):
            self.press(Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is not None and here.accessibleName().startswith(name):
                return
        raise TourFailed(f"The keyboard never came to {name}.")

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        if target is None:
            raise TourFailed("The keyboard is nowhere.")
        QTest.keyClicks(target, text)
        settle()

    def press(self, key: Qt.Key) -> None:
        """Press one key where the keyboard is."""
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or QApplication.focusWidget() or self.shell, key)
        settle()


def take_tour(out: Path) -> int:
    """Walk through the main job; 0 when every step led where it should."""
    from ui.tour_steps import STEPS

    folder = out.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_tell_terminal)
    app = make_application()
    paper = TourPaper(folder)
    shell = Shell(app, None, paper=paper, is_remembered=False)
    shell.theme.choose(ThemeChoice.LIGHT)
    shell.resize(*SIZE)
    shell.show()
    shell.activateWindow()
    QTest.qWaitForWindowActive(shell)
    tour = Tour(shell, folder)
    try:
        for step in STEPS:
            step(tour)
            if shell.faults:
                raise TourFailed(f"Something went wrong in Careteam during {step.__name__}.")
    except (TourFailed, Unavailable) as failed:
        print(failed, file=sys.stderr)  # noqa: T201 - the tour is run from a terminal
        return 1
    finally:
        shell.close()
        shell.throw_demo_away()
    for name in (*tour.made, *paper.saved):
        print(folder / name)  # noqa: T201
    return 0


def _tell_terminal(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say, without what a machine that has no display cannot do."""
    if "This plugin does not support" not in text:
        print(text, file=sys.stderr)  # noqa: T201 - the tour is run from a terminal


def settle() -> None:
    """Let the window do what it has to do."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QTest.qWait(1)
