"""Changing the clinic's programs: other rules from a day on, switched off and on again."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.program_drafts import ProgramDraft, check_program
from careteam.domain.rules import Rules
from careteam.storage.tables import ProgramRecord
from careteam.storage.writes.month_locks import refuse_locked_since

CHANGED = frozenset({Part.CATALOGUE, Part.TIME})
GONE = "This program is no longer in the list. Look at the list again."


@needs(Action.SETTINGS)
def change_program(
    session: Session, draft: ProgramDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Other codes and minutes from a day on; the rules that stood end the day before.

    Refused where a locked month rests on what stood.
    """
    last = _last(session, draft.key)
    standing = next(
        one
        for one in rules.time.programs
        if (one.key, one.valid_from) == (last.key, last.valid_from)
    )
    draft = check_program(draft, standing)
    refuse_locked_since(session, draft.valid_from, "valid_from")
    last.valid_to = draft.valid_from - timedelta(days=1)
    session.add(last)
    session.add(
        ProgramRecord(
            key=last.key,
            valid_from=draft.valid_from,
            label=last.label,
            first_code=draft.first_code,
            first_minutes=draft.first_minutes,
            more_code=draft.more_code,
            more_minutes=draft.more_minutes,
            most_more=draft.most_more,
            consent=last.consent,
            needs_visit=last.needs_visit,
            source=draft.source,
            position=last.position,
        )
    )
    session.flush()
    summary = f"{last.key} has other rules from {day_shown(draft.valid_from)}."
    return Changes(CHANGED, summary=summary, many=True)


@needs(Action.SETTINGS)
def take_back_program(
    session: Session, key: str, valid_from: date, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of changing: the newest rules go, and those before stand on."""
    last = _last(session, key)
    if last.valid_from != valid_from:
        raise Refused.at("", "These rules are no longer the newest.")
    refuse_locked_since(session, valid_from)
    session.delete(last)
    session.flush()
    before = _last(session, key)
    before.valid_to = None
    session.add(before)
    session.flush()
    return Changes(CHANGED, summary=f"{key} has the rules of before.", many=True)


@needs(Action.SETTINGS)
def switch_program(
    session: Session, key: str, is_active: bool, *, moment: Moment, rules: Rules
) -> Changes:
    """Offer a program or offer it no longer; what was logged under it stays and is told."""
    table = ProgramRecord.__table__.c
    found = session.scalars(select(ProgramRecord).where(table.key == key)).all()
    if not found:
        raise Missing(GONE)
    refuse_locked_since(session, moment.today)
    for record in found:
        record.is_active = is_active
        session.add(record)
    session.flush()
    words = "on" if is_active else "off"
    return Changes(CHANGED, summary=f"{key} is switched {words}.", many=True)


def _last(session: Session, key: str) -> ProgramRecord:
    table = ProgramRecord.__table__.c
    query = select(ProgramRecord).where(table.key == key).order_by(table.valid_from.desc())
    record = session.scalars(query.limit(1)).one_or_none()
    if record is None:
        raise Missing(GONE)
    return record
