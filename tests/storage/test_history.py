"""The history of a record says who did what when in words, is narrowed and paged by an index."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from careteam.domain.audit import Event
from careteam.domain.history import NOUNS, Kind
from careteam.domain.moment import Moment
from careteam.storage.audit_ddl import audited_tables
from careteam.storage.reads.history import actors_of, history_of
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.patients import PhaseDraft, change_phase
from tests.conftest import NOW
from tests.people import add_member, work_as


@pytest.fixture
def joan(navigator: int) -> Moment:
    return Moment.at(NOW + timedelta(minutes=3), "America/New_York", navigator)


def test_a_change_of_phase_is_told_in_one_sentence(
    store: Store, patient: int, joan: Moment
) -> None:
    work_as(store, "joan", joan.by)
    draft = PhaseDraft(patient, "consolidation", joan.today)
    store.do(change_phase, draft, moment=joan, rules=store.rules)
    rows = store.read(history_of, patient, rules=store.rules, kind=Kind.RECORD)
    row = next(row for row in rows if "phase" in row.what)
    label = store.rules.catalogue.phase_label
    told = f"changed the phase from {label('induction')} to {label('consolidation')}"
    assert row.sentence == f"Joan Ellis, RN, OCN {told}"
    assert (row.at, row.kind) == (joan.now, Kind.RECORD)


def test_an_opened_chart_is_told_and_found_by_its_kind_and_its_person(
    store: Store, patient: int, joan: Moment
) -> None:
    other = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    ids = []
    for name, moment in (("joan", joan), ("marcus", Moment.at(NOW, "America/New_York", other))):
        ids.append(work_as(store, name, moment.by).account_id)
        store.do(
            note_event, Event.OPENED, "chart", patient_id=patient, moment=moment, rules=store.rules
        )
    seen = store.read(history_of, patient, rules=store.rules, kind=Kind.SEEN)
    assert [row.sentence for row in seen] == [
        "Marcus Bell, LCSW opened the chart",
        "Joan Ellis, RN, OCN opened the chart",
    ]
    mine = store.read(history_of, patient, rules=store.rules, person_id=ids[0])
    assert {row.who for row in mine} == {"Joan Ellis, RN, OCN"}
    named = [actor.name for actor in store.read(actors_of, patient)]
    assert named == ["Joan Ellis, RN, OCN", "Marcus Bell, LCSW", "admin"]


def test_what_is_added_names_its_role_and_its_person(store: Store, patient: int) -> None:
    rows = store.read(history_of, patient, rules=store.rules, kind=Kind.TEAM)
    label = store.rules.catalogue.role_label("nurse_navigator")
    assert f"added an assignment: {label}, Joan Ellis, RN, OCN" in [row.what for row in rows]
    first = store.read(history_of, patient, rules=store.rules)[-1]
    assert first.sentence == "admin added the registration"


def test_pages_follow_on_one_another(store: Store, patient: int) -> None:
    everything = store.read(history_of, patient, rules=store.rules, limit=1000)
    paged = [
        row
        for offset in range(0, len(everything), 3)
        for row in store.read(history_of, patient, rules=store.rules, offset=offset, limit=3)
    ]
    assert tuple(paged) == everything
    assert len(everything) > 3


def test_every_table_that_is_told_of_exists() -> None:
    names = {table.name for table in audited_tables()}
    assert {table for nouns in NOUNS.values() for table in nouns} <= names


def test_the_history_is_read_by_its_index(store: Store, patient: int) -> None:
    sql = "SELECT seq FROM audit WHERE patient_id = 1 AND entity IN ('patient') ORDER BY seq DESC"
    plan = store.read(lambda s: [row[3] for row in s.execute(text(f"EXPLAIN QUERY PLAN {sql}"))])
    assert plan == ["SEARCH audit USING INDEX audit_of_patient (patient_id=?)"]
