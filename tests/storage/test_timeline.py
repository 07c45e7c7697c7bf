"""One timeline tells everything of a patient, newest first, in pages that join without a seam."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.text import fold
from careteam.domain.timeline import EntryKind
from careteam.storage.identifiers import new_external_id
from careteam.storage.reads.contacts import Only
from careteam.storage.reads.timeline import TimelineFilter, timeline_page, timeline_roles
from careteam.storage.reads.timeline_rows import EntryRow, MarkKind
from careteam.storage.reads.timeline_streams import STREAMS
from careteam.storage.store import Store
from careteam.storage.writes.patients import register_patient
from tests.plans import plans_of
from tests.timelines import MAKERS, ROLES, WORDS, Made, add_entries

NO_ROLE = "''"
TODAY = date(2026, 11, 20)
ZONE = ZoneInfo("America/New_York")
MADE = st.lists(
    st.tuples(
        st.sampled_from(sorted(MAKERS)),
        st.dates(TODAY - timedelta(days=12), TODAY + timedelta(days=2)),
        st.sampled_from(ROLES),
        st.sampled_from(WORDS),
        st.integers(0, 60),
    ),
    max_size=30,
    unique_by=lambda made: (made[0], made[1], made[4]),
)
ASKED = st.builds(
    TimelineFilter,
    kinds=st.frozensets(st.sampled_from(sorted(EntryKind)), max_size=4),
    only=st.sampled_from([Only.ALL, Only.ALL, Only.REACHED]),
    role=st.sampled_from(["", "", "social_worker", "chaplain"]),
    words=st.sampled_from(["", "", "ride", "schlaft", "closed pharm"]),
)
DAYS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("alert", "alert", "since", "1", "", "text"),
    ("alert", "alert", "ended_on", "1", "", "text"),
    ("state", "status_period", "on_day", "1", "", "reason"),
    ("phase", "phase_period", "started_on", "1", "", "reason"),
    ("finding", "finding", "since", "1", "", "note"),
    ("finding", "finding", "ended_on", "1", "", "note"),
    ("treatment", "overlay", "started_on", "1", "", "note"),
    ("treatment", "overlay", "ended_on", "1", "", "note"),
    ("treatment", "treatment", "started_on", "1", "", "detail"),
    ("treatment", "treatment", "ended_on", "1", "", "detail"),
    ("disease", "disease_status", "on_day", "1", "", "note"),
    ("test", "milestone", "done_on", "state = 'done'", "", "result"),
    (
        "test",
        "milestone",
        "planned_on",
        "state = 'left_out' AND reason <> 'entered_in_error'",
        "",
        "reason",
    ),
    ("stay", "stay", "admitted_on", "retracted_at IS NULL", "", "reason"),
    ("stay", "stay", "discharged_on", "retracted_at IS NULL", "", "reason"),
    ("score", "screening", "on_day", "1", "", "''"),
    ("board", "conference", "on_day", "1", "", "question"),
    ("team", "assignment", "starts_on", "1", "role", "note"),
    ("team", "assignment", "ends_on", "end_reason <> 'entered_in_error'", "role", "end_note"),
    ("team", "assignment", "held_since", "1", "role", "hold_reason"),
    ("team", "team_role", "declined_on", "1", "role", "decline_note"),
    ("barrier", "barrier", "found_on", "1", "", "detail"),
    ("barrier", "barrier", "closed_on", "1", "", "result"),
    ("barrier", "barrier_action", "on_day", "1", "owner_role", "text"),
    ("referral", "referral_step", "on_day", "1", "referral", "note"),
    ("trial", "trial_step", "on_day", "1", "", "note"),
)
"""Kind, table, day, condition, the column of the role, the column of the words."""


def moment_now() -> Moment:
    return Moment.at(datetime(2026, 11, 20, 14, 30, tzinfo=ZoneInfo("UTC")), "America/New_York")


def plainly(store: Store, patient: int, asked: TimelineFilter) -> list[tuple[Any, str, int]]:
    """Every entry by reading each table whole: when, kind and id."""
    found = [*_by_time(store, patient, asked)]
    if asked.only == Only.ALL:
        found += _by_day(store, patient, asked)
    return [one for one in found if not asked.kinds or one[1] in asked.kinds]


def _by_day(store: Store, patient: int, asked: TimelineFilter) -> Iterator[tuple[Any, str, int]]:
    for kind, table, day, condition, role, said in DAYS:
        if asked.role and not role:
            continue
        if role == "referral":
            role = "(SELECT to_role FROM referral WHERE referral.id = referral_id)"
        for row in _rows(
            store,
            f"SELECT id, {day} AS day, {said} AS said, {role or NO_ROLE} AS role FROM {table} "
            f"WHERE patient_id = {patient} AND {condition} AND {day} IS NOT NULL",
        ):
            on = date.fromisoformat(row["day"])
            if on <= TODAY and asked.role in ("", row["role"]) and _says(row["said"], asked):
                yield datetime(on.year, on.month, on.day, tzinfo=ZONE), kind, row["id"]


def _by_time(store: Store, patient: int, asked: TimelineFilter) -> Iterator[tuple[Any, str, int]]:
    for row in _rows(store, f"SELECT * FROM contact WHERE patient_id = {patient}"):
        counts = row["is_reached"] and row["retracted_at"] is None
        is_asked = asked.role in ("", row["role"]) and (asked.only == Only.ALL or counts)
        if is_asked and _says(row["note"], asked):
            yield _utc(row["at"]), "contact", row["id"]
    for row in _rows(store, f"SELECT * FROM escalation WHERE patient_id = {patient}"):
        is_asked = asked.only == Only.ALL and not asked.role and row["retracted_at"] is None
        if is_asked and _says(row["note"], asked):
            yield _utc(row["at"]), "red_flag", row["id"]
    for row in _rows(store, f"SELECT * FROM time_entry WHERE patient_id = {patient}"):
        is_asked = asked.only == Only.ALL and not asked.role
        if is_asked and _says(row["note"], asked):
            yield _utc(row["at"]), "time", row["id"]


def _rows(store: Store, sql: str) -> list[Any]:
    return store.read(lambda session: list(session.execute(text(sql)).mappings()))


def _says(words: str, asked: TimelineFilter) -> bool:
    return all(word in fold(words) for word in fold(asked.words).split())


def _utc(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=ZoneInfo("UTC"))


def pages(store: Store, patient: int, asked: TimelineFilter, limit: int) -> list[EntryRow]:
    """Page after page, to the end."""
    rows: list[EntryRow] = []
    while True:
        page = store.read(
            timeline_page,
            patient,
            asked,
            limit=limit,
            moment=moment_now(),
            rules=store.rules,
            before=rows[-1].place if rows else None,
        )
        rows += page
        if len(page) < limit:
            return rows


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(
    made=[
        ("alert", TODAY - timedelta(days=1), "chaplain", "Ride confirmed", 2),
        ("contact", TODAY + timedelta(days=1), "chaplain", "Ride confirmed", 0),
    ],
    asked=TimelineFilter(),
    limit=1,
)
@given(made=MADE, asked=ASKED, limit=st.integers(1, 9))
def test_the_pages_together_are_every_row_sorted_plainly(
    store: Store,
    navigator: int,
    made: list[Made],
    asked: TimelineFilter,
    limit: int,
) -> None:
    patient = another_patient(store)
    add_entries(store, patient, navigator, made)
    rows = pages(store, patient, asked, limit)
    told = Counter((row.at, row.kind.value, row.id) for row in rows)
    assert told == Counter(plainly(store, patient, asked))
    assert rows == sorted(rows, key=lambda row: row.place, reverse=True)
    assert len({row.key for row in rows}) == len(rows)
    assert rows == pages(store, patient, asked, 500)


def another_patient(store: Store) -> int:
    """Somebody of whom nothing is known yet."""
    draft = PatientDraft(mrn=new_external_id(), family="Okafor", given="Samuel")
    made = store.do(register_patient, draft, moment=moment_now(), rules=store.rules).made
    assert made is not None
    return made


def test_every_stream_is_read_along_an_index_of_patient_and_day_without_sorting(
    store: Store, patient: int, navigator: int
) -> None:
    add_entries(store, patient, navigator, [(kind, TODAY, ROLES[0], "", 2) for kind in MAKERS])
    [*_, last] = pages(store, patient, TimelineFilter(), 500)
    asked = {"limit": 64, "moment": moment_now(), "rules": store.rules}
    plans = plans_of(store, timeline_page, patient, before=last.place, **asked)
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]
    assert not [plan for plan in plans if plan.startswith("SCAN") and "stream" not in plan]
    ranges = [plan for plan in plans if "(patient_id=? AND " in plan and "<" in plan]
    assert len(ranges) == len(STREAMS) + 1


def test_a_role_asked_for_leaves_what_that_role_did(
    store: Store, patient: int, navigator: int
) -> None:
    made = [(kind, TODAY, ROLES[0], "", 6) for kind in MAKERS]
    add_entries(store, patient, navigator, made)
    rows = pages(store, patient, TimelineFilter(role=ROLES[0]), 500)
    assert {row.kind.value for row in rows} == {"contact", "team", "barrier", "referral"}
    assert ROLES[0] in store.read(timeline_roles, patient)


def test_what_is_planned_for_a_day_to_come_is_not_told(
    store: Store, patient: int, navigator: int
) -> None:
    before = pages(store, patient, TimelineFilter(), 500)
    ahead = TODAY + timedelta(days=1)
    kinds = [kind for kind in MAKERS if kind not in ("contact", "red_flag", "time")]
    add_entries(store, patient, navigator, [(kind, ahead, ROLES[0], "", 2) for kind in kinds])
    assert pages(store, patient, TimelineFilter(), 500) == before


@pytest.mark.parametrize(
    ("kind", "number", "title", "mark"),
    [
        ("score", 5, "Distress 5", MarkKind.PAST_CUTOFF),
        ("score", 8, "Distress 8", MarkKind.RETRACTED),
        ("red_flag", 1, "Fever 38.4 °C", MarkKind.NOT_TOLD),
        ("assignment", 1, "Social worker", MarkKind.RANK),
    ],
)
def test_an_entry_is_told_in_the_clinics_words(
    store: Store,
    patient: int,
    navigator: int,
    kind: str,
    number: int,
    title: str,
    mark: MarkKind,
) -> None:
    add_entries(store, patient, navigator, [(kind, TODAY, ROLES[0], "", number)])
    wanted = frozenset({"team" if kind == "assignment" else kind})
    row = next(
        row
        for row in pages(store, patient, TimelineFilter(wanted), 500)
        if row.role != "nurse_navigator"
    )
    assert row.title.startswith(title.split()[0])
    assert mark in {each.kind for each in row.marks}
