"""The door to what lies outside the window: files, the printer and the clipboard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from careteam.domain.errors import Unavailable
from ui.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.leaving.questions import Asked, Said

NO_PRINTER = "No printer is set up on this computer. Save a PDF and print it elsewhere."
NOT_PRINTED = "The printer took nothing. See whether it is on, or save a PDF."


class Paper:
    """Asks where files come from and go to, prints pages and copies text.

    Dialogs belong to `parent` and stand above it; each opens in the folder chosen last. `filter`
    is Qt's, such as `PDF (*.pdf)`.
    """

    def __init__(self) -> None:
        self._folder = ""

    def choose_files(self, parent: QWidget, title: str, filter: str) -> list[Path]:  # noqa: A002
        """The files that were chosen; none when the dialog was left."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, self._start(), filter)
        paths = [Path(name) for name in names]
        if paths:
            self._folder = str(paths[0].parent)
        return paths

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder that was chosen, or None."""
        name = QFileDialog.getExistingDirectory(parent, title, self._start())
        if not name:
            return None
        self._folder = name
        return Path(name)

    def choose_target(
        self,
        parent: QWidget,
        title: str,
        suggested_name: str,
        filter: str,  # noqa: A002
    ) -> Path | None:
        """Where to write, or None; asks before a file that is there would be replaced.

        A name without a suffix gets that of the suggested one; where `filter` offers several
        kinds, that of the kind that was chosen.
        """
        dialog = QFileDialog(parent, title, self._start(), filter)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(suggested_name).suffix.removeprefix("."))
        dialog.selectFile(suggested_name)
        dialog.filterSelected.connect(lambda kind: _take_suffix(dialog, kind))
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
        names = dialog.selectedFiles() if is_chosen else []
        dialog.deleteLater()
        if not names:
            return None
        self._folder = str(Path(names[0]).parent)
        return Path(names[0])

    def print_pages(self, parent: QWidget, svg_pages: list[bytes], title: str) -> bool:
        """Print pages given as SVG, after the printer was chosen; False when it was not.

        `title` names the job in the printer's queue, where others read it. Unavailable when there
        is no printer or it takes nothing.
        """
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            raise Unavailable(NO_PRINTER)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        fit_printer(printer, svg_pages)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(svg_pages))
        is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_chosen:
            paint_pages(printer, svg_pages)
        return is_chosen

    def ask_who_gets_it(
        self, theme: Theme, asked: "Asked", host: QWidget, then: "Callable[[Said], None]"
    ) -> None:
        """Ask over `host` who gets it and why; `then` hears the answer, if there is one."""
        from ui.leaving.sheet import LeavingSheet

        if any(sheet.isVisible() for sheet in host.findChildren(LeavingSheet)):
            return
        sheet = LeavingSheet(theme, asked, host)
        sheet.said.connect(then)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def _start(self) -> str:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return self._folder or QStandardPaths.writableLocation(place)


def _take_suffix(dialog: QFileDialog, kind: str) -> None:
    """Name the file as the kind that was chosen in the dialog: `Workbook (*.xlsx)`."""
    suffix = kind.rpartition("*.")[2].rstrip(")")
    name = next(iter(dialog.selectedFiles()), "")
    dialog.setDefaultSuffix(suffix)
    if name:
        dialog.selectFile(Path(name).with_suffix(f".{suffix}").name)


def fit_printer(printer: "QPrinter", svg_pages: list[bytes]) -> None:
    """Set a printer to the size of the pages (in points), to their very edge."""
    size = QSizeF(612, 792)
    if svg_pages:
        size = QSvgRenderer(QByteArray(svg_pages[0])).viewBoxF().size()
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(size, QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
    )


def paint_pages(printer: "QPrinter", svg_pages: list[bytes]) -> None:
    """Paint the pages in the printer's range as vectors, each as large as its sheet allows.

    Unavailable when the printer takes nothing.
    """
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(svg_pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable(NOT_PRINTED)
    try:
        for place, page in enumerate(svg_pages[first - 1 : last]):
            if place and not printer.newPage():
                raise Unavailable(NOT_PRINTED)
            drawing = QSvgRenderer(QByteArray(page))
            drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            sheet = QRectF(0, 0, painter.viewport().width(), painter.viewport().height())
            drawing.render(painter, sheet)
    finally:
        painter.end()
