"""The register of trials, a patient's way with each, and who has not been offered one."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, or_, select
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.domain.patients import Status, phase_words
from careteam.domain.rules import Rules
from careteam.domain.text import display_name, fold, person_name
from careteam.domain.trials import WAS_OFFERED, OfferState, TrialKind, TrialState
from careteam.storage.reads.patients import COUNT_UP_TO, PAGE, Count
from careteam.storage.tables import (
    PatientRecord,
    PersonRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial of the register; `on_it` are the patients enrolled now, `asked` all with a step."""

    id: int
    nct: str
    title: str
    kind: TrialKind
    phase: str
    site: str
    contact: str
    state: TrialState
    opens_on: date | None
    closes_on: date | None
    version: int
    on_it: int
    asked: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a patient with a trial; `by` is who noted it, or empty."""

    id: int
    state: OfferState
    on: date
    reason: str
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """Where a patient stands with a trial; the steps are newest first. `version` guards a step."""

    offer_id: int
    trial_id: int
    nct: str
    title: str
    kind: TrialKind
    state: OfferState
    on: date
    reason: str
    note: str
    version: int
    steps: tuple[StepRow, ...] = field(default_factory=tuple)


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


_trial, _offer = TrialRecord.__table__.c, TrialOfferRecord.__table__.c
_step, _patient = TrialStepRecord.__table__.c, PatientRecord.__table__.c
_person = PersonRecord.__table__.c
_ASKED = select(func.count()).where(_offer.trial_id == _trial.id)
_ORDER = case({state: place for place, state in enumerate(TrialState)}, value=_trial.state)
_REGISTER = select(
    _trial.id,
    _trial.nct,
    _trial.title,
    _trial.kind,
    _trial.phase,
    _trial.site,
    _trial.contact,
    _trial.state,
    _trial.opens_on,
    _trial.closes_on,
    _trial.version,
    _ASKED.where(_offer.state == OfferState.ENROLLED).scalar_subquery().label("on_it"),
    _ASKED.scalar_subquery().label("asked"),
).order_by(_trial.state != TrialState.OPEN, _ORDER, _trial.title, _trial.id)
_OFFERS = (
    select(
        _offer.id,
        _offer.trial_id,
        _trial.nct,
        _trial.title,
        _trial.kind,
        _offer.state,
        _offer.on_day,
        _offer.reason,
        _offer.note,
        _offer.version,
    )
    .join(TrialRecord.__table__, _trial.id == _offer.trial_id)
    .where(_offer.patient_id == bindparam("of_patient"))
    .order_by(_offer.on_day.desc(), _offer.id.desc())
)
_STEPS = (
    select(
        _step.offer_id,
        _step.id,
        _step.state,
        _step.on_day,
        _step.reason,
        _step.note,
        _person.family,
        _person.given,
        _person.title,
        _person.credentials,
    )
    .outerjoin(PersonRecord.__table__, _person.id == _step.by_id)
    .where(_step.patient_id == bindparam("of_patient"))
    .order_by(_step.id.desc())
)


def trial_register(session: Session, *, state: TrialState | None = None) -> tuple[TrialRow, ...]:
    """The trials of the register, or those of one state: open ones first, then by title."""
    query = _REGISTER if state is None else _REGISTER.where(_trial.state == state)
    return tuple(
        TrialRow(
            id=row.id,
            nct=row.nct,
            title=row.title,
            kind=TrialKind(row.kind),
            phase=row.phase,
            site=row.site,
            contact=row.contact,
            state=TrialState(row.state),
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            version=row.version,
            on_it=row.on_it,
            asked=row.asked,
        )
        for row in session.execute(query)
    )


def similar_trials(
    session: Session, nct: str, title: str, *, but: int | None = None
) -> tuple[str, ...]:
    """What the register has already under this number or title, in words, but the trial `but`."""
    number, words = "".join(nct.split()).upper(), fold(title)
    return tuple(
        f"{row.nct} · {row.title}" if row.nct else row.title
        for row in session.execute(select(_trial.id, _trial.nct, _trial.title))
        if row.id != but
        and ((number and row.nct == number) or (words and fold(row.title) == words))
    )


def patient_trials(session: Session, patient_id: int, *, rules: Rules) -> tuple[OfferRow, ...]:
    """Every trial that a patient has a step with, the last one to move first."""
    asked = {"of_patient": patient_id}
    steps: dict[int, list[StepRow]] = {}
    for row in session.execute(_STEPS, asked):
        by = ""
        if row.family is not None:
            by = person_name(row.family, row.given, row.title, row.credentials)
        reason = rules.catalogue.label("trial_reason", row.reason)
        state = OfferState(row.state)
        steps.setdefault(row.offer_id, []).append(
            StepRow(row.id, state, row.on_day, reason, row.note, by)
        )
    return tuple(
        OfferRow(
            offer_id=row.id,
            trial_id=row.trial_id,
            nct=row.nct,
            title=row.title,
            kind=TrialKind(row.kind),
            state=OfferState(row.state),
            on=row.on_day,
            reason=rules.catalogue.label("trial_reason", row.reason),
            note=row.note,
            version=row.version,
            steps=tuple(steps.get(row.id, ())),
        )
        for row in session.execute(_OFFERS, asked)
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
    query = _without_offer(
        navigator_id,
        _patient.id,
        _patient.name_key,
        _patient.family,
        _patient.given,
        _patient.mrn,
        _patient.subtype,
        _patient.phase,
        _patient.phase_since,
        exists().where(_step.patient_id == _patient.id).label("is_considered"),
    )
    if after is not None:
        namesake = and_(_patient.name_key == after.key, _patient.id > after.id)
        query = query.where(_patient.name_key >= after.key)
        query = query.where(or_(_patient.name_key > after.key, namesake))
    query = query.order_by(_patient.name_key, _patient.id).limit(limit)
    return tuple(_not_offered_row(row, moment, rules) for row in session.execute(query))


def count_not_offered(session: Session, *, navigator_id: int | None) -> Count:
    """How many patients that list has, counted up to COUNT_UP_TO."""
    query = _without_offer(navigator_id, _patient.id).limit(COUNT_UP_TO + 1).subquery()
    number = session.scalar(select(func.count()).select_from(query)) or 0
    return Count(min(number, COUNT_UP_TO), number > COUNT_UP_TO)


def _without_offer(navigator_id: int | None, *columns: Any) -> Any:
    offered = exists().where(_step.patient_id == _patient.id, _step.state.in_(sorted(WAS_OFFERED)))
    query = select(*columns).where(_patient.status == Status.ACTIVE, ~offered)
    if navigator_id is not None:
        query = query.where(_patient.navigator_id == navigator_id)
    return query


def _not_offered_row(row: Any, moment: Moment, rules: Rules) -> NotOfferedRow:
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
