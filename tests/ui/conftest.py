"""A dressed application and a theme for every test of what is seen."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from ui.look.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 % text size, with the fonts of the desk loaded."""
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")
