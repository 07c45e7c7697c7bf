"""The active patients who have not been offered a trial: mine or the whole clinic's, by name."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.domain.patients import Status, phase_words
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.domain.trials import WAS_OFFERED
from careteam.storage.reads.patient_filter import plainly
from careteam.storage.reads.patients import COUNT_UP_TO, PAGE, Count
from careteam.storage.tables import PatientRecord, TrialStepRecord


@dataclass(frozen=True, slots=True)
class NotOfferedRow:
    """An active patient without any offer; `key` and `id` are where the next page begins."""

    id: int
    key: str
    name: str
    mrn: str
    diagnosis: str
    phase: str
    is_considered: bool


_patient, _step = PatientRecord.__table__.c, TrialStepRecord.__table__.c
_OFFERED = exists().where(_step.patient_id == _patient.id, _step.state.in_(sorted(WAS_OFFERED)))
_CONSIDERED = exists().where(_step.patient_id == _patient.id)
_COLUMNS = (
    _patient.id,
    _patient.name_key,
    _patient.family,
    _patient.given,
    _patient.mrn,
    _patient.subtype,
    _patient.phase,
    _patient.phase_since,
    _CONSIDERED.label("is_considered"),
)


def not_offered(
    session: Session,
    *,
    navigator_id: int | None,
    moment: Moment,
    rules: Rules,
    after: NotOfferedRow | None = None,
    limit: int = PAGE,
) -> tuple[NotOfferedRow, ...]:
    """A page of the active patients who have not been offered a trial, in the order of names.

    `navigator_id` None asks for the whole clinic. A patient for whom a trial is only considered
    is on the list; one who was found not eligible, or who declined, is not.
    """
    left = _left(session, navigator_id)
    if len(left) > COUNT_UP_TO:
        name = _patient.name_key
        query = select(*_COLUMNS).where(*_conditions(navigator_id))
    else:
        name = plainly(_patient.name_key)
        query = select(*_COLUMNS).where(_patient.id.in_(left))
    if after is not None:
        namesake = and_(name == after.key, _patient.id > after.id)
        query = query.where(name >= after.key, or_(name > after.key, namesake))
    query = query.order_by(name, _patient.id).limit(limit)
    return tuple(_row(row, moment, rules) for row in session.execute(query))


def count_not_offered(session: Session, *, navigator_id: int | None) -> Count:
    """How many patients that list has, counted up to COUNT_UP_TO."""
    number = len(_left(session, navigator_id))
    return Count(min(number, COUNT_UP_TO), number > COUNT_UP_TO)


def _left(session: Session, navigator_id: int | None) -> list[int]:
    """The ids on the list, up to one more than are counted.

    Where so few are left they are found first and put in order then: walking the names would pass
    nearly everybody. Where more are left, a page is soon full by walking the names.
    """
    query = select(_patient.id).where(*_conditions(navigator_id)).limit(COUNT_UP_TO + 1)
    return list(session.scalars(query))


def _conditions(navigator_id: int | None) -> tuple[Any, ...]:
    conditions = (_patient.status == Status.ACTIVE, ~_OFFERED)
    if navigator_id is None:
        return conditions
    return (*conditions, _patient.navigator_id == navigator_id)


def _row(row: Any, moment: Moment, rules: Rules) -> NotOfferedRow:
    catalogue = rules.catalogue
    phase = ""
    if row.phase:
        phase = phase_words(catalogue.phase_label(row.phase), row.phase_since, moment.today)
    return NotOfferedRow(
        id=row.id,
        key=row.name_key,
        name=display_name(row.family, row.given),
        mrn=row.mrn,
        diagnosis=catalogue.label("subtype", row.subtype) if row.subtype else "",
        phase=phase,
        is_considered=bool(row.is_considered),
    )
