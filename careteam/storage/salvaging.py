"""Rescuing a damaged database: what can be read of it goes into a new file, it is not touched."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from careteam.domain.errors import Unavailable
from careteam.domain.salvage import PatientTouched, Salvage, TableSaved
from careteam.domain.text import display_name
from careteam.storage.anchors import Anchor, anchor_of, read_anchor
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.carrying import carry_over, lost_of_trail
from careteam.storage.copies import disk_told
from careteam.storage.damaged import remains_of
from careteam.storage.engine import TRAIL_KEY, Key, open_engine, read_salt
from careteam.storage.faults import told_plainly
from careteam.storage.holding import Hold
from careteam.storage.key_ring import lay_beside, ring_of
from careteam.storage.places import check_place
from careteam.storage.refilling import NewFile
from careteam.storage.remains import Remains, Unreadable
from careteam.storage.remaking import Wanted, remake, remake_patients, wanted_of
from careteam.storage.rights import FOLDER, SIDECARS, make_file
from careteam.storage.schema import bare_schema, check_version, finish_schema
from careteam.storage.store import Store
from careteam.storage.walking import HIGHEST, PATIENT, Walk

Progress = Callable[[int, int], bool]
"""Told how many rows are read of about how many; False stops, and nothing is left of it."""
EVERY = 500
"""So many rows are read between two reports."""


def rescued_name(database: Path, now: datetime) -> Path:
    """A name beside the database that no file has yet."""
    first = database.with_name(f"{database.stem}-rescued-{now:%Y%m%d}.db")
    found, number = first, 1
    while found.exists():
        number += 1
        found = first.with_name(f"{first.stem}-{number}.db")
    return found


def salvage(
    database: Path, key: Key, target: Path, *, now: datetime, progress: Progress | None = None
) -> Salvage:
    """Read what is left of a damaged database into a new one with the same key.

    Not one byte of the damaged file or its log is written. Damaged when its first page cannot be
    read, for nothing can then; Locked when it is open or the key is another's; Unavailable when
    there is a file at `target` already or the disk does not take it.
    """
    read_salt(database)
    check_place(target)
    if target.exists():
        raise Unavailable(f"There is a file at {target} already. Choose another name.")
    with disk_told(target.parent):
        target.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    with (
        Hold.take(database, now),
        told_plainly(),
        remains_of(database, key, target.parent) as remains,
    ):
        version = remains.version()
        check_version(version)
        make_file(target)
        try:
            return _Rescue(remains, key, target, version, progress).run(database, now)
        except _Stopped:
            _remove(target)
            return Salvage(database, None, version)
        except BaseException:
            _remove(target)
            raise


class _Stopped(Exception):  # noqa: N818
    """The nurse had enough."""


class _Rescue:
    """One rescue while it goes on."""

    def __init__(
        self, remains: Remains, key: Key, target: Path, version: int, progress: Progress | None
    ) -> None:
        self._remains, self._key, self._target = remains, key, target
        self._version, self._progress = version, progress
        self._done, self._total = 0, 0
        self._tables: dict[str, TableSaved] = {}
        self._wanted: dict[str, Wanted] = {}
        self._lost: dict[str, dict[int, int | None]] = {}
        self._remade: Counter[int] = Counter()
        self._fewer: dict[int, int] = {}
        self._again: dict[str, set[int]] = {"patient": set(), "person": set()}
        self._salvage = Salvage(target, None, version)

    def run(self, database: Path, now: datetime) -> Salvage:
        """All of it, in an order in which the new file is whole only at the end."""
        self._salvage = Salvage(database, self._target, self._version)
        engine = open_engine(self._target, self._key, is_new=True)
        try:
            bare_schema(engine, self._version)
            engine.dispose()
            self._keep_trail_key()
            with closing(NewFile(self._target, self._key)) as new:
                has_trail = AUDIT in new.tables()
                new.connection.execute("BEGIN IMMEDIATE")
                self._fill(new, _anchor_of(database, new.connection.trail_key), now)
                if has_trail:
                    self._carry_trail(new, database, now)
                new.connection.execute("COMMIT")
            finish_schema(engine, self._version)
            engine.dispose()
            with closing(NewFile(self._target, self._key)) as new:
                new.finish()
                if not has_trail:
                    self._carry_trail(new, database, now)
                new.check()
        finally:
            engine.dispose()
        store = Store.open(self._target, self._key, now=now)
        store.anchor(is_new=True)
        store.close()
        lay_beside(database, self._target)
        self._check_stop()
        return self._salvage

    def _keep_trail_key(self) -> None:
        """Go on with the key of the trail where it can be read; a new file has one of its own."""
        with closing(NewFile(self._target, self._key)) as new, suppress(Unreadable, StopIteration):
            if TRAIL_KEY in new.standing():
                row = next(self._remains.rows(f"SELECT key FROM {TRAIL_KEY}"))
                new.connection.execute(f"UPDATE {TRAIL_KEY} SET key = ?", tuple(row))

    def _fill(self, new: NewFile, anchor: Anchor | None, now: datetime) -> None:
        tables = new.tables()
        self._total = sum(self._last_row(table) for table in tables)
        for table in tables:
            self._check_stop()
            self._read(new, table)
        if AUDIT in tables:
            self._count_trail(new, anchor)
        if self._wanted and AUDIT in tables:
            remake(new, self._wanted, self._on_remade)
        lost = frozenset(self._lost.get(PATIENT, ()))
        from_index = remake_patients(new, self._remains, lost, now)
        for one in from_index:
            self._on_remade(PATIENT, {"id": one})
        new.give_slots(ring_of(self._salvage.source))
        new.make_findable(self._again["patient"], self._again["person"])
        detached = sum(self._take_out_orphans(new, table) for table in tables)
        self._count_contacts(new)
        self._salvage = replace(
            self._salvage,
            tables=tuple(self._tables.values()),
            touched=self._touched(new),
            detached=detached,
            from_index=len(from_index),
        )

    def _last_row(self, table: str) -> int:
        try:
            rows = self._remains.rows(f'SELECT max(rowid) - min(rowid) + 1 FROM "{table}"')
            return int(next(rows)[0] or 0)
        except Unreadable:
            return 0

    def _read(self, new: NewFile, table: str) -> None:
        """One table, row by row, and what is known of the rows that cannot be read."""
        there = self._remains.columns_of(table)
        columns = new.columns_of(table)
        names = [column.name for column in columns if column.name in there]
        if not names:
            self._tables[table] = TableSaved(table, is_exact=False, unreadable=((1, None),))
            self._wanted[table] = lambda _key: True
            return
        walk = Walk(self._remains, table, names, self._check_stop)
        kept, refused = 0, 0
        for _, *row in walk.rows():
            is_kept = new.lay(table, names, row)
            kept, refused = kept + is_kept, refused + (not is_kept)
            self._tell()
        self._tables[table] = TableSaved(
            table,
            kept,
            lost=len(walk.lost) + refused,
            is_exact=walk.known.is_exact or not walk.gaps,
            unreadable=tuple(
                (gap.after + 1, None if gap.before == HIGHEST else gap.before - 1)
                for gap in walk.gaps
            ),
        )
        if walk.gaps and table != AUDIT:
            self._lost[table] = {one: walk.known.patients[one] for one in walk.lost}
            self._wanted[table] = wanted_of(new, table, walk, columns)

    def _tell(self) -> None:
        self._done += 1
        if self._done % EVERY == 0:
            self._check_stop()

    def _check_stop(self) -> None:
        total = max(self._total, self._done)
        if self._progress is not None and not self._progress(self._done, total):
            raise _Stopped

    def _on_remade(self, table: str, body: dict[str, Any]) -> None:
        saved, rowid = self._tables[table], int(body.get("id") or 0)
        self._tables[table] = replace(saved, remade=saved.remade + 1, lost=max(saved.lost - 1, 0))
        known = self._lost.get(table, {}).pop(rowid, None)
        patient = rowid if table == PATIENT else int(body.get("patient_id") or known or 0)
        self._remade[patient] += 1
        if table in self._again:
            self._again[table].add(rowid)

    def _take_out_orphans(self, new: NewFile, table: str) -> int:
        let_go, taken = new.take_out_orphans(table)
        saved = self._tables[table]
        if taken:
            self._tables[table] = replace(
                saved, read=max(saved.read - taken, 0), lost=saved.lost + taken
            )
        return let_go

    def _count_trail(self, new: NewFile, anchor: Anchor | None) -> None:
        """The numbers of the trail have no gaps, and its anchor tells the last of them."""
        saved = self._tables[AUDIT]
        lost, is_exact = lost_of_trail(new.connection, anchor), saved.is_exact or anchor is not None
        self._tables[AUDIT] = replace(saved, lost=lost, is_exact=is_exact)

    def _count_contacts(self, new: NewFile) -> None:
        """Each patient's row says how many contacts there were, so those no index names count."""
        self._fewer = new.contacts_missing()
        saved = self._tables["contact"]
        missing = sum(self._fewer.values())
        self._tables["contact"] = replace(saved, lost=max(saved.lost, missing))

    def _touched(self, new: NewFile) -> tuple[PatientTouched, ...]:
        """The patients in the new file of whom something was lost or made again, by name."""
        lost = Counter(one for rows in self._lost.values() for one in rows.values() if one)
        for one, missing in self._fewer.items():
            lost[one] = max(lost[one], missing)
        found = list[PatientTouched]()
        for one in lost.keys() | self._remade.keys():
            for mrn, family, given in new.connection.execute(
                "SELECT mrn, family, given FROM patient WHERE id = ?", (one,)
            ).fetchall():
                name = display_name(family, given)
                found.append(PatientTouched(mrn, name, lost[one], self._remade[one]))
        return tuple(sorted(found, key=lambda each: (each.name, each.mrn)))

    def _carry_trail(self, new: NewFile, database: Path, now: datetime) -> None:
        detail = {
            "file": database.name,
            "detached": self._salvage.detached,
            "tables": {
                one.table: {"read": one.read, "remade": one.remade, "lost": one.lost}
                for one in self._salvage.tables
                if one.remade or not one.is_whole
            },
        }
        anchor = _anchor_of(database, new.connection.trail_key)
        carry_over(new.connection, anchor, detail, now)


def _anchor_of(database: Path, trail_key: bytes) -> Anchor | None:
    """The anchor of the damaged file; none when it cannot be read or is another's."""
    try:
        return read_anchor(database, trail_key)
    except ValueError:
        return None


def _remove(target: Path) -> None:
    sides = (target.with_name(target.name + tail) for tail in SIDECARS)
    for path in (target, *sides, anchor_of(target), ring_of(target)):
        path.unlink(missing_ok=True)
