"""Referrals: to whom, the states on the way (FHIR Task as the Gravity project uses it), what may
follow what.
"""

from collections.abc import Mapping
from enum import StrEnum


class ReferralTo(StrEnum):
    """To whom a patient is referred."""

    ROLE = "role"
    PERSON = "person"
    OUTSIDE = "outside"


class ReferralState(StrEnum):
    """Where a referral stands; revoked is an acceptance that was taken back."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    FAILED = "failed"


OPEN_STATES = (
    ReferralState.REQUESTED,
    ReferralState.ACCEPTED,
    ReferralState.SCHEDULED,
    ReferralState.IN_PROGRESS,
)
"""The loop is open: somebody waits for a result."""

_UNDER_WAY = (
    ReferralState.SCHEDULED,
    ReferralState.IN_PROGRESS,
    ReferralState.COMPLETED,
    ReferralState.REVOKED,
    ReferralState.FAILED,
    ReferralState.CANCELLED,
)
NEXT_STATES: Mapping[ReferralState, tuple[ReferralState, ...]] = {
    ReferralState.REQUESTED: (
        ReferralState.ACCEPTED,
        ReferralState.DECLINED,
        ReferralState.CANCELLED,
        ReferralState.FAILED,
    ),
    ReferralState.ACCEPTED: _UNDER_WAY,
    ReferralState.SCHEDULED: _UNDER_WAY,
    ReferralState.IN_PROGRESS: _UNDER_WAY[2:],
}
"""What may follow an open state; a closed referral can only be reopened, with a note."""
