"""How a referral moves: its record, the steps it keeps, and the next step that watches over it."""

from datetime import date

from sqlmodel import Session

from careteam.domain.changes import Part
from careteam.domain.clinical_rules import Event
from careteam.domain.errors import Missing, Stale
from careteam.domain.moment import Moment
from careteam.domain.referrals import (
    OPEN_STATES,
    Priority,
    ReferralState,
    ReferralTo,
    Standing,
)
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.faults import STALE
from careteam.storage.tables import ReferralRecord, ReferralStepRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.events import Source, happened, settle_steps

REFERRAL_PARTS = frozenset({Part.REFERRAL, Part.FOLLOW_UP, Part.DUE})
NAME = "referral"


def get_referral(session: Session, referral_id: int, version: int | None = None) -> ReferralRecord:
    """The record of a referral; Missing or Stale when it is not what was read."""
    record = session.get(ReferralRecord, referral_id)
    if record is None:
        raise Missing("This referral is no longer in the database.")
    if version is not None and record.version != version:
        raise Stale(STALE)
    return record


def standing_of_referral(record: ReferralRecord) -> Standing:
    """Where a referral stands now."""
    return Standing(
        id_of(record),
        ReferralState(record.state),
        record.state_on,
        record.scheduled_on,
        record.result,
        record.assignment_id,
    )


def move(
    session: Session,
    record: ReferralRecord,
    to: Standing,
    note: str,
    *,
    on: date,
    moment: Moment,
    rules: Rules,
) -> None:
    """Put a referral where it stands from now on, keep the step, and watch over it anew."""
    was_waiting = record.state == ReferralState.REQUESTED
    record.state, record.state_on = to.state, to.since
    record.scheduled_on, record.result = to.scheduled_on, to.result
    record.assignment_id = to.assignment_id
    record.version += 1
    session.add(record)
    keep_step(session, record, on, note, moment=moment)
    if to.state not in OPEN_STATES or was_waiting != (to.state is ReferralState.REQUESTED):
        settle_steps(session, source_of(session, record, rules), moment=moment)
    watch(session, record, moment=moment, rules=rules)


def keep_step(
    session: Session, record: ReferralRecord, on: date, note: str, *, moment: Moment
) -> None:
    """Add the present state to the history of a referral."""
    session.add(
        ReferralStepRecord(
            referral_id=id_of(record),
            patient_id=record.patient_id,
            state=record.state,
            on_day=on,
            note=note,
            made_at=moment.now,
            by_id=moment.by,
        )
    )
    session.flush()


def watch(
    session: Session,
    record: ReferralRecord,
    *,
    moment: Moment,
    rules: Rules,
    asked_on: date | None = None,
) -> None:
    """Plan when to ask about an open referral, counted from its last step, its visit or the day
    on which somebody asked.

    An urgent one that waits for an answer ages by its own rule; where the clinic has switched that
    off, by the rule of the others.
    """
    if record.state not in OPEN_STATES:
        return
    about = source_of(session, record, rules)
    events = [Event.REFERRAL_ACCEPTED]
    if record.state == ReferralState.REQUESTED:
        events = [Event.REFERRAL_REQUESTED]
        if record.priority == Priority.URGENT:
            events.insert(0, Event.REFERRAL_URGENT)
    on = max(day for day in (record.state_on, record.scheduled_on, asked_on) if day is not None)
    for event in events:
        if happened(
            session,
            record.patient_id,
            event,
            on,
            about,
            moment=moment,
            rules=rules,
            is_new=True,
        ):
            return


def watch_again(session: Session, referral_id: int, *, moment: Moment, rules: Rules) -> None:
    """Somebody asked about a referral and ticked it off: it comes up again while it is open."""
    record = get_referral(session, referral_id)
    watch(session, record, moment=moment, rules=rules, asked_on=moment.today)


def source_of(session: Session, record: ReferralRecord, rules: Rules) -> Source:
    """The referral as the row that next steps are about, with to whom it goes."""
    return Source(NAME, id_of(record), to_words(session, record, rules))


def to_words(session: Session, record: ReferralRecord, rules: Rules) -> str:
    """To whom a referral goes, in a few words."""
    if record.to_kind == ReferralTo.PERSON and record.to_person_id is not None:
        person = get_person(session, record.to_person_id)
        return person_name(person.family, person.given, person.title, person.credentials)
    if record.to_kind == ReferralTo.OUTSIDE:
        return record.to_name
    return rules.catalogue.role_short(record.to_role)


def id_of(record: ReferralRecord) -> int:
    """The id of a referral that is in the database."""
    assert record.id is not None  # noqa: S101 - flushed before
    return record.id
