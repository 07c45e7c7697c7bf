"""Which patients here could be meant by those who come in: by key, number, MRN or name."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlmodel import Session

from careteam.domain.dates import PartialDate
from careteam.domain.exchange import UUIDS, uid_of
from careteam.domain.incoming import IncomingPatient
from careteam.domain.intake.known import Brought, Candidate
from careteam.domain.intake.matching import Candidates, Match, match_patient, names_of
from careteam.storage.reads.import_known import in_chunks
from careteam.storage.tables import (
    PatientIdentifierRecord,
    PatientRecord,
    PatientSourceRecord,
)

_patient = PatientRecord.__table__.c
_source = PatientSourceRecord.__table__.c
_number = PatientIdentifierRecord.__table__.c


def matches(session: Session, patients: Sequence[IncomingPatient]) -> dict[str, Match]:
    """The verdict on everybody of a file by key; four selects for each group of some hundred."""
    found: dict[str, Match] = {}
    for group in in_chunks(patients):
        by_key, accepted = _by_key(session, group)
        by_number = _by_number(session, group)
        by_mrn = _by_column(session, _patient.mrn, {each.mrn for each in group})
        names = {name for each in group for name in names_of(each)}
        by_name = _by_column(session, _patient.name_key, names)
        for each in group:
            candidates = Candidates(
                by_key=by_key[each.key],
                by_number=[
                    candidate
                    for item in each.identifiers
                    for candidate in by_number[(item.system, item.value)]
                ],
                by_mrn=by_mrn[each.mrn],
                by_name=[one for name in sorted(names_of(each)) for one in by_name[name]],
                accepted=accepted[each.key],
            )
            found[each.key] = match_patient(each, candidates)
    return found


def candidate_of(session: Session, patient_id: int) -> Candidate | None:
    """A patient by id, or None."""
    row = session.execute(select(*_COLUMNS).where(_patient.id == patient_id)).one_or_none()
    return _candidate(row) if row else None


def taken_mrns(session: Session, mrns: Collection[str]) -> set[str]:
    """Which of these numbers a patient has already."""
    return set(session.scalars(select(_patient.mrn).where(_patient.mrn.in_(mrns))))


_COLUMNS = (_patient.id, _patient.mrn, _patient.family, _patient.given, _patient.birth_date)


def _by_key(
    session: Session, group: Sequence[IncomingPatient]
) -> tuple[Mapping[str, list[Candidate]], Mapping[str, Mapping[int, Brought]]]:
    query = (
        select(_source.external_key, _source.body, *_COLUMNS)
        .join(PatientRecord.__table__, _patient.id == _source.patient_id)
        .where(_source.external_key.in_([each.key for each in group]))
        .order_by(_source.id)
    )
    found: dict[str, list[Candidate]] = defaultdict(list)
    accepted: dict[str, dict[int, Brought]] = defaultdict(dict)
    for row in session.execute(query):
        found[row.external_key].append(_candidate(row))
        accepted[row.external_key][row.id] = Brought.of(row.body)
    return found, accepted


def _by_number(
    session: Session, group: Sequence[IncomingPatient]
) -> Mapping[tuple[str, str], list[Candidate]]:
    numbers = [(item.system, item.value) for each in group for item in each.identifiers]
    found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for some in in_chunks(number for number in numbers if number[0]):
        query = (
            select(_number.system, _number.value, *_COLUMNS)
            .join(PatientRecord.__table__, _patient.id == _number.patient_id)
            .where(tuple_(_number.system, _number.value).in_(some))
        )
        for row in session.execute(query):
            found[(row.system, row.value)].append(_candidate(row))
    uids = {uid: value for system, value in numbers if system == UUIDS and (uid := uid_of(value))}
    for some in in_chunks(sorted(uids)):
        for row in session.execute(
            select(_patient.external_id, *_COLUMNS).where(_patient.external_id.in_(some))
        ):
            mine = found[(UUIDS, uids[row.external_id])]
            mine += [] if row.id in {each.id for each in mine} else [_candidate(row)]
    return found


def _by_column(
    session: Session, column: ColumnElement[str], wanted: Collection[str]
) -> Mapping[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for some in in_chunks(sorted(wanted)):
        query = select(column.label("sought"), *_COLUMNS).where(column.in_(some))
        for row in session.execute(query.order_by(_patient.id)):
            found[row.sought].append(_candidate(row))
    return found


def _candidate(row: Any) -> Candidate:
    born = PartialDate.from_iso(row.birth_date) if row.birth_date else None
    return Candidate(row.id, row.mrn, row.family, row.given, born)
