"""Times one durable contact through the verb of the window against bare inserts of the same row.

The inserts run on a connection with the same key and pragmas, in turn with the verb: one into the
very table, with its constraints, indexes, triggers and full text; one into a bare table of eight
columns with one index.
"""

import itertools
import random
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.patients import NOW, ROLES
from bench.timing import Timing, alternate
from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.storage.engine import connect, new_key
from careteam.storage.identifiers import new_external_id
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact

ROUNDS = 300
NOTE = "ride confirmed with her sister " * 4
VERB, SAME_TABLE, BARE_TABLE = (
    "one durable contact, by the window's verb",
    "one bare insert into the same table",
    "one bare insert into a table of 8 columns",
)


def measure_writes(store: Store, patients: int) -> dict[str, Timing]:
    """The verb and both bare inserts in turn; adds contacts to the database."""
    moment = Moment.at(NOW, "America/New_York", 1)
    chance = random.Random(11)
    seconds = itertools.count()
    same = connect(store.path, store.key)
    path = store.path.with_name("bare.db")
    bare = _bare_table(path)

    def by_verb() -> None:
        at = moment.now - timedelta(minutes=90) + timedelta(seconds=next(seconds))
        draft = ContactDraft(
            chance.randint(1, patients),
            chance.choice(ROLES),
            "phone",
            "reached_patient",
            at,
            minutes=5,
            topics=("transport_lodging",),
            note=NOTE,
        )
        store.do(log_contact, draft, moment=moment, rules=store.rules)

    def same_table() -> None:
        values = (new_external_id(), chance.randint(1, patients), chance.choice(ROLES), NOTE)
        _insert(same, _SAME, values)

    def bare_table() -> None:
        _insert(bare, _BARE, (chance.randint(1, patients), chance.choice(ROLES), NOTE))

    try:
        questions = {VERB: by_verb, SAME_TABLE: same_table, BARE_TABLE: bare_table}
        return alternate(questions, ROUNDS)
    finally:
        same.close()
        bare.close()
        path.unlink()


_SAME = (
    "INSERT INTO contact (external_id, external_key, patient_id, role, person_id, with_kind, "
    "with_name, mode, direction, outcome, is_reached, at, day, zone, minutes, reasons, topics, "
    "interventions, note, used_interpreter, attempt, is_late_entry, entered_at, retract_reason, "
    "source, version) VALUES (?, '', ?, ?, 1, 'patient', '', 'phone', 'outbound', "
    "'reached_patient', 1, '2026-11-20 13:00:00.000000', '2026-11-20', 'America/New_York', 5, "
    "'[]', '[\"transport_lodging\"]', '[]', ?, 0, 0, 0, '2026-11-20 14:30:00.000000', '', '', 1)"
)
_BARE = (
    "INSERT INTO contact (patient_id, role, mode, outcome, at, minutes, note) "
    "VALUES (?, ?, 'phone', 'reached_patient', '2026-11-20 13:00', 5, ?)"
)


def _bare_table(path: Path) -> Any:
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    path.touch()
    connection = connect(path, new_key(), is_new=True)
    connection.execute(
        "CREATE TABLE contact (id INTEGER PRIMARY KEY, patient_id INTEGER, role TEXT, mode TEXT, "
        "outcome TEXT, at TEXT, minutes INTEGER, note TEXT)"
    )
    connection.execute("CREATE INDEX contact_of ON contact (patient_id, at)")
    return connection


def _insert(connection: Any, statement: str, values: tuple[Any, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, values)
    connection.execute("COMMIT")
