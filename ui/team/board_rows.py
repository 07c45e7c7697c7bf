"""How a line of the role board reads: its words, chips, tint and the acts it allows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.dates import day_bare, day_short
from careteam.domain.due import NEVER, Urgency
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import mid_sentence
from careteam.storage.reads.board import BoardRow
from careteam.storage.reads.board_suggestions import SUGGESTED
from ui.look.chips import ChipText
from ui.look.columns import Cell, Chips, Press, Words
from ui.look.tokens import Tone

NOTHING = "—"


def group_label(group: str) -> str:
    """The discipline of a role in one or two words."""
    words = {
        "physician": QCoreApplication.translate("Board", "Doctor"),
        "nurse_practitioner": QCoreApplication.translate("Board", "Nurse practitioner"),
        "nurse": QCoreApplication.translate("Board", "Nurse"),
        "social_work": QCoreApplication.translate("Board", "Social work"),
        "nutrition": QCoreApplication.translate("Board", "Nutrition"),
        "rehabilitation": QCoreApplication.translate("Board", "Rehabilitation"),
        "chaplaincy": QCoreApplication.translate("Board", "Spiritual care"),
        "supportive_oncology": QCoreApplication.translate("Board", "Supportive oncology"),
        "non_professional": QCoreApplication.translate("Board", "Family"),
    }
    return words.get(group, QCoreApplication.translate("Board", "Other"))


def role_cell(row: BoardRow) -> Cell:
    """The role, with discipline, rank and the rule of its due day below."""
    parts = [group_label(row.group)]
    if row.rank == Rank.LEAD:
        parts.append(QCoreApplication.translate("Board", "leads"))
    elif row.rank == Rank.BACKUP:
        parts.append(QCoreApplication.translate("Board", "backup"))
    if row.due_rule:
        parts.append(row.due_rule)
    return Words(row.role_short, " · ".join(parts), strong=True)


def who_cell(row: BoardRow, worker_id: int | None, moment: Moment, rules: Rules) -> Cell:
    """The holder and how to reach them; or that nobody holds the role, and why."""
    today = moment.today
    if row.assignment_id is None:
        return _unheld_cell(row, moment, rules)
    below = row.phone
    if row.left_on is not None:
        text = QCoreApplication.translate("Board", "Left {day}: replace them")
        below = text.format(day=day_short(row.left_on, today))
        return Words(row.person, below, strong=True, tone=Tone.BAD)
    if row.person_id == worker_id:
        below = QCoreApplication.translate("Board", "You")
    if row.state == AssignmentState.PLANNED and row.starts_on:
        text = QCoreApplication.translate("Board", "from {day}")
        below = text.format(day=day_short(row.starts_on, today))
    elif row.state == AssignmentState.HELD:
        text = QCoreApplication.translate("Board", "On hold: {reason}")
        below = text.format(reason=row.hold_reason)
    elif row.ends_on is not None:
        text = QCoreApplication.translate("Board", "until {day}")
        below = text.format(day=day_short(row.ends_on, today))
    elif row.away_until is not None:
        text = QCoreApplication.translate("Board", "Away until {day}")
        below = text.format(day=day_short(row.away_until, today))
    return Words(row.person, below, quiet=row.state != AssignmentState.ACTIVE)


def _unheld_cell(row: BoardRow, moment: Moment, rules: Rules) -> Cell:
    """That nobody holds the role, and why somebody should: by suggestion, or by the phase."""
    reasons = " · ".join(one.because or one.words for one in row.suggestions)
    if row.declined_on is not None:
        said = _suggested(reasons) if reasons else _decline_words(row, moment, rules)
        return Words(QCoreApplication.translate("Board", "Declined by patient"), said, quiet=True)
    if not row.is_gap:
        words = QCoreApplication.translate("Board", "◆ Suggested")
        return Words(words, reasons, strong=True, tone=Tone.IDEA)
    asked = QCoreApplication.translate("Board", "Asked for by {phase}")
    said = asked.format(phase=mid_sentence(row.asked_by)) if row.asked_by else ""
    return Words(
        QCoreApplication.translate("Board", "Nobody yet"),
        _suggested(reasons) if reasons else said,
        strong=True,
        tone=Tone.BAD,
    )


def _suggested(reasons: str) -> str:
    words = QCoreApplication.translate("Board", "◆ Suggested: {reasons}")
    return words.format(reasons=reasons)


def last_cell(row: BoardRow, moment: Moment, rules: Rules) -> Cell:
    """The last contact: its day, how it was made and how it ended."""
    if row.last_at is None:
        if row.declined_on is not None and row.assignment_id is None:
            return Words(day_short(row.declined_on, moment.today))
        if row.referred_on is not None and row.assignment_id is None:
            text = QCoreApplication.translate("Board", "Referred {day}")
            return Words(NOTHING, text.format(day=day_bare(row.referred_on, moment.today)))
        if row.starts_on is None:
            return Words(NOTHING)
        text = QCoreApplication.translate("Board", "Assigned {day}")
        return Words(NOTHING, text.format(day=day_bare(row.starts_on, moment.today)))
    at: datetime = moment.local(row.last_at)
    mode = rules.catalogue.modes.get(row.last_mode)
    outcome = rules.catalogue.outcomes.get(row.last_outcome)
    said = [mode.short if mode else row.last_mode]
    if outcome and not outcome.is_reached:
        said.append(outcome.short.casefold())
    elif row.last_minutes:
        said.append(QCoreApplication.translate("Board", "%n min", None, row.last_minutes))
    else:
        said.append(QCoreApplication.translate("Board", "reached"))
    return Words(day_short(at.date(), moment.today), " · ".join(said))


def due_cell(row: BoardRow) -> Cell:
    """When the role is due, as a chip; a button where it is to be filled."""
    if row.is_gap or row.state == SUGGESTED:
        return Press(QCoreApplication.translate("Board", "Assign"))
    if row.due_on == NEVER:
        return Chips((ChipText(NOTHING, Tone.MUTE),))
    return Chips((due_chip(row.due_text, row.urgency),))


def due_chip(text: str, urgency: Urgency) -> ChipText:
    """A due day as a chip: late ones with a sign, today's in amber, later ones quiet."""
    if urgency is Urgency.OVERDUE:
        return ChipText(text, Tone.BAD, "!")
    return ChipText(text, Tone.WARN if urgency is Urgency.TODAY else Tone.MUTE)


def tint(row: BoardRow) -> Tone | None:
    """Late lines stand out, and those that only a suggestion has put there."""
    if row.state == SUGGESTED:
        return Tone.IDEA
    return Tone.BAD if row.urgency is Urgency.OVERDUE and row.assignment_id else None


def _decline_words(row: BoardRow, moment: Moment, rules: Rules) -> str:
    said = [day_short(row.declined_on, moment.today)] if row.declined_on else []
    if row.ask_on is not None:
        text = QCoreApplication.translate("Board", "ask again {day}")
        said.append(text.format(day=day_short(row.ask_on, moment.today)))
    elif row.ask_at_phase:
        text = QCoreApplication.translate("Board", "ask again at {phase}")
        label = mid_sentence(rules.catalogue.phase_label(row.ask_at_phase))
        said.append(text.format(phase=label))
    return " · ".join(said)
