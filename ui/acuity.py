"""The acuity of the patient who is shown, where the clinic has switched it on, and every point."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.acuity import NOT_VALIDATED, Acuity, Level, Point
from careteam.domain.insight_settings import read_insight_settings
from careteam.storage.reads.acuity import acuity_of_patient
from careteam.storage.reads.rules import read_settings
from ui.desk import Desk
from ui.look.buttons import Button, ButtonKind
from ui.look.columns import Column, Words
from ui.look.labels import Label, plain_tooltip
from ui.look.sheet import Sheet
from ui.look.tables import Table
from ui.look.theme import Theme

WIDTH = 620


class AcuityButton(Button):
    """`Acuity 6`; pressed, it tells the band and every point. Hidden while the score is off."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", ButtonKind.QUIET, small=True, parent=parent)
        self._theme_of, self._desk = theme, desk
        self._acuity: Acuity | None = None
        self.hide()
        self.clicked.connect(self.open_points)

    def show_patient(self, patient_id: int) -> None:
        """Show the score of a patient, as of today."""
        desk = self._desk
        self._acuity = None
        if read_insight_settings(desk.read(read_settings)).has_acuity:
            today = desk.moment.today
            self._acuity = desk.read(acuity_of_patient, patient_id, today=today, rules=desk.rules)
        self.setVisible(self._acuity is not None)
        if self._acuity is not None:
            acuity = self._acuity
            self.setText(self.tr("Acuity {total}").format(total=acuity.total))
            words = self.tr("Acuity {total}, {level}; not validated")
            told = words.format(total=acuity.total, level=level_words(acuity.level))
            self.setAccessibleName(told)
            self.setToolTip(plain_tooltip(told))

    def open_points(self) -> None:
        """Tell every point of the score."""
        if self._acuity is not None:
            sheet = AcuitySheet(self._theme_of, self._acuity, self.window())
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()


class AcuitySheet(Sheet):
    """Each point with its reason, and what the score is not."""

    def __init__(self, theme: Theme, acuity: Acuity, host: QWidget) -> None:
        words = QCoreApplication.translate("AcuitySheet", "Acuity {total}, {level}")
        title = words.format(total=acuity.total, level=level_words(acuity.level))
        super().__init__(theme, title, host, WIDTH)
        self.table: Table[Point] = Table(
            theme,
            self.tr("Points"),
            (
                Column("what", self.tr("What"), lambda point: Words(point.what, strong=True), 160),
                Column("points", self.tr("Points"), lambda point: str(point.points), 70),
                Column("because", self.tr("Because"), lambda point: point.because),
            ),
            key=lambda point: point.what,
        )
        self.table.show_rows(acuity.points)
        told = QVBoxLayout()
        told.setSpacing(4)
        bands = self.tr("Low 0 to 3, moderate 4 to 7, high from 8.")
        told.addWidget(Label(NOT_VALIDATED, "body", wrap=True))
        told.addWidget(Label(bands, "sub", wrap=True))
        self.body.addLayout(told)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)


def level_words(level: Level) -> str:
    """A band in words."""
    return {
        Level.LOW: QCoreApplication.translate("AcuitySheet", "low"),
        Level.MODERATE: QCoreApplication.translate("AcuitySheet", "moderate"),
        Level.HIGH: QCoreApplication.translate("AcuitySheet", "high"),
    }[level]
