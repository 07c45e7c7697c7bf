"""Starts the program: the application, its words, and the shell that holds the window."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from ui.shell import RESOURCES, Shell

WORDS = "careteam_en"
AFTER_FIRST_PAINT_MS = 100
"""Loading shares the interpreter with painting, so the first page is painted before it begins."""


def make_application() -> QApplication:
    """The application with its name, words and numbers; the one that runs already, if there is one.

    Counts are written alike on every machine: 1,234. Words are put in once, however often it is
    asked for.
    """
    gc.disable()  # `ui.garbage` collects, in this thread; Python would in any
    known = QApplication.instance()
    # Naming the style before Qt starts spares the first window a whole class of Python wrappers.
    os.environ.setdefault("QT_STYLE_OVERRIDE", "fusion")
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("careteam")
    app.setApplicationDisplayName("Careteam")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    if app.findChild(QTranslator, WORDS) is None:
        words = QTranslator(app)
        words.setObjectName(WORDS)
        if words.load(WORDS, str(RESOURCES / "i18n")):
            app.installTranslator(words)
    return app


def open_window(database: Path | None) -> int:
    """Open the window on a database, or on the page to choose or make one; gives the exit code."""
    app = make_application()
    shell = Shell(app, database)
    shell.show()
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, shell.load_the_rest)
    code = app.exec()
    shell.finish()
    return code


def open_demo() -> int:
    """Open the window on the invented clinic, in a database that is thrown away at the end."""
    app = make_application()
    shell = Shell(app, None, is_remembered=False)
    shell.show()
    QTimer.singleShot(0, shell.open_demo)
    code = app.exec()
    shell.throw_demo_away()
    return code
