"""The sums of any clinic's months by the database are those of a plain reading of its rows."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.contacts import ContactDraft
from careteam.domain.moment import Moment
from careteam.domain.time_drafts import TimeDraft, TimeRetractDraft
from careteam.storage.reads.month_time import month_page
from careteam.storage.store import Store
from careteam.storage.tables import (
    EnrolmentRecord,
    InitiatingVisitRecord,
    TimeConsentRecord,
)
from careteam.storage.writes.contacts import RetractDraft, log_contact, retract_contact
from careteam.storage.writes.time_entries import log_time, retract_time
from tests.people import add_member
from tests.storage.needs import act, registered

ZONE = "America/New_York"
START = datetime(2026, 9, 29, tzinfo=UTC)
MONTHS = tuple(date(2026, month, 1) for month in (9, 10, 11))
THRESHOLDS = {"PIN": (60, 30), "CHI": (60, 30), "PCM": (30, 30), "TCM": (0, 0)}
LOCAL, NUMBERS = ZoneInfo(ZONE), count(1)


@dataclass(frozen=True)
class Act:
    """Something logged: a contact or work, when, how long, and whether it was taken back."""

    patient: int
    is_contact: bool
    program: str
    activity: str
    outcome: str
    minutes: int
    after: int
    is_retracted: bool
    by: int

    @property
    def at(self) -> datetime:
        return START + timedelta(minutes=self.after)


ACTS = st.builds(
    Act,
    patient=st.integers(0, 2),
    is_contact=st.booleans(),
    program=st.sampled_from(("", "PIN", "PIN", "CHI", "PCM", "TCM")),
    activity=st.sampled_from(("", "health_education", "care_coordination")),
    outcome=st.sampled_from(("reached_patient", "reached_patient", "no_answer")),
    minutes=st.integers(1, 200),
    after=st.integers(0, 50 * 1440) | st.integers(3000, 3200),
    is_retracted=st.sampled_from((False, False, False, True)),
    by=st.integers(0, 1),
)
PAPERS = st.builds(
    lambda patient, program, kind, day: (patient, program, kind, START.date() + timedelta(day)),
    st.integers(0, 2),
    st.sampled_from(("PIN", "CHI", "PCM")),
    st.sampled_from(("consent", "visit", "enrolment")),
    st.integers(-400, 50),
)


@needs(Action.OWN)
def filed(session: Session, papers: list[dict[str, Any]], *, moment: Moment) -> Changes:
    """Whatever the days: a plain insert, as another program could have brought it."""
    record = {
        "consent": TimeConsentRecord, "visit": InitiatingVisitRecord, "enrolment": EnrolmentRecord,
    }  # fmt: skip
    for paper in papers:
        kind = paper.pop("of")
        row = {"external_id": str(uuid4()), "made_at": moment.now, **paper}
        session.execute(insert(record[kind]), [row])
    return Changes(frozenset(Part), many=True)


def plainly(
    acts: list[Act], papers: list[tuple[int, str, str, date]], month: date
) -> dict[tuple[int, str], tuple[int, int, int, int]]:
    """Minute by minute: minutes, those that lack nothing, first units, further units."""
    minutes: dict[tuple[int, str], int] = defaultdict(int)
    ready: dict[tuple[int, str], int] = defaultdict(int)
    acts = sorted(filter(counts, acts), key=lambda one: (one.after, not one.is_contact))
    for place, one in enumerate(acts):
        begun = one.at.astimezone(LOCAL).date()
        for number in range(one.minutes):
            day = (one.at + timedelta(minutes=number)).astimezone(LOCAL).date()
            if (day.year, day.month) != (month.year, month.month):
                continue
            is_next = (begun.year, begun.month) != (day.year, day.month)
            counted_on = day if is_next else begun
            minutes[one.patient, one.program] += 1
            is_taken = any(takes(other, one, one.after + number) for other in acts[:place])
            if (
                one.activity
                and not is_taken
                and has_all(papers, one.patient, one.program, counted_on)
            ):
                ready[one.patient, one.program] += 1
    return {
        key: (all_of_them, ready[key], *units(key[1], ready[key]))
        for key, all_of_them in minutes.items()
    }


def counts(one: Act) -> bool:
    return bool(one.program) and not (
        one.is_retracted or (one.is_contact and one.outcome == "no_answer")
    )


def takes(other: Act, one: Act, minute: int) -> bool:
    """Whether an entry that began before has this minute of another."""
    runs = other.after <= minute < other.after + other.minutes
    is_of_both = other.patient == one.patient and other.program != one.program
    return runs and (other.by == one.by or is_of_both)


def has_all(
    papers: list[tuple[int, str, str, date]], patient: int, program: str, day: date
) -> bool:
    mine = [(kind, on) for who, of, kind, on in papers if (who, of) == (patient, program)]
    is_enrolled = any(kind == "enrolment" and on <= day for kind, on in mine)
    if program == "TCM":
        return False  # never enrolled here
    is_seen = any(kind == "visit" and on <= day for kind, on in mine)
    given_on = [on for kind, on in mine if kind == "consent" and on <= day]
    if program == "PIN":
        given_on = [on for on in given_on if day < on.replace(year=on.year + 1)]
    return is_enrolled and is_seen and bool(given_on)


def units(program: str, minutes: int) -> tuple[int, int]:
    first, step = THRESHOLDS[program]
    count, reached = 0, first
    while first and reached <= minutes:
        count, reached = count + 1, reached + step
    return (1, count - 1) if count else (0, 0)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(ACTS, min_size=1, max_size=12), papers=st.lists(PAPERS, max_size=8))
def test_the_sums_of_any_months_are_those_counted_minute_by_minute(
    store: Store, moment: Moment, acts: list[Act], papers: list[tuple[int, str, str, date]]
) -> None:
    ids = patients_of(store, moment)
    papers = [one for at, one in enumerate(papers) if is_first(papers, at)]
    billing = add_member(store, "Raman", "Priya", "MD", "heme_onc_adult")
    workers = [add_member(store, "Brooks", "Dana", "RN", "nurse_navigator") for _ in range(2)]
    later = [Moment.at(START + timedelta(days=60), ZONE, by) for by in workers]
    store.do(filed, [paper_of(one, ids, billing) for one in papers], moment=later[0])
    acts = [one if one.is_contact or one.program else work_of(one) for one in acts]
    for one in acts:
        logged(store, later[one.by], one, ids)
    for month in MONTHS:
        everybody = store.read(month_page, month, rules=store.rules, limit=None).rows
        rows = [row for row in everybody if row.patient_id in ids]
        found = {
            (ids.index(row.patient_id), row.program): (
                row.sum.minutes, row.sum.ready, row.sum.units.first, row.sum.units.more,
            )
            for row in rows
        }  # fmt: skip
        expected = plainly(acts, papers, month)
        assert folded(rows, ids) == {key: value[:2] for key, value in expected.items()}
        for key, value in found.items():
            if sum((ids.index(row.patient_id), row.program) == key for row in rows) == 1:
                assert value == expected[key]


def folded(rows: Any, ids: list[int]) -> dict[tuple[int, str], tuple[int, int]]:
    """By patient and program, whoever bills."""
    found: dict[tuple[int, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in rows:
        key = ids.index(row.patient_id), row.program
        found[key] = (found[key][0] + row.sum.minutes, found[key][1] + row.sum.ready)
    return dict(found)


def is_first(papers: list[tuple[int, str, str, date]], at: int) -> bool:
    """One open enrolment of a patient and program there is at most."""
    who, program, kind, _ = papers[at]
    return kind != "enrolment" or all(before[:3] != (who, program, kind) for before in papers[:at])


def patients_of(store: Store, moment: Moment) -> list[int]:
    """Three whom no example had before."""
    number = next(NUMBERS)
    return [registered(store, moment, None, f"{number}-{at}") for at in range(3)]


def paper_of(paper: tuple[int, str, str, date], ids: list[int], billing: int) -> dict[str, Any]:
    who, program, kind, day = paper
    row: dict[str, Any] = {"of": kind, "patient_id": ids[who], "program": program}
    if kind == "enrolment":
        return row | {"starts_on": day, "billing_id": billing, "supervising_id": billing}
    return row | {"on_day": day} | ({"kind": "office_visit"} if kind == "visit" else {})


def work_of(act: Act) -> Act:
    """Work always has a program."""
    return Act(**{**act.__dict__, "program": "PIN"})


def logged(store: Store, moment: Moment, one: Act, ids: list[int]) -> None:
    if one.is_contact:
        contact = ContactDraft(
            patient_id=ids[one.patient], role="nurse_navigator", mode="phone",
            outcome=one.outcome, at=one.at, minutes=one.minutes, note="Called.",
            program=one.program, activity=one.activity,
        )  # fmt: skip
        made = act(store, moment, log_contact, contact)
        if one.is_retracted:
            act(store, moment, retract_contact, RetractDraft(made, "wrong"))
        return
    draft = TimeDraft(
        ids[one.patient], one.program, "forms", one.activity, one.minutes, one.at, "Forms."
    )
    made = act(store, moment, log_time, draft)
    if one.is_retracted:
        act(store, moment, retract_time, TimeRetractDraft(made, "wrong"))
