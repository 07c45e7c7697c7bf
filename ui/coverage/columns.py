"""The columns of the coverage lists: the patient, the role, since when, and the navigator."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import mid_sentence
from careteam.storage.reads.coverage import CoverageRow
from careteam.storage.reads.coverage_query import Finding
from ui.desk import Desk
from ui.look.columns import Column, Words
from ui.look.tokens import Tone

NOTHING = "—"
LONG_WAIT = Tone.BAD


def coverage_columns(desk: Desk, finding: Finding) -> tuple[Column[CoverageRow], ...]:
    """The columns of the list of a finding; only those that have something to say."""
    patient, role, since, last, navigator = _titles(finding)
    of_patient: Column[CoverageRow] = Column(
        "patient", patient, lambda row: patient_cell(row, desk.rules), 250, grows=True
    )
    of_role: Column[CoverageRow] = Column(
        "role", role, lambda row: Words(row.role_label), 220, grows=True
    )
    of_wait: Column[CoverageRow] = Column(
        "since", since, lambda row: since_cell(row, finding, desk.moment, desk.rules), 190
    )
    of_last: Column[CoverageRow] = Column(
        "last", last, lambda row: last_words(row, desk.moment), 120, gives_way=1
    )
    of_navigator: Column[CoverageRow] = Column(
        "navigator", navigator, lambda row: row.navigator or NOTHING
    )
    if finding is Finding.SILENT:
        return of_patient, of_wait, of_navigator
    if finding is Finding.NO_BACKUP:
        return of_patient, of_role, of_last, of_navigator
    return of_patient, of_role, of_wait, of_last, of_navigator


def _titles(finding: Finding) -> tuple[str, ...]:
    return (
        QCoreApplication.translate("CoverageColumns", "Patient"),
        QCoreApplication.translate("CoverageColumns", "Role"),
        since_title(finding),
        QCoreApplication.translate("CoverageColumns", "Last contact"),
        QCoreApplication.translate("CoverageColumns", "Navigator"),
    )


def since_title(finding: Finding) -> str:
    """What stands above the column of days."""
    return {
        Finding.SILENT: QCoreApplication.translate("CoverageColumns", "Last reached"),
        Finding.DECLINED: QCoreApplication.translate("CoverageColumns", "Declined"),
    }.get(finding, QCoreApplication.translate("CoverageColumns", "Waiting since"))


def patient_cell(row: CoverageRow, rules: Rules) -> Words:
    """The name, with the MRN and the phase below."""
    below = QCoreApplication.translate("CoverageColumns", "MRN {mrn}").format(mrn=row.mrn)
    if row.phase:
        below = f"{below} · {rules.catalogue.phase_label(row.phase)}"
    return Words(row.name, below, strong=True)


def since_cell(row: CoverageRow, finding: Finding, moment: Moment, rules: Rules) -> Words:
    """The day, with how long ago it is, or when to ask again."""
    today = moment.today
    if row.since is None:
        return Words(NOTHING)
    day = day_bare(row.since, today)
    if finding is Finding.DECLINED:
        return Words(day, ask_words(row, moment, rules))
    days = row.waited_days or 0
    waited = QCoreApplication.translate("CoverageColumns", "%Ln day(s)", None, days)
    if finding is Finding.SILENT and row.last_at is None:
        return Words(
            QCoreApplication.translate("CoverageColumns", "Never reached"), waited, tone=LONG_WAIT
        )
    is_long = days >= rules.clinical.waiting_days
    return Words(day, waited, tone=LONG_WAIT if is_long else None)


def ask_words(row: CoverageRow, moment: Moment, rules: Rules) -> str:
    """When a declined role is to be asked about again."""
    if row.ask_on is not None:
        return QCoreApplication.translate("CoverageColumns", "ask again {day}").format(
            day=day_bare(row.ask_on, moment.today)
        )
    phase = mid_sentence(rules.catalogue.phase_label(row.ask_at_phase))
    return QCoreApplication.translate("CoverageColumns", "ask again at {phase}").format(phase=phase)


def last_words(row: CoverageRow, moment: Moment) -> str:
    """The day on which somebody was last reached, on the clinic's clock."""
    if row.last_at is None:
        return NOTHING
    return day_bare(moment.local(row.last_at).date(), moment.today)
