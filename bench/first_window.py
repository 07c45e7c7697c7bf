"""Shows one first window and says so: the program's unlock page, or a bare Qt window beside it.

Run by `bench.start` as `python -m bench.first_window bare|careteam`, in a process of its own.
"""

import json
import os
import sys
from pathlib import Path

opened: set[str] = set()
if "--files" in sys.argv:
    sys.addaudithook(lambda name, args: opened.add(str(args[0])) if name == "open" else None)

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - files opened by it are counted
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget  # noqa: E402
from typing_extensions import override  # noqa: E402


class Painted(QObject):
    """Says on the standard output when a widget was painted first, then ends the process."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """One line of JSON: files opened (Python's and mapped ones), resident memory in KiB."""
    mapped = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    files = {name for name in opened | mapped if name.startswith("/") and Path(name).is_file()}
    print(json.dumps({"files": len(files), "resident_kib": resident_kib()}), flush=True)
    os._exit(0)


def resident_kib() -> int:
    """The resident memory of this process, as the system counts it."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1])


def show_bare() -> None:
    """A QMainWindow with an empty widget."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    page = QWidget()
    window.setCentralWidget(page)
    window.resize(1440, 900)
    watch = Painted(page)
    window.show()
    app.exec()
    assert watch  # noqa: S101 - kept until the loop ends


def show_careteam() -> None:
    """The program's window, as `ui.app.open_window` shows it on a database that exists."""
    import gc

    gc.disable()
    from ui.app import make_application
    from ui.shell import Shell

    app = make_application()
    shell = Shell(app, Path(sys.argv[2]), is_remembered=False)
    passphrase = shell.findChild(QLineEdit)
    assert isinstance(passphrase, QLineEdit)  # noqa: S101 - painted last on the unlock page
    watch = Painted(passphrase)
    shell.show()
    app.exec()
    assert watch  # noqa: S101 - kept until the loop ends


if __name__ == "__main__":
    show_bare() if sys.argv[1] == "bare" else show_careteam()
