"""What stands between a database that is open and its desk: a password of one's own, a code."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import late
from ui.look.theme import Theme

if TYPE_CHECKING:
    from ui.opening import Opened
    from ui.paper import Paper
    from ui.unlock.new_password import ChoosePage

LEFT_MS = 10 * 60_000
"""Whoever came in by a one-time code and chooses no password is locked out again."""

Start = Callable[[Callable[[Any], Any], Callable[[Any], None]], None]


class Threshold(QObject):
    """`crossed` carries the Opened whose desk may be built; `lock_asked` gives it up.

    `asking` is the page that asks for something now. `start` runs work in the background.
    """

    crossed = Signal(object)
    lock_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        stack: QStackedWidget,
        paper: "Paper | None",
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._stack, self._paper, self._start = theme, stack, paper, start
        self._page: QWidget | None = None
        self.asking: ChoosePage | None = None
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(LEFT_MS)
        self._left.timeout.connect(self.lock_asked)

    def cross(self, opened: "Opened") -> None:
        """Ask for what is to be done first, one thing after the other, then let it be built."""
        self.leave()
        if opened.must_change:
            self._choose(opened)
        elif opened.recovery:
            self._show_code(opened)
        else:
            self.crossed.emit(opened)

    def leave(self) -> None:
        """Take the page away."""
        self._left.stop()
        page, self._page, self.asking = self._page, None, None
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _choose(self, opened: "Opened") -> None:
        from ui.unlock.new_password import ChoosePage

        who = opened.store.who
        page = ChoosePage(self._theme, who.name if who else "", with_code=opened.has_code)
        page.chosen.connect(
            lambda password: self._start(
                lambda _report: late.choose_password(opened, password), self.cross
            )
        )
        page.lock_asked.connect(self.lock_asked)
        self.asking = page
        self._show(page)
        self._left.start()

    def _show_code(self, opened: "Opened") -> None:
        from ui.paper import Paper
        from ui.unlock.recovery_page import RecoveryPage

        paper = self._paper or Paper()
        page = RecoveryPage(self._theme, paper, late.clinic_of(opened), opened.recovery)
        page.confirmed.connect(lambda: self.cross(late.confirm_recovery(opened)))
        self._show(page)

    def _show(self, page: QWidget) -> None:
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
