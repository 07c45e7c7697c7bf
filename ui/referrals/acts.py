"""What can be done about referrals and suggestions: the sheets over the page, and one-step acts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from careteam.domain.errors import Refused
from careteam.domain.suggestions import AcceptDraft
from careteam.storage.reads.referrals import ReferralRow
from careteam.storage.reads.suggestions import SuggestionRow
from careteam.storage.writes.deciding import accept_suggestion, reopen_suggestion
from ui.desk import Desk, Undo
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.referrals.idea_sheets import DecidedSheet, DismissSheet, WishSheet
from ui.referrals.new_sheet import NewReferralSheet
from ui.referrals.step_sheets import ReferralHistorySheet, ReopenSheet, StepSheet


class ReferralActs(QObject):
    """Opens the sheets over the window of `host`, for the patient who is shown."""

    def __init__(self, theme: Theme, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._desk, self._host = theme, desk, host
        self._patient_id: int | None = None

    def set_patient(self, patient_id: int | None) -> None:
        """Act on this patient from now on."""
        self._patient_id = patient_id

    def refer(self, role: str = "", suggestion_id: int | None = None) -> None:
        """Ask to whom the patient is referred."""
        if self._patient_id is not None:
            place = self._host.window()
            self._open(
                NewReferralSheet(
                    self._theme, self._desk, place, self._patient_id, role, suggestion_id
                )
            )

    def go_on(self, row: ReferralRow) -> None:
        """The next step of an open referral, or taking up a closed one."""
        kind = StepSheet if row.is_open else ReopenSheet
        self._open(kind(self._theme, self._desk, self._host.window(), row))

    def show_steps(self, row: ReferralRow) -> None:
        """Show the history of a referral."""
        self._open(ReferralHistorySheet(self._theme, self._desk, self._host.window(), row))

    def wish(self, role: str = "") -> None:
        """Note what the patient or the family asks for."""
        if self._patient_id is not None:
            place = self._host.window()
            self._open(WishSheet(self._theme, self._desk, place, self._patient_id, role))

    def set_aside(self, suggestions: Sequence[SuggestionRow]) -> None:
        """Ask why what is suggested is not needed now."""
        if suggestions:
            place = self._host.window()
            self._open(DismissSheet(self._theme, self._desk, place, suggestions))

    def plan(self, suggestion: SuggestionRow) -> None:
        """Accept a suggested step: it is planned for who holds the role."""
        undo = Undo(reopen_suggestion, (suggestion.id,))
        try:
            self._desk.do(accept_suggestion, AcceptDraft(suggestion.id), undo=undo)
        except Refused as refused:
            self._desk.failed.emit(refused.sentence)

    def show_decided(self) -> None:
        """Show what was suggested before and how it was decided."""
        if self._patient_id is not None:
            place = self._host.window()
            self._open(DecidedSheet(self._theme, self._desk, place, self._patient_id))

    def _open(self, sheet: Sheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
