"""Everything that is kept leaves as a folder of CSV, registered for every patient first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careteam.domain.access import Action
from careteam.domain.disclosures import DisclosureDraft, Form, Handed, check_handed
from careteam.domain.kept_tables import KeptTable
from careteam.domain.moment import Moment
from careteam.exports.tables_folder import TablesFolder
from careteam.storage.everything import Stopped, kept_tables, pour_everything, schema_number
from careteam.storage.reads.rules import read_settings
from careteam.storage.store import Store

KIND = "everything"
PATIENT = "patient"
Tick = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Written:
    """What left: rows in all, and what the register says of it."""

    rows: int
    draft: DisclosureDraft


def write_everything(
    store: Store,
    folder: Path,
    handed: Handed,
    register: Callable[[DisclosureDraft], object],
    *,
    moment: Moment,
    tick: Tick = lambda _done, _all: True,
) -> Written | None:
    """Write the whole database into a new folder; None when `tick` says to stop.

    `register` hears of every patient before the folder appears; what it raises keeps it away.
    Denied for an account that may not let data out, or not see the trail; Unavailable when there
    is something at `folder` already or the disk does not take it.
    """
    store.authorize(Action.EXPORT)
    handed = check_handed(handed)
    patients: list[int] = []
    made: list[DisclosureDraft] = []

    def before(digest: str) -> None:
        what = f"every table of the database, {len(kept):,} files"
        draft = DisclosureDraft(KIND, Form.CSV, handed, tuple(patients), what, digest)
        register(draft)
        made.append(draft)

    kept = kept_tables()
    clinic = store.read(read_settings).get("clinic", "")
    to = TablesFolder(
        folder,
        kept,
        made_at=moment.now,
        schema_number=schema_number(),
        clinic=clinic,
        before=before,
    )

    def sink(table: KeptTable, row: Sequence[Any]) -> None:
        to.write(table, row)
        if table.name == PATIENT:
            patients.append(row[0])

    try:
        with to:
            rows = store.read(pour_everything, sink, tick)
    except Stopped:
        return None
    return Written(rows, made[0])
