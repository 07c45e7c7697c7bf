"""Shows one first window and says so: the program's unlock page, or a bare Qt window beside it.

Run by `bench.start` as `python -m bench.first_window bare|careteam`, in a process of its own.
"""

import json
import os
import sys
import time
from pathlib import Path

opened: set[str] = set()
if "--files" in sys.argv:
    sys.addaudithook(lambda name, args: opened.add(str(args[0])) if name == "open" else None)

from typing import TYPE_CHECKING  # noqa: E402

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer  # noqa: E402 - files opened by it are counted
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget  # noqa: E402

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: object) -> object:
        """The library of that name would be counted for the bare window as well."""
        return method


class Painted(QObject):
    """Says on the standard output when a widget of a kind was painted first, and ends the process.

    A filter on the application sees the paint of the real start, which nobody else can be asked.
    """

    def __init__(self, kind: type[QWidget], app: QApplication) -> None:
        super().__init__(app)
        self._kind = kind
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, self._kind):
            QCoreApplication.instance().removeEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """One line of JSON: files opened (Python's and mapped ones), memory, CPU time so far."""
    mapped = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    files = {name for name in opened | mapped if name.startswith("/") and Path(name).is_file()}
    cpu_ms = time.process_time() * 1e3
    told = {"files": len(files), "resident_kib": resident_kib(), "cpu_ms": cpu_ms}
    print(json.dumps(told), flush=True)
    os._exit(0)


def resident_kib() -> int:
    """The resident memory of this process, as the system counts it."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1])


def show_bare() -> None:
    """A QMainWindow with an empty widget."""
    app = QApplication(sys.argv[:1])
    Painted(QWidget, app)
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1440, 900)
    window.show()
    app.exec()


def show_careteam() -> None:
    """The program's window on a database that exists, as `main` opens it."""
    import gc

    gc.disable()  # as `main` does before it imports the window
    from ui import app as program

    make_application = program.make_application

    def watched() -> QApplication:
        app = make_application()
        Painted(QLineEdit, app)
        return app

    program.make_application = watched
    program.open_window(Path(sys.argv[2]))


if __name__ == "__main__":
    show_bare() if sys.argv[1] == "bare" else show_careteam()
