"""The band across the window of a database that is only read: why, and what to do about it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.domain.read_only import Cause, ReadOnly
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.labels import Label, Picture
from ui.look.sheet import Refuser
from ui.look.theme import Theme

ICON = 16


class ReadOnlyBand(Refuser):
    """Hidden as long as everything can be written; every sheet asks it whether it can save.

    `trail_asked` wants to see the audit trail.
    """

    trail_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._sign = Picture()
        self.words = Label("", "strong", wrap=True)
        self.look = Button(theme, self.tr("Look at the trail"), small=True)
        self.look.clicked.connect(self.trail_asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.look)
        desk.read_only_changed.connect(self.look_why)
        theme.changed.connect(self._draw)
        self._draw()
        self.look_why()

    def look_why(self) -> None:
        """Say why it is only read and what to do, or nothing any more."""
        why, may_review = self._desk.read_only, self._desk.may(Action.REVIEW)
        if why is not None:
            self.words.setText(band_words(why, may_review=may_review))
            self.setAccessibleName(self.words.text())
            self.look.setVisible(why.cause is Cause.TRAIL and may_review)
        self.setVisible(why is not None)

    @override
    def refuses(self, what: str) -> str:
        return refusal(self._desk.read_only, Action(what))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warn_soft"))
        left = self.width() - 4 if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 4, self.height(), self._theme.color("warn"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pixmap("triangle-alert", "warn", ICON, ratio))
        self.update()


def refusal(why: ReadOnly | None, action: Action) -> str:
    """Why nothing of this kind can be saved now, in one sentence; nothing when it can."""
    if why is None or why.lets(action):
        return ""
    if why.cause is Cause.TRAIL:
        return QCoreApplication.translate(
            "ReadOnlyBand",
            "Nothing can be saved: the audit trail is broken, and a supervisor has to look at it.",
        )
    return QCoreApplication.translate(
        "ReadOnlyBand", "Nothing can be saved: the database is read-only here."
    )


def band_words(why: ReadOnly, *, may_review: bool) -> str:
    """What stands in the band: that it is only read, why, and what to do."""
    if why.cause is Cause.FILE:
        return QCoreApplication.translate(
            "ReadOnlyBand",
            "Read-only: nothing can be saved here, and the audit trail does not hear of what is "
            "opened. Ask for the right to write to the database and its folder, then unlock again.",
        )
    words = QCoreApplication.translate(
        "ReadOnlyBand",
        "Read-only: {broken} Tell a supervisor, who looks at the trail in Settings. Drafts are "
        "kept.",
    )
    if may_review:
        words = QCoreApplication.translate(
            "ReadOnlyBand",
            "Read-only: {broken} Look at the trail; then a copy is put back, or you accept the "
            "break with a reason. Drafts are kept.",
        )
    return words.format(broken=why.broken.sentence if why.broken is not None else "")
