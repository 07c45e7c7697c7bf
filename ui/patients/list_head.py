"""What stands above the list of patients: whose, which, what is typed and what is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.storage.reads.own_lists import Own
from careteam.storage.reads.patient_filter import PatientFilter, Standing
from careteam.storage.reads.patients import Count
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.flow import FlowLayout, at_far_side
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.patients.filters import FilterMenu, FilterTags, FindLine
from ui.patients.saved_filters import SavedFilterMenu

MINE, CLINIC = "mine", "clinic"
NOBODY = 0
PAGE = "patients"
FIND_WIDTH = 240


class PatientListHead(QWidget):
    """Asks for patients; `asked_anew` tells that the nurse asks for something else."""

    asked_anew = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        rules, worker_id = desk.rules, desk.worker_id
        self._theme, self._worker_id = theme, worker_id
        self._count = Label("", "sub")
        self.whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (Option(MINE, self.tr("Mine")), Option(CLINIC, self.tr("Whole clinic"))),
            MINE if worker_id else CLINIC,
        )
        if not worker_id:
            self.whose.set_enabled_keys({CLINIC})
        self.standing = SegmentedControl(
            theme,
            self.tr("Which patients"),
            (
                Option(Standing.ACTIVE, self.tr("Active")),
                Option(Standing.CLOSED, self.tr("Closed")),
                Option(Standing.ALL, self.tr("All")),
            ),
            Standing.ACTIVE,
        )
        self.find_line = FindLine(theme, self.tr("Name, MRN, birth date, phone"), small=True)
        self.find_line.setAccessibleName(self.tr("Find in the list"))
        self.filters = FilterMenu(rules, self)
        self.filter_button = Button(theme, self.tr("Filter"), small=True)
        self.filter_button.setMenu(self.filters)
        self.trials_button = Button(theme, self.tr("Trials"), hint="Ctrl+T", small=True)
        self.filters.set_has_own(worker_id is not None)
        self.saved = SavedFilterMenu(theme, desk, PAGE, self)
        self.saved_button = Button(theme, self.tr("Saved"), small=True)
        self.saved_button.setAccessibleName(self.tr("Saved filters"))
        self.saved_button.setMenu(self.saved)
        self.import_button = Button(theme, self.tr("Import…"), small=True)
        self.export_button = Button(theme, self.tr("Export list"), small=True)
        self.papers_button = Button(theme, self.tr("Export summaries…"), small=True)
        self._tags = FilterTags(theme)
        self._lay_out()
        self._connect()

    def asked(self) -> PatientFilter:
        """What is asked for now."""
        values = self.filters.values
        is_mine = self.whose.value() == MINE and not values["own"]
        return PatientFilter(
            navigator_id=(self._worker_id or NOBODY) if is_mine else None,
            standing=Standing(self.standing.value()),
            typed=self.find_line.text(),
            phase=values["phase"],
            subtype=values["subtype"],
            language=values["language"],
            alert=values["alert"],
            own=Own(values["own"]),
        )

    def body(self) -> dict[str, str]:
        """What is asked for now, as a filter keeps it."""
        return {
            "whose": self.whose.value(),
            "standing": self.standing.value(),
            "typed": self.find_line.text(),
            **self.filters.values,
        }

    def take(self, body: Mapping[str, str]) -> None:
        """Ask for what a filter has kept."""
        is_mine = body.get("whose") == MINE and self._worker_id
        self.whose.set_value(MINE if is_mine else CLINIC)
        standing = body.get("standing", "")
        self.standing.set_value(standing if standing in tuple(Standing) else Standing.ACTIVE)
        self.find_line.setText(body.get("typed", ""))
        self.filters.take(body)

    def ask_whole_clinic(self) -> None:
        """Ask for the patients of everybody."""
        self.whose.set_value(CLINIC)
        self.asked_anew.emit()

    def ask_for_all(self) -> None:
        """Take away what is typed and chosen."""
        self.find_line.clear()
        self.filters.clear_all()

    def show_count(self, shown: Count, total: Count) -> None:
        """Say how many are shown of how many there are."""
        words = self.tr("{shown} of {total}").format(shown=_figure(shown), total=_figure(total))
        is_all_of_many = shown == total and total.is_more
        self._count.setText(_figure(total) if is_all_of_many else words)

    def _lay_out(self) -> None:
        line = QWidget()
        flow = FlowLayout(12, 8, parent=line)
        for widget in (Label(self.tr("Patients"), "h1"), self._count, self.whose, self.standing):
            flow.addWidget(widget)
        flow.addWidget(self._build_tools())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(10)
        column.addWidget(line)
        column.addWidget(self._tags)

    def _build_tools(self) -> QWidget:
        tools = at_far_side(
            (
                self.find_line, self.filter_button, self.trials_button, self.saved_button,
                self.import_button, self.export_button, self.papers_button,
            ),
            12,
        )  # fmt: skip
        self._size_find()
        return tools

    def _connect(self) -> None:
        self.whose.chosen.connect(self.asked_anew)
        self.standing.chosen.connect(self.asked_anew)
        self.find_line.edited.connect(self.asked_anew)
        self.filters.chosen.connect(self._on_filter)
        self._tags.removed.connect(self.filters.clear_one)
        self.saved.taken.connect(lambda row: self.take(row.body))
        self.saved.save_asked.connect(lambda: self.saved.save(self.body()))
        self._theme.changed.connect(self._size_find)

    def _on_filter(self) -> None:
        labels: Mapping[str, str] = self.filters.labels()
        self._tags.show_labels(labels)
        self.whose.setEnabled(not self.filters.values["own"])
        self.asked_anew.emit()

    def _size_find(self) -> None:
        self.find_line.setFixedWidth(self._theme.px(FIND_WIDTH))


def _figure(count: Count) -> str:
    return f"{count.patients:,}" + ("+" if count.is_more else "")
