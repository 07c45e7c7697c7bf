"""Items under section headings, in one flat model for a list view."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.look.chips import ChipText
from ui.look.tokens import Tone

PAGE_ITEMS = 24
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above some items; `count` counts all of them, `tone` colours it."""

    key: str
    title: str
    count: int = 0
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class GroupedItem:
    """One entry: a strong title and a chip, quieter words at both sides below them."""

    key: Hashable
    section: str
    title: str
    left: str = ""
    right: str = ""
    chip: ChipText | None = None

    @property
    def spoken(self) -> str:
        """All words of the entry, for a screen reader."""
        chip = self.chip.text if self.chip else ""
        return ", ".join(words for words in (self.title, chip, self.left, self.right) if words)


Entry = Section | GroupedItem
ItemPage = Callable[[int, int], Sequence[GroupedItem]]


class GroupedModel(QAbstractListModel):
    """Puts each section's heading before its first item; items come ordered by section."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._sections: dict[str, Section] = {}
        self._last_section = ""
        self._item_count = 0
        self._page: ItemPage | None = None
        self._is_telling = False

    def show_items(self, sections: Sequence[Section], items: Sequence[GroupedItem]) -> None:
        """Show exactly these; a section without items is left out."""
        self._reset(sections, items, None)

    def show_pages(self, sections: Sequence[Section], page: ItemPage) -> None:
        """Show what `page(offset, limit)` gives, until it gives fewer than it was asked for."""
        items = page(0, PAGE_ITEMS)
        self._reset(sections, items, page if len(items) == PAGE_ITEMS else None)

    def entry_at(self, place: int) -> Entry:
        """The heading or item at a place."""
        return self._entries[place]

    def place_of(self, key: Hashable) -> int:
        """The place of the item with this key, or -1."""
        for place, entry in enumerate(self._entries):
            if isinstance(entry, GroupedItem) and entry.key == key:
                return place
        return -1

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._entries[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(entry, GroupedItem):
                return entry.spoken
            return f"{entry.title} {entry.count}" if entry.count else entry.title
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._page is not None and not self._is_telling

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._page is None or not self.canFetchMore(parent):
            return
        items = self._page(self._item_count, PAGE_ITEMS)
        if len(items) < PAGE_ITEMS:
            self._page = None
        more = self._with_headings(items)
        if more:
            start = len(self._entries)
            self._is_telling = True
            self.beginInsertRows(QModelIndex(), start, start + len(more) - 1)
            self._entries.extend(more)
            self.endInsertRows()
            self._is_telling = False

    def _reset(
        self, sections: Sequence[Section], items: Sequence[GroupedItem], page: ItemPage | None
    ) -> None:
        self._is_telling = True
        self.beginResetModel()
        self._sections = {section.key: section for section in sections}
        self._last_section, self._item_count, self._page = "", 0, page
        self._entries = self._with_headings(items)
        self.endResetModel()
        self._is_telling = False

    def _with_headings(self, items: Sequence[GroupedItem]) -> list[Entry]:
        entries: list[Entry] = []
        for item in items:
            if item.section != self._last_section:
                self._last_section = item.section
                if item.section in self._sections:
                    entries.append(self._sections[item.section])
            entries.append(item)
        self._item_count += len(items)
        return entries
