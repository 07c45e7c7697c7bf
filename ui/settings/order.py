"""Moving an entry up or down in its list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.settings.entry_table import RowAct


def moved(keys: Sequence[str], key: str, by: int) -> list[str]:
    """The keys with one of them so many places further; at an end it stays."""
    order = list(keys)
    place = order.index(key)
    target = max(0, min(len(order) - 1, place + by))
    order.insert(target, order.pop(place))
    return order


def order_acts(move: Callable[[Any, int], None]) -> tuple[RowAct, RowAct]:
    """The two acts of a list that has an order, on Ctrl+Up and Ctrl+Down."""
    return (
        RowAct(
            lambda _row: QCoreApplication.translate("EntryTable", "Move up"),
            lambda row: move(row, -1),
            "Ctrl+Up",
        ),
        RowAct(
            lambda _row: QCoreApplication.translate("EntryTable", "Move down"),
            lambda row: move(row, 1),
            "Ctrl+Down",
        ),
    )
