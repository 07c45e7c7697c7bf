"""How a referral reads in a line: to whom, why, where it stands and since when."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare, day_short
from careteam.domain.due import Urgency
from careteam.domain.moment import Moment
from careteam.domain.referrals import OPEN_STATES, Priority, ReferralState
from careteam.storage.reads.referrals import ReferralRow
from ui.look.chips import ChipText
from ui.look.columns import Cell, Chips, Words
from ui.look.tokens import Tone


def state_words(state: ReferralState) -> str:
    """Where a referral stands, in a word or two."""
    return {
        ReferralState.REQUESTED: QCoreApplication.translate("Referrals", "Requested"),
        ReferralState.ACCEPTED: QCoreApplication.translate("Referrals", "Accepted"),
        ReferralState.DECLINED: QCoreApplication.translate("Referrals", "Declined"),
        ReferralState.SCHEDULED: QCoreApplication.translate("Referrals", "Scheduled"),
        ReferralState.IN_PROGRESS: QCoreApplication.translate("Referrals", "In progress"),
        ReferralState.COMPLETED: QCoreApplication.translate("Referrals", "Completed"),
        ReferralState.CANCELLED: QCoreApplication.translate("Referrals", "Cancelled"),
        ReferralState.REVOKED: QCoreApplication.translate("Referrals", "Acceptance taken back"),
        ReferralState.FAILED: QCoreApplication.translate("Referrals", "Failed"),
    }[state]


def to_cell(row: ReferralRow) -> Cell:
    """To whom, with how it was asked below."""
    parts = [row.method] if row.method else []
    if row.priority == Priority.URGENT:
        parts.insert(0, QCoreApplication.translate("Referrals", "Urgent"))
    return Words(row.to, " · ".join(parts), strong=row.is_open, quiet=not row.is_open)


def reason_cell(row: ReferralRow) -> Cell:
    """Why, and what came of it once there is a result."""
    return Words(row.reason or "—", row.result)


def state_chip(row: ReferralRow) -> ChipText:
    """The state with its age in days while it is open; overdue ones with a sign."""
    words = state_words(row.state)
    if row.open_days is not None:
        age = QCoreApplication.translate("Referrals", "{state} {days} d")
        words = age.format(state=words, days=row.open_days)
        if row.due_on is not None and row.urgency is Urgency.OVERDUE:
            return ChipText(words, Tone.BAD, "!")
        if row.due_on is not None and row.urgency is Urgency.TODAY:
            return ChipText(words, Tone.WARN, "▲")
        return ChipText(words, Tone.INFO)
    if row.state is ReferralState.COMPLETED:
        return ChipText(words, Tone.OK, "✓")
    return ChipText(words, Tone.MUTE)


def state_cell(row: ReferralRow) -> Cell:
    """The state as a chip."""
    return Chips((state_chip(row),))


def since_cell(row: ReferralRow, moment: Moment) -> Cell:
    """The day of the last step; below it the visit, or when its silence comes up."""
    today = moment.today
    below = ""
    if row.state in OPEN_STATES and row.scheduled_on is not None:
        text = QCoreApplication.translate("Referrals", "Visit {day}")
        below = text.format(day=day_bare(row.scheduled_on, today))
    elif row.due_on is not None:
        text = QCoreApplication.translate("Referrals", "Ask {day}")
        below = text.format(day=day_bare(row.due_on, today))
    return Words(day_short(row.since, today), below)


def tint(row: ReferralRow) -> Tone | None:
    """Lines that wait too long stand out."""
    is_late = row.is_open and row.due_on is not None and row.urgency is Urgency.OVERDUE
    return Tone.BAD if is_late else None
