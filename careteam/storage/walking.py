"""Walking a damaged table around the pages that cannot be read, so that every other row is."""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from careteam.storage.remains import Remains, Unreadable

LOWEST, HIGHEST = 0, 2**63 - 1
MOST_IN_VAIN = 600
"""So many places are tried in vain before the rest of a table is given up: some ten seconds."""
MOST_WITHOUT_INDEX, MOST_AT_FIRST = 192, 12
"""Fewer where no index says which rows there are, and while nothing of the table was read at all:
then its first page is bad, over which every way leads."""
LEAST_BEYOND = 1000
"""Where no index tells the last row, it is looked for so far behind the last one read."""
PATIENT = "patient"


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Rowids strictly between two could not be read; HIGHEST is the end of the table."""

    after: int
    before: int


@dataclass(slots=True)
class Known:
    """The rowids that indexes name, with the patient each is about where the index says it."""

    patients: dict[int, int | None] = field(default_factory=dict)
    is_exact: bool = False
    """An index was read from end to end: there are no other rows."""


class Walk:
    """Reads a table once; afterwards `gaps` and `lost` say what it could not read.

    `tick` is called while places are tried that may give nothing; it may raise to stop.
    """

    def __init__(
        self,
        remains: Remains,
        table: str,
        columns: Sequence[str],
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._remains = remains
        self._tick = tick
        self._table = table
        self._query = f'SELECT rowid, {quoted(columns)} FROM "{table}" NOT INDEXED'
        self._last = LOWEST
        self._in_vain = 0
        self._ids: list[int] = []
        self.gaps: tuple[Gap, ...] = ()
        self.known = Known(is_exact=True)

    @property
    def lost(self) -> tuple[int, ...]:
        """The rowids that an index names and that lie in a gap."""
        return tuple(one for gap in self.gaps for one in self._ids[slice(*self._part(gap))])

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row that can be read, its rowid first; in order unless a page is bad."""
        gap = yield from self._upwards(LOWEST + 1, HIGHEST)
        if gap is None:
            return
        gap = yield from self._downwards(gap.after, HIGHEST)
        self.known = known_rows(self._remains, self._table)
        self._ids = sorted(self.known.patients)
        if gap is not None:
            yield from self._inside(gap)

    def _inside(self, gap: Gap) -> Iterator[tuple[Any, ...]]:
        """Halve what lies between, the widest first: between two bad pages there may be good ones.

        A row that no page gives up is a gap of its own.
        """
        waiting, left = [(-self._width(gap), gap)], list[Gap]()
        while waiting and self._in_vain < self._most_in_vain():
            self._tick()
            _, gap = heapq.heappop(waiting)
            middle = self._middle(gap)
            if middle is None:
                left += [gap] if self._width(gap) else []
                continue
            above = yield from self._upwards(middle, gap.before)
            if above is not None and above.after < middle:
                self._in_vain += 1
                left.append(Gap(middle - 1, middle + 1))
                parts = (Gap(gap.after, middle), Gap(middle, gap.before))
            else:
                below = yield from self._downwards(gap.after, middle)
                parts = tuple(part for part in (below, above) if part is not None)
            for part in parts:
                heapq.heappush(waiting, (-self._width(part), part))
        self.gaps = _merged([*left, *(gap for width, gap in waiting if width)])

    def _upwards(self, start: int, end: int) -> Generator[tuple[Any, ...], None, Gap | None]:
        last, where = start - 1, "WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
        try:
            for row in self._remains.rows(f"{self._query} {where}", start, end):
                last = row[0]
                self._last = max(self._last, last)
                yield row
        except Unreadable:
            return Gap(last, end)
        return None

    def _downwards(self, after: int, end: int) -> Generator[tuple[Any, ...], None, Gap | None]:
        last, where = end, "WHERE rowid > ? AND rowid < ? ORDER BY rowid DESC"
        try:
            for row in self._remains.rows(f"{self._query} {where}", after, end):
                last = row[0]
                self._last = max(self._last, last)
                yield row
        except Unreadable:
            return Gap(after, last)
        return None

    def _most_in_vain(self) -> int:
        if self._last == LOWEST:
            return MOST_AT_FIRST
        return MOST_IN_VAIN if self.known.is_exact else MOST_WITHOUT_INDEX

    def _middle(self, gap: Gap) -> int | None:
        """The row in the middle of a gap, or where one may be; None when nothing is left to try."""
        first, last = self._part(gap)
        if self.known.is_exact:
            return self._ids[(first + last) // 2] if first < last else None
        middle = (gap.after + min(gap.before, self._end)) // 2
        return middle if gap.after < middle < gap.before else None

    def _width(self, gap: Gap) -> int:
        if self.known.is_exact:
            first, last = self._part(gap)
            return last - first
        return max(min(gap.before, self._end) - gap.after - 1, int(gap.before == HIGHEST))

    @property
    def _end(self) -> int:
        return max(self._last + LEAST_BEYOND, self._ids[-1] + 1 if self._ids else 0)

    def _part(self, gap: Gap) -> tuple[int, int]:
        return bisect_right(self._ids, gap.after), bisect_left(self._ids, gap.before)


def known_rows(remains: Remains, table: str) -> Known:
    """The rows that the indexes of a table name; exact as soon as one can be read to its end."""
    known = Known()
    for index, columns in _indexes_of(remains, table):
        patient = "rowid" if table == PATIENT else "patient_id" if "patient_id" in columns else 0
        query = f'SELECT rowid, {patient or "NULL"} FROM "{table}" INDEXED BY "{index}"'
        backwards = ", ".join(f'"{column}" DESC' for column in columns)
        for one in (query, f"{query} ORDER BY {backwards}"):
            try:
                for rowid, about in remains.rows(one):
                    known.patients[rowid] = about or known.patients.get(rowid)
            except Unreadable:
                continue
            known.is_exact = True
            break
    return known


def rows_of_indexes(
    remains: Remains, table: str, rowids: frozenset[int]
) -> dict[int, dict[str, Any]]:
    """What the indexes of a table hold of these rows, by column."""
    found: dict[int, dict[str, Any]] = {one: {} for one in rowids}
    for index, columns in _indexes_of(remains, table) if rowids else ():
        query = f'SELECT rowid, {quoted(columns)} FROM "{table}" INDEXED BY "{index}"'
        backwards = ", ".join(f'"{column}" DESC' for column in columns)
        for one in (query, f"{query} ORDER BY {backwards}"):
            try:
                for rowid, *values in remains.rows(one):
                    if rowid in found:
                        found[rowid].update(zip(columns, values, strict=True))
            except Unreadable:
                continue
            break
    return found


def _indexes_of(remains: Remains, table: str) -> list[tuple[str, tuple[str, ...]]]:
    """The indexes that hold every row of a table, by plain columns."""
    found: list[tuple[str, tuple[str, ...]]] = []
    try:
        for _, name, _, _, is_partial in list(remains.rows(f'PRAGMA index_list("{table}")')):
            columns = tuple(row[2] for row in remains.rows(f'PRAGMA index_info("{name}")'))
            if not is_partial and None not in columns:
                found.append((name, columns))
    except Unreadable:
        pass
    return found


def quoted(columns: Iterable[str]) -> str:
    """Names of columns as SQL has them in a list."""
    return ", ".join(f'"{column}"' for column in columns)


def _merged(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Gaps with nothing between them are one."""
    merged: list[Gap] = []
    for gap in sorted(gaps):
        if merged and gap.after < merged[-1].before:
            merged[-1] = Gap(merged[-1].after, max(gap.before, merged[-1].before))
        else:
            merged.append(gap)
    return tuple(merged)
