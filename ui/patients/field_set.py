"""Fields that know their names: filled from content, read as content, wrong at their place."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate, read_day, read_partial
from careteam.domain.errors import Problem, Refused
from ui.look.check_box import CheckBox
from ui.look.choices import Choice
from ui.look.date_field import DateField
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label
from ui.look.tag_field import TagField
from ui.look.theme import Theme
from ui.patients.content import Content, born_words, read_born
from ui.patients.options import term_options
from ui.patients.rows import FormRow, RowList

FIELDS_APART, LINES_APART = 12, 12


class FormSection(QWidget):
    """A part of the form under its heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 18)
        self.column.setSpacing(LINES_APART)
        self.column.addWidget(Label(title, "h2"))

    def add_line(self, *fields: tuple[QWidget, int]) -> None:
        """Put fields beside each other, each with its share of the width."""
        row = QHBoxLayout()
        row.setSpacing(FIELDS_APART)
        for field, share in fields:
            row.addWidget(field, share)
        self.column.addLayout(row)


class FieldSet(QWidget):
    """Named fields and lines in sections; `edited` tells that the nurse changed something,
    `lines_changed` that there are more or fewer lines.

    `kept` is the content whose codes stay on offer even when no list has them any more.
    """

    edited = Signal()
    lines_changed = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue, today: date, kept: Content) -> None:
        super().__init__()
        self.setProperty("look", "scrolled")
        self._theme, self._catalogue, self._today = theme, catalogue, today
        self._kept = kept
        self._fields: dict[str, Field] = {}
        self._controls: dict[str, QWidget] = {}
        self._lists: dict[str, RowList[Any]] = {}
        self._unseen: Content = {}
        self.labels: dict[str, str] = {}
        self.sections: tuple[FormSection, ...] = ()

    def set_sections(self, *sections: FormSection) -> None:
        """Put the sections below each other; call once."""
        self.sections = sections
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 16, 4)
        column.setSpacing(0)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)

    def content(self) -> Content:
        """What stands in the form."""
        content = dict(self._unseen)
        content |= {name: _value(control) for name, control in self._controls.items()}
        content |= {name: rows.content() for name, rows in self._lists.items()}
        return content

    def fill(self, content: Content) -> None:
        """Show this content without telling that anything was edited."""
        for name, control in self._controls.items():
            _put(control, content.get(name, _value(control)))
        for name, rows in self._lists.items():
            rows.fill(content.get(name, ()))
        for name in self._unseen:
            self._unseen[name] = content.get(name, "")
        for field in self._fields.values():
            field.clear_problem()

    def show_problems(self, problems: Sequence[Problem]) -> QWidget | None:
        """Say what is wrong at each field; gives the first control of them in reading order."""
        self.clear_problems()
        wrong: list[QWidget] = []
        for problem in problems:
            place = self._place(problem.field)
            if place is None:
                continue
            place.show_problem(problem.sentence)
            wrong.append(place.control if isinstance(place, Field) else place.first)
        order = {id(stop): number for number, stop in enumerate(self.stops())}
        first_stops = [(order.get(id(control), 0), control) for control in wrong]
        return min(first_stops, key=lambda pair: pair[0])[1] if first_stops else None

    def has_place(self, field: str) -> bool:
        """Whether a problem of this field can be shown at it."""
        return self._place(field) is not None

    def words_of(self, name: str, value: str) -> str:
        """A value of a field as the nurse reads it."""
        control = self._controls.get(name)
        if isinstance(control, Choice) and (place := control.findData(value)) >= 0:
            return control.itemText(place)
        return value

    def clear_problems(self) -> None:
        """Nothing is wrong any more."""
        for field in self._fields.values():
            field.clear_problem()
        for rows in self._lists.values():
            for row in rows.rows:
                row.clear_problem()

    def stops(self) -> list[QWidget]:
        """Every control in the order in which it is read."""
        return [stop for section in self.sections for stop in stops_in(section)]

    def _place(self, field: str) -> Field | FormRow | None:
        name, _, index = field.partition(".")
        if name in self._lists and index.isdigit():
            rows = self._lists[name].rows
            return rows[int(index)] if int(index) < len(rows) else None
        return self._fields.get(name)

    def add_field(self, name: str, label: str, control: QWidget) -> Field:
        """Know a control under its name, with its label above."""
        self._controls[name] = control
        self.labels[name] = label
        field = self._fields[name] = Field(self._theme, label, control)
        control.edited.connect(self.edited)  # pyright: ignore[reportAttributeAccessIssue]
        return field

    def add_text(self, name: str, label: str, placeholder: str = "") -> Field:
        """A line of text."""
        return self.add_field(name, label, LineEdit(self._theme, placeholder))

    def add_choice(self, name: str, label: str, kind: str, empty: str = "") -> Field:
        """A choice from a list of the catalogue."""
        options = term_options(self._catalogue, kind, self._kept.get(name, ""))
        return self.add_field(name, label, Choice(self._theme, options, empty=empty))

    def add_tick(self, name: str, tick: CheckBox) -> None:
        """Know a box to tick under its name."""
        self._controls[name] = tick
        self.labels[name] = tick.text()
        tick.edited.connect(self.edited)

    def add_rows(self, name: str, label: str, rows: RowList[Any]) -> RowList[Any]:
        """Know lines that come in any number under their name."""
        self._lists[name] = rows
        self.labels[name] = label
        rows.edited.connect(self.edited)
        rows.lines_changed.connect(self.lines_changed)
        return rows

    def add_date(self, name: str, label: str, control: DateField[Any], is_partial: bool) -> Field:
        """A date; leaving it says at once when it cannot be read."""
        field = self.add_field(name, label, control)
        read = read_partial if is_partial else read_day

        def on_left() -> None:
            if control.is_understood():
                return
            try:
                read(control.text(), self._today)
            except Refused as refused:
                field.show_problem(refused.problems[0].sentence)

        control.editingFinished.connect(on_left)
        return field


def partial_field(theme: Theme, today: date, *, with_age: bool = False) -> DateField[PartialDate]:
    """A field for a date of which only the year, or year and month, may be known."""

    def read(text: str) -> PartialDate | None:
        try:
            return read_born(text, today) if with_age else read_partial(text, today)
        except Refused:
            return None

    def write(value: PartialDate) -> str:
        return born_words(value, today) if with_age else value.shown

    return DateField(theme, read, write)


def stops_in(widget: QWidget) -> list[QWidget]:
    """The controls inside a widget in the order of its layouts."""
    layout = widget.layout()
    if layout is None:
        return [widget] if widget.focusProxy() is None and widget.focusPolicy() else []
    return _stops_of_layout(layout)


def _stops_of_layout(layout: Any) -> list[QWidget]:
    stops: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if (inner := item.layout()) is not None:
            stops += _stops_of_layout(inner)
        elif (widget := item.widget()) is not None:
            stops += stops_in(widget)
    return stops


def _value(control: QWidget) -> Any:
    match control:
        case TagField():
            return list(control.value())
        case Choice():
            return control.value()
        case CheckBox():
            return control.isChecked()
        case LineEdit():
            return control.text_value()
        case _:
            raise TypeError(type(control))


def _put(control: QWidget, value: Any) -> None:
    match control:
        case TagField() | Choice():
            control.set_value(value)
        case CheckBox():
            control.setChecked(value)
        case LineEdit():
            control.setText(value)
            control.setCursorPosition(0)
        case _:
            raise TypeError(type(control))
