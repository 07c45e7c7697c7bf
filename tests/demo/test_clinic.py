"""The invented clinic has everybody and everything that the window can show."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlmodel import Session

from careteam.demo.clinic import build_clinic
from careteam.demo.data import read_cast
from careteam.domain.assignments import AssignmentState
from careteam.domain.due import Urgency
from careteam.domain.errors import Refused
from careteam.domain.people import is_npi
from careteam.domain.text import clean
from careteam.storage.engine import Key
from careteam.storage.reads.board import team_board, team_history
from careteam.storage.reads.contacts import ContactRow, contacts_of
from careteam.storage.reads.patient_page import patient_id_of, patient_page
from careteam.storage.reads.today import due_counts, due_rows
from careteam.storage.reads.worker import read_worker, worker_of
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, PersonPhoneRecord, PersonRecord
from tests.conftest import ADMIN, copy_database
from tests.demo.conftest import SUNDAY, Build, Built

NEW_YORK = ZoneInfo("America/New_York")
GROUPS = {
    "physician", "nurse_practitioner", "nurse", "social_work", "nutrition", "rehabilitation",
    "chaplaincy", "supportive_oncology",
}  # fmt: skip


def ids(session: Session) -> list[int]:
    return list(session.scalars(select(PatientRecord.__table__.c.id)))


def statuses(session: Session) -> list[str]:
    return list(session.scalars(select(PatientRecord.__table__.c.status)))


def every_contact(store: Store) -> list[ContactRow]:
    return [row for patient in store.read(ids) for row in store.read(contacts_of, patient)]


def test_sixty_patients_are_in_it_and_joan_ellis_works_there(sunday: Built) -> None:
    store, built = sunday
    assert built.patients == len(store.read(ids)) == 60
    assert built.people == 38
    assert built.worker_id == store.read(worker_of)
    assert store.read(read_worker, built.worker_id) == "Joan Ellis, RN, OCN"
    mine = store.read(due_counts, today=date(2026, 11, 22), navigator_id=built.worker_id)
    assert mine.patients == 26
    gone = sorted(status for status in store.read(statuses) if status != "active")
    assert gone == ["deceased", "declined", "transferred"]


def test_some_hundred_contacts_are_counted_as_they_were_built(sunday: Built) -> None:
    store, built = sunday
    contacts = every_contact(store)
    assert len(contacts) == built.contacts
    assert 300 <= len(contacts) <= 900


def test_no_contact_lies_in_the_future_or_out_of_hours(sunday: Built) -> None:
    store, _ = sunday
    calendar = store.rules.calendar
    for contact in every_contact(store):
        at = contact.at.astimezone(NEW_YORK)
        assert time(8, 0) <= at.time() <= time(17, 0)
        assert calendar.is_business_day(at.date())
        assert contact.at <= contact.entered_at <= SUNDAY


def test_all_eight_role_groups_have_people_at_work(sunday: Built) -> None:
    store, _ = sunday
    found = {
        row.group
        for patient in store.read(ids)
        for row in store.read(team_board, patient, today=date(2026, 11, 22), rules=store.rules)
        if row.state == AssignmentState.ACTIVE
    }
    assert found >= GROUPS


def test_every_phase_is_there(sunday: Built) -> None:
    store, _ = sunday
    phases = {
        store.read(patient_page, patient, today=date(2026, 11, 22), rules=store.rules).phase
        for patient in store.read(ids)
    }
    assert phases == set(store.rules.catalogue.phases)


def test_contacts_show_all_that_can_happen_to_one(sunday: Built) -> None:
    store, _ = sunday
    contacts = every_contact(store)
    for what in (
        lambda row: row.amendments,
        lambda row: row.is_retracted,
        lambda row: row.is_late_entry,
        lambda row: row.steps,
        lambda row: row.attempt >= 3,
        lambda row: row.used_interpreter,
        lambda row: row.with_kind == "caregiver" and row.with_name,
        lambda row: row.with_kind == "team_member" and row.with_name,
        lambda row: row.direction == "inbound",
        lambda row: any(step.state == "done" for step in row.steps),
        lambda row: any(step.due_time for step in row.steps),
    ):
        assert any(what(row) for row in contacts)


def test_boards_show_all_that_can_happen_to_a_role(sunday: Built) -> None:
    store, _ = sunday
    boards = [
        row
        for patient in store.read(ids)
        for row in store.read(team_board, patient, today=date(2026, 11, 22), rules=store.rules)
    ]
    assert any(row.is_gap for row in boards)
    assert any(row.declined_on and row.ask_on for row in boards)
    assert any(row.declined_on and row.ask_at_phase for row in boards)
    assert any(row.state == "held" for row in boards)
    assert any(row.away_until for row in boards)
    assert {"lead", "primary", "backup"} <= {row.rank for row in boards}
    history = [
        row
        for patient in store.read(ids)
        for row in store.read(team_history, patient, rules=store.rules)
    ]
    assert any(row.end_reason == "Person left" for row in history)


def test_maria_delacruz_stands_as_in_the_pictures(sunday: Built) -> None:
    store, built = sunday
    today = date(2026, 11, 22)
    maria = store.read(patient_id_of, "482913")
    assert maria == built.first_patient_id
    page = store.read(patient_page, maria, today=today, rules=store.rules)
    assert page.name == "DELACRUZ, Maria"
    assert str(page.birth) == "1981-03-14"
    assert (page.phase, page.phase_day, page.usual_days) == ("induction", 12, 28)
    assert page.phone == "(212) 555-0148"
    assert [alert.kind for alert in page.alerts] == ["neutropenic"]
    assert page.contact_count == 14
    mine = built.worker_id
    (first, *_) = store.read(due_rows, today=today, rules=store.rules, navigator_id=mine)
    assert (first.mrn, first.due_text, first.role) == ("482913", "2 days late", "social_worker")


DAYS = [
    SUNDAY,
    datetime(2026, 11, 23, 14, 41, tzinfo=UTC),
    datetime(2026, 11, 25, 23, 10, tzinfo=UTC),
    datetime(2026, 11, 28, 5, 30, tzinfo=UTC),
    datetime(2027, 1, 1, 17, 0, tzinfo=UTC),
]


@pytest.mark.parametrize("now", DAYS, ids=lambda now: f"{now.astimezone(NEW_YORK):%a %d %b %H:%M}")
def test_the_clinic_is_busy_on_any_day_at_any_hour(now: datetime, build: Build) -> None:
    store, built = build(now)
    today = now.astimezone(NEW_YORK).date()
    mine = store.read(due_counts, today=today, navigator_id=built.worker_id)
    assert mine.overdue == 3
    assert 4 <= mine.today <= 8
    assert 6 <= mine.this_week <= 14
    assert mine.gaps >= 8
    rows = store.read(due_rows, today=today, rules=store.rules, navigator_id=built.worker_id)
    assert [row.mrn for row in rows[:3]] == ["482913", "517402", "498120"]
    assert any(row.due_time == "14:00" for row in rows if row.urgency is Urgency.TODAY)
    assert max(row.entered_at for row in every_contact(store)) <= now


def told(store: Store) -> list[tuple[object, ...]]:
    boards = [
        (row.role, row.person, row.due_on)
        for patient in store.read(ids)
        for row in store.read(team_board, patient, today=date(2026, 11, 22), rules=store.rules)
    ]
    contacts = [(row.at, row.role, row.person, row.note) for row in every_contact(store)]
    return [*boards, *contacts]


def test_the_same_day_gives_the_same_clinic(
    sunday: Built, empty_database: tuple[Path, Key], tmp_path: Path
) -> None:
    template, key = empty_database
    path = tmp_path / "again.db"
    copy_database(template, path)
    again = Store.open(path, key, now=SUNDAY, who=ADMIN)
    build_clinic(again, now=SUNDAY + timedelta(minutes=20))
    assert told(again) == told(sunday[0])
    again.close()


def people(session: Session) -> list[tuple[str, str, str]]:
    person, phone = PersonRecord.__table__.c, PersonPhoneRecord.__table__.c
    query = select(person.npi, person.email, phone.number)
    rows = session.execute(query.join(PersonPhoneRecord.__table__, phone.person_id == person.id))
    return [(row.npi, row.email, row.number) for row in rows]


def test_nobody_real_can_be_reached_by_mistake(sunday: Built) -> None:
    found = sunday[0].read(people)
    assert all("555-01" in number for _, _, number in found)
    assert all(email.endswith(".example") for _, email, _ in found if email)
    numbers = [npi for npi, _, _ in found if npi]
    assert all(is_npi(npi) for npi in numbers)
    assert len(set(numbers)) == len(numbers)


def every_text() -> list[str]:
    cast = read_cast()
    texts = [*cast.welcome, *(note.text for note in cast.notes)] + [
        tried.text for tried in cast.tried
    ]
    texts += [text for role in cast.steps.values() for text in role]
    texts += [contact.text for patient in cast.patients for contact in patient.contact]
    texts += [name for row in cast.patients for name in (row.family, row.given, row.preferred)]
    return texts + [person.family for person in cast.people]


def test_every_text_is_as_the_program_would_keep_it() -> None:
    assert [text for text in every_text() if clean(text) != text] == []


def test_every_key_of_the_notes_is_in_the_catalogue(store: Store) -> None:
    known = store.rules.catalogue
    for note in read_cast().notes:
        assert set(note.roles) <= set(known.roles), note.text
        assert set(note.phases) <= set(known.phases), note.text
        assert set(note.topics) <= set(known.terms["topic"]), note.text
        assert set(note.reasons) <= set(known.terms["reason"]), note.text
        assert set(note.interventions) <= set(known.terms["intervention"]), note.text
        assert note.mode in known.modes, note.text


def test_a_clinic_is_built_whole_or_not_at_all(sunday: Built) -> None:
    store, _ = sunday
    before = len(store.read(ids)), len(every_contact(store))
    with pytest.raises(Refused, match="already"):
        build_clinic(store, now=SUNDAY)
    assert (len(store.read(ids)), len(every_contact(store))) == before
