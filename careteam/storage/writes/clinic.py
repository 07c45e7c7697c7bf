"""Changing what holds for the whole clinic: its name and zone, its tries, its holidays."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.catalogue_drafts import TOO_LONG, ClinicDraft, check_clinic
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import NAME_LENGTH, clean
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.settings import LOCK_MINUTES, HolidayRow, federal_holidays_missing
from careteam.storage.tables import HolidayRecord, SettingRecord
from careteam.storage.writes.catalogue import CATALOGUE
from careteam.storage.writes.recompute import follow
from careteam.storage.writes.settings import check_zone

THROUGH = "holidays_through"
NO_HOLIDAY = "{day} is not in the list of holidays. Look at the list again."
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100


@needs(Action.SETTINGS)
def save_clinic(session: Session, draft: ClinicDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep the clinic's name, zone, region, number of tries and minutes.

    Another number of tries changes whose turn it is to try another way. Refused at each field.
    """
    problems: list[Problem] = []
    try:
        check_zone(clean(draft.zone))
    except Refused as refused:
        problems += refused.problems
    try:
        draft = check_clinic(draft)
    except Refused as refused:
        raise Refused([*problems, *refused.problems]) from refused
    if problems:
        raise Refused(problems)
    tries_before = read_settings(session).get("max_attempts")
    values = {
        "clinic": draft.name,
        "zone": draft.zone,
        "region": draft.region,
        "max_attempts": str(draft.max_attempts),
        "quick_minutes": " ".join(str(minutes) for minutes in draft.quick_minutes),
        LOCK_MINUTES: str(draft.lock_minutes),
    }
    for key, value in values.items():
        session.merge(SettingRecord(key=key, value=value))
    session.flush()
    parts = CATALOGUE | {Part.SETTING}
    if tries_before != values["max_attempts"]:
        parts |= follow(session, moment=moment)
    return Changes(parts, summary="The clinic's settings are saved.", many=True)


@needs(Action.SETTINGS)
def add_holiday(session: Session, day: date, name: str, *, moment: Moment, rules: Rules) -> Changes:
    """A day on which the clinic does not work; what would fall due on it moves on."""
    problems: list[Problem] = []
    if session.get(HolidayRecord, day) is not None:
        shown = {"day": day_shown(day)}
        problems.append(Problem("day", "{day} is a holiday already.", shown))
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        problems.append(Problem("day", "The year cannot be right."))
    name = _checked_name(name, problems)
    session.add(HolidayRecord(day=day, name=name))
    parts = CATALOGUE | follow(session, moment=moment)
    return Changes(parts, summary=f"{day_shown(day)} is a holiday.", many=True)


@needs(Action.SETTINGS)
def rename_holiday(
    session: Session, day: date, name: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Another name for a holiday; no due day moves."""
    name = _checked_name(name, [])
    record = session.get(HolidayRecord, day)
    if record is None:
        raise Missing(NO_HOLIDAY.format(day=day_shown(day)))
    record.name = name
    session.add(record)
    session.flush()
    return Changes(CATALOGUE, summary=f"{day_shown(day)} is {name}.", many=True)


@needs(Action.SETTINGS)
def put_back_holidays(
    session: Session, rows: Iterable[HolidayRow], *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of removing holidays; days that came back meanwhile stay as they are."""
    back = [row for row in rows if session.get(HolidayRecord, row.day) is None]
    session.add_all(HolidayRecord(day=row.day, name=row.name) for row in back)
    parts = CATALOGUE | follow(session, moment=moment)
    return Changes(parts, summary="The holidays are in the list again.", many=True)


@needs(Action.SETTINGS)
def remove_holidays(
    session: Session, days: Iterable[date], *, moment: Moment, rules: Rules
) -> Changes:
    """The clinic works on these days; Missing when one of them is no holiday."""
    gone = tuple(days)
    for day in gone:
        record = session.get(HolidayRecord, day)
        if record is None:
            raise Missing(NO_HOLIDAY.format(day=day_shown(day)))
        session.delete(record)
    parts = CATALOGUE | follow(session, moment=moment)
    words = day_shown(gone[0]) if len(gone) == 1 else f"{len(gone)} holidays"
    return Changes(parts, summary=f"{words} removed from the holidays.", many=True)


@needs(Action.SETTINGS)
def fill_year(session: Session, year: int, *, moment: Moment, rules: Rules) -> Changes:
    """Add the federal holidays of a year that are not in the list, observed days included.

    Source: 5 U.S.C. 6103 as the package `holidays` computes it.
    """
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Refused.at("year", "The year cannot be right.")
    missing = federal_holidays_missing(session, year)
    session.add_all(HolidayRecord(day=row.day, name=row.name) for row in missing)
    through = read_settings(session).get(THROUGH, "0")
    if int(through) == year - 1:
        session.merge(SettingRecord(key=THROUGH, value=str(year)))
    parts = CATALOGUE | (follow(session, moment=moment) if missing else frozenset())
    words = f"{len(missing)} holidays of {year} are added."
    return Changes(parts, summary=words if missing else f"{year} is complete.", many=True)


def _checked_name(name: str, problems: list[Problem]) -> str:
    """The name of a holiday cleaned; Refused for it and for the problems found before."""
    name = clean(name)
    if not name:
        problems.append(Problem("name", "Say which holiday it is."))
    elif len(name) > NAME_LENGTH:
        problems.append(Problem("name", TOO_LONG))
    if problems:
        raise Refused(problems)
    return name
