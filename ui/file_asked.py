"""A file that is to leave: what it is called, about whom, and how its bytes are made."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from careteam.domain.disclosures import Handed
from careteam.storage.store import Store
from ui.background import Report
from ui.desk import Desk

if TYPE_CHECKING:
    from careteam.outgoing.listed import MadeList

Make = Callable[[Store, Handed, Path, Report], "MadeList | None"]
"""Makes the bytes on a store of its own, in another thread; None when it was stopped."""


@dataclass(frozen=True, slots=True)
class FileAsked:
    """`kind` is that of the register, `filter` the dialog's; `told` says in words how many.

    One that `is_of_nobody` holds no patient: it is saved without asking who gets it.
    """

    kind: str
    title: str
    name: str
    filter: str
    make: Make
    told: Callable[[int], str]
    patient_id: int | None = None
    is_of_nobody: bool = False


def calendar_asked(
    desk: Desk, patient_id: int | None = None, *, has_names: bool = False
) -> FileAsked:
    """What is due for a patient, or (None) for those of who works here."""
    from careteam.outgoing.contacts_and_days import CALENDAR, made_calendar
    from careteam.outgoing.listed import Told
    from careteam.storage.reads.agenda import patients_of_navigator

    told, worker_id = Told(desk.moment, desk.rules), desk.worker_id or 0

    def make(store: Store, handed: Handed, _path: Path, _report: Report) -> "MadeList":
        ids = (
            (patient_id,)
            if patient_id is not None
            else store.read(patients_of_navigator, worker_id)
        )
        return made_calendar(store, told, ids, handed, has_names=has_names)

    def words(count: int) -> str:
        return QCoreApplication.translate(
            "FileAsked", "%Ln due day(s) are saved as {name}.", None, count
        )

    title = QCoreApplication.translate("FileAsked", "Save due days for a calendar")
    kind = QCoreApplication.translate("FileAsked", "Calendar (*.ics)")
    return FileAsked(CALENDAR, title, "due-days.ics", kind, make, words, patient_id)


def cards_asked(
    desk: Desk, *, patient_id: int | None = None, person_id: int | None = None
) -> FileAsked:
    """A patient's team, one person, or (neither) everybody in the directory."""
    from careteam.outgoing.contacts_and_days import CARDS, made_cards
    from careteam.outgoing.listed import Told

    told = Told(desk.moment, desk.rules)

    def make(store: Store, handed: Handed, _path: Path, _report: Report) -> "MadeList":
        people = (person_id,) if person_id is not None else None
        return made_cards(store, told, people, handed, patient_id=patient_id)

    def words(count: int) -> str:
        return QCoreApplication.translate(
            "FileAsked", "%Ln address card(s) are saved as {name}.", None, count
        )

    title = QCoreApplication.translate("FileAsked", "Save as address cards")
    kind = QCoreApplication.translate("FileAsked", "Address cards (*.vcf)")
    return FileAsked(
        CARDS, title, "people.vcf", kind, make, words, patient_id, is_of_nobody=patient_id is None
    )
