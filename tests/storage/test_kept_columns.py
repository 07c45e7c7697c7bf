"""What the triggers keep equals what a plain reading of the rows says, after any acts."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, DeclineDraft, EndDraft, Rank
from careteam.domain.contacts import ContactDraft, NextStep
from careteam.domain.due import NEVER
from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.domain.patients import Status, StatusDraft
from careteam.storage.kept import rebuild_sql
from careteam.storage.store import Store
from careteam.storage.writes.assignments import (
    assign,
    decline_role,
    end_assignment,
    withdraw_decline,
)
from careteam.storage.writes.contacts import RetractDraft, log_contact, retract_contact
from careteam.storage.writes.follow_ups import close_follow_up
from careteam.storage.writes.patients import PhaseDraft, change_phase, set_status
from tests.people import add_member

ROLES = ("social_worker", "chaplain", "nurse_navigator", "physical_therapist", "infusion_nurse")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "assign",
                "end",
                "decline",
                "ask",
                "reach",
                "miss",
                "step",
                "close",
                "retract",
                "phase",
                "status",
            )
        ),
        st.sampled_from(ROLES),
        st.integers(0, 20),
    ),
    max_size=12,
)
KEPT = (
    "navigator_id", "next_due_on", "next_due_kind", "next_due_ref", "last_contact_at",
    "contact_count", "required_count", "filled_count", "declined_count", "gap_count",
)  # fmt: skip


def kept(store: Store, patient: int) -> dict[str, Any]:
    sql = f"SELECT {', '.join(KEPT)} FROM patient WHERE id = {patient}"
    row = store.read(lambda session: session.execute(text(sql)).mappings().one())
    places = f"SELECT * FROM team_role WHERE patient_id = {patient} ORDER BY role"
    board = store.read(lambda session: list(session.execute(text(places)).mappings()))
    return {
        **row,
        "waiting": [place["role"] for place in board if place["open_since"] is not None],
        "with_backup": [place["role"] for place in board if place["has_backup"]],
    }


def plain(store: Store, patient: int) -> dict[str, Any]:
    """The same figures by plain Python over all rows."""

    def rows(sql: str) -> list[Any]:
        return store.read(lambda session: list(session.execute(text(sql)).mappings()))

    assignments = [r for r in rows("SELECT * FROM assignment") if r["patient_id"] == patient]
    steps = [r for r in rows("SELECT * FROM follow_up") if r["patient_id"] == patient]
    contacts = [
        r
        for r in rows("SELECT * FROM contact")
        if r["patient_id"] == patient and r["retracted_at"] is None
    ]
    board = [r for r in rows("SELECT * FROM team_role") if r["patient_id"] == patient]
    holding = [r for r in assignments if r["state"] != "ended" and r["rank"] != "backup"]
    navigators = [
        r for r in holding if r["role"] == "nurse_navigator" and r["state"] in ("active", "held")
    ]
    due = [
        (r["next_due_on"], 1, 0, r["id"], "assignment")
        for r in assignments
        if r["state"] == "active" and r["next_due_on"] < NEVER.isoformat()
    ]
    due += [(r["due_on"], 0, 0, r["id"], "follow_up") for r in steps if r["state"] == "open"]
    first = min(due, default=(NEVER.isoformat(), 0, 0, 0, ""))
    filled = {r["role"] for r in holding}
    backed = {r["role"] for r in assignments if r["state"] != "ended" and r["rank"] == "backup"}
    [status] = [r["status"] for r in rows("SELECT * FROM patient") if r["id"] == patient]
    open_roles = [r for r in board if r["is_required"] and r["role"] not in filled]
    return {
        "navigator_id": max(
            navigators, key=lambda r: (r["starts_on"], r["id"]), default={"person_id": None}
        )["person_id"],
        "next_due_on": first[0],
        "next_due_kind": first[4],
        "next_due_ref": first[3],
        "last_contact_at": max((r["at"] for r in contacts if r["is_reached"]), default=None),
        "contact_count": len(contacts),
        "required_count": len([r for r in board if r["is_required"] or r["role"] in filled]),
        "filled_count": len([r for r in board if r["role"] in filled]),
        "declined_count": len([r for r in open_roles if r["declined_on"] is not None]),
        "gap_count": len([r for r in open_roles if r["declined_on"] is None]),
        "waiting": sorted(
            r["role"] for r in open_roles if r["declined_on"] is None and status == "active"
        ),
        "with_backup": sorted(r["role"] for r in board if r["role"] in backed),
    }


def perform(store: Store, moment: Moment, patient: int, act: tuple[str, str, int]) -> None:
    what, role, number = act
    rules = store.rules

    def last(table: str, condition: str) -> int:
        sql = f"SELECT max(id) FROM {table} WHERE patient_id = {patient} AND {condition}"
        return store.read(lambda session: session.execute(text(sql)).scalar()) or 0

    def do(verb: Any, *args: Any) -> None:
        store.do(verb, *args, moment=moment, rules=rules)

    match what:
        case "assign":
            person = add_member(store, "Person", str(number), "", role)
            rank = Rank.BACKUP if number % 5 == 0 else Rank.PRIMARY
            starts_on = moment.today - timedelta(days=number - 2)
            do(assign, AssignmentDraft(patient, role, person, rank, starts_on))
        case "end":
            open_one = last("assignment", f"state <> 'ended' AND role = '{role}'")
            do(end_assignment, EndDraft(open_one, moment.today, "other"))
        case "decline":
            do(decline_role, DeclineDraft(patient, role, moment.today))
        case "ask":
            do(withdraw_decline, patient, role)
        case "status":
            status = (Status.CLOSED, Status.ACTIVE)[number % 2]
            do(set_status, patient, StatusDraft(status, moment.today, "asked for"))
        case "reach" | "miss" | "step":
            outcome = "no_answer" if what == "miss" else "reached_patient"
            step = None
            if what == "step":
                step = NextStep("Call", moment.today + timedelta(days=number))
            at = moment.now - timedelta(days=number)
            do(log_contact, ContactDraft(patient, role, "phone", outcome, at, next_step=step))
        case "close":
            do(close_follow_up, last("follow_up", "state = 'open'"))
        case "retract":
            contact = last("contact", "retracted_at IS NULL")
            do(retract_contact, RetractDraft(contact, "test"))
        case _:
            phases = ("induction", "maintenance", "surveillance")
            do(change_phase, PhaseDraft(patient, phases[number % 3], moment.today))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_the_kept_columns_agree_with_the_rows_after_any_acts(
    store: Store, moment: Moment, patient: int, acts: list[tuple[str, str, int]]
) -> None:
    for act in acts:
        try:
            perform(store, moment, patient, act)
        except CareteamError:
            continue
        assert kept(store, patient) == plain(store, patient), act


def test_rebuilding_the_kept_columns_changes_nothing(
    store: Store, moment: Moment, patient: int
) -> None:
    for act in (("assign", "chaplain", 1), ("reach", "chaplain", 0), ("step", "chaplain", 3)):
        perform(store, moment, patient, act)
    before = kept(store, patient)

    @needs(Action.OWN)
    def rebuild(session: Any) -> Any:
        from careteam.domain.changes import Changes

        for statement in rebuild_sql():
            session.connection().exec_driver_sql(statement)
        return Changes(frozenset())

    store.do(rebuild)
    assert kept(store, patient) == before


@pytest.mark.parametrize("status", [Status.TRANSFERRED, Status.DECLINED, Status.CLOSED])
def test_a_patient_who_is_not_active_is_on_no_call_list(
    store: Store, moment: Moment, patient: int, status: Status
) -> None:
    from careteam.storage.reads.today import due_rows, gap_rows

    perform(store, moment, patient, ("step", "chaplain", 1))
    draft = StatusDraft(status, date(2026, 11, 20), "moved away")
    store.do(set_status, patient, draft, moment=moment, rules=store.rules)
    later = moment.today + timedelta(days=30)
    assert not store.read(due_rows, today=later, rules=store.rules)
    assert not store.read(gap_rows, today=later, rules=store.rules)
