"""After a change of the rules in a large clinic: all patients follow, beside the nurse's work."""

import time

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from careteam.domain.moment import Moment
from careteam.storage.reads.settings import Waiting, waiting
from careteam.storage.store import Store
from careteam.storage.writes.recompute import recompute_next
from ui.background import Job, Report
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.labels import Label
from ui.look.theme import Theme

PAUSE_SECONDS = 0.025
"""Between two batches, so that whoever saves something meanwhile finds the file free."""


def follow_all(store: Store, moment: Moment, start: Waiting, report: Report) -> bool:
    """Let the patients that wait follow, batch by batch, on a connection of this thread's own.

    False when it was told to stop; what is done stays done, the rest still waits.
    """
    own = store.again()
    done = start.done
    try:
        while True:
            if not report(min(done, start.total), start.total):
                return False
            changes = own.do(recompute_next, moment=moment, rules=own.rules)
            if not changes.parts:
                return True
            done += len(changes.patients)
            time.sleep(PAUSE_SECONDS)
    finally:
        own.close()


class Following(QObject):
    """Runs `follow_all` while somebody waits; `told` carries a Waiting, `ended` whether all follow.

    `ended` is also told when the run failed or was stopped.
    """

    told = Signal(object)
    ended = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether patients are following just now."""
        return self._job is not None

    def start(self) -> None:
        """Begin or go on where it stopped; nothing happens when nobody waits or it runs."""
        start = self._desk.read(waiting) if self._desk.store.is_open else None
        if start is None or self._job is not None or self._desk.read_only is not None:
            return
        store, moment = self._desk.store, self._desk.moment
        self._job = Job(lambda report: follow_all(store, moment, start, report))
        self._job.progressed.connect(self._on_progress)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self.told.emit(start)
        self._job.start()

    def stop(self) -> None:
        """Stop after the batch that is under way and wait for it; the rest still waits."""
        if self._job is not None:
            self.give_up()
            self.ended.emit(False)

    def give_up(self) -> None:
        """The same without a word: nobody is there any more to hear it."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()

    def _on_progress(self, done: int, total: int) -> None:
        if self._job is not None:
            self.told.emit(Waiting(done, total))

    def _on_finished(self, is_whole: bool) -> None:
        self.give_up()
        self._desk.heard_from_outside()
        self.ended.emit(is_whole)
        if is_whole:
            self.start()

    def _on_failed(self, error: Exception) -> None:
        self.give_up()
        self._desk.failed.emit(getattr(error, "sentence", "") or _not_finished())
        self.ended.emit(False)


class FollowStrip(QWidget):
    """Says how far the patients are, with a button that stops it, or lets it go on."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_running = False
        self._words = Label("", "body", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(theme.px(180), 6)
        self._button = Button(theme, "", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._button)
        self._button.clicked.connect(self.pressed)
        theme.changed.connect(self._wear)
        self._wear()
        self.hide()

    def show_running(self, state: Waiting) -> None:
        """Show how many patients follow the new rules by now."""
        self._is_running = True
        words = self.tr("Due days follow the new rules: {done} of {total} patients.")
        self._words.setText(words.format(done=f"{state.done:,}", total=f"{state.total:,}"))
        self._bar.setRange(0, max(1, state.total))
        self._bar.setValue(state.done)
        self._bar.show()
        self._button.setText(self.tr("Stop"))
        self.show()

    def show_stopped(self, state: Waiting) -> None:
        """Say that the rest still follows the old rules."""
        self._is_running = False
        words = self.tr("The due days of {rest} patients still follow the rules as they were.")
        self._words.setText(words.format(rest=f"{state.total - state.done:,}"))
        self._bar.hide()
        self._button.setText(self.tr("Go on"))
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = "accent_soft" if self._is_running else "warn_soft"
        QPainter(self).fillRect(self.rect(), self._theme.color(ground))

    def _wear(self) -> None:
        tokens = self._theme.tokens
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {tokens.surface}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {tokens.accent}; border-radius: 3px; }}"
        )


def _not_finished() -> str:
    return QCoreApplication.translate(
        "FollowStrip", "The due days of some patients could not be worked out again. Try again."
    )
