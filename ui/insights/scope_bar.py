"""Of when and whose patients the figures are: the kind of period, the period, and the navigator."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Refused
from careteam.domain.periods import By, Period
from careteam.storage.reads.insights_scope import Scope
from careteam.storage.reads.people import DirectoryFilter, directory_rows
from ui.desk import Desk
from ui.form_sheet import day_field
from ui.insights.words import by_options
from ui.look.buttons import IconButton
from ui.look.choices import Choice
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme

MINE, ONE, CLINIC = "mine", "one", "clinic"
MOST_NAVIGATORS = 1_000


class ScopeBar(QWidget):
    """`changed` tells that figures of another time or of others are asked for."""

    changed = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._period = Period.holding(desk.moment.today, By.MONTH)
        self.by = SegmentedControl(theme, self.tr("How long"), by_options(), By.MONTH)
        self.earlier = IconButton(theme, "chevron-left", self.tr("The period before"))
        self.later = IconButton(theme, "chevron-right", self.tr("The period after"))
        self.shown = Label(self._period.shown, "strong")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        today = desk.moment.today
        self.first, self.last = day_field(theme, today), day_field(theme, today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        is_mine = bool(desk.worker_id)
        self.whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (
                Option(MINE, self.tr("My patients")),
                Option(ONE, self.tr("A navigator")),
                Option(CLINIC, self.tr("Whole clinic")),
            ),
            MINE if is_mine else CLINIC,
        )
        if not is_mine:
            self.whose.set_enabled_keys({ONE, CLINIC})
        self.navigator = Choice(theme, (), small=True)
        self.navigator.setAccessibleName(self.tr("Which navigator"))
        self._lay_out(theme)
        self._connect()
        self._show()

    @property
    def period(self) -> Period:
        """The period that is asked for."""
        return self._period

    def scope(self) -> Scope:
        """Period and navigator."""
        return Scope(self._period, self.navigator_id())

    def navigator_id(self) -> int | None:
        """Whose patients; None for everybody's."""
        match self.whose.value():
            case "mine":
                return self._desk.worker_id
            case "one":
                return int(self.navigator.value() or 0)
            case _:
                return None

    def whose_words(self) -> str:
        """Whose patients, in words for paper."""
        match self.whose.value():
            case "mine":
                return self.tr("My patients")
            case "one":
                words = self.tr("Patients of {name}")
                return words.format(name=self.navigator.currentText())
            case _:
                return self.tr("Whole clinic")

    def show_period(self, period: Period) -> None:
        """Ask for another period."""
        self._period = period
        self.by.set_value(period.by)
        self._show()
        self.changed.emit()

    def _connect(self) -> None:
        self.by.chosen.connect(self._on_by)
        self.earlier.clicked.connect(lambda: self.show_period(self._period.before()))
        self.later.clicked.connect(lambda: self.show_period(self._period.after()))
        self.whose.chosen.connect(self._on_whose)
        self.navigator.chosen.connect(lambda _key: self.changed.emit())
        for field in (self.first, self.last):
            field.understood.connect(self._on_own)

    def _lay_out(self, theme: Theme) -> None:
        flow = FlowLayout(10, 8, parent=self)
        self.shown.setMinimumWidth(theme.px(118))
        self._step = _row(self.earlier, self.shown, self.later)
        for field in (self.first, self.last):
            field.setFixedWidth(theme.px(118))
        self._own = _row(self.first, Label("–"), self.last)
        for part in (self.by, self._step, self._own, self.whose, self.navigator):
            flow.addWidget(part)

    def _show(self) -> None:
        is_own = self._period.by is By.OWN
        self.shown.setText(self._period.shown)
        self.shown.setVisible(not is_own)
        self._own.setVisible(is_own)
        self.first.set_value(self._period.first)
        self.last.set_value(self._period.last)
        self.navigator.setVisible(self.whose.value() == ONE)

    def _on_by(self, key: str) -> None:
        if key == By.OWN:
            self.show_period(Period(self._period.first, self._period.last))
            return
        today: date = self._desk.moment.today
        inside = today if self._period.holds(today) else self._period.last
        self.show_period(Period.holding(inside, By(key)))

    def _on_own(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or self._period.by is not By.OWN:
            return
        try:
            asked = Period(first, last)
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)
            return
        if asked != self._period:
            self.show_period(asked)

    def _on_whose(self, key: str) -> None:
        if key == ONE and not self.navigator.count():
            wanted = DirectoryFilter((NAVIGATOR_ROLE,), with_left=True)
            people = self._desk.read(
                directory_rows, wanted, self._desk.moment.today, limit=MOST_NAVIGATORS
            )
            self.navigator.set_options([Option(str(one.id), one.name) for one in people])
            if people:
                self.navigator.set_value(str(people[0].id))
        self._show()
        self.changed.emit()


def _row(*parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for part in parts:
        layout.addWidget(part)
    return row
