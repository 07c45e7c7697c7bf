"""How the parts of the pathway read: cells of the tables, chips, and words of the strip."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_bare
from careteam.domain.milestones import Lateness
from careteam.domain.pathway import StayKind
from careteam.domain.strip import StripPart, StripState
from careteam.storage.reads.pathway import MilestoneRow, StayRow
from ui.look.chips import ChipText
from ui.look.columns import Cell, Chips, Words
from ui.look.tokens import Tone

NOTHING = "—"
ONE_DAY = timedelta(days=1)


def strip_words(part: StripPart, today: date) -> str:
    """What stands below the name of a phase in the strip."""
    match part.state:
        case StripState.DONE:
            text = QCoreApplication.translate("Pathway", "{days} · done")
            return text.format(days=_stretch(part, today))
        case StripState.NOW if part.usual_days is None:
            text = QCoreApplication.translate("Pathway", "since {date} · day {day}")
        case StripState.NOW:
            text = QCoreApplication.translate(
                "Pathway", "since {date} · day {day} of about {usual}"
            )
        case StripState.AHEAD if part.expected_on is not None:
            text = QCoreApplication.translate("Pathway", "from about {day}")
            return text.format(day=day_bare(part.expected_on, today))
        case StripState.AHEAD:
            return QCoreApplication.translate("Pathway", "later")
        case StripState.OPEN:
            return QCoreApplication.translate("Pathway", "to be decided")
    since = day_bare(part.started_on, today) if part.started_on else NOTHING
    return text.format(date=since, day=part.day, usual=part.usual_days)


def milestone_cell(row: MilestoneRow) -> Cell:
    """What is tested; quieter when it is left out."""
    is_out = row.lateness is Lateness.LEFT_OUT
    return Words(row.label, strong=not is_out, quiet=is_out)


def day_cell(day: date | None, today: date) -> Cell:
    """A day of a column, or that there is none."""
    return Words(day_bare(day, today) if day else NOTHING)


def result_cell(row: MilestoneRow) -> Cell:
    """The result; of a test that is not done, how it stands to its day."""
    if row.lateness is Lateness.DONE:
        return Words(row.result or QCoreApplication.translate("Pathway", "Done"))
    if row.lateness is Lateness.LEFT_OUT:
        text = QCoreApplication.translate("Pathway", "Left out: {reason}")
        return Words(text.format(reason=row.reason), quiet=True)
    return Chips((lateness_chip(row),))


def lateness_chip(row: MilestoneRow) -> ChipText:
    """in 2 days, today, 1 day ago, 3 days late: a sign goes with every colour."""
    match row.lateness:
        case Lateness.LATE:
            text = QCoreApplication.translate("Pathway", "%n day(s) late", None, row.days)
            return ChipText(text, Tone.BAD, "!")
        case Lateness.PAST:
            text = QCoreApplication.translate("Pathway", "%n day(s) ago", None, row.days)
            return ChipText(text, Tone.WARN, "▲")
        case Lateness.TODAY:
            return ChipText(QCoreApplication.translate("Pathway", "Today"), Tone.WARN, "●")
        case Lateness.AHEAD:
            text = QCoreApplication.translate("Pathway", "in %n day(s)", None, -row.days)
            return ChipText(text, Tone.MUTE)
        case _:
            return ChipText(QCoreApplication.translate("Pathway", "No day yet"), Tone.MUTE)


def stay_cell(row: StayRow) -> Cell:
    """Ward or emergency department, and whether it was planned."""
    if row.kind is StayKind.EMERGENCY:
        return Words(QCoreApplication.translate("Pathway", "Emergency visit"), strong=True)
    if row.is_planned:
        return Words(QCoreApplication.translate("Pathway", "Planned stay"), strong=True)
    return Words(QCoreApplication.translate("Pathway", "Stay in hospital"), strong=True)


def stay_until_cell(row: StayRow, today: date) -> Cell:
    """The last day of a stay, or a chip that says the patient is there."""
    if row.discharged_on is None:
        text = QCoreApplication.translate("Pathway", "In hospital")
        return Chips((ChipText(text, Tone.INFO, "●"),))
    return Words(day_bare(row.discharged_on, today))


def stay_length_cell(row: StayRow) -> Cell:
    """The days of a stay; a visit has none."""
    if row.kind is StayKind.EMERGENCY:
        return Words(NOTHING)
    return Words(QCoreApplication.translate("Pathway", "%n day(s)", None, row.days))


def stay_about_cell(row: StayRow) -> Cell:
    """Where and why."""
    return Words(" · ".join(part for part in (row.place, row.reason) if part) or NOTHING)


def mrd_chip(mrd: str, label: str) -> Cell:
    """The residual disease of a day."""
    if not mrd:
        return Words(NOTHING)
    tone, sign = {"positive": (Tone.BAD, "!"), "negative": (Tone.OK, "✓")}.get(mrd, (Tone.MUTE, ""))
    return Chips((ChipText(label, tone, sign),))


def _stretch(part: StripPart, today: date) -> str:
    if part.started_on is None or part.ended_on is None:
        return NOTHING
    last = max(part.ended_on - ONE_DAY, part.started_on)
    first = part.started_on
    if first == last:
        return day_bare(first, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_bare(last, today)}"
    return f"{day_bare(first, today)} – {day_bare(last, today)}"
