"""The turn of a day: assignments that begin or end, cover that stands in, roles to ask about."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentState, state_on
from careteam.domain.changes import Changes, Part
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.reads.rules import read_settings
from careteam.storage.seeds import us_holidays
from careteam.storage.tables import (
    AssignmentRecord,
    HolidayRecord,
    SettingRecord,
    TeamRoleRecord,
)
from careteam.storage.writes.board import wait_from
from careteam.storage.writes.course import set_due
from careteam.storage.writes.standing_in import stand_in_for


@needs(Action.OWN)
def open_day(session: Session, *, moment: Moment, rules: Rules) -> Changes:
    """Bring what depends on the calendar up to the day; a second call changes nothing.

    Days on which the program was closed are caught up with.
    """
    today = moment.today
    settings = read_settings(session)
    if settings.get("rolled_to", "") == today.isoformat():
        return Changes(frozenset())
    table = AssignmentRecord.__table__.c
    crossing = session.scalars(
        select(AssignmentRecord).where(
            ((table.state == AssignmentState.PLANNED) & (table.starts_on <= today))
            | ((table.ends_on <= today) & (table.state != AssignmentState.ENDED))
        )
    ).all()
    for row in crossing:
        row.state = state_on(
            today,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            is_held=row.held_since is not None,
        )
        set_due(session, row, rules)
        session.add(row)
    session.flush()
    stand_in_for(session, since=_first_unseen(settings, today), moment=moment, rules=rules)
    _ask_again(session, today)
    _extend_holidays(session, settings, today)
    session.merge(SettingRecord(key="rolled_to", value=today.isoformat()))
    session.flush()
    return Changes(frozenset({Part.TEAM, Part.DUE, Part.PERSON, Part.CATALOGUE}), many=True)


def _first_unseen(settings: dict[str, str], today: date) -> date:
    """The day after the last one that was opened; today when none was or the clock went back."""
    seen = settings.get("rolled_to", "")
    return min(date.fromisoformat(seen) + timedelta(days=1), today) if seen else today


def _ask_again(session: Session, today: date) -> None:
    table = TeamRoleRecord.__table__.c
    asked = table.declined_on.is_not(None) & (table.ask_on <= today)
    rows = session.scalars(select(TeamRoleRecord).where(asked)).all()
    for row in rows:
        row.declined_on, row.ask_on = None, None
        wait_from(row, today)
        session.add(row)


def _extend_holidays(session: Session, settings: dict[str, str], today: date) -> None:
    through = int(settings.get("holidays_through", "0"))
    wanted = (today + timedelta(days=400)).year
    if not through or through >= wanted:
        return
    for row in us_holidays(through + 1, wanted - through):
        session.merge(HolidayRecord(**row))
    session.merge(SettingRecord(key="holidays_through", value=str(wanted)))
