"""The days on which the clinic does not work, year by year."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.changes import Changes
from careteam.domain.dates import DAYS, day_shown
from careteam.domain.rule_changes import with_holidays
from careteam.domain.rules import Rules
from careteam.storage.reads.settings import (
    HolidayRow,
    federal_holidays_missing,
    holiday_rows,
)
from careteam.storage.writes.clinic import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    add_holiday,
    fill_year,
    put_back_holidays,
    remove_holidays,
    rename_holiday,
)
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet, day_field, day_of
from ui.look.buttons import Button, IconButton
from ui.look.cards import EmptyState
from ui.look.columns import Column, Words
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.settings.entry_table import EntryTable, RowAct
from ui.settings.preview_line import PreviewLine
from ui.settings.preview_sheet import PreviewSheet
from ui.settings.section import Section


class HolidaysSection(Section):
    """One year at a time; the arrows beside the year turn it over."""

    scrolls = False

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(
            theme,
            desk,
            QCoreApplication.translate("HolidaysSection", "Holidays"),
            QCoreApplication.translate(
                "HolidaysSection", "Nothing falls due on these days, Saturdays and Sundays."
            ),
        )
        self.year = desk.moment.today.year
        self._shown_year = Label("", "strong")
        self._before = IconButton(theme, "chevron-left", self.tr("The year before"))
        self._after = IconButton(theme, "chevron-right", self.tr("The next year"))
        self._fill = Button(theme, "", small=True)
        self._add = Button(theme, self.tr("Add holiday"), small=True)
        for part in (self._before, self._shown_year, self._after):
            self.heading.add_beside(part)
        self.heading.add_at_end(self._fill)
        self.heading.add_at_end(self._add)
        self.days: EntryTable[HolidayRow] = EntryTable(
            theme,
            self.tr("Holidays"),
            (
                Column("day", self.tr("Day"), lambda row: Words(day_shown(row.day)), 140),
                Column("weekday", "", lambda row: DAYS[row.day.weekday()], 70),
                Column("name", self.tr("Holiday"), lambda row: Words(row.name, strong=True)),
            ),
            lambda row: row.day,
            (
                RowAct(lambda _row: self.tr("Rename…"), self._open),
                RowAct(lambda _row: self.tr("Remove"), self._remove, "Del"),
            ),
        )
        self._none = EmptyState(theme, "calendar", "")
        self.column.addWidget(self.days, 1)
        self.column.addWidget(self._none, 1)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._add.clicked.connect(lambda: self._open(None))
        self._fill.clicked.connect(self._on_fill)

    @override
    def read_again(self) -> None:
        rows = self.desk.read(holiday_rows, self.year)
        self._shown_year.setText(str(self.year))
        self._fill.setText(self.tr("Fill federal holidays of {year}").format(year=self.year))
        none = self.tr("No holidays of {year} are in the list.").format(year=self.year)
        self._none.set_sentence(none)
        self._none.setVisible(not rows)
        self.days.setVisible(bool(rows))
        self.days.show_rows(rows)
        self._before.setEnabled(self.year > EARLIEST_YEAR)
        self._after.setEnabled(self.year < LATEST_YEAR)

    def _turn(self, by: int) -> None:
        self.year += by
        self.read_again()

    def _open(self, row: HolidayRow | None) -> None:
        self.open_sheet(HolidaySheet(self.theme, self.desk, self.window(), row))

    def _remove(self, row: HolidayRow) -> None:
        desk, days = self.desk, (row.day,)
        sheet = PreviewSheet(
            self.theme,
            desk,
            self.window(),
            (f"{row.name} · {day_shown(row.day)}", self.tr("Remove")),
            lambda: with_holidays(desk.rules, removed=days),
            remove_holidays,
            (days,),
            Undo(put_back_holidays, ((row,),)),
        )
        self.open_sheet(sheet)

    def _on_fill(self) -> None:
        missing = self.desk.read(federal_holidays_missing, self.year)
        days = tuple(row.day for row in missing)
        self.act(fill_year, self.year, undo=Undo(remove_holidays, (days,)) if days else None)


class HolidaySheet(FormSheet):
    """A day and the name of its holiday; the day of a known one stays."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, row: HolidayRow | None) -> None:
        new = QCoreApplication.translate("HolidaySheet", "New holiday")
        title = day_shown(row.day) if row else new
        save = QCoreApplication.translate("HolidaySheet", "Save")
        super().__init__(theme, title, host, save, self._save_holiday)
        self._desk, self._row = desk, row
        self._day = day_field(theme, desk.moment.today, "24-Dec-2026")
        self._name = LineEdit(theme)
        if row is None:
            self.add_field("day", Field(theme, self.tr("Day"), self._day))
        else:
            self._name.setText(row.name)
        self.add_field("name", Field(theme, self.tr("Holiday"), self._name))
        self.preview = PreviewLine(desk, self._changed)
        self.preview.watch(self._day.edited)
        self.body.addWidget(self.preview)
        self.finish()

    def _changed(self) -> Rules | None:
        day = day_of(self._day, "day", needed=False)
        return with_holidays(self._desk.rules, added=(day,)) if day else None

    def _save_holiday(self) -> Changes | None:
        name = self._name.text_value()
        if self._row is not None:
            back = Undo(rename_holiday, (self._row.day, self._row.name))
            return self._desk.do(rename_holiday, self._row.day, name, undo=back)
        day = day_of(self._day, "day")
        return self._desk.do(add_holiday, day, name, undo=Undo(remove_holidays, ((day,),)))
