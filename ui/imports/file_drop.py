"""Files and folders that are dropped onto a page."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.imports.tables.files import SUFFIXES as TABLES

SUFFIXES = frozenset({".json", ".ndjson"}) | TABLES
_KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Lets a widget take files and folders; `dropped` carries their paths as a tuple."""

    dropped = Signal(object)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KINDS or not isinstance(event, QDropEvent):
            return False
        paths = _paths(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def _paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders among what is dragged; none when something else is among it."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    fit = [path for path in paths if path.suffix.casefold() in SUFFIXES or path.is_dir()]
    return tuple(fit) if len(fit) == len(data.urls()) else ()
