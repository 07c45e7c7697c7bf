"""Where the keyboard goes: into a page that opens, and by Tab through parts that came later."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QWidget


def enter(page: QWidget) -> None:
    """Put the keyboard on the topmost list of a page that is seen, or on what is read first."""
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if widget.isVisible() and widget.isEnabled()
    ]
    lists = [widget for widget in stops if isinstance(widget, QAbstractItemView)]

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(page, QPoint())
        return corner.y(), corner.x()

    if stops:
        min(lists or stops, key=place).setFocus(Qt.FocusReason.ShortcutFocusReason)


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
