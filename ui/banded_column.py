"""The column of a window with its bands on top: a demo, only read, an emergency."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from ui.desk import Desk
from ui.emergency import EmergencyBand
from ui.look.theme import Theme
from ui.look.top_bar import demo_band
from ui.read_only_band import ReadOnlyBand


class BandedColumn(QVBoxLayout):
    """Each band stands there only as long as it is true; the window adds what is below."""

    def __init__(self, theme: Theme, desk: Desk, *, is_demo: bool) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        if is_demo:
            words = QCoreApplication.translate("DeskWindow", "DEMO · every person here is invented")
            self.addWidget(demo_band(words))
        self.read_only = ReadOnlyBand(theme, desk)
        self.emergency = EmergencyBand(theme, desk)
        self.addWidget(self.read_only)
        self.addWidget(self.emergency)
