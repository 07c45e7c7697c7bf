"""Writing the patient who came in: the row, the state, the phones, the numbers, the measure."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import delete, insert, select, tuple_, update
from sqlmodel import Session

from careteam.domain.exchange import uid_among
from careteam.domain.incoming import Finding, IncomingPatient
from careteam.domain.intake.merging import Values
from careteam.domain.intake.plan import PatientPlan
from careteam.domain.intake.report import Tally
from careteam.domain.intake.values import DEATH, YES, death_entry
from careteam.domain.moment import Moment
from careteam.domain.patients import MRN_LENGTH, Status
from careteam.domain.text import display_name, fold
from careteam.storage.identifiers import free_external_ids, new_external_id
from careteam.storage.reads.import_match import taken_mrns
from careteam.storage.search import search_key
from careteam.storage.tables import (
    PatientIdentifierRecord,
    PatientPhoneRecord,
    PatientRecord,
    PatientSourceRecord,
    StatusPeriodRecord,
)
from careteam.storage.writes.patients import get_patient, id_of

_ADDRESS = (
    "address_line",
    "address_city",
    "address_state",
    "address_postal_code",
    "address_country",
)


def add_patient(session: Session, plan: PatientPlan, tally: Tally, moment: Moment) -> int:
    """A new patient; one whose MRN another system has given to somebody here gets its own."""
    incoming = plan.patient
    mrn = _free_mrn(session, incoming)
    if mrn != incoming.mrn:
        name = display_name(incoming.family, incoming.given)
        sentence = f"The MRN {incoming.mrn} is taken here: this patient stands as {mrn}."
        tally.findings.append(Finding(incoming.file, name, sentence))
    uid = uid_among(plan.identifiers)
    free = free_external_ids(session, PatientRecord.__table__, (uid,))
    record = PatientRecord(
        external_id=uid if uid in free else new_external_id(),
        mrn=mrn,
        family=incoming.family,
        given=incoming.given,
        status_on=moment.today,
        created_at=moment.now,
        updated_at=moment.now,
    )
    _fill(record, plan, moment)
    _fill_told(record, incoming)
    if plan.parts.states:
        record.status_on = plan.parts.states[-1].on_day
    session.add(record)
    session.flush()
    if not plan.parts.states:
        _write_state(session, record, moment)
    _write_phones(session, id_of(record), plan)
    return id_of(record)


def change_patient(session: Session, plan: PatientPlan, moment: Moment) -> None:
    """What the file has newer; the version moves on, so that an open form is told."""
    known = plan.known
    related = plan.related.new or plan.related.changed
    if known is None or not (plan.values.taken or plan.has_new_phones or related):
        return
    record = get_patient(session, known.id)
    state = record.status
    _fill(record, plan, moment)
    record.version += 1
    record.updated_at = moment.now
    session.add(record)
    session.flush()
    if record.status != state:
        _write_state(session, record, moment)
    _write_phones(session, known.id, plan)


def write_sources(session: Session, patient_id: int, plan: PatientPlan) -> None:
    """Keep the numbers, except those that another patient has, and the next import's measure."""
    if plan.identifiers:
        _write_identifiers(session, patient_id, plan)
    if not plan.has_new_brought:
        return
    table = PatientSourceRecord.__table__
    body = plan.brought.body()
    its_own = (table.c.external_key == plan.patient.key) & (table.c.patient_id == patient_id)
    query = update(table).where(its_own).values(body=body).returning(table.c.id)
    if session.execute(query).first() is None:
        row = {"patient_id": patient_id, "external_key": plan.patient.key, "body": body}
        session.execute(insert(PatientSourceRecord), [row])


def _write_identifiers(session: Session, patient_id: int, plan: PatientPlan) -> None:
    table = PatientIdentifierRecord.__table__.c
    wanted = tuple_(table.system, table.value).in_(plan.identifiers)
    taken = {tuple(row) for row in session.execute(select(table.system, table.value).where(wanted))}
    rows = [
        {"patient_id": patient_id, "system": item.system, "value": item.value, "kind": item.kind}
        for item in plan.patient.identifiers
        if (item.system, item.value) in plan.identifiers and (item.system, item.value) not in taken
    ]
    if rows:
        session.execute(insert(PatientIdentifierRecord), rows)


def _fill(record: PatientRecord, plan: PatientPlan, moment: Moment) -> None:
    for name, value in _columns(plan.values.taken).items():
        setattr(record, name, value)
    death = plan.values.taken.get(DEATH)
    if isinstance(death, str) and death:
        record.status = Status.DECEASED
        record.status_on, record.status_reason = death_entry(death, moment.today)
    record.name_key = fold(f"{record.family} {record.given}")
    record.search_key = search_key(
        record.family,
        record.given,
        record.preferred,
        record.mrn,
        record.birth_date,
        tuple(phone.number for phone in plan.phones.phones),
    )


def _fill_told(record: PatientRecord, incoming: IncomingPatient) -> None:
    """What Careteam itself wrote of a patient who is new here."""
    record.payer, record.referred_on = incoming.payer, incoming.referred_on
    if incoming.status is not None:
        record.status = incoming.status.status
        record.status_on = incoming.status.on_day
        record.status_reason = incoming.status.reason


def _columns(values: Values) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name, value in values.items():
        if name == "name" and isinstance(value, tuple):
            columns |= {"family": value[0], "given": value[1]} if any(value) else {}
        elif name == "address" and isinstance(value, tuple):
            columns |= dict(zip(_ADDRESS, value, strict=True))
        elif name == "needs_interpreter":
            columns[name] = value == YES
        elif name == "sex":
            columns[name] = value or "unknown"
        elif name == "referred_on":
            columns[name] = date.fromisoformat(str(value)) if value else None
        elif name != DEATH:
            columns[name] = value
    return columns


def _write_state(session: Session, record: PatientRecord, moment: Moment) -> None:
    session.add(
        StatusPeriodRecord(
            patient_id=id_of(record),
            status=record.status,
            on_day=record.status_on or moment.today,
            reason=record.status_reason,
            recorded_at=moment.now,
        )
    )
    session.flush()


def _write_phones(session: Session, patient_id: int, plan: PatientPlan) -> None:
    if not plan.has_new_phones:
        return
    table = PatientPhoneRecord.__table__.c
    session.execute(delete(PatientPhoneRecord).where(table.patient_id == patient_id))
    rows = [
        {
            "patient_id": patient_id,
            "kind": phone.kind,
            "number": phone.number,
            "best_time": phone.best_time,
            "may_leave_message": phone.may_leave_message,
            "is_wrong": phone.is_wrong,
            "position": position,
        }
        for position, phone in enumerate(plan.phones.phones)
    ]
    if rows:
        session.execute(insert(PatientPhoneRecord), rows)


def _free_mrn(session: Session, patient: IncomingPatient) -> str:
    """The MRN itself, or with the name of the system that gave it when it is taken here."""
    system = next((item.system for item in patient.identifiers if item.value == patient.mrn), "")
    place = urlsplit(system).hostname or system.rpartition(":")[2] or "import"
    first = f"{patient.mrn[:40]}@{place}"[: MRN_LENGTH - 4]
    tries = [patient.mrn, first, *(f"{first} {count}" for count in range(2, 99))]
    taken = taken_mrns(session, tries)
    return next(each for each in tries if each not in taken)
