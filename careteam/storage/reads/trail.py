"""What the audit trail says of itself: the rescues that it went through."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit import Rescue
from careteam.storage.carrying import rescues_of


@needs(Action.SEE_SETTINGS)
def read_rescues(session: Session) -> tuple[Rescue, ...]:
    """Every rescue out of a damaged file, the oldest first."""
    return rescues_of(session.connection())
