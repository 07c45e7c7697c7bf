"""The places of the rail, with their icons and shortcuts."""

from PySide6.QtCore import QCoreApplication

from ui.look.rail import RailItem
from ui.pages import COVERAGE, DIRECTORY, INSIGHTS, PAGE_KEYS, PATIENTS, SETTINGS, TODAY


def places() -> tuple[RailItem, ...]:
    """Where a nurse can go, from above."""
    return tuple(
        RailItem(key, word, icon, PAGE_KEYS[key])
        for key, word, icon in (
            (TODAY, QCoreApplication.translate("DeskWindow", "Today"), "clock"),
            (PATIENTS, QCoreApplication.translate("DeskWindow", "Patients"), "users"),
            (DIRECTORY, QCoreApplication.translate("DeskWindow", "Directory"), "contact"),
            (COVERAGE, QCoreApplication.translate("DeskWindow", "Coverage"), "circle-alert"),
            (
                INSIGHTS,
                QCoreApplication.translate("DeskWindow", "Insights"),
                "chart-no-axes-column",
            ),
            (SETTINGS, QCoreApplication.translate("DeskWindow", "Settings"), "settings"),
        )
    )
