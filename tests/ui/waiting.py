"""Waiting for what a page does beside the window."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

PATIENCE_SECONDS = 60.0


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let the window live until it is done; sleeping lets the work beside it run."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_done():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()
