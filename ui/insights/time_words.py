"""Navigation time in words: units, what is missing, and how far the next unit is."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from careteam.domain.dates import day_shown, month_shown
from careteam.domain.time_sums import Missing, MonthSum
from careteam.storage.reads.month_time import LockRow, MonthPage, MonthRow
from ui.look.columns import Bar, Press, Words
from ui.look.tokens import Tone

CONSENT = (Missing.CONSENT, Missing.CONSENT_OVER)


def missing_words(missing: Missing) -> str:
    """What is to be done first before minutes count."""
    return {
        Missing.ENROLMENT: QCoreApplication.translate("TimeWords", "enroll first"),
        Missing.PROGRAM: QCoreApplication.translate("TimeWords", "program not offered"),
        Missing.CONSENT: QCoreApplication.translate("TimeWords", "consent first"),
        Missing.CONSENT_OVER: QCoreApplication.translate("TimeWords", "consent is over"),
        Missing.VISIT: QCoreApplication.translate("TimeWords", "no initiating visit yet"),
        Missing.BILLING: QCoreApplication.translate("TimeWords", "nobody bills yet"),
        Missing.SUPERVISING: QCoreApplication.translate("TimeWords", "nobody supervises yet"),
        Missing.ACTIVITY: QCoreApplication.translate("TimeWords", "activity missing"),
        Missing.TEXT: QCoreApplication.translate("TimeWords", "note missing"),
    }[missing]


def unit_words(row: MonthRow) -> str:
    """G0023 × 1, G0024 × 2; empty below the first threshold."""
    units = row.sum.units
    parts = ((row.first_code, units.first), (row.more_code, units.more))
    return ", ".join(f"{code} × {count}" for code, count in parts if count)


def result_words(row: MonthRow) -> str:
    """The units, and what keeps the rest of the minutes from counting."""
    found, units = row.sum, unit_words(row)
    if found.missing:
        first = missing_words(found.missing[0])
        if not units:
            return f"— {first}"
        text = QCoreApplication.translate("TimeWords", "{units} · {minutes} min: {first}")
        waiting = found.minutes - found.overlap - found.ready
        return text.format(units=units, minutes=waiting, first=first)
    if units:
        return units
    if found.threshold is None:
        return QCoreApplication.translate("TimeWords", "— no units of minutes")
    text = QCoreApplication.translate("TimeWords", "— {minutes} min short")
    return text.format(minutes=found.short)


def overlap_words(minutes: int) -> str:
    """How many minutes count for an entry that began before; empty for none."""
    if not minutes:
        return ""
    text = QCoreApplication.translate("TimeWords", "{minutes} min overlap, counted once")
    return text.format(minutes=minutes)


def overlap_cell(row: MonthRow) -> Words:
    """How many of a patient's minutes another entry tells of already."""
    if not row.sum.overlap:
        return Words("")
    text = QCoreApplication.translate("TimeWords", "{minutes} min")
    return Words(text.format(minutes=row.sum.overlap), tone=Tone.WARN)


def result_cell(row: MonthRow) -> Words:
    """The same for a table, with all that is missing."""
    rest = [missing_words(one) for one in row.sum.missing[1:]]
    return Words(", ".join((result_words(row), *rest)))


def next_words(row: MonthRow) -> str:
    """How many minutes there are of how many, and of the next unit."""
    found = row.sum
    if found.threshold is None:
        text = QCoreApplication.translate("TimeWords", "{minutes} min")
        return text.format(minutes=found.minutes)
    text = QCoreApplication.translate("TimeWords", "{minutes} of {threshold} min to the next unit")
    return text.format(minutes=found.minutes - found.overlap, threshold=found.threshold)


def toward_cell(row: MonthRow) -> Bar:
    """A bar toward the next unit: full once there is one, red while something is missing."""
    return bar_of(row.sum, next_words(row))


def bar_of(found: MonthSum, spoken: str) -> Bar:
    """The bar of a sum, of which `spoken` tells the same."""
    if found.missing and not found.units.first:
        tone = Tone.BAD
    else:
        tone = Tone.OK if found.units.first else Tone.WARN
    counted = found.minutes - found.overlap
    share = 1.0 if found.units.first else counted / (found.threshold or 60)
    return Bar(share, tone, spoken)


def consent_cell(row: MonthRow, today: date) -> Words | Press:
    """The day of the consent that stands or that none does; a button once it is to be renewed."""
    if row.renew_on is not None and row.renew_on <= today:
        return Press(QCoreApplication.translate("TimeWords", "Renew consent"))
    if row.sum.consent_on is not None:
        return Words(day_shown(row.sum.consent_on))
    if Missing.CONSENT_OVER in row.sum.missing:
        return Words(QCoreApplication.translate("TimeWords", "over"), tone=Tone.BAD)
    if Missing.CONSENT in row.sum.missing:
        return Words(QCoreApplication.translate("TimeWords", "missing"), tone=Tone.BAD)
    return Words("—", quiet=True)


def page_words(page: MonthPage) -> str:
    """How many patients and minutes a month has."""
    rows = QCoreApplication.translate("TimeWords", "%n line(s)", None, page.total)
    text = QCoreApplication.translate("TimeWords", "{rows} · {minutes} min")
    return text.format(rows=rows, minutes=f"{page.minutes:,}")


def lock_words(lock: LockRow, day: str) -> str:
    """Since when a month is locked, and by whom."""
    if not lock.by:
        return QCoreApplication.translate("TimeWords", "Locked {day}").format(day=day)
    text = QCoreApplication.translate("TimeWords", "Locked {day} by {who}")
    return text.format(day=day, who=lock.by)


def title_words(page: MonthPage) -> str:
    """What stands above the list."""
    text = QCoreApplication.translate("TimeWords", "Navigation time, {month}")
    return text.format(month=month_shown(page.month))
