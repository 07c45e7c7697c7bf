"""Writing what hangs on a patient who came in, in as few statements as there are kinds."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank, state_on
from careteam.domain.contacts import NO_CONTACT_MODE, With
from careteam.domain.exchange import uid_in_key
from careteam.domain.incoming import IncomingCondition
from careteam.domain.intake.known import ContactFacts, PersonMet
from careteam.domain.intake.merging import Values
from careteam.domain.intake.places import END_REASON, Place
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.report import Kind, Tally
from careteam.domain.intake.values import YES, related_values
from careteam.domain.kept import KeptPlace
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import NOTE_LENGTH
from careteam.storage.identifiers import free_external_ids, new_external_id
from careteam.storage.reads.import_contacts import CHANGED_THERE, IMPORTED
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    ContactRecord,
    ContactVersionRecord,
    RelatedRecord,
)
from careteam.storage.writes.board import place_on_board, wait_from
from careteam.storage.writes.contacts import KEPT_BEFORE
from careteam.storage.writes.counted import over_of
from careteam.storage.writes.course import refresh_course

_UNTOLD: dict[str, Any] = {
    "with_kind": With.PATIENT,
    "with_related_id": None,
    "with_person_id": None,
    "with_name": "",
    "reasons": [],
    "topics": [],
    "interventions": [],
    "used_interpreter": False,
    "attempt": 0,
    "program": "",
    "activity": "",
}
_RELATED_DEFAULTS = {"relationship": "other_family", "name": "(no name)"}


def write_related(session: Session, patient_id: int, plan: PatientPlan, tally: Tally) -> None:
    """Add and change related people; what was noted of them here stays."""
    related = plan.related
    table = RelatedRecord.__table__
    first = len(plan.known.related) if plan.known else 0
    rows = [
        {
            "patient_id": patient_id,
            "external_key": person.key,
            "position": first + place,
            **_related_columns(related_values(person)),
            "is_caregiver": person.is_caregiver,
            "may_talk": person.may_talk,
            "consent_on": person.consent_on,
            "note": person.note,
            "is_removed": person.is_removed,
        }
        for place, person in enumerate(related.new)
    ]
    if rows:
        session.execute(insert(RelatedRecord), rows)
    for row_id, key in related.joined:
        session.execute(update(table).where(table.c.id == row_id).values(external_key=key))
    for row_id, values in related.changed:
        said = _related_columns(values, is_whole=False)
        session.execute(update(table).where(table.c.id == row_id).values(**said))
    _count(tally, Kind.RELATED, len(rows), len(related.changed))


def write_conditions(session: Session, patient_id: int, plan: PatientPlan, tally: Tally) -> None:
    """Add conditions, and let those that read otherwise now say what the file says."""
    table = ConditionRecord.__table__
    rows = [
        {"patient_id": patient_id, "external_key": each.key, **_condition_columns(each)}
        for each in plan.conditions.new
    ]
    if rows:
        session.execute(insert(ConditionRecord), rows)
    for row_id, each in plan.conditions.changed:
        said = {name: value for name, value in _condition_columns(each).items() if value}
        session.execute(update(table).where(table.c.id == row_id).values(**said))
    _count(tally, Kind.CONDITION, len(rows), len(plan.conditions.changed))


def write_contacts(
    session: Session,
    patient_id: int,
    plan: PatientPlan,
    people: Mapping[str, PersonMet],
    tally: Tally,
    *,
    moment: Moment,
    rules: Rules,
) -> None:
    """Add contacts as history that nobody here logged; a changed one keeps what it said before."""
    uids = [uid_in_key(key) for key, _ in plan.contacts.new]
    free = free_external_ids(session, ContactRecord.__table__, uids)
    told = _told_columns(session, patient_id, plan, people)
    rows = [
        {
            "external_id": uid if uid in free else new_external_id(),
            "external_key": key,
            "patient_id": patient_id,
            "zone": moment.zone,
            "entered_at": moment.now,
            "source": IMPORTED,
            **told.get(key, _UNTOLD),
            **contact_columns(facts, moment, rules),
        }
        for (key, facts), uid in zip(plan.contacts.new, uids, strict=True)
    ]
    if rows:
        session.execute(insert(ContactRecord), rows)
    for contact_id, facts in plan.contacts.changed:
        record = session.get_one(ContactRecord, contact_id)
        body: dict[str, Any] = {name: getattr(record, name) for name in KEPT_BEFORE}
        body["at"] = record.at.isoformat()
        session.add(
            ContactVersionRecord(
                contact_id=contact_id,
                version=record.version,
                body=body,
                replaced_at=moment.now,
                reason=CHANGED_THERE,
            )
        )
        for name, value in contact_columns(facts, moment, rules).items():
            setattr(record, name, value)
        record.version += 1
        session.add(record)
    session.flush()
    _count(tally, Kind.CONTACT, len(rows), len(plan.contacts.changed))


def _told_columns(
    session: Session, patient_id: int, plan: PatientPlan, people: Mapping[str, PersonMet]
) -> dict[str, dict[str, Any]]:
    """By the key of the contact, what Careteam itself wrote of it."""
    if not plan.contacts.told:
        return {}
    related = RelatedRecord.__table__.c
    query = select(related.external_key, related.id).where(related.patient_id == patient_id)
    known: dict[str, int] = {key: id_ for key, id_ in session.execute(query) if key}
    return {
        key: {
            "with_kind": each.with_kind,
            "with_related_id": known.get(each.with_related),
            "with_person_id": people[each.with_person].id if each.with_person in people else None,
            "with_name": each.with_name,
            "reasons": list(each.reasons),
            "topics": list(each.topics),
            "interventions": list(each.interventions),
            "used_interpreter": each.used_interpreter,
            "attempt": each.attempt,
            "program": each.program,
            "activity": each.activity,
        }
        for key, each in plan.contacts.told.items()
    }


def write_places(
    session: Session,
    patient_id: int,
    plan: PatientPlan,
    people: Mapping[str, PersonMet],
    tally: Tally,
    *,
    moment: Moment,
) -> None:
    """Make and end assignments; what was assigned here stays as it is."""
    has_lead = _has_lead(session, patient_id)
    for place in plan.places.new:
        made = _assignment(patient_id, place, people, moment)
        if made.rank == Rank.LEAD and made.ends_on is None:
            made.rank = Rank.PRIMARY if has_lead else Rank.LEAD
            has_lead = True
        if place.ends_on is None or place.ends_on > moment.today:
            on_board = place_on_board(session, patient_id, place.role)
            on_board.declined_on, on_board.ask_on, on_board.ask_at_phase = None, None, ""
            wait_from(on_board, moment.today)
            session.add(on_board)
            session.flush()  # the row of the role has to be there when its holder comes
        session.add(made)
    session.flush()
    for row_id, ends_on, note in plan.places.ended:
        record = session.get_one(AssignmentRecord, row_id)
        record.ends_on = max(ends_on, record.starts_on)
        record.end_reason, record.end_note = END_REASON, note
        record.state = AssignmentState.ENDED
        record.version += 1
        session.add(record)
    session.flush()
    _count(tally, Kind.PLACE, len(plan.places.new), len(plan.places.ended))


def _has_lead(session: Session, patient_id: int) -> bool:
    table = AssignmentRecord.__table__.c
    query = select(table.id).where(
        table.patient_id == patient_id, table.rank == Rank.LEAD, table.ends_on.is_(None)
    )
    return session.execute(query).first() is not None


def refresh_courses(session: Session, patient_id: int, rules: Rules) -> None:
    """Read the history of every open assignment again and set its due day, once for all."""
    table = AssignmentRecord.__table__.c
    query = select(AssignmentRecord).where(
        table.patient_id == patient_id, table.state != AssignmentState.ENDED
    )
    for record in session.scalars(query).all():
        refresh_course(session, record, rules)
        session.add(record)
    session.flush()


def _assignment(
    patient_id: int, place: Place, people: Mapping[str, PersonMet], moment: Moment
) -> AssignmentRecord:
    person_id = people[place.person_key].id
    if person_id is None:
        raise ValueError("the people of a file are taken in before its patients")
    told = place.told or KeptPlace()
    rank = Rank.BACKUP if place.is_backup else Rank.PRIMARY
    if told.rank == Rank.LEAD and not place.is_backup:
        rank = Rank.LEAD
    return AssignmentRecord(
        external_id=new_external_id(),
        external_key=place.key,
        patient_id=patient_id,
        role=place.role,
        role_text=place.role_text,
        person_id=person_id,
        rank=rank,
        state=state_on(
            moment.today,
            starts_on=place.starts_on,
            ends_on=place.ends_on,
            is_held=told.held_since is not None,
        ),
        held_since=told.held_since,
        hold_reason=told.hold_reason,
        starts_on=place.starts_on,
        known_since=moment.today,
        ends_on=place.ends_on,
        end_reason=(told.end_reason or END_REASON) if place.ends_on else "",
        end_note=told.end_note if place.told else place.end_note,
        note=told.note if place.told else place.note,
        made_at=moment.now,
    )


def _related_columns(values: Values, *, is_whole: bool = True) -> dict[str, Any]:
    said: dict[str, Any] = {**(_RELATED_DEFAULTS if is_whole else {})}
    said |= {name: value for name, value in values.items() if value and name != "is_emergency"}
    if values.get("is_emergency") == YES:
        said["is_emergency"] = True
    return said


def _condition_columns(condition: IncomingCondition) -> dict[str, str]:
    return {
        "text": condition.text,
        "code": condition.code,
        "system": condition.system,
        "clinical": condition.clinical,
        "onset": str(condition.onset or ""),
        "recorded_on": str(condition.recorded_on or ""),
    }


def contact_columns(facts: ContactFacts, moment: Moment, rules: Rules) -> dict[str, Any]:
    """The columns of a contact that an import tells."""
    outcome = rules.catalogue.outcomes.get(facts.outcome)
    is_reached = bool(outcome and outcome.is_reached) and facts.mode != NO_CONTACT_MODE
    return {
        "role": facts.role,
        "person_id": facts.person_id,
        "mode": facts.mode,
        "direction": facts.direction,
        "outcome": facts.outcome,
        "is_reached": is_reached,
        "at": facts.at,
        "day": moment.local(facts.at).date(),
        "minutes": facts.minutes,
        "minutes_over": over_of(facts.at, facts.minutes, moment),
        "note": facts.note[:NOTE_LENGTH],
    }


def _count(tally: Tally, kind: Kind, made: int, updated: int) -> None:
    if made:
        tally.made[kind] += made
    if updated:
        tally.updated[kind] += updated
