"""Mending the pages that describe the tables: they are the same in every file of one schema."""

from pathlib import Path

from careteam.storage.engine import Key, open_engine
from careteam.storage.remains import PAGE, Remains, Unreadable
from careteam.storage.schema import SCHEMA, create_schema

_DESCRIBED = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master"


def is_described(remains: Remains) -> bool:
    """Whether what the tables are can be read to the end."""
    try:
        return bool(list(remains.rows(_DESCRIBED)))
    except Unreadable:
        return False


def mend_descriptions(copy: Path, key: Key, remains: Remains, private: Path) -> bool:
    """Lay sound pages of a new file of the same schema and key over bad ones in a private copy.

    A page is signed with its key and its number, so that one of another file fits. False when the
    file has another schema, or was not made as a new one is: then the copy tells other tables.
    """
    if remains.version() != SCHEMA:
        return False
    pattern = private / "pattern.db"
    pattern.touch(0o600)
    engine = open_engine(pattern, key, is_new=True)
    with engine.begin() as connection:
        create_schema(connection)
    engine.dispose()
    bad = [page for page in remains.broken_pages() if _describes(pattern, key, page)]
    remains.close()
    sound = pattern.read_bytes()
    with copy.open("r+b") as file:
        for page in bad:
            file.seek((page - 1) * PAGE)
            file.write(sound[(page - 1) * PAGE : page * PAGE])
    return set(remains.rows(_DESCRIBED)) == set(_rows(pattern, key))


def _rows(path: Path, key: Key) -> list[tuple[object, ...]]:
    remains = Remains(path, key)
    try:
        return list(remains.rows(_DESCRIBED))
    except Unreadable:
        return []
    finally:
        remains.close()


def _describes(pattern: Path, key: Key, page: int) -> bool:
    """Whether a page of the new file is one without which its tables are not described."""
    if not 1 < page <= pattern.stat().st_size // PAGE:
        return False
    trial = pattern.with_name("trial.db")
    content = bytearray(pattern.read_bytes())
    content[(page - 1) * PAGE] ^= 1
    trial.write_bytes(content)
    return not _rows(trial, key)
