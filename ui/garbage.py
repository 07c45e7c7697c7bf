"""Python's garbage in circles: collected whole while nobody is typing, as it takes a blink."""

import gc

NEW, MIDDLE, WHOLE = 700, 10, 200
"""New objects before a small collection, small ones before a middle one, those before a whole."""


def begin() -> None:
    """Collect from now on; what was loaded by now stays, and is not looked through again.

    A whole collection takes some 20 ms, a keystroke's time: it is rare while somebody works, and
    made up for by `collect_rest`.
    """
    gc.freeze()
    gc.set_threshold(NEW, MIDDLE, WHOLE)
    gc.enable()


def go_on() -> None:
    """Collect again, where a window was built in pieces without it."""
    gc.enable()


def collect_rest() -> None:
    """Collect all of it: nobody is at the keys just now."""
    gc.collect()
