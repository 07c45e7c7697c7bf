"""What is doubtful about the time and the disk at which a database is opened: told, not refused."""

import contextlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit import Event
from careteam.domain.clocks import clock_words
from careteam.domain.errors import Locked, Unavailable
from careteam.domain.moment import Moment
from careteam.storage.audit_ddl import AUDIT
from careteam.storage.places import FAT_WORDS, is_fat
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event

LOOKED_AT = 1_000
"""A clock that is wrong for so many entries is believed in the end."""
ROOM = 2
"""So many times its own size are kept free: a copy, and a rebuild in which it grows."""
LITTLE_ROOM = (
    "The disk has {free} MB left, less than twice the size of the database. Free some space: when "
    "it is full nothing can be saved."
)
MIB = 1024 * 1024

_LAST = f"SELECT max(at) FROM (SELECT at FROM {AUDIT} ORDER BY seq DESC LIMIT {LOOKED_AT})"


def doubts_of(store: Store, moment: Moment) -> str:
    """What somebody has to be told who opens this database now, or nothing.

    A clock that went back is noted in the audit trail too: what comes after that row carries a
    time that nobody can trust.
    """
    said = clock_words(store.read(last_entry), moment)
    if said:
        with contextlib.suppress(Locked, Unavailable):  # it is told anyway
            note_back(store, moment)
    folder = store.path.parent
    on_fat = FAT_WORDS.format(folder=folder) if is_fat(store.path) else ""
    return " ".join(each for each in (said, on_fat, room_words(store.path)) if each)


def note_back(store: Store, moment: Moment) -> None:
    """Note in the audit trail that the clock went back, and where it had been."""
    last = store.read(last_entry)
    detail = {"last": last.isoformat() if last else ""}
    store.do(note_event, Event.CLOCK_BACK, "desk", detail=detail, moment=moment, rules=store.rules)


@needs(Action.OWN)
def last_entry(session: Session) -> datetime | None:
    """The latest moment (UTC) of what was entered lately."""
    at = session.connection().exec_driver_sql(_LAST).scalar()
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC)


def room_words(database: Path) -> str:
    """What is to be told of a disk that is nearly full, or nothing."""
    try:
        free, size = shutil.disk_usage(database.parent).free, database.stat().st_size
    except OSError:
        return ""
    return LITTLE_ROOM.format(free=f"{free // MIB:,}") if free < ROOM * size else ""
