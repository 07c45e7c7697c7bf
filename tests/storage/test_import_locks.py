"""Tables and locked months: a row of a table counts nowhere, so it comes in and can be undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from careteam.domain.contacts import ContactDraft
from careteam.domain.intake.report import Kind
from careteam.domain.moment import Moment
from careteam.storage.importing_tables import run_table
from careteam.storage.reads.contacts import one_contact
from careteam.storage.reads.month_time import month_page
from careteam.storage.store import Store
from careteam.storage.tables import ContactRecord
from careteam.storage.writes.contacts import amend_contact
from careteam.storage.writes.month_locks import lock_month
from careteam.storage.writes.undo_import import undo_import
from tests.imports.tables.sheets import staged_of
from tests.storage.navigating import NOVEMBER
from tests.storage.needs import act

LOG = "MRN,Date,Mode,Outcome,Minutes,Role,Note\n482913,2026-11-12,Phone,LVM,{},Navigator,first\n"


def taken(store: Store, moment: Moment, folder: Path, minutes: int = 5) -> Any:
    return run_table(store, staged_of(folder, LOG.format(minutes)), {}, moment=moment)


def contact(store: Store) -> Any:
    table = ContactRecord.__table__
    query = select(table).order_by(table.c.id.desc()).limit(1)
    return store.read(lambda session: session.execute(query).one())


def undo(store: Store, report: Any, moment: Moment) -> str:
    return store.do(undo_import, report.run_id, moment=moment, rules=store.rules).summary


def counts(store: Store, moment: Moment) -> None:
    """Let the contact of the table count under a program, as somebody amends it here."""
    row = store.read(one_contact, contact(store).id)
    draft = ContactDraft(
        patient_id=row.patient_id, role=row.role, mode=row.mode, outcome="reached_patient",
        at=row.at, minutes=row.minutes, note=row.note, version=row.version,
    )  # fmt: skip
    counted = replace(draft, program="PIN", activity="health_education")
    act(store, moment, amend_contact, row.id, counted)


def ready(store: Store) -> list[int]:
    return [row.sum.minutes for row in store.read(month_page, NOVEMBER, rules=store.rules).rows]


def test_a_row_of_a_locked_month_comes_in_and_its_time_does_not_count(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    act(store, moment, lock_month, NOVEMBER)
    report = taken(store, moment, tmp_path)
    assert dict(report.made) == {Kind.CONTACT: 1}
    assert (contact(store).day, contact(store).program, ready(store)) == (
        date(2026, 11, 12),
        "",
        [],
    )


def test_an_import_is_undone_though_its_month_was_locked_since(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    report = taken(store, moment, tmp_path)
    act(store, moment, lock_month, NOVEMBER)
    assert "is taken back" in undo(store, report, moment)
    assert contact(store).retracted_at is not None


def test_what_counts_in_a_locked_month_is_neither_undone_nor_changed_by_a_newer_table(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    report = taken(store, moment, tmp_path)
    counts(store, moment)
    act(store, moment, lock_month, NOVEMBER)
    taken(store, moment, tmp_path, 25)
    assert ready(store) == [5]
    assert "changed since" in undo(store, report, moment)
    assert ready(store) == [5]
