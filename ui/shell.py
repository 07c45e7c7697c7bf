"""The frame of the program: locked it shows the unlock page alone, unlocked the desk."""

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from ui import late
from ui.background import Job, Report
from ui.locked_work import LockedWork
from ui.look.theme import Theme, ThemeChoice
from ui.override import override
from ui.preferences import Preferences, load_preferences, save_preferences
from ui.unlock.failing import show_failure
from ui.unlock.page import UnlockPage, UnlockRequest
from ui.unlock.threshold import Threshold
from ui.ways_in import WaysIn

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from careteam.storage.copier import Copier
    from ui.admin_window import AdminWindow
    from ui.crash import Faults
    from ui.paper import Paper
    from ui.unlock.failing import Asking
    from ui.window import DeskWindow

RESOURCES = Path(__file__).parents[1] / "resources"
SMALLEST, USUAL = (960, 600), (1440, 900)
LIVING_MS = 1
"""Between pieces of the desk; with no time at all Qt would not look at its timers."""


class Shell(QMainWindow):
    """Owns the one open database. Nothing of a patient is ever in the title.

    Locking closes the database, drops the key with it and destroys the desk; what was half
    entered is kept in the database and comes back.
    """

    def __init__(
        self,
        app: QApplication,
        database: Path | None,
        *,
        paper: "Paper | None" = None,
        is_remembered: bool = True,
    ) -> None:
        super().__init__()
        self._is_remembered = is_remembered
        self._paper = paper
        self._preferences = load_preferences() if is_remembered else Preferences()
        look = (self._preferences.theme, self._preferences.text_percent)
        self._theme = theme = Theme(app, RESOURCES, *look, window=self)
        self._job: Job | None = None
        self._asked: UnlockRequest | None = None
        self._opened: Any = None
        self._building: Generator[None, None, DeskWindow | AdminWindow] | None = None
        self._window: DeskWindow | AdminWindow | None = None
        self._copier: Copier | None = None
        self._faults: Faults | None = None
        self._demo: TemporaryDirectory[str] | None = None
        self._unlock = UnlockPage(self._theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._unlock)
        self._threshold = Threshold(theme, self._stack, paper, self._start, self)
        self._work = LockedWork(self._unlock, self.lock, self._start)
        self._ways = WaysIn(theme, self._unlock, self._stack, self._start, self)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Careteam")
        self.setWindowIcon(QIcon(str(RESOURCES / "careteam.svg")))
        screen = self.screen().availableSize()
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(screen))
        self.resize(QSize(*USUAL).boundedTo(screen))
        if self._preferences.geometry:
            self.restoreGeometry(self._preferences.geometry)
        self._connect_the_door()
        app.commitDataRequest.connect(self._on_log_off)
        self._offer(database)

    @property
    def theme(self) -> Theme:
        """The look of everything in this window."""
        return self._theme

    @property
    def desk_window(self) -> "DeskWindow | None":
        """The desk while it is unlocked by somebody who sees patients."""
        return late.desk_of(self._window)

    @property
    def faults(self) -> int:
        """How often our own code failed since it is watched."""
        return self._faults.count if self._faults is not None else 0

    def load_the_rest(self) -> None:
        """Load what the unlocked desk needs, in the background, while the passphrase is typed."""
        self._theme.load_every_font()
        self._watch_for_faults()
        self._start(late.load, self._on_loaded, busy=False)

    def tell(self, sentence: str) -> None:
        """Say one sentence where the nurse looks."""
        if self._window is not None:
            self._window.tell(sentence)
        else:
            self._unlock.show_problem(sentence)

    def open_store(self, request: UnlockRequest) -> None:
        """Open a database in the background and show the desk."""
        self._asked = request
        self._start(lambda _report: late.open_database(request), self._on_opened)

    def open_demo(self) -> None:
        """Make the invented clinic and show the desk on it."""
        from tempfile import TemporaryDirectory

        self._watch_for_faults()
        self._demo = TemporaryDirectory(prefix="careteam-demo-")
        folder = Path(self._demo.name)
        self._start(lambda _report: late.make_demo(folder), self._on_opened)

    def finish(self) -> None:
        """After the window has gone: make the copy of leaving when one is due.

        Trouble with it is told at the next unlocking, by the age on the status line.
        """
        if self._copier is not None:
            late.copy_on_leaving(self._copier)

    def throw_demo_away(self) -> None:
        """Delete the invented clinic."""
        if self._demo is not None:
            self._close_desk()
            self._demo.cleanup()
            self._demo = None

    def lock(self) -> None:
        """Close the database and show the unlock page."""
        if self._opened is None:
            return
        is_kept = self._window is not None and self._window.about_to_lock()
        self._unlock.clear()
        self._offer_file(self._opened.store.path)
        self._close_desk()
        self._show_door(is_kept)

    def _watch_for_faults(self) -> None:
        from ui import crash

        self._faults = crash.install(Path(platformdirs.user_state_path("careteam")), self.tell)

    def _connect_the_door(self) -> None:
        self._unlock.unlock_asked.connect(self._on_unlock)
        self._ways.opened.connect(self._on_opened)
        self._ways.restored.connect(self._work.tell)
        self._ways.file_chosen.connect(self._offer_file)
        self._threshold.crossed.connect(self._on_crossed)
        self._threshold.lock_asked.connect(self.lock)

    def _offer(self, database: Path | None) -> None:
        recent = self._preferences.databases
        usual = Path(platformdirs.user_data_path("careteam")) / "careteam.db"
        chosen = database or (recent[0] if recent else usual)
        known = [chosen, *(path for path in recent if path != chosen)]
        self._unlock.set_databases(known, chosen)
        if self._is_remembered and database is None and not recent and not usual.exists():
            self._ways.set_up()

    def _start(
        self, work: Callable[[Report], Any], done: Callable[[Any], None], *, busy: bool = True
    ) -> None:
        self._asking().show_busy(busy)
        job = Job(work, self)
        job.finished.connect(done)
        job.failed.connect(self._on_failed)
        self._job = job
        job.start()

    def _on_loaded(self, _result: object) -> None:
        late.begin_collecting()

    def _on_unlock(self, request: UnlockRequest) -> None:
        if self._window is None:
            self.open_store(request)
        elif request.user == late.user_of(self._opened):
            store = self._opened.store
            self._start(lambda _report: late.is_password(store, request), self._on_back)
        else:
            self.lock()
            self.open_store(request)

    def cover(self) -> None:
        """Hide the desk of somebody who is away; their password brings it back as it was."""
        if self._window is None:
            return
        is_kept = self._window.cover()
        self._unlock.clear()
        self._offer_file(self._opened.store.path)
        self._show_door(is_kept)
        self._unlock.hold(late.user_of(self._opened))

    def _show_door(self, is_kept: bool) -> None:
        self._unlock.set_kept_draft(is_kept)
        if self._demo is not None:
            self._unlock.show_notice(self.tr("The password of the invented clinic is: demo"))
        self._stack.setCurrentWidget(self._unlock)
        self._unlock.setFocus()

    def _on_back(self, _is_right: bool) -> None:
        if self._window is not None:
            self._unlock.clear()
            self._stack.setCurrentWidget(self._window)
            self._window.uncover()

    def _on_failed(self, error: Exception) -> None:
        page = self._asking()
        page.show_busy(False)
        if late.is_code_needed(error) and self._asked is not None:
            self._unlock.ask_code(self._asked)
            self._asked = None
            return
        show_failure(page, error, self._unlock)

    def _on_opened(self, opened: Any) -> None:
        self._opened = opened
        self._threshold.cross(opened)

    def _on_crossed(self, opened: Any) -> None:
        self._opened = opened
        self._unlock.show_busy(True)
        self._stack.setCurrentWidget(self._unlock)
        self._building = late.build_window(
            self._theme, opened, self._preferences, self._paper, is_demo=bool(self._demo)
        )
        self._build_on()

    def _build_on(self) -> None:
        """Build one more piece of the desk, then let the window live."""
        if self._building is None:
            return
        try:
            next(self._building)
        except StopIteration as built:
            self._building = None
            window: DeskWindow | AdminWindow = built.value
            self._stack.addWidget(window)
            QTimer.singleShot(LIVING_MS, self, lambda: self._show_desk(window))
        else:
            QTimer.singleShot(LIVING_MS, self._build_on)

    def _show_desk(self, window: "DeskWindow | AdminWindow") -> None:
        if self._opened is None:  # closed meanwhile
            return
        window.lock_asked.connect(self.lock)
        window.cover_asked.connect(self.cover)
        window.pages.look_chosen.connect(self._on_look)
        window.pages.text_size_chosen.connect(self._on_text_size)
        window.pages.restore_asked.connect(lambda copy: self._work.restore(self._opened, copy))
        window.pages.turn_asked.connect(lambda: self._work.turn_key(self._opened))
        window.emergency.sight_changed.connect(self._build_anew)
        is_emergency = self._asked is not None and self._asked.is_emergency
        self._asked = None
        self._window = window
        self._stack.setCurrentWidget(window)
        QTimer.singleShot(LIVING_MS, window, window.take_keyboard)
        if self._opened.warning:
            window.tell(self._opened.warning)
        if is_emergency:
            window.emergency.ask()
        self._unlock.clear()
        if self._demo is None:
            self._keep(self._preferences.opened(self._opened.store.path))
        late.begin_collecting()

    def _build_anew(self) -> None:
        """Emergency access shows patients or hides them again: another window on the same file."""
        if self._window is None or self._stack.currentWidget() is not self._window:
            self.lock()  # nobody is here
            return
        self._window.about_to_lock(is_left=False)
        self._drop_window()
        self._on_crossed(replace(self._opened, warning=""))

    def _on_log_off(self, _session: object) -> None:
        """The machine is being left: keep what is half entered and close the database.

        Should it not be left after all, the desk is locked and everything comes back.
        """
        if self._window is not None:
            self.lock()

    def _asking(self) -> "Asking":
        """What asks for something while the desk is locked or not built yet."""
        return self._threshold.asking or self._ways.asking or self._unlock

    def _offer_file(self, path: Path) -> None:
        """Have a database chosen on the unlock page, with its users of now."""
        self._unlock.set_databases(self._preferences.opened(path).databases, path)

    def _on_look(self, choice: ThemeChoice) -> None:
        self._theme.choose(choice)
        self._keep(replace(self._preferences, theme=choice))

    def _on_text_size(self, percent: int) -> None:
        self._theme.set_text_percent(percent)
        self._keep(replace(self._preferences, text_percent=percent))

    def _keep(self, preferences: Preferences) -> None:
        self._preferences = preferences
        if self._is_remembered:
            save_preferences(preferences)

    def _close_desk(self) -> None:
        self._threshold.leave()
        self._building = None
        self._drop_window()
        if self._opened is not None:
            self._copier = None if self._demo else self._opened.store.copier()
            self._opened.close()
            self._opened = None

    def _drop_window(self) -> None:
        if self._window is not None:
            self._stack.removeWidget(self._window)
            self._window.deleteLater()
            self._window = None

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._window is not None:
            self._window.about_to_lock()
        if self._job is not None:
            self._job.wait()
        self._close_desk()
        geometry = bytes(self.saveGeometry().data())
        self._keep(replace(self._preferences, geometry=geometry))
        super().closeEvent(event)
