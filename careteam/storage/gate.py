"""The one gate of an open database: who works, and whether it is read and not written."""

from collections.abc import Callable
from datetime import datetime

from careteam.domain.access import Action, Denied, Who, authorize
from careteam.domain.errors import Unavailable
from careteam.domain.read_only import ReadOnly

NOBODY = "Nobody is signed in. Sign in, then try again."


class Gate:
    """`who` is the account that works, without which nothing is read or written.

    `read_only` is why the database is read and not written, None as long as it is both; that can
    change while it is open.
    """

    def __init__(self, who: Who | None = None) -> None:
        self.who = who
        self.clock: Callable[[], datetime] | None = None
        self.read_only: ReadOnly | None = None

    def authorize(self, action: Action, now: datetime | None = None) -> None:
        """Let who works here do something; Denied when they may not, or when nobody is here.

        `now` decides whether emergency access is still open; without it the desk's clock does.
        """
        if self.who is None:
            raise Denied(NOBODY)
        authorize(self.who, action, now or (self.clock() if self.clock else None))

    def allow(self, action: Action, now: datetime | None = None) -> None:
        """The same for what writes: Unavailable while the database is only read."""
        self.authorize(action, now)
        self._refuse_writing(action)

    def _refuse_writing(self, action: Action) -> None:
        if self.read_only is not None and not self.read_only.lets(action):
            raise Unavailable(self.read_only.sentence)
