"""The composer is told who may be meant, which number to call, and what is still open."""

from datetime import date, timedelta

import pytest

from careteam.domain.assignments import AssignmentDraft, Rank
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, RelatedDraft
from careteam.domain.phones import Phone
from careteam.storage.reads.composer import composer, kept_drafts, team_members, tries_of
from careteam.storage.store import Store
from careteam.storage.writes.assignments import assign
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.drafts import keep_draft
from careteam.storage.writes.follow_ups import add_follow_up
from careteam.storage.writes.patients import register_patient
from tests.people import add_member


def test_holders_come_first_then_their_backups_then_the_board_then_every_role(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    diaz = add_member(store, "Diaz", "Eva", "LCSW", "social_worker")
    for person, rank in ((diaz, Rank.BACKUP), (bell, Rank.PRIMARY)):
        draft = AssignmentDraft(patient, "social_worker", person, rank, date(2026, 11, 18))
        store.do(assign, draft, moment=moment, rules=store.rules)
    roles = store.read(composer, patient, rules=store.rules).roles
    assert [(choice.role, choice.person) for choice in roles[:3]] == [
        ("nurse_navigator", "Joan Ellis, RN, OCN"),
        ("social_worker", "Marcus Bell, LCSW"),
        ("social_worker", "Eva Diaz, LCSW"),
    ]
    assert roles[3].role == "heme_onc_adult"
    asked = store.rules.catalogue.required_roles("induction", 45, needs_interpreter=True)
    open_ones = {choice.role for choice in roles[3 : 3 + len(asked) - 2]}
    assert open_ones == set(asked) - {"nurse_navigator", "social_worker"}
    assert {choice.role for choice in roles} == set(store.rules.catalogue.roles)


def test_numbers_are_told_with_wrong_ones_last_and_caregivers_with_their_consent(
    store: Store, moment: Moment
) -> None:
    draft = PatientDraft(
        "7",
        "Okafor",
        phones=(
            Phone("2125550111", "home", is_wrong=True),
            Phone("212 555 0112", "mobile", "after 4", True),
        ),
        related=(
            RelatedDraft(name="Uncle", relationship="other_family", may_talk=None),
            RelatedDraft(name="Ngozi Okafor", phone="2125550113", is_caregiver=True, may_talk=True),
        ),
    )
    made = store.do(register_patient, draft, moment=moment, rules=store.rules).made
    assert made is not None
    row = store.read(composer, made, rules=store.rules)
    assert [(p.number, p.best_time, p.may_leave_message, p.is_wrong) for p in row.phones] == [
        ("(212) 555-0112", "after 4", True, False),
        ("(212) 555-0111", "", None, True),
    ]
    assert [(c.name, c.phone, c.may_talk) for c in row.caregivers] == [
        ("Ngozi Okafor", "(212) 555-0113", True),
        ("Uncle", "", None),
    ]
    assert row.macros[".tb"] == "Taught back in own words."


def test_open_steps_are_told_and_members_who_left_are_not(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    step = NextStep("Ride", moment.today + timedelta(days=1), owner_id=navigator)
    store.do(add_follow_up, patient, step, moment=moment, rules=store.rules)
    [open_step] = store.read(composer, patient, rules=store.rules).steps
    assert (open_step.text, open_step.owner) == ("Ride", "Joan Ellis, RN, OCN")
    members = store.read(team_members, today=moment.today)
    assert [(m.name, m.phone) for m in members] == [("Joan Ellis, RN, OCN", "(212) 555-0101")]


@pytest.mark.parametrize(
    ("outcomes", "attempts"),
    [((), 0), (("no_answer",), 1), (("no_answer", "reached_patient", "left_message"), 1)],
)
def test_tries_are_counted_since_somebody_was_reached(
    store: Store, moment: Moment, patient: int, outcomes: tuple[str, ...], attempts: int
) -> None:
    for minute, outcome in enumerate(outcomes):
        at = moment.now - timedelta(minutes=30 - minute)
        draft = ContactDraft(patient, "chaplain", "video", outcome, at)
        store.do(log_contact, draft, moment=moment, rules=store.rules)
    row = store.read(tries_of, patient, "chaplain")
    assert (row.attempts, row.last_mode) == (attempts, "video" if outcomes else "")


def test_a_kept_draft_is_read_by_the_worker_who_kept_it(
    store: Store, moment: Moment, patient: int, navigator: int
) -> None:
    joan = Moment.at(moment.now, moment.zone, navigator)
    store.do(keep_draft, "contact", patient, {"note": "Half"}, moment=joan, rules=store.rules)
    forms = ("contact", "contact_amend")
    assert store.read(kept_drafts, forms, patient, navigator) == {"contact": {"note": "Half"}}
    assert store.read(kept_drafts, forms, patient, None) == {}
