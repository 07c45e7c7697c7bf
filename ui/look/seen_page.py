"""A page that reads when it can be seen: what is passed by in another tab costs nothing."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.override import override


class SeenPage(QWidget):
    """Its reading waits until it is looked at; it reads by `read_again`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = False

    def read_again(self) -> None:
        """Read what the page shows."""
        raise NotImplementedError

    def read_when_seen(self) -> None:
        """Read now if it can be seen, otherwise when it is shown the next time."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.read_again()

    def catch_up(self) -> None:
        """Read what was put off, if anything was."""
        if self._is_stale:
            self._is_stale = False
            self.read_again()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
