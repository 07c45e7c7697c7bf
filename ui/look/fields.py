"""Fields: a label above, a control, and one sentence below when something is wrong."""

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.look.labels import Label, Picture
from ui.look.theme import Theme
from ui.override import override

ICON = 14
MOST_LETTERS = 20_000
"""As many as the longest text has that is kept; more is pasted by mistake, and slow to show."""
PAD = 10


class Field(QWidget):
    """A control with its label above and room for one sentence of what is wrong below.

    The label names the control for screen readers. When the control has a signal `edited`, the
    sentence goes away as soon as the nurse changes something. What it tells by `shortened` stands
    there too.
    """

    def __init__(
        self, theme: Theme, label: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = Label(label, "label")
        self._label.setBuddy(control)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.control = control
        self._sign = Picture()
        self._sentence = Label("", "error", wrap=True)
        self._problem = QWidget()
        below = QHBoxLayout(self._problem)
        below.setContentsMargins(0, 6, 0, 0)
        below.setSpacing(5)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._sentence, 1)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addSpacing(4)
        column.addWidget(control)
        column.addWidget(self._problem)
        if control.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            column.addWidget(QWidget())
        if not control.accessibleName():
            control.setAccessibleName(label)
        edited: SignalInstance | None = getattr(control, "edited", None)
        if edited is not None:
            edited.connect(self.clear_problem)
        shortened: SignalInstance | None = getattr(control, "shortened", None)
        if shortened is not None:
            shortened.connect(self.show_problem)
        theme.changed.connect(self._on_theme_changed)

    def set_label(self, label: str) -> None:
        """Name the control otherwise."""
        if self.control.accessibleName() == self._label.text():
            self.control.setAccessibleName(label)
        self._label.setText(label)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, in one sentence; an empty one clears it."""
        self._sentence.setText(sentence)
        if sentence:
            self._draw_sign()
        self._problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self.control.setProperty("wrong", "true" if sentence else "")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.update()

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        if self._sentence.text():
            self.show_problem("")

    def problem(self) -> str:
        """The sentence now shown, or an empty one."""
        return self._sentence.text()

    def _on_theme_changed(self) -> None:
        if self._sentence.text():
            self._draw_sign()

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pixmap("circle-alert", "bad", ICON, ratio))
        self._sign.setFixedHeight(self._theme.px(17))


class BareLine(QLineEdit):
    """One line of text that leaves Ctrl+Z to the desk while there is nothing in it to take back."""

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if not self.isUndoAvailable() and arg__1.matches(QKeySequence.StandardKey.Undo):
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)


class LineEdit(BareLine):
    """One line of text; `edited` tells that the nurse, not the program, changed it.

    An icon may stand before the text, a small widget (a key hint, a button) after it.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._trailing: QWidget | None = None
        self.setPlaceholderText(placeholder)
        self.setProperty("small", "true" if small else "")
        self.textEdited.connect(self.edited)
        theme.changed.connect(self._make_room)
        self._make_room()

    def set_trailing(self, widget: QWidget) -> None:
        """Put a small widget at the end of the line; it takes its room from the text."""
        self._trailing = widget
        widget.setParent(self)
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._make_room()

    def text_value(self) -> str:
        """The text without blanks around it."""
        return self.text().strip()

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._make_room()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if self._icon:
            side = self._theme.px(ICON)
            left = self.width() - PAD - side if self.isRightToLeft() else PAD
            pixmap = self._theme.pixmap(self._icon, "ink_3", ICON, self.devicePixelRatioF())
            QPainter(self).drawPixmap(QPoint(left, (self.height() - side) // 2), pixmap)

    def _make_room(self) -> None:
        before = self._theme.px(ICON) + 8 if self._icon else 0
        after = 0
        if self._trailing is not None and not self._trailing.isHidden():
            hint = self._trailing.sizeHint()
            after = hint.width() + 6
            left = 6 if self.isRightToLeft() else self.width() - 6 - hint.width()
            top = (self.height() - hint.height()) // 2
            self._trailing.setGeometry(QRect(QPoint(left, top), hint))
        if self.isRightToLeft():
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text, `lines` high; Tab goes on to the next field.

    Ctrl+Z is left to the desk while there is nothing here to take back.
    What is pasted or dropped comes in as plain text, as much as there is room for; `shortened`
    carries the sentence that says so.
    """

    edited = Signal()
    shortened = Signal(str)

    def __init__(
        self, theme: Theme, placeholder: str = "", lines: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._is_telling = True
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self.updateGeometry)

    def text_value(self) -> str:
        """The text without blanks around it."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a text without telling that it was edited."""
        self._is_telling = False
        self.setPlainText(text)
        self._is_telling = True

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        is_empty_handed = not self.document().isUndoAvailable()
        if is_empty_handed and e.matches(QKeySequence.StandardKey.Undo):
            e.ignore()
        else:
            super().keyPressEvent(e)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        marked = self.textCursor().selectionEnd() - self.textCursor().selectionStart()
        room = max(0, MOST_LETTERS - len(self.toPlainText()) + marked)
        pasted = source.text()
        self.insertPlainText(pasted[:room])
        if len(pasted) > room:
            words = self.tr("Only the first {count} of {all} characters had room here.")
            self.shortened.emit(words.format(count=f"{room:,}", all=f"{len(pasted):,}"))

    @override
    def sizeHint(self) -> QSize:
        margins = 2 * (5 + int(self.document().documentMargin()))
        return QSize(self._theme.px(240), self.fontMetrics().lineSpacing() * self._lines + margins)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.fontMetrics().lineSpacing() * 2 + 18)

    def _on_text_changed(self) -> None:
        if self._is_telling:
            self.edited.emit()
