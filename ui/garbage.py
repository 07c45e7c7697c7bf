"""Python's garbage in circles: collected in the window's own thread, never beside it.

Left alone, Python collects in whatever thread makes the next object; a widget that it finds there
would be destroyed in a thread that is not its own, which Qt forbids and may not survive.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

LOOK_MS = 500
NEW, MIDDLE, WHOLE = 700, 10, 30
"""New objects before a small collection, small ones before a middle one, those before a whole.

A whole collection takes some 30 ms, two keystrokes: it is rare while somebody works, and made
up for by `collect_rest`.
"""


class Collector(QObject):
    """Looks twice a second whether there is enough to collect; Python by itself does not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Collect from now on; what was loaded by now stays, and is not looked through again."""
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    @property
    def is_collecting(self) -> bool:
        """Whether it has begun."""
        return self._timer.isActive()


def collector() -> Collector:
    """The one of the application, made when it is first asked for."""
    app = QCoreApplication.instance()
    known = app.findChild(Collector) if app is not None else None
    return known or Collector(app)


def collect_due() -> None:
    """Collect what has become enough, the oldest that has."""
    new, small, middle = gc.get_count()
    if middle > WHOLE:
        gc.collect()
    elif small > MIDDLE:
        gc.collect(1)
    elif new > NEW:
        gc.collect(0)


def collect_rest() -> None:
    """Collect all of it: nobody is at the keys just now."""
    gc.collect()
