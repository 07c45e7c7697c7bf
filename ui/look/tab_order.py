"""Keeping reading order for Tab when parts come into a form that is already shown."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stop_before(part: QWidget) -> QWidget | None:
    """The part that Shift+Tab leads to from this one; ask before new parts come in."""
    widget = part.previousInFocusChain()
    while widget is not None and widget is not part:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.focusProxy() is None and not part.isAncestorOf(widget):
            return widget
        widget = widget.previousInFocusChain()
    return None


def stand_between(before: QWidget | None, parts: list[QWidget], after: QWidget) -> None:
    """Let Tab lead from `before` through the new parts to the one they were put in front of."""
    stops: list[QWidget] = [before] if before is not None else []
    for one, other in pairwise([*stops, *parts, after]):
        if one.window() is other.window():
            QWidget.setTabOrder(one, other)


def stops_in(part: QWidget) -> list[QWidget]:
    """What takes the keyboard inside a part, in the order of its layouts: as it is read."""
    layout = part.layout()
    if layout is not None:
        return _stops_of(layout)
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [part] if takes_tab and part.focusProxy() is None else []


def _stops_of(layout: QLayout) -> list[QWidget]:
    stops: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            stops += _stops_of(inner)
        elif widget is not None:
            stops += stops_in(widget)
    return stops
