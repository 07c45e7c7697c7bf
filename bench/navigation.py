"""Navigation time of generated patients: every second one is enrolled, consented and seen.

Half of an enrolled patient's contacts count under the program, and each has one piece of work
of this month besides, logged by their navigator between morning and evening.
"""

import random
from datetime import date, timedelta
from typing import Any

from bench.patients import CONTACTS, NAVIGATOR_PLACE, holder

ENROLLED_EVERY, COUNTED_EVERY = 2, 2
PROGRAM, STAMP = "PIN", "2026-01-05 12:00:00.000000"
ACTIVITIES = ("care_coordination", "health_education", "social_emotional_support")
BEGAN = "2026-01-05"
DAYS_OF_WORK, MINUTES_OF_WORK = 18, 540


def add_navigation_time(
    raw: Any, ids: range, navigators: int, chance: random.Random, today: date
) -> None:
    """Enrol these patients and let their time count, below the verbs and without triggers."""
    enrolled = [number for number in ids if number % ENROLLED_EVERY == 0]

    def worker(number: int) -> int:
        return holder(NAVIGATOR_PLACE, navigators, (number - 1) % navigators + 1)

    raw.executemany(
        "INSERT INTO enrolment (external_id, patient_id, program, starts_on, end_reason, "
        "billing_id, supervising_id, made_at) VALUES (?, ?, ?, ?, '', 1, 1, ?)",
        [(f"e{number:036d}", number, PROGRAM, BEGAN, STAMP) for number in enrolled],
    )
    raw.executemany(
        "INSERT INTO time_consent (external_id, patient_id, program, on_day, way, given_by, "
        "made_at, retract_reason) VALUES (?, ?, ?, ?, 'verbal', '', ?, '')",
        [(f"k{number:036d}", number, PROGRAM, BEGAN, STAMP) for number in enrolled if number % 10],
    )
    raw.executemany(
        "INSERT INTO initiating_visit (external_id, patient_id, program, on_day, kind, "
        "practitioner_id, made_at, retract_reason) VALUES (?, ?, ?, ?, 'office_visit', 1, ?, '')",
        [(f"v{number:036d}", number, PROGRAM, BEGAN, STAMP) for number in enrolled],
    )
    raw.executemany(
        "UPDATE contact SET program = ?, activity = ?, by_id = ? WHERE id = ?",
        [
            (PROGRAM, chance.choice(ACTIVITIES), worker(number), number * CONTACTS + place)
            for number in enrolled
            for place in range(0, CONTACTS, COUNTED_EVERY)
        ],
    )
    raw.executemany(
        "INSERT INTO time_entry (external_id, patient_id, program, work, activity, minutes, "
        "minutes_over, at, day, zone, note, entered_at, by_id, retract_reason, version) VALUES "
        "(?, ?, ?, 'chart_review', 'care_coordination', ?, 0, ?, ?, 'America/New_York', "
        "'Read the reports.', ?, ?, '', 1)",
        [_work(number, worker(number), chance, today) for number in enrolled],
    )


def _work(number: int, worker: int, chance: random.Random, today: date) -> tuple[Any, ...]:
    day = today - timedelta(days=chance.randint(0, DAYS_OF_WORK))
    hour, minute = divmod(chance.randrange(MINUTES_OF_WORK), 60)
    at = f"{day.isoformat()} {13 + hour}:{minute:02d}:00.000000"
    minutes = chance.randint(5, 90)
    return (f"w{number:036d}", number, PROGRAM, minutes, at, day.isoformat(), at, worker)
