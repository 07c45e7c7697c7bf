"""The button that says which kinds of entries the timeline shows, and its menu of check marks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from careteam.domain.timeline import EntryKind
from ui.contacts.entry_words import KINDS, kind_words
from ui.look.buttons import Button
from ui.look.theme import Theme

EVERY_KIND = frozenset[str](EntryKind)


class KindButton(Button):
    """Show: everything, or the kinds that are checked; `chosen` tells that the nurse did it."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", small=True, parent=parent)
        self._kinds: frozenset[str] = EVERY_KIND
        self._menu = _StayingMenu(self)
        self._acts: dict[str, QAction] = {}
        self._menu.addAction(self.tr("Everything"), lambda: self._take(EVERY_KIND))
        contacts = frozenset[str]({EntryKind.CONTACT})
        self._menu.addAction(self.tr("Contacts alone"), lambda: self._take(contacts))
        self._menu.addSeparator()
        for kind in KINDS:
            act = self._acts[kind] = self._menu.addAction(kind_words(kind))
            act.setCheckable(True)
            act.triggered.connect(self._on_checked)
        self.setMenu(self._menu)
        self._show()

    def kinds(self) -> frozenset[str]:
        """The kinds that are shown; none named are all."""
        return frozenset() if self._kinds == EVERY_KIND else self._kinds

    def set_kinds(self, kinds: frozenset[str]) -> None:
        """Choose without announcing it; none named are all."""
        self._kinds = kinds or EVERY_KIND
        self._show()

    def _on_checked(self) -> None:
        self._take(frozenset(kind for kind, act in self._acts.items() if act.isChecked()))

    def _take(self, kinds: frozenset[str]) -> None:
        self.set_kinds(kinds)
        self.chosen.emit()

    def _show(self) -> None:
        for kind, act in self._acts.items():
            act.setChecked(kind in self._kinds)
        self.setText(self.tr("Show: {kinds}").format(kinds=self._words()))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def _words(self) -> str:
        shown = [kind for kind in KINDS if kind in self._kinds]
        hidden = [kind for kind in KINDS if kind not in self._kinds]
        if not hidden:
            return self.tr("everything")
        if len(shown) == 1:
            return kind_words(shown[0])
        if len(hidden) == 1:
            return self.tr("all but {kind}").format(kind=kind_words(hidden[0]))
        return self.tr("{count} of {all} kinds").format(count=len(shown), all=len(KINDS))


class _StayingMenu(QMenu):
    """A menu that stays open while its check marks are set."""

    @override
    def mouseReleaseEvent(self, arg__1: QMouseEvent) -> None:
        if not self._toggle(self.actionAt(arg__1.position().toPoint())):
            super().mouseReleaseEvent(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        is_press = arg__1.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_press or not self._toggle(self.activeAction()):
            super().keyPressEvent(arg__1)

    def _toggle(self, act: QAction | None) -> bool:
        if act is None or not act.isCheckable():
            return False
        act.trigger()
        return True
