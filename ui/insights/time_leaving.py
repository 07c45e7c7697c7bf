"""A month of navigation time leaves: as a time sheet on paper, or as a table of every entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.rules import Rules
from careteam.domain.time_sheet import TimeSheet
from careteam.storage.reads.month_time import MonthRow, TimeLine, month_page
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.time_sheet import collect_time_sheet, sheet_entry, sheet_line
from careteam.storage.store import Store
from ui.desk import Desk
from ui.insights.counting import Counting
from ui.list_export import ListExport
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.outgoing import Outgoing
from ui.summary.remembered import PAPER_SETTING, kept_paper

if TYPE_CHECKING:
    from careteam.exports.list_csv import Value
    from careteam.outgoing.listed import Listed


MRN = 1
"""The column of `entry_titles` whose digits are text."""


@dataclass(frozen=True, slots=True)
class EntryOfMonth:
    """An entry under `entry_titles`, with whom it is about."""

    patient_id: int
    cells: tuple["Value", ...]


class TimeLeaving(QObject):
    """Asks who gets it and why, as with everything that leaves, and registers it."""

    def __init__(self, desk: Desk, theme: Theme, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._outgoing = Outgoing(theme, desk, paper, parent)
        self._export = ListExport(theme, desk, paper, parent)
        self._collecting = Counting(desk, self)
        self._collecting.counted.connect(self._on_collected)
        self._collecting.failed.connect(desk.failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made to leave."""
        is_leaving = self._outgoing.is_busy or self._export.is_running
        return is_leaving or self._collecting.is_busy

    def stop(self) -> None:
        """Collect nothing any more."""
        self._collecting.forget()

    def save_pdf(self, month: date, navigator_id: int | None) -> None:
        """Save the time sheet as a tagged PDF; the whole clinic's is collected first."""
        moment, rules = self._desk.moment, self._desk.rules

        def collected(store: Store) -> TimeSheet:
            return store.read(
                collect_time_sheet, month, moment=moment, rules=rules, navigator_id=navigator_id
            )

        self._collecting.count(collected)

    def _on_collected(self, sheet: TimeSheet) -> None:
        desk = self._desk
        self._outgoing.save_pdf(sheet, kept_paper(desk.read(read_settings).get(PAPER_SETTING, "")))

    def save_csv(self, month: date, navigator_id: int | None) -> None:
        """Save every entry of the month as a table."""
        name = f"navigation-time-{month:%Y-%m}.csv"
        self._export.ask(month_list(self._desk, month, navigator_id), file_name=name)


def month_list(desk: Desk, month: date, navigator_id: int | None) -> "Listed[EntryOfMonth]":
    """Every entry of a month, each with what its patient's month adds up to."""
    from careteam.exports.list_file import ListColumn
    from careteam.outgoing.listed import Listed, all_at_once

    rules = desk.rules

    def read(store: Store) -> Sequence[EntryOfMonth]:
        found = store.read(month_page, month, rules=rules, navigator_id=navigator_id, limit=None)
        return [
            EntryOfMonth(row.patient_id, entry_cells(row, line, rules))
            for row in found.rows
            for line in row.lines
        ]

    columns: tuple[ListColumn[EntryOfMonth], ...] = tuple(
        ListColumn(title, partial(_cell, at), is_code=at == MRN)
        for at, title in enumerate(entry_titles())
    )
    return Listed("time_sheet", columns, all_at_once(read), lambda one: one.patient_id)


def _cell(at: int, one: EntryOfMonth) -> "Value":
    return one.cells[at]


def entry_titles() -> tuple[str, ...]:
    """What stands above the columns of the file."""
    return (
        QCoreApplication.translate("TimeColumns", "Patient"),
        QCoreApplication.translate("TimeColumns", "MRN"),
        QCoreApplication.translate("TimeColumns", "Program"),
        QCoreApplication.translate("TimeColumns", "Bills"),
        QCoreApplication.translate("TimeColumns", "Supervises"),
        QCoreApplication.translate("TimeColumns", "Minutes of the month"),
        QCoreApplication.translate("TimeColumns", "Lacking nothing"),
        QCoreApplication.translate("TimeColumns", "Units"),
        QCoreApplication.translate("TimeColumns", "Missing"),
        QCoreApplication.translate("TimeColumns", "Minutes by activity"),
        QCoreApplication.translate("TimeColumns", "Day"),
        QCoreApplication.translate("TimeColumns", "Work"),
        QCoreApplication.translate("TimeColumns", "Activity"),
        QCoreApplication.translate("TimeColumns", "Minutes"),
        QCoreApplication.translate("TimeColumns", "By whom"),
        QCoreApplication.translate("TimeColumns", "Entry lacks"),
    )


def entry_cells(row: MonthRow, line: TimeLine, rules: Rules) -> tuple["Value", ...]:
    """An entry under `entry_titles`."""
    told, entry = sheet_line(row, rules), sheet_entry(line, rules)
    return (
        told.name,
        told.mrn,
        told.program,
        told.billing,
        told.supervising,
        told.minutes,
        told.ready,
        told.units,
        told.missing,
        "; ".join(f"{label}: {minutes}" for label, minutes in told.by_activity),
        line.day,
        entry.what,
        entry.activity,
        entry.minutes,
        entry.who,
        entry.missing,
    )
