"""Emergency access: opened with a reason for an hour, and reviewed afterwards."""

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.accounts import EMERGENCY_MINUTES, check_reason
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import clean
from careteam.storage.tables import EmergencyRecord

KINDS = ("no_cover", "out_of_hours", "disaster", "other")


@needs(Action.EMERGENCY)
def begin_emergency(
    session: Session, account_id: int, kind: str, reason: str, *, moment: Moment, rules: Rules
) -> Changes:
    """Open emergency access of an account for an hour: 45 CFR 164.312(a)(2)(ii).

    Refused for an unknown kind or a reason of less than a few words.
    """
    if kind not in KINDS:
        raise Refused.at("kind", "Choose what kind of emergency it is.")
    record = EmergencyRecord(
        account_id=account_id,
        kind=kind,
        reason=check_reason(reason)[:500],
        begun_at=moment.now,
        ends_at=moment.now + timedelta(minutes=EMERGENCY_MINUTES),
    )
    session.add(record)
    session.flush()
    return Changes(frozenset({Part.SETTING}), made=record.id, summary="Emergency access is open.")


@needs(Action.OWN)
def end_emergency(session: Session, account_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """End what emergency access of an account is open; without one nothing is done."""
    table = EmergencyRecord.__table__.c
    query = select(EmergencyRecord).where(table.account_id == account_id)
    for record in session.scalars(query.where(table.ends_at > moment.now)):
        record.ends_at = max(moment.now, record.begun_at)
    session.flush()
    return Changes(frozenset({Part.SETTING}), summary="Emergency access has ended.")


@needs(Action.REVIEW)
def review_emergency(
    session: Session, emergency_id: int, words: str, reviewer: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Say that emergency access was looked at, and what was found; `reviewer` is an account."""
    record = session.get(EmergencyRecord, emergency_id)
    if record is None:
        raise Missing("There is no such emergency access. Read the list again.")
    words = clean(words)[:500]
    if not words:
        raise Refused.at("review", "Say in a few words what was found.")
    if record.account_id == reviewer:
        raise Refused.at("review", "Nobody reviews their own emergency access; ask a colleague.")
    record.reviewed_at, record.reviewed_by, record.review = moment.now, reviewer, words
    session.flush()
    return Changes(frozenset({Part.SETTING}), summary="The emergency access is reviewed.")
