"""How a barrier to care reads: what is being done, by whom, and where it stands."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare
from careteam.domain.moment import Moment
from careteam.domain.needs import ActionState, BarrierState
from careteam.storage.reads.needs import ActionRow, BarrierRow
from ui.look.chips import ChipText
from ui.look.columns import Cell, Chips, Words
from ui.look.options import Option
from ui.look.tokens import Tone

NOTHING = "—"


def barrier_cell(row: BarrierRow, moment: Moment) -> Cell:
    """The barrier, and since when it is known."""
    text = QCoreApplication.translate("Barriers", "since {day}")
    return Words(row.label, text.format(day=day_bare(row.found_on, moment.today)), strong=True)


def doing_cell(row: BarrierRow) -> Cell:
    """What is being done, or what came of it; the words of the barrier itself below."""
    if not row.is_open:
        return Words(row.result or NOTHING, row.detail, quiet=True)
    doing = "; ".join(action.text for action in row.open_actions)
    if doing:
        return Words(doing, row.detail)
    done = next((one for one in row.actions if one.state == ActionState.DONE), None)
    if done is not None:
        text = QCoreApplication.translate("Barriers", "Done: {what}")
        return Words(text.format(what=done.result or done.text), row.detail)
    nothing = QCoreApplication.translate("Barriers", "Nothing yet")
    return Words(nothing, row.detail, tone=Tone.BAD)


def who_cell(row: BarrierRow, moment: Moment) -> Cell:
    """Whose the open actions are, and when the first of them is looked at."""
    names = dict.fromkeys(action.who for action in row.open_actions if action.who)
    days = [action.due_on for action in row.open_actions if action.due_on is not None]
    due = ""
    if days:
        text = QCoreApplication.translate("Barriers", "due {day}")
        due = text.format(day=day_bare(min(days), moment.today))
    return Words(", ".join(names) or NOTHING, due)


def state_cell(row: BarrierRow) -> Cell:
    """Open 4 d, or how it ended."""
    return Chips((state_chip(row),))


def state_chip(row: BarrierRow) -> ChipText:
    """Where a barrier stands, as a sign and words."""
    if row.is_open:
        text = QCoreApplication.translate("Barriers", "Open {days} d")
        return ChipText(text.format(days=row.open_days), Tone.WARN, "●")
    tone = Tone.OK if row.state == BarrierState.RESOLVED else Tone.MUTE
    sign = "✓" if tone is Tone.OK else "–"
    return ChipText(end_words(row), tone, sign)


def end_words(row: BarrierRow) -> str:
    """How a barrier ended, in a word or two."""
    if row.group == "none":
        return QCoreApplication.translate("Barriers", "Asked")
    return next((one.label for one in end_options() if one.key == row.state), row.state)


def end_options() -> tuple[Option, ...]:
    """How a barrier can end."""
    return (
        Option(BarrierState.RESOLVED, QCoreApplication.translate("Barriers", "Resolved")),
        Option(
            BarrierState.UNRESOLVABLE, QCoreApplication.translate("Barriers", "Cannot be resolved")
        ),
        Option(
            BarrierState.NO_LONGER_RELEVANT,
            QCoreApplication.translate("Barriers", "No longer matters"),
        ),
    )


def action_cell(row: ActionRow) -> Cell:
    """What is done, and what came of it."""
    return Words(row.text, row.result, strong=row.is_open)


def action_who_cell(row: ActionRow) -> Cell:
    """Whose an action is."""
    return Words(row.who or NOTHING)


def action_state_cell(row: ActionRow, moment: Moment) -> Cell:
    """Where an action stands, and since when."""
    today = moment.today
    if row.is_open:
        text = QCoreApplication.translate("Barriers", "Since {day}")
        if row.due_on is not None:
            text = QCoreApplication.translate("Barriers", "Due {day}")
        is_late = row.due_on is not None and row.due_on < today
        tone, sign = (Tone.BAD, "!") if is_late else (Tone.WARN, "●")
        day = day_bare(row.due_on or row.on, today)
        return Chips((ChipText(text.format(day=day), tone, sign),))
    day = day_bare(row.done_on or row.on, today)
    if row.state == ActionState.DONE:
        text = QCoreApplication.translate("Barriers", "Done {day}")
        return Chips((ChipText(text.format(day=day), Tone.OK, "✓"),))
    text = QCoreApplication.translate("Barriers", "Not needed {day}")
    return Chips((ChipText(text.format(day=day), Tone.MUTE, "–"),))
