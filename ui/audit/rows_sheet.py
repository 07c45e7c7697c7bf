"""Rows of the audit trail: their columns, and a sheet that shows a few of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from careteam.domain.audit_reports import Sort
from careteam.domain.dates import moment_shown
from careteam.storage.reads.audit_rows import AuditRow
from ui.audit.words import action_words
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.columns import Column, Words
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme

WIDTH = 1080


def audit_columns(desk: Desk) -> tuple[Column[AuditRow], ...]:
    """The columns of rows of the trail."""
    say = QCoreApplication.translate

    def when(row: AuditRow) -> Words:
        at = desk.moment.local(row.at)
        return Words(f"{moment_shown(at)}:{at:%S}", f"{row.seq:,} · {row.workstation}")

    def patient(row: AuditRow) -> Words:
        return Words(row.patient, row.mrn)

    return (
        Column(Sort.AT, say("AuditTrail", "When and where"), when, 186, False, lambda r: r.seq),
        Column(Sort.USER, say("AuditTrail", "User"), lambda r: r.who, 180, sort=lambda r: r.who),
        Column(
            Sort.ACTION,
            say("AuditTrail", "Action"),
            lambda r: action_words(r.action),
            110,
            sort=lambda r: r.action,
        ),
        Column(Sort.PATIENT, say("AuditTrail", "Patient"), patient, 170, sort=lambda r: r.mrn),
        Column("what", say("AuditTrail", "What"), lambda r: r.what),
    )


class RowsSheet(Sheet):
    """The rows of the trail behind one finding, or around one place."""

    def __init__(
        self, theme: Theme, desk: Desk, title: str, rows: Sequence[AuditRow], host: QWidget
    ) -> None:
        super().__init__(theme, title, host, WIDTH)
        self.table = Table(
            theme, title, audit_columns(desk), lambda row: row.seq, has_two_lines=True
        )
        self.table.show_rows(rows)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
