"""The register of trials, and a patient's way with each."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import bindparam, case, func, select
from sqlmodel import Session

from careteam.domain.rules import Rules
from careteam.domain.text import fold, person_name
from careteam.domain.trials import OfferState, TrialKind, TrialState
from careteam.storage.tables import (
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


_trial, _offer = TrialRecord.__table__.c, TrialOfferRecord.__table__.c
_step, _person = TrialStepRecord.__table__.c, PersonRecord.__table__.c
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
