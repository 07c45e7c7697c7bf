"""The coverage view: its figures open exactly their lists, and say what the rows say."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, DeclineDraft, EndDraft, Rank
from careteam.domain.contacts import ContactDraft
from careteam.domain.errors import CareteamError
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft, Status, StatusDraft
from careteam.storage.kept import fill_sql
from careteam.storage.reads.coverage import Figure, coverage_counts, coverage_rows
from careteam.storage.reads.coverage_query import COUNT_UP_TO, Finding
from careteam.storage.store import Store
from careteam.storage.writes.assignments import (
    assign,
    decline_role,
    end_assignment,
    withdraw_decline,
)
from careteam.storage.writes.contacts import log_contact
from careteam.storage.writes.day import open_day
from careteam.storage.writes.patients import (
    PhaseDraft,
    change_phase,
    register_patient,
    set_status,
)
from tests.people import add_member
from tests.plans import plans_of

ROLES = ("social_worker", "chaplain", "nurse_navigator", "heme_onc_adult", "physical_therapist")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("register", "assign", "backup", "end", "decline", "reach", "phase", "close", "back")
        ),
        st.sampled_from(ROLES),
        st.integers(0, 20),
    ),
    min_size=3,
    max_size=14,
)
QUIETLY = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def ids(store: Store) -> list[int]:
    return store.read(
        lambda session: list(session.execute(text("SELECT id FROM patient ORDER BY id")).scalars())
    )


def rows_of(store: Store, sql: str) -> list[Any]:
    return store.read(lambda session: list(session.execute(text(sql)).mappings()))


def perform(store: Store, moment: Moment, act: tuple[str, str, int]) -> None:
    what, role, number = act
    patients = ids(store)
    patient = patients[number % len(patients)]
    at = Moment.at(moment.now - timedelta(days=3 * number), moment.zone)

    def do(verb: Any, *args: Any, when: Moment = moment) -> None:
        store.do(verb, *args, moment=when, rules=store.rules)

    match what:
        case "register":
            mrn = str(700_000 + len(patients))
            do(register_patient, PatientDraft(mrn, f"Pat {number}", phase="induction"), when=at)
        case "assign" | "backup":
            person = add_member(store, "Person", str(number), "", role)
            rank = Rank.BACKUP if what == "backup" else Rank.PRIMARY
            do(assign, AssignmentDraft(patient, role, person, rank, at.today), when=at)
        case "end":
            sql = "SELECT max(id) AS id FROM assignment WHERE state <> 'ended' AND role = '%s'"
            [row] = rows_of(store, sql % role)
            do(end_assignment, EndDraft(row["id"] or 0, moment.today, "other"))
        case "decline":
            ask_on = moment.today + timedelta(days=number) if number % 3 else None
            do(decline_role, DeclineDraft(patient, role, at.today, "not_now", ask_on=ask_on))
        case "reach":
            do(log_contact, ContactDraft(patient, role, "phone", "reached_patient", at.now))
        case "phase":
            phases = ("induction", "maintenance", "surveillance")
            do(change_phase, PhaseDraft(patient, phases[number % 3], moment.today))
        case _:
            status = Status.CLOSED if what == "close" else Status.ACTIVE
            do(set_status, patient, StatusDraft(status, moment.today, "asked for"))


def expected(store: Store, today: date, mine: int | None) -> dict[Finding, set[tuple[int, str]]]:
    """Every finding by plain Python over all rows."""
    rules = store.rules
    patients = {
        row["id"]: row
        for row in rows_of(store, "SELECT * FROM patient WHERE status = 'active'")
        if mine is None or row["navigator_id"] == mine
    }
    held: dict[tuple[int, str], set[str]] = {}
    for row in rows_of(store, "SELECT * FROM assignment WHERE state <> 'ended'"):
        held.setdefault((row["patient_id"], row["role"]), set()).add(row["rank"])
    found: dict[Finding, set[tuple[int, str]]] = {finding: set() for finding in Finding}
    for row in rows_of(store, "SELECT * FROM team_role"):
        key = row["patient_id"], row["role"]
        if key[0] not in patients:
            continue
        ranks = held.get(key, set())
        is_filled = bool(ranks - {"backup"})
        if row["is_required"] and not is_filled and row["declined_on"] is None:
            found[Finding.UNFILLED].add(key)
            waited = today - date.fromisoformat(row["open_since"])
            if waited.days >= rules.clinical.waiting_days:
                found[Finding.WAITING].add(key)
        if is_filled and "backup" not in ranks and rules.catalogue.roles[key[1]].wants_backup:
            found[Finding.NO_BACKUP].add(key)
        if row["declined_on"] and not is_filled and (row["ask_on"] or row["ask_at_phase"]):
            found[Finding.DECLINED].add(key)
    for number, row in patients.items():
        seen = date.fromisoformat((row["last_contact_at"] or row["created_at"])[:10])
        if (today - seen).days >= rules.clinical.silent_days:
            found[Finding.SILENT].add((number, ""))
    return found


@QUIETLY
@given(acts=ACTS)
def test_every_figure_opens_exactly_its_list_and_is_what_the_rows_say(
    store: Store, moment: Moment, patient: int, navigator: int, acts: list[tuple[str, str, int]]
) -> None:
    for act in acts:
        try:
            perform(store, moment, act)
        except CareteamError:
            continue
    today, rules = moment.today, store.rules
    for mine in (None, navigator):
        on: dict[str, Any] = {"today": today, "rules": rules, "navigator_id": mine}
        counts = store.read(coverage_counts, **on)
        plain = expected(store, today, mine)
        for finding in Finding:
            rows = store.read(coverage_rows, finding, **on, limit=None)
            assert {row.key for row in rows} == plain[finding], finding
            assert counts.figures[finding] == Figure(len(rows)), finding
            if finding not in (Finding.NO_BACKUP, Finding.SILENT, Finding.DECLINED):
                waits = [row.waited_days or 0 for row in rows]
                assert waits == sorted(waits, reverse=True)
        for role, figure in counts.roles:
            rows = store.read(coverage_rows, Finding.UNFILLED, **on, role=role, limit=None)
            assert Figure(len(rows)) == figure
            assert {row.role for row in rows} == {role}
        assert sum(figure.count for _role, figure in counts.roles) == len(plain[Finding.UNFILLED])


def since(store: Store, patient: int, role: str) -> date | None:
    sql = f"SELECT open_since FROM team_role WHERE patient_id = {patient} AND role = '{role}'"
    day = rows_of(store, sql)[0]["open_since"]
    return date.fromisoformat(day) if day else None


def test_a_role_waits_from_the_day_it_is_asked_for_or_its_holder_ends(
    store: Store, moment: Moment, patient: int
) -> None:
    on: dict[str, Any] = {"moment": moment, "rules": store.rules}
    assert since(store, patient, "social_worker") == moment.today
    person = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    draft = AssignmentDraft(patient, "social_worker", person, starts_on=date(2026, 11, 10))
    made = store.do(assign, draft, **on).made or 0
    assert since(store, patient, "social_worker") is None
    store.do(end_assignment, EndDraft(made, date(2026, 11, 18), "person_left"), **on)
    assert since(store, patient, "social_worker") == date(2026, 11, 18)
    store.do(decline_role, DeclineDraft(patient, "social_worker", moment.today), **on)
    assert since(store, patient, "social_worker") is None
    store.do(withdraw_decline, patient, "social_worker", **on)
    assert since(store, patient, "social_worker") == moment.today


def test_an_end_that_was_planned_lets_the_role_wait_from_its_day(
    store: Store, moment: Moment, patient: int
) -> None:
    on: dict[str, Any] = {"moment": moment, "rules": store.rules}
    person = add_member(store, "Novak", "Petra", "DPT", "physical_therapist")
    made = store.do(assign, AssignmentDraft(patient, "physical_therapist", person), **on).made or 0
    ends_on = moment.today + timedelta(days=2)
    store.do(end_assignment, EndDraft(made, ends_on, "person_left"), **on)
    assert since(store, patient, "physical_therapist") is None
    later = Moment.at(moment.now + timedelta(days=5), moment.zone)
    store.do(open_day, moment=later, rules=store.rules)
    assert since(store, patient, "physical_therapist") == ends_on


def test_nothing_waits_for_a_patient_who_left_until_they_are_back(
    store: Store, moment: Moment, patient: int
) -> None:
    on: dict[str, Any] = {"moment": moment, "rules": store.rules}
    store.do(set_status, patient, StatusDraft(Status.CLOSED, date(2026, 11, 19), "moved"), **on)
    assert since(store, patient, "chaplain") is None
    store.do(set_status, patient, StatusDraft(Status.ACTIVE, date(2026, 11, 20), "back"), **on)
    assert since(store, patient, "chaplain") == date(2026, 11, 20)


def test_a_migrated_file_says_since_when_roles_wait_and_which_have_a_backup(
    store: Store, moment: Moment, patient: int
) -> None:
    from careteam.domain.changes import Changes

    person = add_member(store, "Ng", "Li", "RN", "nurse_navigator")
    backup = AssignmentDraft(patient, "nurse_navigator", person, Rank.BACKUP)
    store.do(assign, backup, moment=moment, rules=store.rules)

    @needs(Action.OWN)
    def as_before(session: Any) -> Changes:
        session.execute(text("UPDATE team_role SET open_since = NULL, has_backup = 0"))
        for statement in fill_sql():
            session.execute(text(statement))
        return Changes(frozenset())

    store.do(as_before)
    assert since(store, patient, "chaplain") == date(2026, 11, 9)
    assert since(store, patient, "nurse_navigator") is None
    sql = f"SELECT role FROM team_role WHERE patient_id = {patient} AND has_backup"
    assert [row["role"] for row in rows_of(store, sql)] == ["nurse_navigator"]


@pytest.mark.parametrize(
    ("finding", "role", "index"),
    [
        (Finding.UNFILLED, "", "team_role_waiting (open_since>?)"),
        (Finding.UNFILLED, "chaplain", "team_role_gap (role=? AND open_since>?)"),
        (Finding.WAITING, "", "team_role_waiting (open_since>? AND open_since<?)"),
        (Finding.NO_BACKUP, "", "team_role_alone (role=?)"),
        (Finding.DECLINED, "", "team_role_declined"),
        (Finding.SILENT, "", "patient_silent (status=? AND last_contact_at<?)"),
    ],
)
def test_the_lists_of_the_clinic_follow_their_index_without_sorting(
    store: Store, moment: Moment, patient: int, finding: Finding, role: str, index: str
) -> None:
    on: dict[str, Any] = {"today": moment.today, "rules": store.rules}
    plans = plans_of(store, coverage_rows, finding, **on, role=role)
    assert any(index in plan for plan in plans), plans
    assert not any("TEMP B-TREE" in plan or "SCAN patient" in plan for plan in plans), plans


def test_the_figures_of_the_clinic_walk_no_table_whole(
    store: Store, moment: Moment, patient: int
) -> None:
    plans = plans_of(store, coverage_counts, today=moment.today, rules=store.rules)
    assert any("COVERING INDEX team_role_waiting" in plan for plan in plans), plans
    assert not any("SCAN patient" in plan or plan == "SCAN team_role" for plan in plans), plans


@pytest.mark.parametrize("finding", list(Finding))
def test_the_lists_of_a_navigator_begin_with_her_patients(
    store: Store, moment: Moment, patient: int, navigator: int, finding: Finding
) -> None:
    on: dict[str, Any] = {"today": moment.today, "rules": store.rules, "navigator_id": navigator}
    plans = plans_of(store, coverage_rows, finding, **on)
    assert any("(navigator_id=?" in plan for plan in plans), plans
    assert not any("SCAN patient" in plan or "SCAN team_role" in plan for plan in plans), plans


def test_a_figure_is_counted_no_further_than_the_cap_and_says_so(
    store: Store, moment: Moment, patient: int
) -> None:
    from careteam.domain.changes import Changes

    @needs(Action.OWN)
    def many(session: Any) -> Changes:
        session.execute(
            text(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) "
                "INSERT INTO team_role (patient_id, role, is_required, is_filled, open_since, "
                "decline_reason, decline_note, ask_at_phase) "
                f"SELECT {patient}, 'r' || i, 1, 0, '2026-11-01', '', '', '' FROM n"
            )
        )
        return Changes(frozenset())

    store.do(many)
    counts = store.read(coverage_counts, today=moment.today, rules=store.rules)
    assert counts.figures[Finding.UNFILLED] == Figure(COUNT_UP_TO, is_more=True)


def test_how_long_is_silent_is_the_clinics_own(store: Store, moment: Moment, patient: int) -> None:
    rules = store.rules
    later = moment.today + timedelta(days=10)
    shorter = replace(rules, clinical=replace(rules.clinical, silent_days=10))
    assert not store.read(coverage_rows, Finding.SILENT, today=later, rules=rules)
    [row] = store.read(coverage_rows, Finding.SILENT, today=later, rules=shorter)
    assert (row.waited_days, row.role, row.last_at) == (10, "", None)
    assert (row.name, row.navigator) == ("DELACRUZ, Maria", "Joan Ellis, RN, OCN")
