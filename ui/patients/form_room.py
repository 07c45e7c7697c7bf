"""The room of a long form: its sections at the left, notices and fields at the right."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.errors import Problem
from ui.look.buttons import Button, ButtonKind
from ui.look.chips import Chip, ChipText
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.look.tokens import Tone
from ui.patients.field_set import FieldSet, stops_in
from ui.patients.section_list import PAD, SectionList

SIDE_WIDTH, WANTED_HEIGHT, LEAST_HEIGHT = 180, 2000, 200
ABOVE, AROUND = 12, 60


class FormRoom(QWidget):
    """Scrolls to where the keyboard is; `throw_pressed` asks to throw the kept draft away."""

    throw_pressed = Signal()

    def __init__(self, theme: Theme, fields: FieldSet) -> None:
        super().__init__()
        self._theme, self._fields = theme, fields
        self._notice: QWidget | None = None
        self._sections = SectionList(theme, [part.title for part in fields.sections])
        self._sections.section_asked.connect(self.go_to)
        self._chip = Chip(theme, ChipText(self.tr("Draft kept"), Tone.INFO, "✓"))
        self._throw = Button(theme, self.tr("Throw it away"), ButtonKind.LINK)
        self._throw.clicked.connect(self.throw_pressed)
        self._problem = Label("", "error", wrap=True)
        self._problem.hide()
        self._side = self._build_side()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._problem)
        self._column.addWidget(fields, 1)
        self._inner = QWidget()
        self._inner.setProperty("look", "scrolled")
        self._inner.setLayout(self._column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._side)
        row.addWidget(self._scroll, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_into_sight)
        self.show_draft(False)
        self._sections.show_place(0)
        fields.lines_changed.connect(self.order_stops)
        theme.changed.connect(self._on_theme_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), WANTED_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), LEAST_HEIGHT)

    def show_draft(self, is_kept: bool) -> None:
        """Say whether a draft is kept."""
        if not is_kept and self._throw.hasFocus():
            self.go_to(0)
        self._chip.setVisible(is_kept)
        self._throw.setVisible(is_kept)

    def show_notice(self, notice: QWidget, first: QWidget | None) -> None:
        """Put a notice above the fields and the keyboard into it."""
        self.clear()
        self._notice = notice
        self._column.insertWidget(0, notice)
        notice.show()
        self.order_stops()
        self._scroll.verticalScrollBar().setValue(0)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong at each field, and go to the first; what has no field stands above."""
        first = self._fields.show_problems(problems)
        placeless = [one.sentence for one in problems if not self._fields.has_place(one.field)]
        self._problem.setText(" ".join(placeless))
        self._problem.setVisible(bool(placeless))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first, 0, 80)
        else:
            self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take away notice and problems."""
        self._fields.clear_problems()
        self._problem.hide()
        if self._notice is not None:
            self._notice.hide()
            self._column.removeWidget(self._notice)
            self._notice.deleteLater()
            self._notice = None

    def go_to(self, place: int) -> None:
        """Put the keyboard on the first field of a section, with its heading in sight."""
        section = self._fields.sections[place]
        stops = [stop for stop in stops_in(section) if stop.isVisibleTo(self)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        top = section.mapTo(self._inner, section.rect().topLeft()).y()
        self._scroll.verticalScrollBar().setValue(max(0, top - ABOVE))
        self._sections.show_place(place)

    def step(self, by: int) -> None:
        """Go to the section after or before the one where the keyboard is, if it has fields."""
        place = self._place_of(QApplication.focusWidget()) + by
        sections = self._fields.sections
        while 0 <= place < len(sections) and not stops_in(sections[place]):
            place += by
        if 0 <= place < len(sections):
            self.go_to(place)

    def order_stops(self) -> None:
        """Make Tab go through the fields as they are read, with lines that came later."""
        stops = stops_in(self._inner)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def told(self, name: str, value: Any) -> str:
        """A field in words: what it is called and what stands in it."""
        label = self._fields.labels.get(name, name)
        if isinstance(value, str) and value:
            return QCoreApplication.translate("FormRoom", "{field} is now {value}").format(
                field=label, value=self._fields.words_of(name, value)
            )
        return label

    def _build_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(self._theme.px(SIDE_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(6)
        column.addWidget(self._sections)
        hint = Label(self.tr("Ctrl+Page Down: next section"), "sub", wrap=True)
        hint.setContentsMargins(PAD, 0, 0, 0)
        column.addWidget(hint)
        column.addStretch(1)
        column.addWidget(self._chip)
        column.addWidget(self._throw, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _place_of(self, widget: QWidget | None) -> int:
        for place, section in enumerate(self._fields.sections):
            if widget is not None and section.isAncestorOf(widget):
                return place
        return 0

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._fields.isAncestorOf(new):
            self._sections.show_place(self._place_of(new))
            self._soon.start()

    def _bring_into_sight(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and self._fields.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(here, 0, self._theme.px(AROUND))

    def _on_theme_changed(self) -> None:
        self._side.setFixedWidth(self._theme.px(SIDE_WIDTH))
