"""The directory is read as a list, and tells who can fill a role."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.storage.reads.directory import CandidateRow, candidates
from careteam.storage.reads.hand_over import held_from
from careteam.storage.reads.people import DirectoryFilter, directory_rows
from careteam.storage.store import Store
from tests.people import add_member

TODAY = date(2026, 11, 20)


def test_those_who_can_fill_a_role_are_told_with_their_patients(
    store: Store, moment: Moment, navigator: int, patient: int
) -> None:
    bell = add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    other = add_member(store, "Ames", "Lee", "RN", "nurse_navigator")
    assert store.read(candidates, "social_worker", TODAY) == (
        CandidateRow(bell, "Marcus Bell, LCSW", 0, False),
    )
    assert store.read(candidates, "nurse_navigator", TODAY) == (
        CandidateRow(other, "Lee Ames, RN", 0, False),
        CandidateRow(navigator, "Joan Ellis, RN, OCN", 1, False),
    )


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (lambda s: directory_rows(s, DirectoryFilter(), TODAY), "person_name"),
        (lambda s: directory_rows(s, DirectoryFilter(("chaplain",)), TODAY), "person_name"),
        (lambda s: candidates(s, "chaplain", TODAY), "person_role_by_role"),
        (lambda s: held_from(s, 1, TODAY), "assignment_person"),
    ],
)
def test_the_lists_are_read_by_their_index(store: Store, query: Any, index: str) -> None:
    plan = store.read(_plan_of, query)
    assert index in plan
    assert "SCAN assignment" not in plan
    assert "SCAN patient" not in plan


def _plan_of(session: Session, query: Any) -> str:
    said: list[tuple[str, Any]] = []
    engine = session.connection().engine

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        said.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    query(session)
    event.remove(engine, "before_cursor_execute", note)
    cursor = session.connection().connection.cursor()
    rows = cursor.execute(f"EXPLAIN QUERY PLAN {said[0][0]}", said[0][1]).fetchall()
    return "\n".join(row[3] for row in rows)
