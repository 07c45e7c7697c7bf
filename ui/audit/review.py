"""The review of the trail since the last sign-off: findings, their rows, and the sign-off."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.dates import moment_shown
from careteam.domain.errors import CareteamError
from careteam.storage.reads.reviews import HitRow, Review, open_review, rows_of_hit
from careteam.storage.reads.rules import read_settings
from ui.audit.review_sheets import ReviewRulesSheet, SignOffSheet
from ui.audit.rows_sheet import RowsSheet
from ui.audit.words import look_words
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import EmptyState
from ui.look.choices import Choice
from ui.look.columns import Column, Words
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme

ALL = "all"


class AuditReview(QWidget):
    """Enter on a finding opens its rows; nothing is decided here, somebody looks and signs."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._review: Review | None = None
        self.status = Label("", "sub", wrap=True)
        self.looks = Choice(theme, (Option(ALL, self.tr("Every finding")),), ALL, small=True)
        self.looks.setAccessibleName(self.tr("Which findings"))
        self.table = Table(
            theme,
            self.tr("Findings"),
            (
                Column(
                    "look", self.tr("Finding"), lambda row: Words(look_words(row.look), strong=True)
                ),
                Column("who", self.tr("User"), lambda row: row.who, 220),
                Column("at", self.tr("When"), self._when, 180),
                Column("count", self.tr("How many"), lambda row: f"{row.count:,}", 110),
            ),
            key=lambda row: (row.look, row.hit),
        )
        nothing = self.tr("Nothing worth a look was done since the last review.")
        self._nothing = EmptyState(theme, "check", nothing)
        self.rules = Button(theme, self.tr("What is looked for…"), small=True)
        self.sign = Button(theme, self.tr("Sign off…"), ButtonKind.PRIMARY, small=True)
        self._lay_out()
        self.looks.chosen.connect(lambda _key: self._show_rows())
        self.table.row_activated.connect(self.open_rows)
        self.rules.clicked.connect(self._on_rules)
        self.sign.clicked.connect(self._on_sign)

    def read_again(self) -> None:
        """Look through the trail since the last sign-off."""
        desk = self._desk
        try:
            self._review = review = desk.read(open_review, moment=desk.moment)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return
        found = [Option(look, look_words(look), str(n)) for look, n in review.counts.items() if n]
        self.looks.set_options((Option(ALL, self.tr("Every finding")), *found))
        self.status.setText(self._status_words(review))
        self._show_rows()

    def open_rows(self, row: HitRow) -> RowsSheet:
        """Show the rows behind a finding."""
        desk = self._desk
        rows = desk.read(rows_of_hit, row.hit, rules=desk.rules)
        title = f"{look_words(row.look)} · {row.who}"
        sheet = RowsSheet(self._theme, desk, title, rows, self.window())
        self._open(sheet)
        return sheet

    def _show_rows(self) -> None:
        look = self.looks.value()
        hits = self._review.hits if self._review else ()
        shown = [row for row in hits if look in (ALL, row.look)]
        self.table.show_rows(shown)
        self.table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _when(self, row: HitRow) -> str:
        return moment_shown(self._desk.moment.local(row.at))

    def _status_words(self, review: Review) -> str:
        count = review.to_seq - review.from_seq + 1
        rows = QCoreApplication.translate("AuditReview", "%Ln row(s) to review.", None, count)
        if review.last is None:
            return f"{rows} {self.tr('Nobody signed a review off yet; once a week is usual.')}"
        words = self.tr("Last signed off {at} by {who}: {note}")
        at = moment_shown(self._desk.moment.local(review.last.at))
        return f"{rows} {words.format(at=at, who=review.last.who, note=review.last.note)}"

    def _on_rules(self) -> None:
        settings = self._desk.read(read_settings)
        self._open(ReviewRulesSheet(self._theme, self._desk, settings, self.window()))

    def _on_sign(self) -> None:
        if self._review is not None:
            self._open(SignOffSheet(self._theme, self._desk, self._review, self.window()))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self.read_again)
        sheet.open()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.looks)
        row.addStretch(1)
        row.addWidget(self.rules)
        row.addWidget(self.sign)
        self.looks.setMinimumWidth(self._theme.px(240))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.status)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self._nothing)
        column.addStretch(1)
