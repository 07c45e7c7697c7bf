"""Taking the staff that a file names into the directory, each once, whatever file names them."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, tuple_, update
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.exchange import uid_among
from careteam.domain.incoming import Finding, Incoming
from careteam.domain.intake.people import PersonPlan, plan_person
from careteam.domain.intake.report import Kind, Tally
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import fold
from careteam.storage.identifiers import free_external_ids, new_external_id
from careteam.storage.reads.import_people import known_people
from careteam.storage.tables import (
    PersonIdentifierRecord,
    PersonPhoneRecord,
    PersonRecord,
    PersonRoleRecord,
    PersonSourceRecord,
)

EVERYBODY = "*"
KEPT = "Told otherwise in the file, but changed here: kept."


@needs(Action.IMPORT)
def take_in_people(
    session: Session,
    incoming: Incoming,
    *,
    moment: Moment,
    rules: Rules,
    tally: Tally | None = None,
    only: Collection[str] | None = None,
    taken_over: Mapping[str, Collection[str]] | None = None,
) -> Changes:
    """Put the people of a file into the directory, or bring them up to date; NPIs go unchecked.

    `only` are the keys of those who are wanted. Nothing that was entered here is overwritten but
    the fields that `taken_over` names by the key of the person, or for everybody under `*`.
    """
    tally = tally if tally is not None else Tally()
    known = known_people(session, incoming.people)
    for person in incoming.people:
        if only is not None and person.key not in only:
            continue
        over = (taken_over or {}).get(person.key) or (taken_over or {}).get(EVERYBODY, ())
        plan = plan_person(person, known.of(person), over)
        if plan.values.kept or plan.phones.kept or plan.asked:
            name = plan.known.name if plan.known else ""
            tally.findings.append(Finding("", name, KEPT))
        if plan.is_empty:
            continue
        if plan.known is None:
            _add(session, plan, rules)
            tally.made[Kind.PERSON] += 1
        else:
            _change(session, plan.known.id, plan, rules)
            if plan.is_seen:
                tally.updated[Kind.PERSON] += 1
    session.flush()
    if not (tally.made or tally.updated):
        return Changes(frozenset())
    return Changes(frozenset({Part.PERSON, Part.TEAM}), many=True)


def _add(session: Session, plan: PersonPlan, rules: Rules) -> None:
    columns = _columns(plan)
    family, given = plan.person.family, plan.person.given
    uid = uid_among(plan.identifiers)
    free = free_external_ids(session, PersonRecord.__table__, (uid,))
    record = PersonRecord(
        external_id=uid if uid in free else new_external_id(),
        **{**columns, "family": family, "given": given},
        name_key=fold(f"{family} {given}"),
        is_stub=plan.person.is_stub,
    )
    session.add(record)
    session.flush()
    if record.id is None:
        raise ValueError("the person has not been flushed")
    _write_parts(session, record.id, plan, rules)


def _change(session: Session, person_id: int, plan: PersonPlan, rules: Rules) -> None:
    if plan.is_seen:
        record = session.get_one(PersonRecord, person_id)
        for name, value in _columns(plan).items():
            setattr(record, name, value)
        record.name_key = fold(f"{record.family} {record.given}")
        record.is_stub = record.is_stub and not plan.is_no_stub_now
        record.version += 1
        session.add(record)
        session.flush()
    _write_parts(session, person_id, plan, rules)


def _columns(plan: PersonPlan) -> dict[str, Any]:
    columns = {name: value for name, value in plan.values.taken.items() if name != "name"}
    name = plan.values.taken.get("name")
    if isinstance(name, tuple):
        columns |= {"family": name[0], "given": name[1]}
    return columns


def _write_parts(session: Session, person_id: int, plan: PersonPlan, rules: Rules) -> None:
    if plan.has_new_phones:
        phone = PersonPhoneRecord.__table__.c
        session.execute(delete(PersonPhoneRecord).where(phone.person_id == person_id))
        session.add_all(
            PersonPhoneRecord(
                person_id=person_id, kind=each.kind, number=each.number, position=position
            )
            for position, each in enumerate(plan.phones.phones)
        )
    first = len(plan.known.roles) if plan.known else 0
    session.add_all(
        PersonRoleRecord(person_id=person_id, role_key=role, position=first + place)
        for place, role in enumerate(plan.roles)
        if role in rules.catalogue.roles
    )
    _write_identifiers(session, person_id, plan)
    if plan.has_new_brought:
        _write_source(session, person_id, plan)


def _write_identifiers(session: Session, person_id: int, plan: PersonPlan) -> None:
    """Numbers that somebody else of another name has already stay with them."""
    if not plan.identifiers:
        return
    table = PersonIdentifierRecord.__table__.c
    numbers = [(system, value) for system, value, _ in plan.identifiers]
    query = select(table.system, table.value)
    taken = {
        tuple(row)
        for row in session.execute(query.where(tuple_(table.system, table.value).in_(numbers)))
    }
    rows = [
        {"person_id": person_id, "system": system, "value": value, "kind": kind}
        for system, value, kind in plan.identifiers
        if (system, value) not in taken
    ]
    if rows:
        session.execute(insert(PersonIdentifierRecord), rows)


def _write_source(session: Session, person_id: int, plan: PersonPlan) -> None:
    table = PersonSourceRecord.__table__
    key, body = plan.person.key, plan.brought.body()
    done = session.execute(
        update(table).where(table.c.external_key == key).values(body=body).returning(table.c.id)
    ).first()
    if done is None:
        session.execute(
            insert(PersonSourceRecord),
            [{"person_id": person_id, "external_key": key, "body": body}],
        )
