"""The time sheet of a month, collected whole before it leaves as a paper."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from careteam.domain.dates import day_shown, moment_shown, month_shown
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ACTIVITY, WORK
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.domain.time_sheet import (
    SheetEntry,
    SheetLine,
    TimeSheet,
    missing_shown,
    units_shown,
)
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.month_time import LockRow, MonthRow, TimeLine, month_page
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.reads.time_query import CONTACT

MOST_PRINTED = 500
"""So many lines are printed; the table for a spreadsheet has all."""
_EVERYBODY = "Whole clinic"


def collect_time_sheet(
    session: Session,
    month: date,
    *,
    moment: Moment,
    rules: Rules,
    navigator_id: int | None = None,
    program: str = "",
) -> TimeSheet:
    """A month of one navigator's patients or of the whole clinic, with every entry."""
    page = month_page(
        session,
        month,
        rules=rules,
        navigator_id=navigator_id,
        program=program,
        limit=MOST_PRINTED,
    )
    clinic = read_settings(session).get("clinic", "")
    author, phone = author_of(session, moment.by)
    whose = _EVERYBODY if navigator_id is None else author_of(session, navigator_id)[0]
    sheet = TimeSheet(
        clinic=clinic,
        author=author or clinic,
        author_phone=phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=moment.today.isoformat(),
        month=month_shown(page.month),
        month_iso=page.month.isoformat()[:7],
        whose=" · ".join(part for part in (whose, program) if part),
        lock=_lock(page.lock, moment),
        minutes=page.minutes,
        total=page.total,
        lines=tuple(sheet_line(row, rules) for row in page.rows),
        letterhead=letterhead_of(session),
    )
    return replace(sheet, digest=digest_of(sheet))


def sheet_line(row: MonthRow, rules: Rules) -> SheetLine:
    """A line of the sheet in words."""
    found, label = row.sum, rules.catalogue.label
    return SheetLine(
        name=row.name,
        mrn=row.mrn,
        program=row.program,
        billing=row.billing,
        supervising=row.supervising,
        minutes=found.minutes,
        ready=found.ready,
        units=units_shown(found.units, row.first_code, row.more_code),
        missing=missing_shown(found.missing, found.overlap),
        by_activity=tuple(
            (label(ACTIVITY, key) if key else "No activity", minutes)
            for key, minutes in found.by_activity
        ),
        entries=tuple(sheet_entry(line, rules) for line in row.lines),
    )


def sheet_entry(line: TimeLine, rules: Rules) -> SheetEntry:
    """An entry of the sheet in words."""
    return SheetEntry(
        day=day_shown(line.day),
        what=what_words(line, rules),
        activity=rules.catalogue.label(ACTIVITY, line.activity) if line.activity else "",
        minutes=line.minutes,
        who=line.by,
        missing=missing_shown(line.missing, line.overlap),
    )


def what_words(line: TimeLine, rules: Rules) -> str:
    """What was done: the way of a contact, or the kind of work."""
    catalogue = rules.catalogue
    if line.source != CONTACT:
        return catalogue.label(WORK, line.what)
    mode = catalogue.modes.get(line.what)
    return mode.label if mode else line.what


def _lock(lock: LockRow | None, moment: Moment) -> str:
    if lock is None:
        return "Not locked: it can still change"
    day = day_shown(moment.local(lock.at).date())
    return f"Locked {day} by {lock.by}" if lock.by else f"Locked {day}"
