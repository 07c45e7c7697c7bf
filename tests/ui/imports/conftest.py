"""An import page over a real database, with paper that gives the files a test wants."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from careteam.domain.moment import Moment
from careteam.storage.store import Store
from ui.desk import Desk
from ui.imports.columns_view import ColumnsView
from ui.imports.page import ImportPage
from ui.imports.preview_view import PreviewView
from ui.imports.report_view import ReportView
from ui.look.theme import Theme
from ui.paper import Paper

WAIT_MS = 20_000


class ChosenPaper(Paper):
    """Paper whose dialogs answer at once with what the test laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.folder: Path | None = None
        self.target: Path | None = None

    @override
    def choose_target(
        self, parent: QWidget, title: str, suggested_name: str, filter: str
    ) -> Path | None:
        return self.target

    @override
    def choose_files(self, parent: QWidget, title: str, filter: str) -> list[Path]:
        return self.files

    @override
    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folder


class Nurse:
    """Works at the page with the keyboard alone, and waits as a person does."""

    def __init__(self, page: ImportPage, paper: ChosenPaper, qtbot: QtBot) -> None:
        self.page, self.paper, self._qtbot = page, paper, qtbot

    def press(self, sequence: str) -> None:
        """Press a key or a combination where the keyboard stands."""
        here = QApplication.focusWidget()
        assert here is not None, "nothing has the keyboard"
        QTest.keySequence(here, sequence)

    def read(self, *paths: Path) -> PreviewView:
        """Choose files and wait for the preview."""
        self.paper.files = list(paths)
        self.page.choose_files()
        return self.preview()

    def open_table(self, path: Path) -> ColumnsView:
        """Choose a table and wait until its columns are asked about."""
        self.page.activateWindow()
        self.paper.files = [path]
        self.page.choose_files()
        return self.columns()

    def columns(self) -> ColumnsView:
        """The question about the columns, when it is there."""
        self._qtbot.waitUntil(lambda: self.page.tables.columns_view is not None, timeout=WAIT_MS)
        view = self.page.tables.columns_view
        assert view is not None
        return view

    def wait(self, said: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(said, timeout=WAIT_MS)

    def preview(self) -> PreviewView:
        """The preview, when it is there."""
        self._qtbot.waitUntil(lambda: self.page.preview_view is not None, timeout=WAIT_MS)
        view = self.page.preview_view
        assert view is not None
        return view

    def report(self) -> ReportView:
        """The report, when it is there."""
        self._qtbot.waitUntil(lambda: self.page.report_view is not None, timeout=WAIT_MS)
        view = self.page.report_view
        assert view is not None
        return view


@pytest.fixture
def desk(store: Store, moment: Moment) -> Desk:
    """A desk at which nobody in particular works, on Friday 20-Nov-2026."""
    return Desk(store, lambda: moment.now, zone=moment.zone, worker_id=None)


@pytest.fixture
def nurse(look: Theme, desk: Desk, qtbot: QtBot) -> Nurse:
    """Somebody at the import page, as it stands in a window of 1280 x 720."""
    paper = ChosenPaper()
    page = ImportPage(look, desk, paper)
    page.resize(1208, 640)
    qtbot.addWidget(page, before_close_func=lambda each: each.stop())
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return Nurse(page, paper, qtbot)
