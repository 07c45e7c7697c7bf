"""What the list of patients can be narrowed by: a list of one's own, phase, diagnosis and more."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from careteam.domain.rules import Rules
from careteam.storage.reads.own_lists import Own
from ui.look.buttons import Button
from ui.look.fields import LineEdit
from ui.look.flow import FlowLayout
from ui.look.options import Option
from ui.look.theme import Theme
from ui.patients.options import phase_options, term_options

KINDS = ("own", "phase", "subtype", "language", "alert")


class FilterMenu(QMenu):
    """One choice of each kind, or none; `chosen` tells that the nurse changed one."""

    chosen = Signal()

    def __init__(self, rules: Rules, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: dict[str, str] = dict.fromkeys(KINDS, "")
        self._groups: dict[str, QActionGroup] = {}
        names = {
            "own": self.tr("My lists"),
            "phase": self.tr("Phase"),
            "subtype": self.tr("Diagnosis"),
            "language": self.tr("Language"),
            "alert": self.tr("Alert"),
        }
        self._menus = {kind: QMenu(names[kind], self) for kind in KINDS}
        for menu in self._menus.values():
            self.addMenu(menu)
        self.addSeparator()
        self._none = QAction(self.tr("Clear all filters"), self)
        self._none.triggered.connect(self.clear_all)
        self.addAction(self._none)
        self.show_rules(rules)

    @property
    def values(self) -> Mapping[str, str]:
        """The chosen key of each kind; empty for any."""
        return self._values

    def labels(self) -> dict[str, str]:
        """The words of what is chosen, by kind."""
        return {
            kind: action.text().replace("&&", "&")
            for kind, group in self._groups.items()
            if (action := group.checkedAction()) is not None and action.data()
        }

    def show_rules(self, rules: Rules) -> None:
        """Offer what the clinic's catalogue has now."""
        catalogue = rules.catalogue
        for kind, options in {
            "own": self._own_options(),
            "phase": phase_options(catalogue, self._values["phase"]),
            "subtype": term_options(catalogue, "subtype", self._values["subtype"]),
            "language": term_options(catalogue, "language", self._values["language"]),
            "alert": term_options(catalogue, "alert", self._values["alert"]),
        }.items():
            self._fill(kind, options)
        self._none.setEnabled(any(self._values.values()))

    def take(self, values: Mapping[str, str]) -> None:
        """Narrow by exactly these; what the catalogue does not offer any more is left out."""
        for kind in KINDS:
            offered = {action.data() for action in self._groups[kind].actions()}
            value = values.get(kind, "")
            self._mark(kind, value if value in offered else "")
        self._none.setEnabled(any(self._values.values()))
        self.chosen.emit()

    def set_has_own(self, has_own: bool) -> None:
        """Offer lists of one's own only when somebody is known to work here."""
        self._menus["own"].setEnabled(has_own)

    def _own_options(self) -> tuple[Option, ...]:
        return (
            Option(Own.RECENT, self.tr("Recently assigned to me")),
            Option(Own.FOLLOWED, self.tr("I follow")),
            Option(Own.COVERED, self.tr("I cover")),
        )

    def clear_one(self, kind: str) -> None:
        """Ask for any of this kind."""
        self._choose(kind, "")

    def clear_all(self) -> None:
        """Narrow by nothing."""
        for kind in KINDS:
            self._mark(kind, "")
        self._none.setEnabled(False)
        self.chosen.emit()

    def _fill(self, kind: str, options: Sequence[Option]) -> None:
        menu = self._menus[kind]
        menu.clear()
        group = QActionGroup(menu)
        for option in (Option("", self.tr("Any")), *options):
            action = QAction(option.label.replace("&", "&&"), menu)
            action.setData(option.key)
            action.setCheckable(True)
            action.setChecked(option.key == self._values[kind])
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: self._choose(kind, action.data()))
        self._groups[kind] = group

    def _choose(self, kind: str, key: str) -> None:
        self._mark(kind, key)
        self._none.setEnabled(any(self._values.values()))
        self.chosen.emit()

    def _mark(self, kind: str, key: str) -> None:
        self._values[kind] = key
        for action in self._groups[kind].actions():
            action.setChecked(action.data() == key)


class FilterTags(QWidget):
    """What the list is narrowed by, each to be taken away; hidden while there is nothing."""

    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tags: list[Button] = []
        self._flow = FlowLayout(6, 6, parent=self)
        self.hide()

    def show_labels(self, labels: Mapping[str, str]) -> None:
        """Show exactly these, by kind."""
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = [self._tag(kind, label) for kind, label in labels.items()]
        for tag in self._tags:
            self._flow.addWidget(tag)
        self.setVisible(bool(self._tags))

    def _tag(self, kind: str, label: str) -> Button:
        tag = Button(self._theme, label.replace("&", "&&"), icon="x", small=True)
        tag.setAccessibleName(self.tr("Take away the filter {name}").format(name=label))
        tag.clicked.connect(lambda: self.removed.emit(kind))
        return tag


class FindLine(LineEdit):
    """The line above the list: Down goes into the list, Enter opens the first, Esc empties it."""

    list_asked = Signal()
    first_asked = Signal()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.list_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not arg__1.modifiers():
            self.first_asked.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.edited.emit()
        else:
            super().keyPressEvent(arg__1)
