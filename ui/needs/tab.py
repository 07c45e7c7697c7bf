"""The Needs tab: red flags, screening, barriers to care, and how a patient wants to be met."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.changes import Changes, Part
from careteam.storage.reads.patient_page import PatientPageRow
from ui.desk import Desk
from ui.look.buttons import Button
from ui.look.seen_page import SeenPage
from ui.look.theme import Theme
from ui.needs import RED_FLAG_KEYS
from ui.needs.barrier_section import BarrierSection
from ui.needs.preferences_card import PreferencesCard
from ui.needs.red_flag_section import RedFlagSection
from ui.needs.screening_section import ScreeningSection
from ui.override import override
from ui.team.acts import BoardActs

SHOWN_PARTS = (Part.NEED, Part.SUGGESTION, Part.CONTACT, Part.PERSON, Part.CATALOGUE)


class NeedsTab(SeenPage):
    """What one patient needs, and what is being done about it."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patient: PatientPageRow | None = None
        self._acts = BoardActs(theme, desk, self)
        self.flags = RedFlagSection(theme, desk)
        self.screening = ScreeningSection(theme, desk, self._acts)
        self.barriers = BarrierSection(theme, desk)
        self.preferences = PreferencesCard(theme, desk)
        flag = Button(theme, self.tr("Red flag…"), hint=RED_FLAG_KEYS, small=True)
        flag.clicked.connect(self.flags.raise_flag)
        self.screening.heading.add_at_end(flag)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self._sections = (self.flags, self.screening, self.barriers, self.preferences)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        for key, act in (
            (Qt.Key.Key_S, lambda: self.screening.record()),
            (Qt.Key.Key_B, self.barriers.add),
            (Qt.Key.Key_P, self.preferences.edit),
        ):
            self._add_key(key, act)
        desk.changed.connect(self._on_changed)

    def show_patient(self, patient: PatientPageRow | None) -> None:
        """Show the needs of a patient, or nothing."""
        self._patient = patient
        self._acts.set_patient(patient)
        for section in self._sections:
            section.show_patient(patient.id if patient else None)
        self.read_when_seen()

    @override
    def read_again(self) -> None:
        """Read every part."""
        for section in self._sections:
            section.read_again()

    def raise_flag(self) -> None:
        """Enter a red flag of the patient who is shown."""
        self.flags.raise_flag()

    def _add_key(self, key: Qt.Key, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _on_changed(self, changes: Changes) -> None:
        if self._patient is not None and any(
            changes.touches(part, self._patient.id) for part in SHOWN_PARTS
        ):
            self.read_when_seen()
