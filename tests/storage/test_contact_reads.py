"""A patient's contacts are read newest first, a page at a time, with what followed from each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from careteam.domain.assignments import AssignmentDraft
from careteam.domain.contacts import ContactDraft, NextStep, With
from careteam.domain.errors import Missing
from careteam.domain.moment import Moment
from careteam.storage.reads.contacts import (
    ContactRow,
    Only,
    contact_page,
    contact_roles,
    contact_versions,
    contacts_of,
    one_contact,
)
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import (
    RetractDraft,
    amend_contact,
    log_contact,
    retract_contact,
)
from tests.people import add_member

Log = Callable[..., int]


@pytest.fixture
def log(store: Store, moment: Moment, patient: int) -> Log:
    """Log a contact some hours before the moment, with anything changed; gives its id."""

    def do(hours_ago: float = 0, **changes: object) -> int:
        draft = ContactDraft(
            patient_id=patient,
            role="social_worker",
            mode="phone",
            outcome="reached_patient",
            at=moment.now - timedelta(hours=hours_ago),
            minutes=12,
            note="Ride confirmed.",
        )
        made = store.do(
            log_contact, replace(draft, **changes), moment=moment, rules=store.rules
        ).made
        assert made is not None
        return made

    return do


def ids(rows: tuple[ContactRow, ...]) -> list[int]:
    return [row.id for row in rows]


def test_pages_follow_each_other_newest_first_without_gap_or_repetition(
    store: Store, patient: int, log: Log
) -> None:
    made = [log(hours_ago) for hours_ago in (9, 1, 5, 5, 3)]
    first = store.read(contact_page, patient, limit=2)
    second = store.read(contact_page, patient, limit=2, before=first[-1].place)
    third = store.read(contact_page, patient, limit=2, before=second[-1].place)
    newest_first = [made[1], made[4], made[3], made[2], made[0]]
    assert ids(first) + ids(second) + ids(third) == newest_first
    assert ids(store.read(contacts_of, patient)) == newest_first


def test_a_contact_is_told_with_the_names_of_who_took_part_and_the_clinics_clock(
    store: Store, moment: Moment, patient: int, log: Log, navigator: int
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    made = log(2, person_id=bell, with_kind=With.TEAM_MEMBER, with_ref=navigator, topics=("trial",))
    row = store.read(one_contact, made)
    assert (row.person, row.with_name, row.with_ref) == (
        "Marcus Bell, LCSW",
        "Joan Ellis, RN, OCN",
        navigator,
    )
    assert f"{row.at:%d %H:%M}" == "20 07:30"
    assert (row.topics, row.minutes, row.amendments) == (("trial",), 12, 0)
    with pytest.raises(Missing):
        store.read(one_contact, made + 1)


def test_only_what_was_asked_for_is_read(store: Store, patient: int, log: Log) -> None:
    reached = log(4, note="Schläft schlecht; RIDE needed")
    tried = log(3, outcome="no_answer", role="chaplain")
    with_step = log(2, next_step=NextStep("Call the pharmacy", date(2026, 11, 24)))
    taken_back = log(1)
    store.do(
        retract_contact,
        RetractDraft(taken_back, "wrong patient"),
        moment=Moment.at(store.read(one_contact, taken_back).at),
        rules=store.rules,
    )

    def page(**asked: object) -> list[int]:
        return ids(store.read(contact_page, patient, limit=10, **asked))  # pyright: ignore[reportArgumentType]

    assert page() == [taken_back, with_step, tried, reached]
    assert page(only=Only.REACHED) == [with_step, reached]
    assert page(only=Only.TRIES) == [tried]
    assert page(only=Only.WITH_STEP) == [with_step, tried]
    assert page(role="chaplain") == [tried]
    assert page(words="schlaft ride") == [reached]
    assert page(words="ride", only=Only.REACHED) == [with_step, reached]
    assert page(words="100%") == []
    assert store.read(contact_roles, patient) == ("chaplain", "social_worker")


def test_next_steps_and_the_day_of_the_next_try_stand_with_their_contact(
    store: Store, moment: Moment, patient: int, log: Log, navigator: int
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    store.do(
        assign,
        AssignmentDraft(patient, "social_worker", bell, starts_on=date(2026, 11, 18)),
        moment=moment,
        rules=store.rules,
    )
    log(30, outcome="left_message")
    log(3, outcome="no_answer")
    step = NextStep("Call back", date(2026, 11, 24), "14:00", owner_id=navigator)
    log(2, role="nurse_navigator", next_step=step)
    newest, second_try, first_try = store.read(contacts_of, patient)
    assert [(s.text, s.owner, s.due_time) for s in newest.steps] == [
        ("Call back", "Joan Ellis, RN, OCN", "14:00")
    ]
    assert (second_try.retry_on, second_try.attempt) == (date(2026, 11, 23), 2)
    assert (first_try.retry_on, first_try.is_late_entry) == (None, True)


def test_what_a_contact_said_before_is_read_with_who_changed_it_and_why(
    store: Store, moment: Moment, patient: int, log: Log, navigator: int
) -> None:
    made = log(2)
    row = store.read(one_contact, made)
    draft = ContactDraft(
        patient, "social_worker", "phone", "reached_patient", row.at, note="No ride.", version=1
    )
    by_joan = Moment.at(moment.now, moment.zone, navigator)
    store.do(amend_contact, made, draft, "heard wrong", moment=by_joan, rules=store.rules)
    [before] = store.read(contact_versions, made)
    assert (before.note, before.reason, before.by) == (
        "Ride confirmed.",
        "heard wrong",
        "Joan Ellis, RN, OCN",
    )
    assert before.at == row.at
    assert store.read(one_contact, made).amendments == 1


@pytest.mark.parametrize(
    ("role", "plan"),
    [
        (None, "USING INDEX contact_of (patient_id=? AND at<?)"),
        ("social_worker", "USING INDEX contact_role (patient_id=? AND role=? AND at<?)"),
    ],
)
def test_pages_are_read_along_the_index_without_sorting(
    store: Store, patient: int, log: Log, role: str | None, plan: str
) -> None:
    row = store.read(one_contact, log())

    def steps_of(session: Session) -> str:
        asked: list[tuple[str, Any]] = []

        def heard(_c: object, _k: object, statement: str, values: object, *_: object) -> None:
            if statement.startswith("SELECT"):
                asked.append((statement, values))

        engine = session.get_bind().engine
        event.listen(engine, "before_cursor_execute", heard)
        contact_page(session, patient, limit=64, before=row.place, role=role)
        event.remove(engine, "before_cursor_execute", heard)
        statement, values = asked[0]
        told = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return " | ".join(line[3] for line in told)

    steps = store.read(steps_of)
    assert plan in steps
    assert "TEMP B-TREE" not in steps
