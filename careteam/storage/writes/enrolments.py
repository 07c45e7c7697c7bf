"""A patient in a program: enrolled, with who bills and who supervises, and left again."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_shown
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import EnrolDraft, LeaveDraft, check_enrol, check_leave
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import EnrolmentRecord
from careteam.storage.writes.assignments import get_person
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.month_locks import refuse_locked_since
from careteam.storage.writes.renewals import plan_renewal

REPLACED = "replaced"
TIME = frozenset({Part.TIME, Part.FOLLOW_UP})


@needs(Action.CARE)
def enrol(session: Session, draft: EnrolDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Let a program begin for a patient, or go on with who bills and supervises from a day.

    An enrolment that stands ends on that day as replaced. Refused for a day before it began, for
    one that changes nothing, and where a locked month rests on what stood.
    """
    draft = check_enrol(draft, time=rules.time, today=moment.today)
    standing_of(session, draft.patient_id)
    for person_id in {draft.billing_id, draft.supervising_id} - {None}:
        get_person(session, person_id or 0)
    refuse_locked_since(session, draft.starts_on, "starts_on")
    standing = open_enrolment(session, draft.patient_id, draft.program)
    if standing is not None:
        _replace(session, standing, draft)
    _refuse_overlap(session, draft)
    record = EnrolmentRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        program=draft.program,
        starts_on=draft.starts_on,
        billing_id=draft.billing_id,
        supervising_id=draft.supervising_id,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    plan_renewal(session, draft.patient_id, draft.program, moment=moment, rules=rules)
    summary = f"Enrolled in {rules.time.label(draft.program)}."
    return Changes(TIME, frozenset({draft.patient_id}), record.id, summary)


@needs(Action.CARE)
def leave_program(session: Session, draft: LeaveDraft, *, moment: Moment, rules: Rules) -> Changes:
    """End an enrolment on a day, which is the first on which it no longer stands."""
    record = _get(session, draft.enrolment_id)
    if record.ends_on is not None:
        raise Refused.at("ends_on", "This enrolment has ended already.")
    draft = check_leave(draft, starts_on=record.starts_on, today=moment.today)
    refuse_locked_since(session, draft.ends_on, "ends_on")
    record.ends_on, record.end_reason = draft.ends_on, draft.reason
    session.add(record)
    session.flush()
    plan_renewal(session, record.patient_id, record.program, moment=moment, rules=rules)
    summary = f"{rules.time.label(record.program)} ended on {day_shown(draft.ends_on)}."
    return Changes(TIME, frozenset({record.patient_id}), record.id, summary)


@needs(Action.CARE)
def take_back_enrolment(
    session: Session, enrolment_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """The inverse of enrolling: it ends on its first day, and what it replaced stands again."""
    record = _get(session, enrolment_id)
    refuse_locked_since(session, record.starts_on)
    record.ends_on, record.end_reason = record.starts_on, "undone at once"
    session.add(record)
    session.flush()
    table = EnrolmentRecord.__table__.c
    query = select(EnrolmentRecord).where(
        table.patient_id == record.patient_id,
        table.program == record.program,
        table.ends_on == record.starts_on,
        table.end_reason == REPLACED,
    )
    before = session.scalars(query.order_by(table.id.desc()).limit(1)).one_or_none()
    if before is not None:
        before.ends_on, before.end_reason = None, ""
        session.add(before)
        session.flush()
    plan_renewal(session, record.patient_id, record.program, moment=moment, rules=rules)
    return Changes(TIME, frozenset({record.patient_id}), record.id, "The enrolment is undone.")


@needs(Action.CARE)
def come_back(session: Session, enrolment_id: int, *, moment: Moment, rules: Rules) -> Changes:
    """The inverse of leaving: the enrolment stands on."""
    record = _get(session, enrolment_id)
    if record.ends_on is None:
        raise Refused.at("", "This enrolment stands already.")
    if open_enrolment(session, record.patient_id, record.program) is not None:
        raise Refused.at("", "The patient is enrolled anew meanwhile.")
    refuse_locked_since(session, record.ends_on)
    record.ends_on, record.end_reason = None, ""
    session.add(record)
    session.flush()
    plan_renewal(session, record.patient_id, record.program, moment=moment, rules=rules)
    return Changes(TIME, frozenset({record.patient_id}), record.id, "The enrolment stands on.")


def open_enrolment(session: Session, patient_id: int, program: str) -> EnrolmentRecord | None:
    """The enrolment of a patient in a program that has not ended."""
    table = EnrolmentRecord.__table__.c
    query = select(EnrolmentRecord).where(
        table.patient_id == patient_id, table.program == program, table.ends_on.is_(None)
    )
    return session.scalars(query).one_or_none()


def _replace(session: Session, standing: EnrolmentRecord, draft: EnrolDraft) -> None:
    is_same = (standing.billing_id, standing.supervising_id) == (
        draft.billing_id,
        draft.supervising_id,
    )
    if is_same:
        raise Refused.at("program", "The patient is enrolled like this already.")
    if draft.starts_on < standing.starts_on:
        began = day_shown(standing.starts_on)
        raise Refused.at("starts_on", "What stands began on {day}; end it first.", day=began)
    standing.ends_on, standing.end_reason = draft.starts_on, REPLACED
    session.add(standing)
    session.flush()


def _refuse_overlap(session: Session, draft: EnrolDraft) -> None:
    table = EnrolmentRecord.__table__.c
    latest: date | None = session.execute(
        select(table.ends_on)
        .where(
            table.patient_id == draft.patient_id,
            table.program == draft.program,
            table.ends_on > draft.starts_on,
        )
        .limit(1)
    ).scalar()
    if latest is not None:
        sentence = "The patient was enrolled until {day}; begin on that day or later."
        raise Refused.at("starts_on", sentence, day=day_shown(latest))


def _get(session: Session, enrolment_id: int) -> EnrolmentRecord:
    record = session.get(EnrolmentRecord, enrolment_id)
    if record is None:
        raise Missing("This enrolment is no longer in the database.")
    return record
