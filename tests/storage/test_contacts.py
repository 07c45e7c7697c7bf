"""Logging contacts moves due days, counts tries and keeps what stood before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from careteam.domain.assignments import AssignmentDraft
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.due import NEVER, DueKind
from careteam.domain.errors import Refused, Stale
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord, ContactVersionRecord, PatientRecord
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import (
    RetractDraft,
    amend_contact,
    log_contact,
    retract_contact,
)
from tests.people import add_member


def draft_of(patient: int, moment: Moment, **changes: object) -> ContactDraft:
    base = ContactDraft(
        patient_id=patient,
        role="social_worker",
        mode="phone",
        outcome="reached_patient",
        at=moment.now,
        minutes=12,
        note="Ride confirmed.",
    )
    return replace(base, **changes)


@pytest.fixture
def social_work(store: Store, moment: Moment, patient: int) -> int:
    person = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    changes = store.do(
        assign,
        AssignmentDraft(patient, "social_worker", person, starts_on=date(2026, 11, 18)),
        moment=moment,
        rules=store.rules,
    )
    assert changes.made is not None
    return changes.made


def patient_row(store: Store, patient: int) -> PatientRecord:
    return store.read(lambda session: session.get_one(PatientRecord, patient))


def assignment_row(store: Store, assignment: int) -> AssignmentRecord:
    return store.read(lambda session: session.get_one(AssignmentRecord, assignment))


def test_a_new_assignment_is_due_two_business_days_after_it_starts(
    store: Store, social_work: int
) -> None:
    row = assignment_row(store, social_work)
    assert (row.next_due_on, row.due_kind) == (date(2026, 11, 20), DueKind.FIRST_CONTACT)


def test_a_reached_contact_moves_the_due_day_by_the_phases_rhythm(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    store.do(log_contact, draft_of(patient, moment), moment=moment, rules=store.rules)
    row = assignment_row(store, social_work)
    assert (row.next_due_on, row.due_kind) == (date(2026, 12, 4), DueKind.CADENCE)
    kept = patient_row(store, patient)
    assert kept.contact_count == 1
    assert kept.last_contact_at == moment.now


def test_unreached_tries_are_counted_and_the_third_asks_for_another_way(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    for count in (1, 2, 3):
        store.do(
            log_contact,
            draft_of(patient, moment, outcome="no_answer"),
            moment=moment,
            rules=store.rules,
        )
        row = assignment_row(store, social_work)
        assert row.attempts == count
        assert row.next_due_on == date(2026, 11, 23)
    assert row.due_kind == DueKind.STOP_RULE
    store.do(log_contact, draft_of(patient, moment), moment=moment, rules=store.rules)
    assert assignment_row(store, social_work).attempts == 0


def test_a_try_for_a_role_that_nobody_holds_comes_back_as_a_next_step(
    store: Store, moment: Moment, patient: int
) -> None:
    store.do(
        log_contact,
        draft_of(patient, moment, role="chaplain", outcome="left_message"),
        moment=moment,
        rules=store.rules,
    )
    steps = store.read(lambda s: s.execute(text("SELECT text, due_on FROM follow_up")).all())
    assert steps == [("Chaplain: try again", "2026-11-23")]


def test_who_asks_to_be_called_back_is_on_the_list_of_the_next_business_day(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    draft = draft_of(patient, moment, outcome="rescheduled")
    store.do(log_contact, draft, moment=moment, rules=store.rules)
    row = assignment_row(store, social_work)
    assert (row.next_due_on, row.due_kind) == (date(2026, 11, 23), DueKind.RETRY)
    assert row.attempts == 0


def test_an_amended_contact_keeps_what_it_said_before(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    made = store.do(log_contact, draft_of(patient, moment), moment=moment, rules=store.rules).made
    assert made is not None
    store.do(
        amend_contact,
        made,
        draft_of(patient, moment, note="Ride not confirmed.", version=1),
        "heard wrong",
        moment=moment,
        rules=store.rules,
    )

    def before(session: Session) -> list[ContactVersionRecord]:
        return list(session.exec(select(ContactVersionRecord)))

    [version] = store.read(before)
    assert version.body["note"] == "Ride confirmed."
    assert version.reason == "heard wrong"
    with pytest.raises(Stale):
        store.do(
            amend_contact, made, draft_of(patient, moment, version=1), moment=moment,
            rules=store.rules,
        )  # fmt: skip


def test_a_retracted_contact_counts_for_nothing_and_needs_a_reason(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    step = NextStep("Call back", moment.today + timedelta(days=1), owner_role="nurse_navigator")
    made = store.do(
        log_contact, draft_of(patient, moment, next_step=step), moment=moment, rules=store.rules
    ).made
    assert made is not None
    with pytest.raises(Refused):
        store.do(retract_contact, RetractDraft(made, " "), moment=moment, rules=store.rules)
    store.do(retract_contact, RetractDraft(made, "wrong patient"), moment=moment, rules=store.rules)
    kept = patient_row(store, patient)
    assert (kept.contact_count, kept.last_contact_at) == (0, None)
    assert assignment_row(store, social_work).due_kind == DueKind.FIRST_CONTACT
    states = store.read(lambda s: s.execute(text("SELECT state FROM follow_up")).scalars().all())
    assert states == ["cancelled"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"note": "x" * 100_000}, "note"),
        ({"mode": "pigeon"}, "mode"),
        ({"outcome": ""}, "outcome"),
        ({"minutes": -1}, "minutes"),
        ({"topics": ("nothing",)}, "topics"),
    ],
)
def test_bad_input_is_refused_at_its_field(
    store: Store, moment: Moment, patient: int, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        store.do(
            log_contact, draft_of(patient, moment, **changes), moment=moment, rules=store.rules
        )
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_contact_cannot_lie_in_the_future_or_before_the_birth(
    store: Store, moment: Moment, patient: int
) -> None:
    for at in (moment.now + timedelta(hours=1), moment.now.replace(year=1950)):
        with pytest.raises(Refused) as refused:
            store.do(
                log_contact, draft_of(patient, moment, at=at), moment=moment, rules=store.rules
            )
        assert refused.value.problems[0].field == "at"


def test_a_patient_who_died_is_never_due(
    store: Store, moment: Moment, patient: int, social_work: int
) -> None:
    from careteam.domain.patients import Status, StatusDraft
    from careteam.storage.writes.patients import set_status

    assert patient_row(store, patient).next_due_on < NEVER
    store.do(
        set_status,
        patient,
        StatusDraft(Status.DECEASED, moment.today, "sepsis"),
        moment=moment,
        rules=store.rules,
    )
    assert patient_row(store, patient).next_due_on == NEVER
