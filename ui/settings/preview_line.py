"""What a change of the rules would do to today's list, told before it is saved."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer, SignalInstance
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.rules import Rules
from careteam.storage.reads.preview import Preview, patients_in_care, preview_due
from careteam.storage.store import Store
from careteam.storage.writes.recompute import AT_ONCE
from ui.background import Job, Report
from ui.desk import Desk
from ui.look.cards import Card
from ui.look.labels import Label

PAUSE_MS = 250
"""After the last key, so that a number can be typed to its end."""


class PreviewLine(QWidget):
    """Works out today's list under `changed()` after every edit that it watches.

    `changed` gives the rules as they would be, None when nothing can be said. A large clinic is
    gone through in the background; nothing is ever written. Who sees no patients is told nothing.
    """

    def __init__(
        self,
        desk: Desk,
        changed: Callable[[], Rules | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._changed = desk, changed
        self._job: Job | None = None
        self._title = Label(self.tr("Today's list, if this is saved"), "label")
        self._figures = Label("", "strong", wrap=True)
        self._names = Label("", "sub", wrap=True)
        card = Card()
        for label in (self._title, self._figures, self._names):
            card.column.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.destroyed.connect(lambda: self._give_up())
        self.hide()

    def watch(self, edited: SignalInstance) -> None:
        """Look again after this signal."""
        edited.connect(lambda *_: self._timer.start())

    def words(self) -> str:
        """What is shown, as one text."""
        return f"{self._figures.text()} {self._names.text()}".strip()

    def look(self) -> None:
        """Work it out now, unless the desk was locked meanwhile."""
        self._give_up()
        if not self._desk.store.is_open:
            return
        try:
            rules = self._changed()
        except Refused:
            rules = None
        if rules is None or not self._desk.may(Action.SEE_PATIENTS):
            self.hide()
            return
        desk, today = self._desk, self._desk.moment.today
        if desk.read(patients_in_care) <= AT_ONCE:
            self._show(desk.read(preview_due, today=today, rules=rules))
            return
        self._figures.setText(self.tr("Looking at every patient…"))
        self._names.clear()
        self.show()
        store = desk.store
        self._job = Job(lambda report: _look_at_all(store, today, rules, report))
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _show(self, seen: Preview) -> None:
        figures = self.tr("Late {late}, today {today}, this week {week}.")
        late, now, week = (
            f"{before:,} → {after:,}" if before != after else f"{after:,}"
            for before, after in zip(seen.before, seen.after, strict=True)
        )
        self._figures.setText(figures.format(late=late, today=now, week=week))
        if not seen.moved:
            self._names.setText(self.tr("No patient moves to another part of the list."))
        else:
            moves = ", ".join(f"{move.name} ({move.before} → {move.after})" for move in seen.first)
            words = QCoreApplication.translate(
                "PreviewLine", "%Ln patient(s) would move; first: {names}.", None, seen.moved
            )
            self._names.setText(words.format(names=moves))
        self.show()
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        place = self.parentWidget()
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(self)

    def _on_finished(self, seen: Preview | None) -> None:
        self._give_up()
        if seen is not None:
            self._show(seen)

    def _on_failed(self, error: Exception) -> None:
        self._give_up()
        self.hide()
        if not isinstance(error, CareteamError):
            raise error
        self._desk.failed.emit(error.sentence)

    def _give_up(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.wait()


def _look_at_all(store: Store, today: date, rules: Rules, report: Report) -> Preview | None:
    """Every patient in care on a connection of this thread's own; None when told to stop."""
    own = store.again()
    try:
        total = own.read(patients_in_care)
        seen = Preview()
        while seen.last_id is not None:
            seen += own.read(preview_due, seen.last_id, today=today, rules=rules)
            if not report(seen.patients, total):
                return None
        return seen
    finally:
        own.close()
