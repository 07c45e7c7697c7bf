"""Pages reach the printer whole, as vectors and to their edge."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from careteam.domain.errors import Unavailable
from ui.paper import Paper, fit_printer, paint_pages


def page(width: int, height: int, x: int = 0) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}pt" height="{height}pt"><path d="M {x} 0 h 40 v 40 h -40 Z"/></svg>'
    ).encode()


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer that prints into printed.pdf."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def test_every_page_is_printed_as_vectors_in_its_own_size(
    printer: QPrinter, tmp_path: Path
) -> None:
    pages = [page(595, 842), page(595, 842, 100)]
    fit_printer(printer, pages)
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    paint_pages(printer, pages)
    printed = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == 2
    assert round(printed[0].mediabox.width) == 595
    assert not list(printed[0].images)


def test_a_page_chosen_in_the_dialog_is_printed_alone(printer: QPrinter, tmp_path: Path) -> None:
    pages = [page(612, 792), page(612, 792), page(612, 792)]
    fit_printer(printer, pages)
    printer.setFromTo(2, 2)
    paint_pages(printer, pages)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(
    tmp_path: Path, printer: QPrinter
) -> None:
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(Unavailable, match="printer took nothing"):
        paint_pages(printer, [page(612, 792)])


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer here")
def test_without_a_printer_there_is_one_sentence(qapp: QApplication) -> None:
    parent = QWidget()
    with pytest.raises(Unavailable, match="No printer"):
        Paper().print_pages(parent, [page(612, 792)], "Care summary")


def test_text_goes_to_the_clipboard(qapp: QApplication) -> None:
    Paper().copy_text("Care summary")
    assert QGuiApplication.clipboard().text() == "Care summary"
