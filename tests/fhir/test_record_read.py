"""A record is read by so many selects as there are tables, each along an index."""

import pytest
from sqlalchemy import event
from sqlmodel import Session

from careteam.domain.errors import Missing
from careteam.storage.reads.record import collect_record, collect_records
from careteam.storage.store import Store
from tests.fhir.conftest import Leaving
from tests.plans import plans_of


def test_every_select_follows_an_index(demo: Leaving) -> None:
    plans = plans_of(demo.store, collect_records, [1, 2, 3], moment=demo.moment)
    scans = [plan for plan in plans if plan.startswith("SCAN") and "setting" not in plan]
    assert scans == []
    assert len(plans) > 20


def test_many_patients_take_as_many_selects_as_one(demo: Leaving) -> None:
    def selects(*ids: int) -> int:
        seen: list[str] = []
        engine = demo.store._engine

        def note(_c: object, _u: object, statement: str, *_: object) -> None:
            seen.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            demo.store.read(collect_records, ids, moment=demo.moment)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        return sum(statement.lstrip().upper().startswith("SELECT") for statement in seen)

    assert selects(1) == selects(*range(1, 31))


def test_somebody_who_is_gone_is_missing(store: Store, demo: Leaving) -> None:
    with pytest.raises(Missing):
        store.read(collect_record, 999, moment=demo.moment)


def test_no_row_of_a_table_is_in_the_tree(demo: Leaving) -> None:
    def read(session: Session) -> object:
        return collect_record(session, 1, moment=demo.moment)

    tree = repr(demo.store.read(read))
    assert "Record(" not in tree.replace("WholeRecord(", "")
    assert "sqlalchemy" not in tree
