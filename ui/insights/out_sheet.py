"""What is to leave, in which form, and for which readers; and the text of a year's barrier."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careteam.domain.access import Action
from careteam.domain.barrier_reports import BarrierReportDraft
from careteam.domain.changes import Changes
from careteam.domain.insight_settings import read_insight_settings
from careteam.storage.reads.insight_reports import (
    BARRIERS,
    DISTRESS,
    INSIGHTS,
    barrier_report_of,
)
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.rules import read_settings
from careteam.storage.writes.insights import save_barrier_report
from ui.desk import Desk
from ui.form_sheet import FormSheet
from ui.insights.outgoing import InsightsOut
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import Field, TextEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme

WIDTH = 560
INSIDE, OUTSIDE = "inside", "outside"


class OutSheet(Sheet):
    """A report as PDF, on paper or as a table; readers outside see no small counts."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        out: InsightsOut,
        scope: Scope,
        host: QWidget,
        kind: str = INSIGHTS,
    ) -> None:
        title = QCoreApplication.translate("OutSheet", "Export and print")
        super().__init__(theme, title, host, WIDTH)
        self._theme_of, self._desk, self._out, self._scope = theme, desk, out, scope
        self._least = read_insight_settings(desk.read(read_settings)).least
        year = scope.period.last.year
        self.kind = Choice(
            theme,
            (
                Option(INSIGHTS, self.tr("The figures of this page"), scope.period.shown),
                Option(BARRIERS, self.tr("Barriers to care, yearly report"), str(year)),
                Option(DISTRESS, self.tr("Psychosocial distress, yearly report"), str(year)),
            ),
            kind,
        )
        self.readers = SegmentedControl(
            theme,
            self.tr("For whom"),
            (Option(INSIDE, self.tr("Within the clinic")), Option(OUTSIDE, self.tr("Outside"))),
            OUTSIDE,
        )
        words = self.tr("For readers outside counts below {least} are hidden; no patient is named.")
        self._note = Label(words.format(least=self._least), "sub", wrap=True)
        self.write = Button(theme, self.tr("Write the year's barrier…"), small=True)
        self._lay_out(theme)
        self.kind.chosen.connect(lambda _key: self._show())
        self.write.clicked.connect(self._on_write)
        self._show()

    def least(self) -> int:
        """From which count on figures are shown; 0 shows all."""
        return self._least if self.readers.value() == OUTSIDE else 0

    def _lay_out(self, theme: Theme) -> None:
        self.body.addWidget(Field(theme, self.tr("What"), self.kind))
        self.body.addWidget(Field(theme, self.tr("For whom"), self.readers))
        self.body.addWidget(self._note)
        self.body.addWidget(self.write)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        for words, keys, act, kind in (
            (self.tr("Save CSV…"), "Ctrl+E", self.save_csv, ButtonKind.PLAIN),
            (self.tr("Print…"), "Ctrl+P", self.print_pages, ButtonKind.PLAIN),
            (self.tr("Save PDF…"), "Ctrl+S", self.save_pdf, ButtonKind.PRIMARY),
        ):
            button = Button(theme, words, kind, hint=keys)
            button.clicked.connect(act)
            self.add_button(button)
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def save_csv(self) -> None:
        """Save the report that is chosen as a table."""
        self._out.save_csv(self.kind.value(), self._scope, self.least())

    def print_pages(self) -> None:
        """Print the report that is chosen."""
        self._out.print_pages(self.kind.value(), self._scope, self.least())

    def save_pdf(self) -> None:
        """Save the report that is chosen as a PDF."""
        self._out.save_pdf(self.kind.value(), self._scope, self.least())

    def _show(self) -> None:
        is_theirs = self._desk.may(Action.CARE)
        self.write.setVisible(is_theirs and self.kind.value() == BARRIERS)

    def _on_write(self) -> None:
        year = self._scope.period.last.year
        sheet = BarrierReportSheet(self._theme_of, self._desk, year, self.window())
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


class BarrierReportSheet(FormSheet):
    """The barrier of a year, why it was chosen, what was done, and what came of it."""

    def __init__(self, theme: Theme, desk: Desk, year: int, host: QWidget) -> None:
        title = QCoreApplication.translate("BarrierReportSheet", "Barrier of {year}")
        save = QCoreApplication.translate("BarrierReportSheet", "Save")
        super().__init__(theme, title.format(year=year), host, save, self._save_report)
        self._desk = desk
        self._before = before = desk.read(barrier_report_of, year)
        terms = desk.rules.catalogue.terms.get("barrier", {})
        options = [Option(key, terms[key].label) for key in terms]
        self.category = Choice(theme, options, before.category, self.tr("Choose the barrier"))
        self.texts = {name: TextEdit(theme, lines=3) for name in ("why", "actions", "result")}
        self.add_field("category", Field(theme, self.tr("Barrier"), self.category))
        for name, words in (
            ("why", self.tr("Why it was chosen")),
            ("actions", self.tr("What was done")),
            ("result", self.tr("What came of it")),
        ):
            self.texts[name].setPlainText(getattr(before, name))
            self.add_field(name, Field(theme, words, self.texts[name]))
        self.finish()

    def _save_report(self) -> Changes | None:
        texts = {name: edit.text_value() for name, edit in self.texts.items()}
        draft = BarrierReportDraft(
            self._before.year, self.category.value(), **texts, version=self._before.version
        )
        return self._desk.do(save_barrier_report, draft)
