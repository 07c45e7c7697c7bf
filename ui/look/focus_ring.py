"""When the ring that shows the keyboard's place is drawn."""

from PySide6.QtCore import Qt

SILENT = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


def shows_ring(reason: Qt.FocusReason, was_shown: bool) -> bool:
    """True when the keyboard brought the focus here; coming back to the window changes nothing."""
    if reason is Qt.FocusReason.ActiveWindowFocusReason:
        return was_shown
    return reason not in SILENT
