"""Reports of the trail: every filter and every order, in pages without a gap, by an index."""

from dataclasses import replace
from datetime import timedelta

import pytest

from careteam.domain.access import Who, all_roles
from careteam.domain.audit import Event
from careteam.domain.audit_reports import AuditAsked, Sort
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.reads.actors import actor_names, actors_called
from careteam.storage.reads.audit_report import audit_report
from careteam.storage.reads.audit_rows import AuditRow, audit_rows, trail_head
from careteam.storage.store import Store
from careteam.storage.writes.audit_events import note_event
from careteam.storage.writes.patients import register_patient
from tests.conftest import ADMIN, NOW
from tests.people import add_member, work_as
from tests.plans import plans_of

EVERYTHING = 100_000


@pytest.fixture
def trail(store: Store, patient: int, navigator: int) -> dict[str, int]:
    """Two users who open charts and unlock on three days, beside what the clinic's making left."""
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    users = {one: work_as(store, f"user.{one}", one).account_id for one in (navigator, bell)}
    moment = Moment.at(NOW, "America/New_York", bell)
    made = store.do(
        register_patient, PatientDraft("9", "Aaron"), moment=moment, rules=store.rules
    ).made
    assert made is not None
    for day in range(3):
        for user in (navigator, bell):
            at = Moment.at(NOW + timedelta(days=day), moment.zone, user)
            store.who = Who(users[user], "user", all_roles(), user)
            store.do(note_event, Event.UNLOCKED, "desk", moment=at, rules=store.rules)
            for one in (patient, made):
                store.do(
                    note_event, Event.OPENED, "chart", patient_id=one, moment=at, rules=store.rules
                )
    store.who = ADMIN
    return {"bell": users[bell], "joan": users[navigator], "maria": patient, "aaron": made}


def ask(store: Store, asked: AuditAsked, sort: Sort = Sort.AT, **how: object) -> list[AuditRow]:
    moment = Moment.at(NOW, "America/New_York")
    how.setdefault("limit", EVERYTHING)
    return list(store.read(audit_rows, asked, sort, moment=moment, rules=store.rules, **how))  # pyright: ignore[reportArgumentType]


def test_it_is_narrowed_by_user_patient_action_and_day(store: Store, trail: dict[str, int]) -> None:
    mine = ask(store, AuditAsked(actor_id=trail["bell"], action="opened"))
    assert len(mine) == 6
    assert {row.who for row in mine} == {"Marcus Bell, LCSW"}
    assert mine[0].what == "opened the chart"
    one = ask(store, AuditAsked(trail["bell"], trail["maria"], "opened"))
    assert {(row.patient, row.mrn) for row in one} == {("DELACRUZ, Maria", "482913")}
    second = (NOW + timedelta(days=1)).date()
    days = ask(store, AuditAsked(since=second, until=second))
    assert len(days) == 6
    assert {row.at.date() for row in days} == {second}


@pytest.mark.parametrize("is_rising", [True, False])
@pytest.mark.parametrize("sort", Sort)
def test_pages_of_every_order_follow_on_one_another(
    store: Store, trail: dict[str, int], sort: Sort, is_rising: bool
) -> None:
    whole = ask(store, AuditAsked(), sort, is_rising=is_rising)
    assert len(whole) == store.read(trail_head).seq
    paged: list[AuditRow] = []
    while True:
        after = paged[-1] if paged else None
        page = ask(store, AuditAsked(), sort, is_rising=is_rising, after=after, limit=97)
        paged += page
        if len(page) < 97:
            break
    assert [row.seq for row in paged] == [row.seq for row in whole]

    def key(row: AuditRow) -> tuple[object, ...]:
        return tuple(-1 if part is None else part for part in row.key)

    keys = [key(row) for row in whole]
    assert keys == sorted(keys, reverse=not is_rising)


INDEX = {
    Sort.AT: "audit_at",
    Sort.USER: "audit_of_actor",
    Sort.PATIENT: "audit_of_patient",
    Sort.ACTION: "audit_of_action",
}


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize(
    ("asked", "narrowing"),
    [
        (AuditAsked(), ""),
        (AuditAsked(actor_id=1), "audit_of_actor"),
        (AuditAsked(action="opened"), "audit_of_action"),
        (AuditAsked(since=NOW.date()), ""),
    ],
    ids=["all", "user", "action", "since"],
)
def test_nothing_is_sorted_that_an_index_has_in_order(
    store: Store, trail: dict[str, int], sort: Sort, asked: AuditAsked, narrowing: str
) -> None:
    indexes = {narrowing or INDEX[sort]}
    if narrowing and sort is not Sort.AT:
        indexes.add(INDEX[sort])
    if asked.since is not None and sort is Sort.PATIENT:
        indexes.add("audit_at")
    (after, *_) = ask(store, AuditAsked(), sort, limit=1)
    moment = Moment.at(NOW, "America/New_York")
    how = {"moment": moment, "rules": store.rules, "limit": 5}
    for cursor in (None, after):
        plans = plans_of(store, audit_rows, asked, sort, after=cursor, **how)
        assert not [plan for plan in plans if plan == "SCAN audit"], plans
        assert any(name in plans[0] for name in indexes), plans
        if len(indexes) == 1 or sort is Sort.AT:
            assert not [plan for plan in plans if "TEMP B-TREE" in plan], plans


def test_the_rows_of_a_patient_are_found_by_their_index(
    store: Store, trail: dict[str, int]
) -> None:
    moment = Moment.at(NOW, "America/New_York")
    asked = AuditAsked(patient_id=trail["maria"])
    for sort in Sort:
        plans = plans_of(store, audit_rows, asked, sort, moment=moment, rules=store.rules)
        assert "audit_of_patient (patient_id=?" in plans[0]


def test_an_actor_is_named_and_found_in_one_place(store: Store, trail: dict[str, int]) -> None:
    assert store.read(actors_called, "marcus") == (trail["bell"],)
    assert store.read(actors_called, str(trail["joan"])) == (trail["joan"],)
    assert store.read(actors_called, "nobody") == store.read(actors_called, " ") == ()
    assert store.read(actor_names, [trail["bell"], 77, None]) == {
        trail["bell"]: "Marcus Bell, LCSW"
    }


def test_a_report_carries_the_end_of_the_trail(store: Store, trail: dict[str, int]) -> None:
    moment = Moment.at(NOW, "America/New_York", trail["joan"])
    asked = AuditAsked(trail["bell"], trail["maria"], "opened", NOW.date(), NOW.date())
    head = store.read(trail_head)
    report = store.read(audit_report, asked, moment=moment, rules=store.rules)
    assert report.end == f"The trail ended at row {head.seq} with the hash {head.hash}."
    assert report.asked == (
        "user Marcus Bell, LCSW, patient MRN 482913, action opened, from 20-Nov-2026, "
        "to 20-Nov-2026; sorted by time"
    )
    (line,) = report.lines
    assert (line.at, line.patient) == ("20-Nov-2026 09:30:00", "DELACRUZ, Maria (482913)")
    cut = store.read(audit_report, replace(asked, since=None, until=None), moment=moment,
                     rules=store.rules, most=2)  # fmt: skip
    assert (len(cut.lines), cut.is_cut) == (2, True)
