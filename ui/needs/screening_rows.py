"""How a line of the screening table reads: score, trend, and what it asks for."""

from PySide6.QtCore import QCoreApplication

from careteam.domain.clinical_rules import Instrument
from careteam.domain.dates import day_bare
from careteam.domain.moment import Moment
from careteam.storage.reads.screenings import Answer, AskRow, InstrumentRow
from ui.look.chips import ChipText
from ui.look.columns import Cell, ChipPress, Chips, Trend, Words
from ui.look.tokens import Tone

MOST_POINTS = 12


def latest_cell(row: InstrumentRow, moment: Moment) -> Cell:
    """6/10, and its day below."""
    tone = Tone.BAD if row.is_past_cutoff and is_unanswered(row) else None
    return Words(row.shown, day_bare(row.latest.on, moment.today), strong=True, tone=tone)


def trend_cell(row: InstrumentRow, moment: Moment) -> Cell:
    """The last scores as a line; every value is told in words."""
    scores = row.scores[-MOST_POINTS:]
    text = QCoreApplication.translate("Screening", "{score} on {day}")
    told = [text.format(score=one.score, day=day_bare(one.on, moment.today)) for one in scores]
    if row.instrument.cutoff is not None:
        told.append(cutoff_words(row.instrument))
    return Trend(
        points=tuple((one.on.toordinal(), float(one.score)) for one in scores),
        spoken=", ".join(told),
        cutoff=row.instrument.cutoff,
        tone=_trend_tone(row),
    )


def asks_cell(row: InstrumentRow, moment: Moment) -> Cell:
    """The roles that the last score asks for, and what became of each."""
    if not row.asks:
        return Words(QCoreApplication.translate("Screening", "Nobody"), quiet=True)
    chips = tuple(ask_chip(ask, moment) for ask in row.asks)
    can_choose = any(is_open(ask) for ask in row.asks)
    return ChipPress(chips) if can_choose else Chips(chips)


def ask_chip(ask: AskRow, moment: Moment) -> ChipText:
    """What a score asks for, as a sign and words."""
    asked = " → ".join(part for part in (ask.cutoff, ask.role_label) if part)
    today = moment.today
    match ask.answer:
        case Answer.SEEN if ask.seen_on is not None:
            text = QCoreApplication.translate("Screening", "{role} seen {day}")
            day = day_bare(ask.seen_on, today)
            return ChipText(text.format(role=ask.role_label, day=day), Tone.OK, "✓")
        case Answer.OPEN if ask.due_on is not None and ask.due_on < today:
            return ChipText(asked, Tone.BAD, "!")
        case Answer.OPEN:
            return ChipText(asked, Tone.IDEA, "◆")
        case Answer.ACCEPTED:
            text = QCoreApplication.translate("Screening", "{role} asked, not seen yet")
            return ChipText(text.format(role=ask.role_label), Tone.WARN, "↻")
        case Answer.DISMISSED:
            return ChipText(f"{ask.role_label} · {ask.reason}", Tone.MUTE, "–")
        case _:
            return ChipText(asked, Tone.MUTE)


def is_open(ask: AskRow) -> bool:
    """Whether a suggestion waits for a decision."""
    return ask.answer is Answer.OPEN and ask.suggestion_id is not None


def is_unanswered(row: InstrumentRow) -> bool:
    """Whether something that the score asks for has not been done."""
    return any(ask.answer in (Answer.OPEN, Answer.ACCEPTED, Answer.UNASKED) for ask in row.asks)


def cutoff_words(instrument: Instrument) -> str:
    """Cut-off 4 or more: where an instrument begins to ask for somebody."""
    if instrument.is_low_bad:
        text = QCoreApplication.translate("Screening", "cut-off {score} or less")
    else:
        text = QCoreApplication.translate("Screening", "cut-off {score} or more")
    return text.format(score=instrument.cutoff)


def _trend_tone(row: InstrumentRow) -> Tone | None:
    if not row.is_past_cutoff:
        return None
    return Tone.BAD if is_unanswered(row) else Tone.WARN
