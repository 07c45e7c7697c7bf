"""The page of the audit trail: its rows, and the review that is signed off every week."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from ui.audit.review import AuditReview
from ui.audit.trail import AuditTrail
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.cards import HeadingRow
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.paper import Paper

TRAIL, REVIEW = "trail", "review"


class AuditPage(QWidget):
    """`left` asks to go back to where it was opened from. What is seen is read when shown."""

    left = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.which = SegmentedControl(
            theme,
            self.tr("What is shown"),
            (Option(TRAIL, self.tr("Trail")), Option(REVIEW, self.tr("Review"))),
            TRAIL,
        )
        self.trail = AuditTrail(theme, desk, paper)
        self.review = AuditReview(theme, desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.trail)
        self._stack.addWidget(self.review)
        back = Button(theme, self.tr("Back to Settings"), small=True)
        back.clicked.connect(self.left)
        heading = HeadingRow(Label(self.tr("Audit trail"), "h1"))
        heading.add_beside(self.which)
        heading.add_at_end(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(lambda _key: self.read_again())
        desk.changed.connect(self._on_changed)

    def open_review(self) -> None:
        """Show the review."""
        self.which.set_value(REVIEW)
        self.read_again()

    def read_again(self) -> None:
        """Read what is shown."""
        part = self.trail if self.which.value() == TRAIL else self.review
        self._stack.setCurrentWidget(part)
        part.read_again()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_again()

    def _on_changed(self, changes: Changes) -> None:
        is_review = self.which.value() == REVIEW
        if self.isVisible() and is_review and changes.touches(Part.SETTING):
            self.review.read_again()
