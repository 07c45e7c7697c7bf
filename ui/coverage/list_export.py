"""The list of a finding of the coverage view, to be saved as a file for a spreadsheet."""

from collections.abc import Sequence
from functools import partial

from careteam.storage.reads.coverage import CoverageRow, coverage_rows
from careteam.storage.reads.coverage_query import Finding
from careteam.storage.store import Store
from ui.coverage.columns import file_row, file_titles
from ui.desk import Desk
from ui.list_export import AT_ONCE, SavedList


def finding_list(desk: Desk, finding: Finding, role: str, navigator_id: int | None) -> SavedList:
    """Every line of a finding, of one role or all, of one navigator or the whole clinic."""
    moment, rules = desk.moment, desk.rules

    def page(own: Store, before: list[CoverageRow]) -> Sequence[CoverageRow]:
        return own.read(
            coverage_rows,
            finding,
            today=moment.today,
            rules=rules,
            navigator_id=navigator_id,
            role=role,
            limit=AT_ONCE,
            offset=len(before),
        )

    line = partial(file_row, finding=finding, moment=moment, rules=rules)
    return SavedList("coverage", file_titles(finding), page, line, _patient)


def _patient(row: CoverageRow) -> int:
    return row.patient_id
