"""What importing a table asks of the database follows an index, however many patients there are."""

from pathlib import Path

from careteam.domain.moment import Moment
from careteam.storage.reads.import_tables import compare_table, run_of, settle_table
from careteam.storage.store import Store
from tests.imports.tables.sheets import HEAD, staged_of
from tests.plans import plans_of

LOG = "MRN,Date,Mode,Outcome,Staff\n482913,2026-11-12,Phone,LVM,Joan Ellis\n"
SMALL = ("setting", "import_run", "person")
"""Tables of which every row may be read: a clinic has few of them."""


def scanned(plans: list[str]) -> set[str]:
    return {plan.split()[1] for plan in plans if plan.startswith("SCAN")}


def test_a_table_of_patients_is_compared_by_indexes(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    staged = staged_of(tmp_path, f"{HEAD}\n482913,Delacruz,Maria,1981-03-14\n")
    plans = plans_of(store, compare_table, staged, rules=store.rules, moment=moment)
    assert plans
    assert scanned(plans) <= set(SMALL)


def test_the_patients_and_people_of_a_log_are_found_by_indexes(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    staged = staged_of(tmp_path, LOG)
    plans = plans_of(store, settle_table, staged, today=moment.today)
    assert any("USING INDEX" in plan or "USING COVERING INDEX" in plan for plan in plans)
    assert scanned(plans) <= set(SMALL)
    assert scanned(plans_of(store, run_of, "0" * 64, moment.zone)) <= {"import_run"}
