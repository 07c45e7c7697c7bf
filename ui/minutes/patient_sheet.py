"""A patient's navigation time over the page: what is on file, and the entries of a month."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from careteam.domain.changes import Changes, Part
from careteam.domain.navigation_time import first_of
from careteam.storage.reads.patient_page import patient_page
from careteam.storage.reads.patient_time import patient_time
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.minutes.asking import open_over
from ui.minutes.entry_section import EntrySection
from ui.minutes.file_section import FileSection
from ui.minutes.work_sheet import WorkSheet

WIDTH = 820
PARTS = (Part.TIME, Part.CONTACT, Part.CATALOGUE)


class PatientTimeSheet(Sheet):
    """Everything about the patient's time; other sheets open over it and it stays."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, patient_id: int) -> None:
        today = desk.moment.today
        page = desk.read(patient_page, patient_id, today=today, rules=desk.rules)
        title = QCoreApplication.translate("PatientTimeSheet", "Navigation time: {name}")
        super().__init__(theme, title.format(name=page.name), host, WIDTH)
        self._desk, self._patient_id = desk, patient_id
        self._month = first_of(today)
        self.file = FileSection(theme, desk, host, patient_id, self)
        self.entries = EntrySection(theme, desk, host, self)
        self.body.addWidget(self.file)
        self.body.addWidget(self.entries)
        self.body.addStretch(1)
        self._add_buttons(theme)
        self.entries.month_asked.connect(self.show_month)
        desk.changed.connect(self._on_changed)
        self._read()

    def show_month(self, month: date) -> None:
        """Show the entries of another month."""
        self._month = month
        self._read()

    def log_work(self) -> None:
        """Log work that was no contact."""
        theme, desk = self._theme, self._desk
        open_over(desk, lambda: WorkSheet(theme, desk, self._host, self._patient_id))

    def _add_buttons(self, theme: Theme) -> None:
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        for words, key, act in (
            (self.tr("Enroll…"), "E", self.file.enrol),
            (self.tr("Log work…"), "W", self.log_work),
        ):
            button = Button(theme, words, hint=key)
            button.clicked.connect(act)
            self.add_button(button)
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _read(self) -> None:
        desk = self._desk
        told = desk.read(patient_time, self._patient_id, self._month, rules=desk.rules)
        self.file.show_time(told)
        self.entries.show_time(told)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(part, self._patient_id) for part in PARTS):
            self._read()
