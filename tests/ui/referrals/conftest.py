"""The whole window on a small clinic, with hands for referrals and suggestions."""

from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.storage.reads.referrals import ReferralRow
from careteam.storage.writes.suggestions import Cause, propose
from tests.ui.window.conftest import Room, room
from ui.look.sheet import Sheet
from ui.team.tab import CareTeamTab

__all__ = ("room",)
S = TypeVar("S", bound=Sheet)


@dataclass
class Team:
    """The Care team tab of DELACRUZ, Maria, and what can be learned about her."""

    room: Room

    @property
    def tab(self) -> CareTeamTab:
        return self.room.window.patient.team

    def learn(self, event: dict[str, Any], because: str, cause: int = 1) -> None:
        """A fact that the triggers weigh, as a score would bring it."""

        @needs(Action.OWN)
        def verb(session: Any, *, moment: Any, rules: Any) -> Changes:
            about = Cause("screening", cause, because)
            propose(session, self.room.patient, event, about, moment=moment, rules=rules)
            return Changes(frozenset({Part.SUGGESTION}), frozenset({self.room.patient}))

        self.room.desk.do(verb)

    def stand_on(self, role: str) -> None:
        """Put the keyboard on the line of a role."""
        self.tab.table.choose_key((role, self.room.line(role).assignment_id))
        self.tab.table.setFocus()

    def sheet(self, kind: type[S]) -> S:
        """The sheet that is open."""
        [sheet] = [one for one in self.room.window.findChildren(kind) if one.isVisible()]
        return sheet

    def referrals(self) -> list[ReferralRow]:
        """The lines of the referrals on the screen."""
        model = self.tab.referrals.table.model
        return [model.row_at(place) for place in range(model.rowCount())]

    def stand_on_referral(self, place: int = 0) -> None:
        """Put the keyboard on a line of the referrals."""
        self.tab.referrals.table.choose_key(self.referrals()[place].id)
        self.tab.referrals.table.setFocus()
        QApplication.processEvents()


@pytest.fixture
def team(room: Room) -> Team:
    return Team(room)
