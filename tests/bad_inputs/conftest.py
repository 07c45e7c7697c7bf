"""The real desk in each of its shapes: typed at, on the screen, and on hostile words."""

from tests.cli.conftest import clinic, typed
from tests.ui.conftest import look
from tests.ui.contacts.conftest import clock, desk, open_place, paper, place, social_worker
from tests.ui.window.conftest import room
from tests.ui.window.test_shell import home, shell

__all__ = [
    "clinic", "clock", "desk", "home", "look", "open_place", "paper", "place", "room", "shell",
    "social_worker", "typed",
]  # fmt: skip
