"""A clinic of some thousand contacts, and ways to damage its file in one place."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.audit import Verdict
from careteam.domain.changes import Changes
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.phones import Phone
from careteam.domain.salvage import Salvage
from careteam.storage.anchors import anchor_of
from careteam.storage.audit_ddl import audit_trigger_ddl
from careteam.storage.engine import Key, connect
from careteam.storage.remains import Remains, Unreadable
from careteam.storage.salvaging import rescued_name, salvage
from careteam.storage.soundness import check_pages
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.patients import register_patient
from tests.conftest import ADMIN, NOW
from tests.people import add_member
from tests.storage.test_kept_columns import kept, plain

PAGE = 4096
PATIENTS, CONTACTS = 40, 3000

_CONTACTS = text("""
WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < :many)
INSERT INTO contact (external_id, external_key, patient_id, role, with_kind, with_name, mode,
  direction, outcome, is_reached, at, day, zone, minutes, reasons, topics, interventions, note,
  used_interpreter, attempt, is_late_entry, entered_at, retract_reason, source, version)
SELECT printf('00000000-0000-7000-8000-%012d', (n * 7919) % 100003), '', 1 + n % :patients,
  'nurse_navigator', 'patient', '', 'phone', 'outbound', 'reached_patient', 1,
  printf('2026-11-%02d 14:30:00.000000', 1 + n % 19), printf('2026-11-%02d', 1 + n % 19), 'UTC',
  n % 60, '["check_in"]', '[]', '[]', printf('Asked about the ride to the clinic, call %d', n),
  0, 0, 0, '2026-11-20 14:30:00.000000', '', '', 1 FROM one
""")


def make_clinic(template: Path, key: Key, path: Path) -> None:
    """A closed database with 40 patients who have a navigator, and 3,000 contacts."""
    shutil.copyfile(template, path)
    store, moment = Store.open(path, key, now=NOW, who=ADMIN), Moment.at(NOW, "America/New_York")
    joan = add_member(store, "Ellis", "Joan", "RN, OCN", "nurse_navigator", "(212) 555-0101")
    for number in range(PATIENTS):
        draft = PatientDraft(
            f"{4000 + number}", "Delacruz", f"Maria {number}", phase="induction",
            phones=(Phone(f"(212) 555-{1000 + number}"),), phase_since=date(2026, 11, 9),
        )  # fmt: skip
        made = store.do(register_patient, draft, moment=moment, rules=store.rules).made or 0
        role = AssignmentDraft(made, "nurse_navigator", joan, Rank.PRIMARY, date(2026, 11, 9))
        store.do(assign, role, moment=moment, rules=store.rules)
    store.do(log_many, moment=moment)
    store.close()


@needs(Action.CARE)
def log_many(session: Session, *, moment: Moment) -> Changes:
    """Some thousand contacts in one transaction."""
    session.execute(_CONTACTS, {"many": CONTACTS, "patients": PATIENTS})
    return Changes(frozenset())


def copied(clinic: Path, path: Path) -> Path:
    """A copy of a closed database with its anchor."""
    shutil.copyfile(clinic, path)
    shutil.copyfile(anchor_of(clinic), anchor_of(path))
    return path


def flip(path: Path, pages: Iterable[int]) -> None:
    """One wrong bit in each of these pages; a second time mends them."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 777)
            [byte] = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte ^ 1]))


def pages_under(path: Path, key: Key, query: str, last: int = 0) -> Iterator[int]:
    """The pages without which a query fails, from the end of the file or a page downwards."""
    trial = path.with_name("trial.db")
    shutil.copyfile(path, trial)
    for page in range(last or path.stat().st_size // PAGE, 1, -1):
        flip(trial, [page])
        if not is_readable(trial, key, query):
            yield page
        flip(trial, [page])


def is_readable(path: Path, key: Key, query: str) -> bool:
    remains = Remains(path, key)
    try:
        return bool(list(remains.rows(query))) or True
    except Unreadable:
        return False
    finally:
        remains.close()


def root_of(path: Path, key: Key, name: str) -> int:
    remains = Remains(path, key)
    query = f"SELECT rootpage FROM sqlite_master WHERE name = '{name}'"
    [(page,)] = list(remains.rows(query))
    remains.close()
    return page


def rows_of(path: Path, key: Key, table: str) -> dict[int, tuple[Any, ...]]:
    """Every row of a table of a file that is whole, by its rowid."""
    remains = Remains(path, key)
    found = {row[0]: row[1:] for row in remains.rows(f'SELECT rowid, * FROM "{table}"')}
    remains.close()
    return found


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def without_trail(path: Path, key: Key) -> None:
    """As a file that is older than the trail."""
    raw = connect(path, key)
    raw.execute("DROP TRIGGER audit_stays_delete")
    raw.execute("DELETE FROM audit")
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    path.with_name(f"{path.name}.anchor").unlink()


def rescue(damaged: Path, key: Key) -> Salvage:
    """Rescue into a new file; the damaged one is the same to the byte, the new one is sound."""
    files = [path for path in damaged.parent.iterdir() if path.name.startswith(damaged.name)]
    before = {path: digest(path) for path in files}
    found = salvage(damaged, key, rescued_name(damaged, NOW), now=NOW)
    assert {path: digest(path) for path in files} == before
    assert not list(damaged.parent.glob(".rescue-*"))
    assert found.rescued is not None
    check_sound(found.rescued, key)
    return found


def check_sound(path: Path, key: Key) -> None:
    store = Store.open(path, key, now=NOW, who=ADMIN)
    ids = store.read(lambda s: s.connection().exec_driver_sql("SELECT id FROM patient").fetchall())
    for (patient,) in ids:
        assert kept(store, patient).items() >= plain(store, patient).items()
    assert store.check_trail().broken is None
    assert store.check_trail().is_anchored
    store.close()
    check_pages(path, key)
    raw = connect(path, key, is_copy=True)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def tampered(store: Store, key: Key, *statements: str) -> Verdict:
    """What a check says after somebody with the key wrote below the program."""
    path = store.path
    store.close()
    raw = connect(path, key)
    for name in ("audit_stays_update", "audit_stays_delete"):
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for statement in audit_trigger_ddl():
        if "audit_stays_" in statement:
            raw.execute(statement)
    raw.close()
    again = Store.open(path, key, now=NOW, who=ADMIN)
    try:
        return again.check_trail()
    finally:
        again.close()
