"""The page of insights as the nurse has it, once everything is counted."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.waiting import wait_until
from tests.ui.window.conftest import Room
from ui.insights.list_sheet import ListSheet
from ui.insights.page import InsightsPage
from ui.look.sheet import Sheet

S = TypeVar("S", bound=Sheet)


@pytest.fixture
def page(room: Room) -> Iterator[InsightsPage]:
    """The page as she opens it, with everything counted."""
    room.press("Ctrl+5")
    page = room.window.pages.insights
    counted(page)
    yield page
    counted(page)


def counted(page: InsightsPage) -> None:
    """Wait until the figures are there."""
    wait_until(lambda: not page.is_counting and not page.out.is_busy)


def key(press: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, press)
    QApplication.processEvents()


def listed(sheet: ListSheet) -> ListSheet:
    """The list once its lines are there."""
    wait_until(lambda: not sheet.is_counting)
    return sheet


def shown(page: InsightsPage, kind: type[S]) -> list[S]:
    return [one for one in page.window().findChildren(kind) if one.isVisible()]
