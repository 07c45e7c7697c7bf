"""One emergency access as a supervisor looks at it: why, how long, and which charts were opened."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.dates import moment_shown
from careteam.domain.errors import CareteamError
from careteam.storage.reads.accounts import EmergencyRow
from careteam.storage.reads.emergency_charts import ChartRow, charts_opened, tally_of_charts
from careteam.storage.writes.emergencies import review_emergency
from ui.desk import Desk
from ui.emergency import kind_words
from ui.form_sheet import FormSheet
from ui.look.columns import Column, Words
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.tables import Table
from ui.look.theme import Theme
from ui.settings.section import FactsCard

MOST_HIGH = 300


class EmergencyReviewSheet(FormSheet):
    """`history_asked` carries the id of the patient whose history is to be read.

    What nobody has looked at yet is reviewed here, with words; the rest is only read.
    """

    history_asked = Signal(int)

    def __init__(self, theme: Theme, desk: Desk, row: EmergencyRow, host: QWidget) -> None:
        title = QCoreApplication.translate(
            "EmergencyReview", "The emergency access of {name}"
        ).format(name=row.account)
        words = QCoreApplication.translate("EmergencyReview", "Reviewed")
        super().__init__(theme, title, host, words, self._review)
        self._desk, self._row = desk, row
        self.writes = Action.REVIEW if row.reviewed_at is None else ""
        self._charts: list[ChartRow] = []
        self._show_facts(theme)
        self._add_charts(theme)
        self.found = TextEdit(theme, lines=3)
        if row.reviewed_at is None:
            self.add_field("review", Field(theme, self.tr("What was found"), self.found))
        else:
            self.found.setParent(self)
            self.found.hide()
            self._confirm.hide()
        self.finish()

    def _show_facts(self, theme: Theme) -> None:
        row, at = self._row, self._desk.moment.local
        until = self.tr("{begun} until {ends}").format(
            begun=moment_shown(at(row.begun_at)), ends=f"{at(row.ends_at):%H:%M}"
        )
        facts = [
            (self.tr("Why"), f"{kind_words(row.kind)}: {row.reason}"),
            (self.tr("When"), until),
        ]
        if row.reviewed_at is not None:
            told = f"{moment_shown(at(row.reviewed_at))}, {row.reviewer}: {row.review}"
            facts.append((self.tr("Reviewed"), told))
        card = FactsCard(theme)
        card.show_facts(facts)
        self.body.addWidget(card)

    def _add_charts(self, theme: Theme) -> None:
        self.told = Label("", "sub", wrap=True)
        self.table: Table[ChartRow] = Table(
            theme,
            self.tr("Charts that were opened"),
            (
                Column("at", self.tr("Opened"), self._at_cell, 150),
                Column("patient", self.tr("Patient"), lambda row: Words(row.name, strong=True)),
                Column("mrn", self.tr("MRN"), lambda row: row.mrn, 110),
            ),
            lambda row: row.seq,
        )
        self.table.setMaximumHeight(theme.px(MOST_HIGH))
        self.table.row_activated.connect(self._on_row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table)
        try:
            tally = self._desk.read(tally_of_charts, self._row)
            self.table.show_pages(self._page)
        except CareteamError as error:
            self.told.setText(error.sentence)
            self.table.hide()
            return
        self.table.setVisible(tally.opened > 0)
        self.told.setText(
            QCoreApplication.translate(
                "EmergencyReview",
                "%n chart(s) opened; Enter shows the history of one.",
                None,
                tally.opened,
            )
            if tally.opened
            else self.tr("No chart was opened.")
        )

    def _page(self, offset: int, limit: int) -> Sequence[ChartRow]:
        del self._charts[offset:]
        after = self._charts[-1] if self._charts else None
        page = self._desk.read(charts_opened, self._row, after=after, limit=limit)
        self._charts += page
        return page

    def _at_cell(self, row: ChartRow) -> str:
        return f"{self._desk.moment.local(row.at):%d-%b-%Y %H:%M:%S}"

    def _on_row(self, row: ChartRow) -> None:
        self.close_now()
        self.history_asked.emit(row.patient_id)

    def _review(self) -> Changes | None:
        who, words = self._desk.store.who, self.found.text_value()
        if who is None:
            return None
        return self._desk.do(review_emergency, self._row.id, words, who.account_id)
