"""The row above the timeline: which contacts, which kinds, which role, which words."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from careteam.storage.reads.contacts import Only
from careteam.storage.reads.timeline import TimelineFilter
from ui.contacts.kind_button import KindButton
from ui.look.buttons import Button, ButtonKind
from ui.look.choices import Choice
from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.tab_order import stops_in
from ui.look.theme import Theme

TIGHT, NARROW, WIDE = 450, 640, 1000
WORDS_WIDTH = 160


class TimelineFilters(QWidget):
    """`changed` tells that another part of the timeline is asked for, `read_asked` all of it."""

    changed = Signal()
    read_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted_role = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.only = SegmentedControl(
            theme,
            self.tr("Which contacts"),
            (
                Option(Only.ALL, self.tr("All roles")),
                Option(Only.REACHED, self.tr("Reached only")),
                Option(Only.WITH_STEP, self.tr("With next step")),
            ),
            Only.ALL,
        )
        self.kinds = KindButton(theme)
        self.role = Choice(theme, (), empty=self.tr("Every role"), small=True)
        self.role.setAccessibleName(self.tr("Role"))
        self.words = LineEdit(theme, self.tr("Search these notes"), icon="search", small=True)
        self.words.setAccessibleName(self.tr("Search these notes"))
        self._read_all = Button(theme, self.tr("Read all"), ButtonKind.QUIET, hint="R", small=True)
        self._lay_out()
        self.only.chosen.connect(lambda _key: self.changed.emit())
        self.kinds.chosen.connect(self.changed)
        self.role.chosen.connect(self._on_role)
        self.words.edited.connect(self.changed)
        self._read_all.clicked.connect(self.read_asked)

    @property
    def asked(self) -> TimelineFilter:
        """What is asked for."""
        return TimelineFilter(
            kinds=self.kinds.kinds(),
            only=self.only.value() or Only.ALL,
            role=self.role.value(),
            words=self.words.text_value(),
        )

    def forget(self) -> None:
        """Ask for everything, without telling it."""
        self.only.set_value(Only.ALL)
        self.kinds.set_kinds(frozenset())
        self._wanted_role = ""
        self.role.set_value("")
        self.words.clear()

    def offer_roles(self, options: Sequence[Option]) -> None:
        """Offer these roles; the one that the nurse chose last is chosen when it is among them."""
        self.role.set_options(options)
        self.role.set_value(self._wanted_role)
        self.role.setVisible(len(options) > 1)

    def add_at_end(self, button: QWidget) -> None:
        """Put a button after the last one."""
        self._row.addWidget(button)
        self.arrange(0)

    def arrange(self, width: int) -> None:
        """Stand in one row, two or three, as the width allows; Tab follows as it is read."""
        px, grid = self._theme.px, self._grid
        for part in (self._choices, self.words):
            grid.removeWidget(part)
        if width >= px(WIDE):
            grid.addWidget(self._choices, 0, 2)
            grid.addWidget(self.words, 0, 3)
        elif width >= px(NARROW):
            grid.addWidget(self.words, 0, 2, 1, 2)
            grid.addWidget(self._choices, 1, 0, 1, 4)
        elif width >= px(TIGHT):
            grid.addWidget(self._choices, 1, 0, 1, 3)
            grid.addWidget(self.words, 1, 3)
        else:
            grid.addWidget(self._choices, 1, 0, 1, 4)
            grid.addWidget(self.words, 2, 0, 1, 4)
        for one, other in pairwise(stops_in(self)):
            QWidget.setTabOrder(one, other)

    def _on_role(self, role: str) -> None:
        self._wanted_role = role
        self.changed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(Label(self.tr("Contacts"), "h2"))
        head.addWidget(self.only)
        self._choices = QWidget()
        self._row = row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kinds)
        row.addWidget(self.role)
        row.addStretch(1)
        row.addWidget(self._read_all)
        self.role.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words.setMinimumWidth(self._theme.px(WORDS_WIDTH))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(head, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.arrange(0)
