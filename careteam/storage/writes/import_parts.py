"""Writing what hangs on a patient who came in, in as few statements as there are kinds."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from careteam.domain.contacts import NO_CONTACT_MODE, With
from careteam.domain.exchange import uid_in_key
from careteam.domain.intake.known import ContactFacts, PersonMet
from careteam.domain.intake.merging import Values
from careteam.domain.intake.parts import condition_values
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.report import Kind, Tally
from careteam.domain.intake.values import YES, related_values
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import NOTE_LENGTH
from careteam.storage.identifiers import free_external_ids, new_external_id
from careteam.storage.reads.import_contacts import CHANGED_THERE, IMPORTED
from careteam.storage.tables import (
    ConditionRecord,
    ContactRecord,
    ContactVersionRecord,
    RelatedRecord,
)
from careteam.storage.writes.contacts import KEPT_BEFORE
from careteam.storage.writes.counted import over_of

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
    count_kind(tally, Kind.RELATED, len(rows), len(related.changed))


def write_conditions(session: Session, patient_id: int, plan: PatientPlan, tally: Tally) -> None:
    """Add conditions, and let those that read otherwise now say what the file says."""
    table = ConditionRecord.__table__
    rows = [
        {"patient_id": patient_id, "external_key": each.key, **condition_values(each)}
        for each in plan.conditions.new
    ]
    if rows:
        session.execute(insert(ConditionRecord), rows)
    for row_id, values in plan.conditions.changed:
        session.execute(update(table).where(table.c.id == row_id).values(**values))
    count_kind(tally, Kind.CONDITION, len(rows), len(plan.conditions.changed))


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
    count_kind(tally, Kind.CONTACT, len(rows), len(plan.contacts.changed))


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


def _related_columns(values: Values, *, is_whole: bool = True) -> dict[str, Any]:
    said: dict[str, Any] = {**(_RELATED_DEFAULTS if is_whole else {})}
    said |= {name: value for name, value in values.items() if value and name != "is_emergency"}
    if values.get("is_emergency") == YES:
        said["is_emergency"] = True
    return said


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


def count_kind(tally: Tally, kind: Kind, made: int, updated: int) -> None:
    """Tally so many of a kind."""
    if made:
        tally.made[kind] += made
    if updated:
        tally.updated[kind] += updated
