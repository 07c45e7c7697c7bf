"""Whatever was said of programs, consents, visits and states comes back from a file as it left."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import fhirkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careteam.domain.kept import KeptConsent, KeptEnrolment, KeptParts, KeptStatus, KeptVisit
from careteam.domain.navigation_time import ConsentWay
from careteam.domain.patients import Status
from careteam.domain.record import WholeRecord
from careteam.domain.text import clean
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.storage.tables import EnrolmentRecord, TimeConsentRecord
from careteam.storage.writes.month_locks import lock_month, reopen_month
from tests.fhir.conftest import Leaving, NewStore
from tests.fhir.returning import take
from tests.storage.importing import rows

FIRST = date(2025, 1, 1)
days = st.integers(0, 600).map(lambda number: FIRST + timedelta(days=number))
words = st.text(max_size=40).map(clean)
programs = st.sampled_from(("PIN", "CHI", "of our own"))
uids = st.uuids(version=4).map(str)


@st.composite
def enrolments(draw: st.DrawFn, people: tuple[str, ...]) -> tuple[KeptEnrolment, ...]:
    """Of each program one after the other; the last may stand."""
    found: list[KeptEnrolment] = []
    who = st.sampled_from(("", *people))
    for program in draw(st.sets(programs)):
        bounds = sorted(draw(st.lists(days, min_size=2, max_size=6)))
        for place, (starts_on, ends_on) in enumerate(itertools.pairwise(bounds)):
            is_last = place == len(bounds) - 2
            until = None if is_last and draw(st.booleans()) else ends_on
            found.append(
                KeptEnrolment(
                    draw(uids), program, starts_on, until, draw(words) if until else "",
                    draw(who), draw(who), draw(who),
                )
            )  # fmt: skip
    return tuple(found)


@st.composite
def parts(draw: st.DrawFn, people: tuple[str, ...]) -> KeptParts:
    who = st.sampled_from(("", *people))
    consents = st.builds(
        KeptConsent, uids, programs, days, st.sampled_from(list(map(str, ConsentWay))), words, who
    )
    kinds = st.sampled_from(("office_visit", "wellness_visit"))
    visits = st.builds(KeptVisit, uids, programs, days, kinds, who, who)
    states = st.builds(KeptStatus, st.sampled_from(list(map(str, Status))), days, words, who)
    before = tuple(draw(st.lists(states, max_size=4)))
    return KeptParts(
        states=(*before, KeptStatus(Status.ACTIVE, draw(days), "", draw(who))),
        enrolments=draw(enrolments(people)),
        consents=tuple(draw(st.lists(consents, max_size=3))),
        visits=tuple(draw(st.lists(visits, max_size=3))),
    )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_was_said_of_programs_comes_back_as_it_left(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path, data: st.DataObject
) -> None:
    people = tuple(person.uid for person in maria.people)
    told = data.draw(parts(people))
    record = replace(maria, contacts=(), conditions=(), team=(), parts=told)
    path = tmp_path / "programs.json"
    path.write_bytes(as_bytes(record_bundle(record, demo.rules)))
    assert [str(issue) for issue in fhirkit.validate(path.read_bytes())] == []
    store = new_store()
    take(store, demo.moment, path)
    (back,) = Leaving(store, demo.moment).records()
    assert back.parts.states == told.states
    for kind in ("enrolments", "consents", "visits"):
        mine, theirs = getattr(told, kind), getattr(back.parts, kind)
        assert sorted(map(repr, theirs)) == sorted(map(repr, mine)), kind
    again = take(store, demo.moment, path)
    assert (again.made, again.updated) == ((), ())
    store.close()


def test_an_enrolment_that_overlaps_one_that_stands_here_stays_out(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    store = new_store()
    for number, (starts, ends) in enumerate(((0, None), (30, 60), (-60, 0), (-30, 5))):
        one = KeptEnrolment(
            str(UUID(int=number, version=4)),
            "PIN",
            FIRST + timedelta(days=starts),
            None if ends is None else FIRST + timedelta(days=ends),
            "" if ends is None else "over",
        )
        path = tmp_path / f"{number}.json"
        record = replace(maria, contacts=(), parts=KeptParts(enrolments=(one,)))
        path.write_bytes(as_bytes(record_bundle(record, demo.rules)))
        take(store, demo.moment, path)
    found = rows(store, EnrolmentRecord, "starts_on", "ends_on")
    assert sorted(found) == [(FIRST - timedelta(days=60), FIRST), (FIRST, None)]


def test_what_a_locked_month_could_rest_on_stays_out_and_comes_once_it_is_open(
    demo: Leaving, maria: WholeRecord, new_store: NewStore, tmp_path: Path
) -> None:
    store = new_store()
    context = {"moment": replace(demo.moment, by=None), "rules": store.rules}
    store.do(lock_month, date(2026, 10, 1), **context)
    before = KeptConsent(str(UUID(int=1, version=4)), "PIN", date(2026, 10, 3))
    after = KeptConsent(str(UUID(int=2, version=4)), "PIN", date(2026, 11, 2))
    record = replace(maria, contacts=(), parts=KeptParts(consents=(before, after)))
    path = tmp_path / "one.json"
    path.write_bytes(as_bytes(record_bundle(record, demo.rules)))
    report = take(store, demo.moment, path)
    assert any("locked" in each.sentence for each in report.findings)
    assert rows(store, TimeConsentRecord, "on_day") == [(after.on_day,)]
    store.do(reopen_month, date(2026, 10, 1), "came late", **context)
    take(store, demo.moment, path)
    assert sorted(rows(store, TimeConsentRecord, "on_day")) == [(before.on_day,), (after.on_day,)]
