"""The tour ends with a failure when a step fails, and when our own code does behind its back."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui import tour_steps
from ui.app import WORDS, make_application
from ui.tour import Tour, TourFailed, take_tour


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication) -> Iterator[None]:
    """A home of this test's own; what the tour hooks into is given back afterwards."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    locale, name = QLocale(), qapp.applicationName()
    yield
    sys.excepthook, sys.unraisablehook, threading.excepthook = before
    qInstallMessageHandler(None)
    words = qapp.findChild(QTranslator, WORDS)
    if words is not None:
        qapp.removeTranslator(words)
        words.setParent(None)
    QLocale.setDefault(locale)
    qapp.setApplicationName(name)
    qapp.setApplicationDisplayName(name)
    qapp.setStyleSheet("")


def looks(tour: Tour) -> None:
    tour.picture("locked")


def fails_behind_its_back(tour: Tour) -> None:
    tour.shell._watch_for_faults()
    error = RuntimeError("an object is gone")
    sys.excepthook(RuntimeError, error, None)


def leads_nowhere(tour: Tour) -> None:
    raise TourFailed("The keyboard is nowhere.")


@pytest.mark.parametrize(
    ("step", "code", "said"),
    [
        (looks, 0, ""),
        (leads_nowhere, 1, "The keyboard is nowhere."),
        (fails_behind_its_back, 1, "during fails_behind_its_back"),
    ],
)
def test_a_tour_is_as_good_as_its_worst_step(
    hooks: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    step: object,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(tour_steps, "STEPS", (step,))
    assert take_tour(tmp_path / "tour") == code
    assert said in capsys.readouterr().err


def test_words_are_put_in_once_and_a_thousand_has_its_comma(
    hooks: None, qapp: QApplication
) -> None:
    for _ in range(3):
        make_application()
    assert len(qapp.findChildren(QTranslator, WORDS)) == 1
    told = QCoreApplication.translate("AuditReview", "%Ln row(s) to review.", None, 1234)
    assert told == "1,234 rows to review."
