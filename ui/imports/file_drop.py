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
    """Lets a widget take files and folders; `dropped` carries their paths as a tuple.

    Of anything else `refused` carries one sentence that names it.
    """

    dropped = Signal(object)
    refused = Signal(str)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KINDS or not isinstance(event, QDropEvent):
            return False
        data = event.mimeData()
        if not data.hasUrls():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(data)
        return True

    def _take(self, data: QMimeData) -> None:
        """All of it, or nothing when something else is among it."""
        from careteam.imports.naming import NO_FILE, why_not

        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        unfit = [path for path in paths if not (_is_fhir(path) or path.is_dir())]
        if not paths or len(paths) < len(data.urls()):
            self.refused.emit(NO_FILE)
        elif unfit:
            self.refused.emit(why_not(unfit[0]))
        else:
            self.dropped.emit(tuple(paths))


def _is_fhir(path: Path) -> bool:
    return path.suffix.casefold() in SUFFIXES
