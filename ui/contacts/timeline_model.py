"""A patient's timeline as a list that reads on as it is scrolled."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from careteam.storage.reads.timeline_rows import EntryPlace, EntryRow
from ui.contacts.lines import ContactLine

PAGE = 64
Index = QModelIndex | QPersistentModelIndex
Page = Callable[[EntryPlace | None, int], Sequence[EntryRow]]
NOWHERE = QModelIndex()


class TimelineModel(QAbstractListModel):
    """`page(before, limit)` gives entries newest first; `words` tells each one once."""

    def __init__(
        self, words: Callable[[EntryRow], ContactLine], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[EntryRow] = []
        self._lines: dict[int, ContactLine] = {}
        self._page: Page | None = None
        self._source: Page | None = None
        self.shown: int | None = None

    def show_pages(self, page: Page, at_least: int = PAGE, shown: int | None = None) -> None:
        """Show what `page` gives, the first `at_least` entries at once; `shown` is the patient."""
        wanted = max(PAGE, at_least)
        rows = list(page(None, wanted))
        self.beginResetModel()
        self._rows, self._lines, self.shown = rows, {}, shown
        self._source = page
        self._page = page if len(rows) == wanted else None
        self.endResetModel()

    def forget_after(self, place: int) -> None:
        """Let go of what was read far beyond a place; it is read again when scrolled to."""
        if place + PAGE >= len(self._rows):
            return
        self.beginRemoveRows(QModelIndex(), place, len(self._rows) - 1)
        del self._rows[place:]
        self._lines = {at: line for at, line in self._lines.items() if at < place}
        self._page = self._source
        self.endRemoveRows()

    def row_at(self, place: int) -> EntryRow:
        """The entry at a place."""
        return self._rows[place]

    def line_at(self, place: int) -> ContactLine:
        """Its words."""
        line = self._lines.get(place)
        if line is None:
            line = self._lines[place] = self._words(self._rows[place])
        return line

    def place_of(self, key: tuple[int, int]) -> int:
        """The place of an entry among those read so far, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def has_contact(self) -> bool:
        """Whether a contact is among the entries read so far."""
        return any(row.contact is not None for row in self._rows)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            line = self.line_at(index.row())
            return f"{line.role} {line.detail}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.line_at(index.row()).spoken
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._page is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._page is None or not self._rows:
            return
        more = list(self._page(self._rows[-1].place, PAGE))
        if len(more) < PAGE:
            self._page = None
        if more:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()
