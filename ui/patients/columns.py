"""The columns of the list of patients: what each gives for a row, on screen and in a file."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.storage.reads.own_lists import Own
from careteam.storage.reads.patients import PatientRow
from ui.desk import Desk
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Dots, Words
from ui.look.tokens import Tone
from ui.patients.notices import status_word
from ui.team.board_rows import due_chip


def patient_columns(desk: Desk, own: Own = Own.ALL) -> tuple[Column[PatientRow], ...]:
    """The columns of the list with their widths; the last takes what is left.

    A list of one's own says when what it is about happened, in place of the birth date.
    """
    noted = {
        Own.RECENT: QCoreApplication.translate("PatientList", "Assigned"),
        Own.FOLLOWED: QCoreApplication.translate("PatientList", "Last change"),
    }.get(own)
    name, mrn, born, diagnosis, phase, roles, last, due = titles()
    return (
        Column("name", name, lambda row: Words(row.name, strong=True), 200),
        Column("mrn", mrn, lambda row: row.mrn, 100, shrinks=False),
        Column("born", born, lambda row: row.born, 180, gives_way=3)
        if noted is None
        else Column("noted", noted, lambda row: Words(row.noted, strong=True), 120, shrinks=False),
        Column("diagnosis", diagnosis, lambda row: row.diagnosis, 190, gives_way=2),
        Column("phase", phase, lambda row: row.phase, 200),
        Column("roles", roles, roles_cell, 222, shrinks=False),
        Column("last", last, lambda row: row.last_contact, 105, gives_way=1),
        Column("due", due, lambda row: Chips((due_of(row, desk.moment),)), 0),
    )


def why_nobody(own: Own) -> str:
    """Why a list of one's own is empty, and what fills it."""
    return {
        Own.RECENT: QCoreApplication.translate(
            "PatientList", "Nobody was assigned to you in the last 14 days."
        ),
        Own.FOLLOWED: QCoreApplication.translate(
            "PatientList", "You follow nobody yet. Open a patient and press Ctrl+Shift+F."
        ),
        Own.COVERED: QCoreApplication.translate("PatientList", "You cover for nobody today."),
        Own.ALL: "",
    }[own]


def titles() -> tuple[str, ...]:
    """What stands above the columns, in their order."""
    return (
        QCoreApplication.translate("PatientList", "Name"),
        QCoreApplication.translate("PatientList", "MRN"),
        QCoreApplication.translate("PatientList", "Born"),
        QCoreApplication.translate("PatientList", "Diagnosis"),
        QCoreApplication.translate("PatientList", "Phase"),
        QCoreApplication.translate("PatientList", "Roles filled"),
        QCoreApplication.translate("PatientList", "Last contact"),
        QCoreApplication.translate("PatientList", "Next due"),
    )


def roles_cell(row: PatientRow) -> Dots:
    """Roles filled and still to fill, as signs with their count; declined ones are only spoken."""
    spoken = QCoreApplication.translate(
        "PatientList", "{filled} roles filled, {declined} declined, {missing} to fill"
    )
    return Dots(
        row.filled,
        0,
        row.missing,
        roles_words(row),
        spoken.format(filled=row.filled, declined=row.declined, missing=row.missing),
    )


def roles_words(row: PatientRow) -> str:
    """7 of 10; nothing where no role is asked for, or all were declined."""
    asked = row.filled + row.missing
    if not asked:
        return ""
    words = QCoreApplication.translate("PatientList", "{filled} of {asked}")
    return words.format(filled=row.filled, asked=asked)


def due_of(row: PatientRow, moment: Moment) -> ChipText:
    """The next due day as a chip; where a patient stands when they are not active any more."""
    if row.status is Status.ACTIVE:
        return due_chip(row.due, row.urgency)
    word = status_word(row.status)
    if row.status_on is not None:
        word = f"{word} {day_bare(row.status_on, moment.today)}"
    return ChipText(word, Tone.MUTE)
