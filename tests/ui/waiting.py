"""Waiting for what a page does beside the window, and holding it up."""

import threading
import time
from collections.abc import Callable
from typing import Any

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


def held_up(query: Callable[..., Any]) -> tuple[Callable[..., Any], threading.Event]:
    """A query that answers only once the event is set."""
    go_on = threading.Event()

    def held(*args: Any, **more: Any) -> Any:
        assert go_on.wait(PATIENCE_SECONDS)
        return query(*args, **more)

    return held, go_on
