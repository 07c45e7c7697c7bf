"""How long the desk stays open without anybody at it, and what counts as having been away."""

from datetime import timedelta

USUAL_MINUTES, LEAST_MINUTES, MOST_MINUTES = 10, 1, 60
"""A proposed default for the clinic to decide; 45 CFR 164.312(a)(2)(iii) gives no figure."""
WARNED_BEFORE = timedelta(seconds=30)
HARD_AFTER = timedelta(minutes=20)
"""So long the desk stands covered with its key; then the database is closed."""
AWAY = timedelta(minutes=1)
"""Clocks that jump by more while nobody looked: the machine was suspended."""


def minutes_of(kept: str) -> int:
    """The minutes that a setting holds; the usual ones when it holds none that can be."""
    minutes = int(kept) if kept.isascii() and kept.isdecimal() else 0
    return minutes if LEAST_MINUTES <= minutes <= MOST_MINUTES else USUAL_MINUTES
