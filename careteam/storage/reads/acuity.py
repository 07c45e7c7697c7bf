"""What the acuity score of a patient is made of, and the bands of a caseload."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, case, cast, func, select
from sqlmodel import Session

from careteam.domain.acuity import (
    DISTRESS_BANDS,
    ECOG_FROM,
    HIGH_FROM,
    MODERATE_FROM,
    MOST_BARRIERS,
    PHASE_WEIGHTS,
    UNPLANNED_DAYS,
    Acuity,
    AcuityFacts,
    Level,
    acuity_of,
)
from careteam.domain.needs import OPEN_BARRIERS
from careteam.domain.pathway import StayKind
from careteam.domain.rules import Rules
from careteam.domain.screenings import DISTRESS
from careteam.storage.tables import (
    BarrierRecord,
    PatientRecord,
    RelatedRecord,
    ScreeningRecord,
    StayRecord,
)

ECOG = "ecog"
_patient, _barrier = PatientRecord.__table__.c, BarrierRecord.__table__.c
_related, _stay = RelatedRecord.__table__.c, StayRecord.__table__.c

_BARRIERS: ColumnElement[Any] = (
    select(func.count())
    .select_from(BarrierRecord.__table__)
    .where(
        _barrier.patient_id == _patient.id,
        _barrier.state.in_([str(state) for state in OPEN_BARRIERS]),
    )
    .scalar_subquery()
)
_CAREGIVER: ColumnElement[Any] = (
    select(_related.id)
    .where(
        _related.patient_id == _patient.id,
        _related.is_caregiver.is_(True),
        _related.is_removed.is_(False),
    )
    .exists()
)
_UNPLANNED: ColumnElement[Any] = (
    select(func.max(_stay.admitted_on, type_=_stay.admitted_on.type))
    .where(
        _stay.patient_id == _patient.id,
        _stay.kind == StayKind.INPATIENT.value,
        _stay.is_planned.is_(False),
        _stay.retracted_at.is_(None),
    )
    .scalar_subquery()
)


def _last_score(instrument: str) -> ColumnElement[Any]:
    score = ScreeningRecord.__table__.alias(f"last_{instrument}")
    return (
        select(score.c.score)
        .where(
            score.c.patient_id == _patient.id,
            score.c.instrument == instrument,
            score.c.retracted_at.is_(None),
        )
        .order_by(score.c.on_day.desc(), score.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


_DISTRESS, _ECOG = _last_score(DISTRESS), _last_score(ECOG)
_FACTS = select(
    _patient.phase,
    _patient.needs_interpreter,
    _BARRIERS.label("barriers"),
    _DISTRESS.label("distress"),
    _ECOG.label("ecog"),
    _CAREGIVER.label("has_caregiver"),
    _UNPLANNED.label("unplanned_on"),
).where(_patient.id == bindparam("of_patient"))


def acuity_of_patient(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> Acuity | None:
    """The score of a patient with its reasons; None when there is no such patient."""
    row = session.execute(_FACTS, {"of_patient": patient_id}).one_or_none()
    if row is None:
        return None
    facts = AcuityFacts(
        open_barriers=row.barriers,
        phase=row.phase,
        distress=row.distress,
        ecog=row.ecog,
        has_caregiver=bool(row.has_caregiver),
        needs_interpreter=row.needs_interpreter,
        unplanned_on=row.unplanned_on,
    )
    return acuity_of(facts, today=today, phase_label=rules.catalogue.phase_label(row.phase))


def acuity_level(today: Any) -> ColumnElement[str]:
    """The band of a patient, as an expression over `patient`; `today` is a day or a parameter."""
    distress = case(*((least <= _DISTRESS, points) for least, points in DISTRESS_BANDS), else_=0)
    phase = case(PHASE_WEIGHTS, value=_patient.phase, else_=0)
    recent = func.date(today, f"-{UNPLANNED_DAYS} days") < _UNPLANNED
    total = (
        func.min(_BARRIERS, MOST_BARRIERS)
        + distress
        + phase
        + case((_ECOG >= ECOG_FROM, 1), else_=0)
        + case((_CAREGIVER, 0), else_=1)
        + cast(_patient.needs_interpreter, Integer)
        + case((recent, 1), else_=0)
    )
    return case(
        (total >= HIGH_FROM, Level.HIGH.value),
        (total >= MODERATE_FROM, Level.MODERATE.value),
        else_=Level.LOW.value,
    )
