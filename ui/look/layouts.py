"""Laying out before painting."""

from PySide6.QtCore import QCoreApplication, QEvent

DEPTH = 3
"""So far up does a change of words move anything that is seen."""


def lay_out_now() -> None:
    """Lay out all that has changed, so that it is painted once and in its place.

    Qt would lay out parts from the inner to the outer, each in a turn of its own, and paint between
    them.
    """
    for _ in range(DEPTH):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
