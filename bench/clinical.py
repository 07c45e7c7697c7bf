"""The clinical record of generated patients: phases, tests, scores, barriers, referrals, stays.

A patient has a phase with its start, 5 tests, 3 scores, 1 barrier with an action, 1 referral with
2 steps, and 1 suggestion; every third one a stay. Suggestions lie within the last year, half of the
barriers and referrals are closed, and stays have ended.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from careteam.storage.tables import (
    BarrierActionRecord,
    BarrierRecord,
    DiseaseStatusRecord,
    MilestoneRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    StayRecord,
    SuggestionRecord,
)

STAMP = "2026-01-05 12:00:00.000000"
TESTS = ("cbc", "bone_marrow_biopsy", "lumbar_puncture", "mrd", "ct_scan")
SCORES = (("distress_thermometer", 10), ("mst", 5), ("ecog", 4))
CATEGORIES = ("transportation", "insurance", "language_interpreter", "fear", "childcare")
STAY_EVERY = 3

Row = dict[str, Any]


def add_clinical_record(raw: Any, ids: range, chance: random.Random, today: date) -> None:
    """Add what is known clinically of these patients, below the verbs and without triggers."""
    tables: dict[Any, list[Row]] = {}
    for number in ids:
        for record, row in _record_of(number, chance, today):
            tables.setdefault(record, []).append(row)
    for record, rows in tables.items():
        _insert(raw, record, rows)


def _record_of(number: int, chance: random.Random, today: date) -> Iterator[tuple[Any, Row]]:
    def day(back: int) -> str:
        return (today - timedelta(days=chance.randint(0, back))).isoformat()

    of: Row = {"patient_id": number}
    yield PhasePeriodRecord, {**of, "phase": "induction", "started_on": day(300)}
    yield DiseaseStatusRecord, {**of, "on_day": day(200), "mrd": "negative", "made_at": STAMP}
    for place, kind in enumerate(TESTS):
        is_done = chance.random() < 0.7
        yield MilestoneRecord, {
            **of, "external_id": f"m{number:030d}{place}", "kind": kind, "planned_on": day(200),
            "done_on": day(100) if is_done else None, "made_at": STAMP,
            "state": "done" if is_done else "planned",
        }  # fmt: skip
    for place, (instrument, highest) in enumerate(SCORES):
        yield ScreeningRecord, {
            **of, "external_id": f"s{number:030d}{place}", "instrument": instrument,
            "score": chance.randint(0, highest), "on_day": day(200), "recorded_at": STAMP,
        }  # fmt: skip
    barrier = {"external_id": f"b{number:031d}", "category": chance.choice(CATEGORIES)}
    is_open, found = chance.random() < 0.5, day(90)
    closed: Row = {} if is_open else {"state": "resolved", "closed_on": today.isoformat()}
    yield BarrierRecord, {
        **of, **barrier, "id": number, "found_on": found, "made_at": STAMP, "state": "open",
        "closed_on": None, **closed,
    }  # fmt: skip
    action = {"text": "Ride asked for", "on_day": day(60), "made_at": STAMP}
    yield BarrierActionRecord, {**of, **action, "barrier_id": number}
    asked = day(60)
    yield ReferralRecord, {
        **of, "id": number, "external_id": f"r{number:031d}", "to_role": "social_worker",
        "state": "accepted" if is_open else "completed", "requested_on": asked,
        "state_on": asked if is_open else today.isoformat(),
        "result": "" if is_open else "Taken on", "made_at": STAMP,
    }  # fmt: skip
    for state in ("requested", "accepted"):
        step = {"state": state, "on_day": asked, "made_at": STAMP}
        yield ReferralStepRecord, {**of, **step, "referral_id": number}
    yield SuggestionRecord, {
        **of, "external_id": f"g{number:031d}", "rule": "distress", "role": "social_worker",
        "source_kind": "screening", "source_id": number, "due_on": day(30),
        "made_at": f"{day(360)} 12:00:00.000000",
    }  # fmt: skip
    if number % STAY_EVERY == 0:
        yield StayRecord, {
            **of, "external_id": f"t{number:031d}", "admitted_on": day(300), "made_at": STAMP,
            "discharged_on": today.isoformat(),
        }  # fmt: skip


def _insert(raw: Any, record: Any, rows: list[Row]) -> None:
    """Insert rows with a table's own defaults for what they leave out."""
    columns = [column for column in record.__table__.c if column.name in _names(record, rows[0])]
    names = [column.name for column in columns]
    defaults = {name: _plain(record.model_fields[name].default) for name in names}
    marks = ", ".join("?" * len(names))
    raw.executemany(
        f"INSERT INTO {record.__table__.name} ({', '.join(names)}) VALUES ({marks})",
        [[row.get(name, defaults[name]) for name in names] for row in rows],
    )


def _names(record: Any, row: Mapping[str, Any]) -> set[str]:
    has_default = {
        name
        for name, field in record.model_fields.items()
        if not field.is_required()
        and not isinstance(field.default, dict)
        and not field.default_factory
    }
    return (has_default | set(row)) - ({"id"} - set(row))


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int) else None
