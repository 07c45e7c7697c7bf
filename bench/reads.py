"""Times what a nurse waits for in the database: lists, a patient's page, search, one contact."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.clinic import PASSPHRASE
from bench.patients import CONTACTS, NOW, PANEL, ROLES
from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.storage.engine import connect, derive_key
from careteam.storage.reads.board import team_board
from careteam.storage.reads.contacts import contact_page
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.search import search
from careteam.storage.reads.today import due_counts, due_rows, gap_rows
from careteam.storage.store import Store
from careteam.storage.writes.contacts import log_contact

ROUNDS = 300
WRITES = 100
WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one question: median and 99th percentile of CPU time, worst wall time."""

    median: float
    p99: float
    worst: float


def measure_reads(path: Path, patients: int) -> dict[str, Timing]:
    """Every question at random arguments on one open database."""
    store = Store.open_with_passphrase(path, PASSPHRASE, now=NOW)
    moment = Moment.at(NOW, "America/New_York", 1)
    chance = random.Random(7)
    navigators = max(1, patients // PANEL)
    today, rules = moment.today, store.rules
    typed = _typed(store, patients, chance)

    def who() -> int:
        return chance.randint(1, patients)

    def navigator() -> int:
        return chance.randint(1, navigators)

    questions: dict[str, Callable[[], Any]] = {
        "Today, mine, first page": lambda: store.read(
            due_rows, today=today, rules=rules, navigator_id=navigator()
        ),
        "Today, whole clinic, first page": lambda: store.read(due_rows, today=today, rules=rules),
        "figures above Today, mine": lambda: store.read(
            due_counts, today=today, navigator_id=navigator()
        ),
        "figures above Today, whole clinic": lambda: store.read(due_counts, today=today),
        "roles to fill, whole clinic": lambda: store.read(gap_rows, today=today, rules=rules),
        "a patient's banner": lambda: store.read(patient_page, who(), today=today, rules=rules),
        "a patient's role board": lambda: store.read(team_board, who(), today=today, rules=rules),
        "a patient's year of contacts": lambda: store.read(contact_page, who(), limit=200),
        "search while typing": lambda: store.read(
            search, chance.choice(typed), today=today, rules=rules
        ),
    }
    found = {name: _time(question, ROUNDS) for name, question in questions.items()}
    found["one durable contact"] = _time(lambda: _log(store, moment, who()), WRITES)
    store.close()
    found["one bare insert, same pragmas"] = measure_bare_insert(path)
    return found


def measure_bare_insert(path: Path) -> Timing:
    """One insert of the same size into a bare table of an encrypted file with our pragmas."""
    bare = path.with_name("bare.db")
    for tail in ("", "-wal", "-shm"):
        bare.with_name(bare.name + tail).unlink(missing_ok=True)
    bare.touch()
    connection = connect(bare, derive_key(PASSPHRASE, b"0123456789abcdef"), is_new=True)
    connection.execute(
        "CREATE TABLE contact (id INTEGER PRIMARY KEY, patient_id INTEGER, role TEXT, mode TEXT, "
        "outcome TEXT, at TEXT, minutes INTEGER, note TEXT)"
    )
    connection.execute("CREATE INDEX contact_of ON contact (patient_id, at)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO contact (patient_id, role, mode, outcome, at, minutes, note) "
            "VALUES (1, 'chaplain', 'phone', 'reached_patient', '2026-11-20 14:30', 5, ?)",
            ("ride confirmed with her sister " * 4,),
        )
        connection.execute("COMMIT")

    timing = _time(insert, WRITES * 3)
    connection.close()
    return timing


def _log(store: Store, moment: Moment, patient: int) -> None:
    draft = ContactDraft(
        patient,
        random.choice(ROLES),
        "phone",
        "reached_patient",
        moment.now - timedelta(minutes=1),
        minutes=5,
        topics=("transport_lodging",),
        note="ride confirmed with her sister " * 4,
    )
    store.do(log_contact, draft, moment=moment, rules=store.rules)


def _typed(store: Store, patients: int, chance: random.Random) -> list[str]:
    """What nurses type, letter by letter: names, record numbers, words of notes."""
    typed: list[str] = []
    for _ in range(40):
        number = chance.randint(1, patients)
        row = store.read(patient_page, number, today=NOW.date(), rules=store.rules)
        name = f"{row.family} {row.given}".casefold()
        typed += [name[:length] for length in range(1, len(name) + 1)]
        typed += [row.mrn[:length] for length in range(1, len(row.mrn) + 1)]
    return [*typed, "ride conf", "lumbar", f"{CONTACTS} platelets"]


def _time(question: Callable[[], Any], rounds: int) -> Timing:
    for _ in range(WARM_UP):
        question()
    cpu: list[float] = []
    wall: list[float] = []
    for _ in range(rounds):
        started, began = time.thread_time_ns(), time.perf_counter_ns()
        question()
        cpu.append((time.thread_time_ns() - started) / 1e6)
        wall.append((time.perf_counter_ns() - began) / 1e6)
    cpu.sort()
    return Timing(statistics.median(cpu), cpu[int(len(cpu) * 0.99)], max(wall))
