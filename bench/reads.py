"""Times what a nurse waits for in the database: lists, a patient's page, search."""

import random
from collections.abc import Callable
from typing import Any

from bench.patients import NOW, PANEL, navigator_of
from bench.timing import Timing, time_it
from careteam.domain.measures import FRONT, MEASURES
from careteam.domain.moment import Moment
from careteam.domain.periods import By, Period
from careteam.storage.reads.board import team_board
from careteam.storage.reads.composer import composer
from careteam.storage.reads.contacts import contact_page
from careteam.storage.reads.insights import insight_results
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.month_time import month_page
from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.patients import first_patients
from careteam.storage.reads.search import search_names, search_notes
from careteam.storage.reads.timeline import timeline_page
from careteam.storage.reads.today import due_counts, due_rows, gap_rows
from careteam.storage.store import Store

ROUNDS, TYPED_ROUNDS, FEW_ROUNDS = 300, 1_000, 20
TYPED_PATIENTS = 200
INSIGHTS, BESIDE = "insights, cards and charts", "insights, other measures in the background"


def measure_reads(store: Store, patients: int) -> dict[str, Timing]:
    """Every question at random arguments on one open database."""
    moment = Moment.at(NOW, "America/New_York", 1)
    chance = random.Random(7)
    today, rules = moment.today, store.rules
    typed = words_typed(store, patients, chance)
    navigators = max(1, patients // PANEL)

    def who() -> int:
        return chance.randint(1, patients)

    mine = navigator_of(1, patients)

    def colleague() -> int:
        return navigator_of(chance.randint(1, navigators), patients)

    def listed(navigator_id: int | None, words: str) -> Any:
        asked = PatientFilter(navigator_id, typed=words)
        return store.read(first_patients, asked, moment=moment, rules=rules)

    on = {"today": today, "rules": rules}
    questions: dict[str, Callable[[], Any]] = {
        "Today, mine, first page": lambda: store.read(due_rows, **on, navigator_id=mine),
        "Today, a colleague's, first page": lambda: store.read(
            due_rows, **on, navigator_id=colleague()
        ),
        "Today, whole clinic, first page": lambda: store.read(due_rows, **on),
        "figures above Today, mine": lambda: store.read(due_counts, today=today, navigator_id=mine),
        "figures above Today, whole clinic": lambda: store.read(due_counts, today=today),
        "roles to fill, mine": lambda: store.read(gap_rows, **on, navigator_id=mine),
        "roles to fill, whole clinic": lambda: store.read(gap_rows, **on),
        "patients, mine, first page": lambda: listed(mine, ""),
        "patients, whole clinic, first page": lambda: listed(None, ""),
        "patients, narrowed while typing": lambda: listed(None, chance.choice(typed)),
        "a patient's banner": lambda: store.read(patient_page, who(), **on),
        "a patient's role board": lambda: store.read(team_board, who(), **on),
        "a patient's year of contacts": lambda: store.read(contact_page, who(), limit=200),
        "a patient's timeline, first page": lambda: store.read(
            timeline_page, who(), limit=64, moment=moment, rules=rules
        ),
        "what the composer offers": lambda: store.read(composer, who(), rules=rules),
        "a month of navigation time, mine": lambda: store.read(
            month_page, today.replace(day=1), rules=rules, navigator_id=mine
        ),
        "a month of navigation time, whole clinic": lambda: store.read(
            month_page, today.replace(day=1), rules=rules
        ),
        "search while typing": lambda: store.read(search_names, chance.choice(typed), **on),
        "notes when typing pauses": lambda: store.read(
            search_notes, chance.choice(typed), rules=store.rules
        ),
    }
    found = {
        name: time_it(question, TYPED_ROUNDS if "typing" in name else ROUNDS)
        for name, question in questions.items()
    }
    return found | measure_insights(store, mine)


def measure_insights(store: Store, mine: int) -> dict[str, Timing]:
    """The insights page: what is read at once, and what is counted beside the nurse's work."""
    moment = Moment.at(NOW, "America/New_York", 1)
    others = tuple(key for key in MEASURES if key not in FRONT)

    def asked(keys: tuple[str, ...], by: By, navigator_id: int | None) -> Callable[[], Any]:
        scope = Scope(Period.holding(moment.today, by), navigator_id)
        return lambda: store.read(
            insight_results, keys, scope, moment=moment, rules=store.rules,
            in_parts=("contacts", "to_contact"),
        )  # fmt: skip

    questions = {
        f"{what}, {by}, {whose}": asked(keys, by, navigator_id)
        for what, keys in ((INSIGHTS, FRONT), (BESIDE, others))
        for by in (By.MONTH, By.YEAR)
        for whose, navigator_id in (("mine", mine), ("whole clinic", None))
    }
    return {name: time_it(question, FEW_ROUNDS) for name, question in questions.items()}


def words_typed(store: Store, patients: int, chance: random.Random) -> list[str]:
    """What nurses type, letter by letter: names, record numbers, phones, words of notes."""
    typed: list[str] = []
    for _ in range(TYPED_PATIENTS):
        number = chance.randint(1, patients)
        row = store.read(patient_page, number, today=NOW.date(), rules=store.rules)
        name = f"{row.family} {row.given}".casefold()
        typed += [name[:length] for length in range(1, len(name) + 1)]
        typed += [row.mrn[:length] for length in range(1, len(row.mrn) + 1)]
    for words in ("ride conf", "visit", "insurance form", "lumbar", "555-0148"):
        typed += [words[:length] for length in range(2, len(words) + 1)]
    return typed
