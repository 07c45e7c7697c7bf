"""Whoever covers and is away too is covered in turn, or the need is told."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session, select

from careteam.domain.access import Action
from careteam.domain.access import needs as named
from careteam.domain.changes import Changes
from careteam.domain.people import AbsenceDraft
from careteam.storage.store import Store
from careteam.storage.tables import AssignmentRecord
from tests.people import add_member
from tests.storage.days_away import (
    ROLE,
    TODAY,
    away,
    bell,
    covering,
    ito,
    kept,
    needs,
    nov,
    okoye,
    states,
    three,
    turn,
    with_holder,
)

# fixtures of this clinic
assert bell
assert ito
assert okoye
assert three


def test_a_cover_who_is_away_too_does_not_stand_in_and_the_need_is_told(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    away(store, okoye, AbsenceDraft(nov(25), nov(26)))
    turn(store, nov(23))
    assert covering(store, nov(24)) == {okoye}
    assert covering(store, nov(25)) == set()
    turn(store, nov(25))
    assert covering(store, nov(25)) == set()
    assert [(need.first, need.last) for need in needs(store, bell, nov(25))] == [(nov(25), nov(30))]
    turn(store, nov(27))
    assert covering(store, nov(30)) == {okoye}


def test_the_cover_of_the_cover_stands_in_for_both(
    store: Store, bell: int, okoye: int, ito: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    turn(store, nov(23))
    away(store, okoye, AbsenceDraft(nov(25), nov(26), ito), on=nov(24))
    assert [(need.first, need.last) for need in needs(store, bell, nov(24))] == [(nov(25), nov(26))]
    turn(store, nov(25))
    table = AssignmentRecord.__table__.c
    query = select(table.starts_on, table.ends_on).where(table.person_id == ito).distinct()
    assert store.read(lambda session: session.execute(query).all()) == [(nov(25), nov(27))]
    turn(store, nov(27))
    assert states(store, ito) == {("ended", False)}
    assert states(store, okoye) == {("active", True)}


def test_two_who_cover_for_each_other_leave_the_need_to_be_seen(
    store: Store, bell: int, okoye: int, three: list[int]
) -> None:
    away(store, bell, AbsenceDraft(nov(23), nov(30), okoye))
    away(store, okoye, AbsenceDraft(nov(23), nov(30), bell))
    turn(store, nov(23))
    assert covering(store, nov(23)) == set()
    assert len(needs(store, bell, nov(23))) == 1


spans = st.tuples(st.integers(0, 20), st.integers(0, 8))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(theirs=spans, covers=st.lists(spans, max_size=3), opened=st.sets(st.integers(0, 32)))
def test_however_absences_overlap_nobody_covers_while_away_or_outside_the_days(
    store: Store,
    theirs: tuple[int, int],
    covers: list[tuple[int, int]],
    opened: Iterable[int],
) -> None:
    number = store.read(
        lambda session: session.execute(text("SELECT count(*) FROM person")).scalar()
    )
    bell = add_member(store, f"Bell{number}", "Marcus", "", ROLE)
    okoye = add_member(store, f"Okoye{number}", "Ada", "", ROLE)
    store.do(_forget_the_day)
    patient = with_holder(store, 100 + int(number or 0), bell)
    first = TODAY + timedelta(days=1)
    mine = AbsenceDraft(
        first + timedelta(days=theirs[0]), first + timedelta(days=sum(theirs)), okoye
    )
    away(store, bell, mine)
    away(store, okoye, *apart(first, covers))
    for day in sorted(opened):
        turn(store, first + timedelta(days=day))
    taken = [(draft.starts_on, draft.ends_on) for draft in kept(store, okoye)]
    table = AssignmentRecord.__table__.c
    query = select(table.starts_on, table.ends_on).where(
        table.person_id == okoye, table.patient_id == patient
    )
    for starts_on, ends_on in store.read(lambda session: session.execute(query).all()):
        for ordinal in range(starts_on.toordinal(), ends_on.toordinal()):
            day = date.fromordinal(ordinal)
            assert mine.starts_on <= day <= mine.ends_on
            assert not any(start <= day <= end for start, end in taken)
    for day in (first + timedelta(days=each) for each in opened):
        is_away = any(start <= day <= end for start, end in taken)
        if mine.starts_on <= day <= mine.ends_on and not is_away:
            assert covers_on(store, okoye, patient, day)


@named(Action.OWN)
def _forget_the_day(session: Session) -> Changes:
    session.execute(text("DELETE FROM setting WHERE key = 'rolled_to'"))
    return Changes(frozenset())


def covers_on(store: Store, person: int, patient: int, day: date) -> bool:
    table = AssignmentRecord.__table__.c
    query = select(table.id).where(
        table.person_id == person,
        table.patient_id == patient,
        table.starts_on <= day,
        table.ends_on > day,
    )
    return bool(store.read(lambda session: session.execute(query).all()))


def apart(first: date, covers: list[tuple[int, int]]) -> list[AbsenceDraft]:
    """Days away of one person: those that would touch others of the same are left out."""
    found: list[AbsenceDraft] = []
    for start, length in sorted(covers):
        begins = first + timedelta(days=start)
        if not found or found[-1].ends_on < begins:
            found.append(AbsenceDraft(begins, begins + timedelta(days=length)))
    return found
