"""The line a passphrase is typed in: hidden, shown while one wants to see it, Caps Lock told."""

import unicodedata

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.buttons import IconButton
from ui.look.fields import LineEdit
from ui.look.labels import plain_tooltip
from ui.look.theme import Theme
from ui.override import override

MOST_CHARACTERS = 1024
CAPS_LOCK_BITS = {
    "windows": 0x100,
    "xcb": 0x2,
    "wayland": 0x2,
    "wayland-egl": 0x2,
    "cocoa": 0x10000,
}
"""Where each platform tells of Caps Lock in the native modifiers of a key event."""


def caps_lock_of(platform: str, event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on after a key event; None where the platform does not tell.

    X11 and Wayland tell the state before the key: pressing Caps Lock itself turns it over.
    """
    bit = CAPS_LOCK_BITS.get(platform)
    if bit is None:
        return None
    is_on = bool(event.nativeModifiers() & bit)
    if event.key() == Qt.Key.Key_CapsLock and bit == CAPS_LOCK_BITS["xcb"]:
        return not is_on if event.type() == QEvent.Type.KeyPress else None
    return is_on


class PassphraseEdit(LineEdit):
    """`caps_lock_told` says that Caps Lock is on or off; it stays silent where Qt cannot know."""

    caps_lock_told = Signal(bool)

    def __init__(
        self, theme: Theme, platform: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._platform = QGuiApplication.platformName() if platform is None else platform
        hint = Qt.InputMethodHint
        self.setInputMethodHints(
            hint.ImhHiddenText
            | hint.ImhSensitiveData
            | hint.ImhNoAutoUppercase
            | hint.ImhNoPredictiveText
        )
        self.setMaxLength(MOST_CHARACTERS)
        self._eye = _Eye(theme, self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_shown)
        self.set_trailing(self._eye)
        self._on_shown(False)

    def take(self) -> str:
        """What was typed, in one Unicode form; the line is empty and hidden afterwards."""
        passphrase = self.value()
        self.empty()
        return passphrase

    def value(self) -> str:
        """What was typed, in one Unicode form, blanks included."""
        return unicodedata.normalize("NFC", self.text())

    def empty(self) -> None:
        """Forget what was typed, the steps of undo included."""
        self.setText("")
        self._eye.setChecked(False)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        self._tell(arg__1)
        super().keyPressEvent(arg__1)

    @override
    def keyReleaseEvent(self, arg__1: QKeyEvent) -> None:
        self._tell(arg__1)
        super().keyReleaseEvent(arg__1)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self.caps_lock_told.emit(False)

    def _tell(self, event: QKeyEvent) -> None:
        is_on = caps_lock_of(self._platform, event)
        if is_on is not None:
            self.caps_lock_told.emit(is_on)

    def _on_shown(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
        self._eye.show_state(is_shown)


class _Eye(IconButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "eye", "", parent=parent)

    def show_state(self, is_shown: bool) -> None:
        self._icon_name = "eye-off" if is_shown else "eye"
        name = self.tr("Hide the password") if is_shown else self.tr("Show the password")
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()
