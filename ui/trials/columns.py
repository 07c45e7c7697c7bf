"""The columns of the register of trials, and of the list of who has not been offered one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare
from careteam.storage.reads.not_offered import NotOfferedRow
from careteam.storage.reads.trials import TrialRow
from ui.desk import Desk
from ui.look.chips import ChipText
from ui.look.columns import Chips, Column, Sign, Words
from ui.look.tokens import Tone
from ui.trials.words import kind_word, state_chip

NOTHING = "—"


def register_columns(desk: Desk) -> Sequence[Column[TrialRow]]:
    """Number and kind, title and contact, site, state with its days, patients, more."""
    return (
        Column(
            "nct",
            QCoreApplication.translate("TrialList", "Number"),
            lambda row: Words(row.nct or NOTHING, _kind_and_phase(row)),
            180,
        ),
        Column(
            "title",
            QCoreApplication.translate("TrialList", "Title"),
            lambda row: Words(row.title, row.contact, strong=True),
        ),
        Column(
            "site",
            QCoreApplication.translate("TrialList", "Site"),
            lambda row: Words(row.site or NOTHING, _days(row, desk.moment.today)),
            190,
            gives_way=1,
        ),
        Column(
            "state",
            QCoreApplication.translate("TrialList", "New patients"),
            lambda row: Chips((state_chip(row.state),)),
            112,
            shrinks=False,
        ),
        Column(
            "patients",
            QCoreApplication.translate("TrialList", "Patients"),
            lambda row: _patients(row),
            128,
        ),
        Column(
            "more",
            "",
            lambda _row: Sign("ellipsis", QCoreApplication.translate("TrialList", "More actions")),
            44,
            shrinks=False,
        ),
    )


def waiting_columns() -> Sequence[Column[NotOfferedRow]]:
    """Who, their diagnosis and phase, and whether a trial is considered."""
    return (
        Column(
            "name",
            QCoreApplication.translate("TrialList", "Name"),
            lambda row: Words(row.name, strong=True),
        ),
        Column("mrn", QCoreApplication.translate("TrialList", "MRN"), lambda row: row.mrn, 100),
        Column(
            "diagnosis",
            QCoreApplication.translate("TrialList", "Diagnosis"),
            lambda row: row.diagnosis or NOTHING,
            230,
            gives_way=1,
        ),
        Column(
            "phase",
            QCoreApplication.translate("TrialList", "Phase"),
            lambda row: row.phase or NOTHING,
            230,
        ),
        Column(
            "why",
            QCoreApplication.translate("TrialList", "Trial"),
            lambda row: Chips((_why(row),)),
            150,
            shrinks=False,
        ),
    )


def _kind_and_phase(row: TrialRow) -> str:
    if not row.phase:
        return kind_word(row.kind)
    text = QCoreApplication.translate("TrialList", "{kind} · phase {phase}")
    return text.format(kind=kind_word(row.kind), phase=row.phase)


def _patients(row: TrialRow) -> Words:
    if not row.asked:
        return Words(NOTHING)
    on_it = QCoreApplication.translate("TrialList", "{count} on it").format(count=f"{row.on_it:,}")
    asked = QCoreApplication.translate("TrialList", "{count} in all").format(count=f"{row.asked:,}")
    return Words(on_it, asked)


def _days(row: TrialRow, today: date) -> str:
    said: list[str] = []
    if row.opens_on is not None:
        text = QCoreApplication.translate("TrialList", "from {day}")
        said.append(text.format(day=day_bare(row.opens_on, today)))
    if row.closes_on is not None:
        text = QCoreApplication.translate("TrialList", "until {day}")
        said.append(text.format(day=day_bare(row.closes_on, today)))
    return " ".join(said)


def _why(row: NotOfferedRow) -> ChipText:
    if row.is_considered:
        return ChipText(QCoreApplication.translate("TrialList", "Considered"), Tone.INFO, "◆")
    return ChipText(QCoreApplication.translate("TrialList", "Not offered"), Tone.WARN, "○")
