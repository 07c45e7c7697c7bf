"""A database that is read and not written: why, what goes on all the same, and what is told."""

from dataclasses import dataclass
from enum import StrEnum

from careteam.domain.access import Action
from careteam.domain.audit import Broken


class Cause(StrEnum):
    """Why nothing of the clinic's record is written."""

    FILE = "file"
    TRAIL = "trail"


LOOKS = frozenset(
    {
        Action.OWN, Action.SEE_PATIENTS, Action.SEE_DIRECTORY, Action.SEE_SETTINGS, Action.REVIEW,
        Action.USERS,
    }
)  # fmt: skip
"""What has something to look at, so that its pages stay open."""

GOES_ON: dict[Cause, frozenset[Action]] = {
    Cause.FILE: frozenset(),
    Cause.TRAIL: frozenset({Action.OWN, Action.REVIEW, Action.USERS, Action.KEYS, Action.RESTORE}),
}
"""What is written all the same. Where the trail is broken it goes on from its last row: who opens
what, drafts, the review that accepts the break, and what an administrator does about it."""

_SENTENCES = {
    Cause.FILE: "The database is read-only here. Nothing was saved; ask for the right to write to "
    "it.",
    Cause.TRAIL: "The audit trail is broken, so the database is only read. Nothing was saved; ask "
    "a supervisor to look at the trail in Settings.",
}


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Why a database is only read; `broken` is the first thing that is wrong with its trail."""

    cause: Cause
    broken: Broken | None = None

    @property
    def sentence(self) -> str:
        """What an act that writes is refused with: what happened and what to do."""
        return _SENTENCES[self.cause]

    def lets(self, action: Action) -> bool:
        """Whether an act of this kind is written all the same."""
        return action in GOES_ON[self.cause]

    def shows(self, action: Action) -> bool:
        """Whether there is something to look at, or an act of this kind is written."""
        return action in LOOKS or self.lets(action)
