"""The history of a record says who did what when in words, is narrowed and paged by an index."""

from datetime import timedelta

import pytest

from careteam.domain.audit import Event
from careteam.domain.history import NAMED_BY, NOUNS, UNTOLD, UNTOLD_OF, Kind, Told, sentence_of
from careteam.domain.history_words import COLUMNS, LISTS, PEOPLE, PLAIN, Wording
from careteam.domain.moment import Moment
from careteam.storage.audit_ddl import audited_tables
from careteam.storage.reads.history import actors_of, history_of
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.patients import PhaseDraft, change_phase
from tests.conftest import NOW
from tests.people import add_member, work_as
from tests.plans import plans_of


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
    assert row.told.how == f"the phase from {label('induction')} to {label('consolidation')}"
    assert row.sentence == f"Joan Ellis, RN, OCN changed the registration – {row.told.how}"
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


def test_every_column_that_has_words_exists_and_every_list_is_in_the_catalogue(
    store: Store,
) -> None:
    columns = {table.name: set(table.columns.keys()) for table in audited_tables()}
    every = set[str]().union(*columns.values())
    assert every >= {*COLUMNS, *PEOPLE, *PLAIN, *UNTOLD}
    for (table, column), lists in LISTS.items():
        assert column in columns[table]
        assert all(store.rules.catalogue.terms[one] for one in lists), lists
    for table, named in NAMED_BY.items():
        assert {one for column in named for one in column.split("/")} <= columns[table]
    assert all(untold <= columns[table] for table, untold in UNTOLD_OF.items())


@pytest.mark.parametrize(
    ("entity", "column", "value", "words"),
    [
        (
            "contact",
            "topics",
            '["diagnosis", "transport_lodging"]',
            "Diagnosis, Transport and lodging",
        ),
        ("contact", "at", "2026-11-20 14:30:00.000000", "20-Nov-2026 09:30"),
        ("assignment", "snoozed_until", "2026-11-27", "27-Nov-2026"),
        ("patient", "other_languages", "es zz_new", "Spanish, zz new"),
        ("patient", "needs_interpreter", 0, "no"),
        ("escalation", "temp_tenths", 384, "38.4 °C"),
        ("contact", "with_kind", "team_member", "team member"),
        ("contact", "note", "she_said", "she_said"),
        ("contact", "note", "2026-11-20", "2026-11-20"),
        ("patient", "mrn", "1234-56-78", "1234-56-78"),
        ("patient", "birth_date", "1981-03", "1981-03"),
        ("patient", "birth_date", "1981-03-14", "14-Mar-1981"),
        ("related", "relationship", "aunt, by marriage", "aunt, by marriage"),
        ("conference", "question", "2026-11-20 14:30 in room 5", "2026-11-20 14:30 in room 5"),
        ("person_role", "role_key", "chaplain", "Chaplain"),
        ("contact", "note", "x" * 100, "x" * 80 + "…"),
        ("contact", "note", "", "nothing"),
        ("screening", "instrument", "distress_thermometer", "Distress"),
        ("assignment", "role", "gone_role", "gone_role"),
    ],
)
def test_values_are_told_in_the_words_of_the_clinic(
    store: Store, entity: str, column: str, value: object, words: str
) -> None:
    wording = Wording(store.rules, "America/New_York", str)
    assert wording.value(entity, column, value) == words


def test_a_row_of_before_the_trail_is_told_without_its_name(store: Store, patient: int) -> None:
    told = Told("update", "milestone", {"state": ["planned", "done"]})
    wording = Wording(store.rules, "America/New_York", str)
    assert str(sentence_of(told, wording)) == "changed a milestone – the state from planned to done"


def test_the_trail_tells_of_the_day_of_a_holiday(store: Store) -> None:
    told = Told("update", "holiday", {"day": ["2026-12-24", "2026-12-25"]})
    said = str(sentence_of(told, Wording(store.rules, "America/New_York", str)))
    assert said == "changed holiday – the day from 24-Dec-2026 to 25-Dec-2026"


def test_the_history_is_read_by_its_index(store: Store, patient: int, joan: Moment) -> None:
    for phase in ("consolidation", "maintenance"):
        draft = PhaseDraft(patient, phase, joan.today)
        store.do(change_phase, draft, moment=joan, rules=store.rules)
    plans = plans_of(store, history_of, patient, rules=store.rules)
    read = [plan for plan in plans if " audit " in f"{plan} "]
    assert len(read) == 2
    assert {plan.split(" (")[0] for plan in read} == {"SEARCH audit USING INDEX audit_of_patient"}
