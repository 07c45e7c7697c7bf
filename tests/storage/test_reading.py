"""Reads that share a session are of one moment, until a verb has written."""

import threading

from sqlmodel import Session, select

from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord
from careteam.storage.writes.patients import register_patient

OTHER = PatientDraft("400001", "Novak", "Anna", birth_date=PartialDate(1990, 4, 2))


def how_many(session: Session) -> int:
    return len(session.execute(select(PatientRecord.__table__.c.id)).all())


def session_of(session: Session) -> Session:
    return session


def register(store: Store, moment: Moment, draft: PatientDraft = OTHER) -> None:
    store.do(register_patient, draft, moment=moment, rules=store.rules)


def test_what_another_window_writes_is_not_seen_before_the_reads_are_done(
    store: Store, moment: Moment, patient: int
) -> None:
    assert patient
    other = store.again()
    with store.reading():
        assert store.read(how_many) == 1
        register(other, moment)
        assert store.read(how_many) == 1
    assert store.read(how_many) == 2
    other.close()


def test_what_a_verb_writes_is_seen_by_the_next_read(
    store: Store, moment: Moment, patient: int
) -> None:
    assert patient
    with store.reading():
        assert store.read(how_many) == 1
        register(store, moment)
        assert store.read(how_many) == 2


def test_shared_reads_have_one_session_and_reads_apart_have_their_own(store: Store) -> None:
    with store.reading():
        first = store.read(session_of)
        with store.reading():
            assert store.read(session_of) is first
        assert store.read(session_of) is first
    assert store.read(session_of) is not store.read(session_of)


def test_another_thread_never_reads_in_this_one_s_session(store: Store) -> None:
    found: list[Session] = []
    with store.reading():
        mine = store.read(session_of)
        thread = threading.Thread(target=lambda: found.append(store.read(session_of)))
        thread.start()
        thread.join()
    assert len(found) == 1
    assert found[0] is not mine


def test_nothing_stays_open_behind_reads_that_failed(store: Store, moment: Moment) -> None:
    def fails(session: Session) -> None:
        how_many(session)
        raise RuntimeError("a page that cannot be drawn")

    try:
        with store.reading():
            store.read(fails)
    except RuntimeError:
        register(store, moment)
    assert store.read(how_many) == 1
    assert store._engine.pool.checkedout() == 0  # pyright: ignore[reportAttributeAccessIssue]


def test_records_and_columns_are_read_in_one_transaction(
    store: Store, moment: Moment, patient: int
) -> None:
    """A statement over columns goes past the session, a record through it."""
    other = store.again()

    def both(session: Session) -> tuple[int, int]:
        columns = how_many(session)
        register(other, moment)
        return columns, len(session.execute(select(PatientRecord)).scalars().all())

    assert store.read(both) == (1, 1)
    assert patient
    other.close()
