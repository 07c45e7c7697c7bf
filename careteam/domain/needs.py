"""The words of what a patient needs: states of barriers and of what is done about them."""

from enum import StrEnum


class BarrierState(StrEnum):
    """Where a barrier to care stands."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    UNRESOLVABLE = "unresolvable"
    NO_LONGER_RELEVANT = "no_longer_relevant"


OPEN_BARRIERS = (BarrierState.OPEN, BarrierState.IN_PROGRESS)


class ActionState(StrEnum):
    """Where an action about a barrier stands."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"
