"""Everything to read before a call, on one page over the timeline."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.access import Action
from careteam.exports.entry_text import pasted
from careteam.storage.reads.before_call import before_call
from ui.contacts.read_all_text import Piece, Voice, pieces_of, plain_text
from ui.desk import Desk
from ui.leaving.text_copying import TextCopying
from ui.look import tokens as t
from ui.look.buttons import Button
from ui.look.cards import Card
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.reading_text import ReadingText
from ui.look.segmented import SegmentedControl
from ui.look.theme import Theme
from ui.paper import Paper

SINCE_REACHED = "reached"
PARAGRAPH_GAP, HEADING_GAP = 8, 18


class ReadAll(QWidget):
    """Only to be read and copied: Space and arrows scroll it; `left` comes with Esc."""

    left = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._copying = TextCopying(theme, desk, paper, self)
        self._patient_id: int | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._period = SegmentedControl(
            theme,
            self.tr("From when"),
            (
                Option(SINCE_REACHED, self.tr("Since last reached")),
                Option("7", self.tr("7 days")),
                Option("30", self.tr("30 days")),
                Option("90", self.tr("90 days")),
            ),
            SINCE_REACHED,
        )
        self.page = ReadingText()
        self.page.setAccessibleName(self.tr("Before the call"))
        self._copy = Button(theme, self.tr("Copy as text"), hint="Ctrl+C", small=True)
        self._back = Button(theme, self.tr("Back"), hint="Esc", small=True)
        self._lay_out()
        self._period.chosen.connect(lambda _key: self.read())
        self._copy.clicked.connect(self.copy)
        self.page.copy_asked.connect(self.copy)
        self._back.clicked.connect(self.left)
        theme.changed.connect(self._write)

    def show_patient(self, patient_id: int) -> None:
        """Read a patient's page and put the keyboard on it."""
        self._patient_id = patient_id
        self.read()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read the page again."""
        if self._patient_id is None:
            return
        desk, period = self._desk, self._period.value()
        days = None if period == SINCE_REACHED else int(period)
        row = desk.read(before_call, self._patient_id, days, moment=desk.moment, rules=desk.rules)
        self._pieces = pieces_of(row, desk.rules, desk.moment.today)
        self._write()

    def copy(self) -> None:
        """Put what is selected on the clipboard as plain text, or else the whole page."""
        if not self._desk.allows(Action.EXPORT):
            return
        selected = self.page.textCursor().selection().toPlainText()
        if self._patient_id is not None:
            text = pasted(selected or plain_text(self._pieces))
            self._copying.copy("contacts", text, self.tr("Copy as text"), self._patient_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Before the call"), "h2"))
        head.addStretch(1)
        head.addWidget(self._copy)
        head.addWidget(self._back)
        below = QHBoxLayout()
        below.addWidget(self._period)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(below)
        card = Card(1, 1)
        card.column.addWidget(self.page)
        column.addWidget(card, 1)

    def _write(self) -> None:
        self.page.clear()
        cursor = self.page.textCursor()
        cursor.beginEditBlock()
        for place, piece in enumerate(self._pieces):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block(piece, is_first=not place))
            cursor.insertText(piece.text, self._letters(piece))
        cursor.endEditBlock()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _block(self, piece: Piece, *, is_first: bool) -> QTextBlockFormat:
        block = QTextBlockFormat()
        gap = {Voice.HEADING: HEADING_GAP, Voice.STRONG: PARAGRAPH_GAP}.get(piece.voice, 2)
        block.setTopMargin(0 if is_first else self._theme.px(gap))
        if piece.voice is Voice.HEADING:
            block.setHeadingLevel(2)
        return block

    def _letters(self, piece: Piece) -> QTextCharFormat:
        theme, voice = self._theme, piece.voice
        letters = QTextCharFormat()
        is_bold = voice in (Voice.HEADING, Voice.STRONG)
        size = t.TEXT_H2 if voice is Voice.HEADING else t.TEXT
        letters.setFont(theme.font(size, t.SEMIBOLD if is_bold else t.REGULAR))
        quiet = piece.is_struck or voice is Voice.QUIET
        letters.setForeground(theme.color("ink_3" if quiet else "ink"))
        letters.setFontStrikeOut(piece.is_struck)
        return letters
