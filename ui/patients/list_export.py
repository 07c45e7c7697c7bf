"""The list of patients as it is filtered, to be saved as a file for a spreadsheet."""

from collections.abc import Sequence
from functools import partial

from careteam.storage.reads.patient_filter import PatientFilter
from careteam.storage.reads.patients import PatientRow, list_patients
from careteam.storage.store import Store
from ui.desk import Desk
from ui.list_export import AT_ONCE, SavedList
from ui.patients.columns import file_row, titles


def patient_list(desk: Desk, asked: PatientFilter) -> SavedList:
    """Every patient that is asked for, under the titles of the page."""
    moment, rules = desk.moment, desk.rules

    def page(own: Store, before: list[PatientRow]) -> Sequence[PatientRow]:
        after = before[-1] if before else None
        return own.read(
            list_patients, asked, moment=moment, rules=rules, after=after, limit=AT_ONCE
        )

    return SavedList("patients", titles(), page, partial(file_row, moment=moment), _patient)


def _patient(row: PatientRow) -> int:
    return row.id
