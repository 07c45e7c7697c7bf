"""The lines that measures count: rows of one table each, with the day by which they are counted.

One set of conditions for the figure and for its list, so that a figure opens exactly its list.
`first` and `last` are the days of the period, `start_at` and `end_at` its moments in UTC. Of one
navigator the lines are found through her patients, so the day leads no index then.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    UnaryExpression,
    and_,
    bindparam,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.sql.operators import custom_op

from careteam.domain.contacts import NO_CONTACT_MODE, Direction
from careteam.domain.pathway import StayKind
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.trials import WAS_OFFERED, OfferState
from careteam.storage.reads.acuity import acuity_level
from careteam.storage.reads.local_days import local_day
from careteam.storage.tables import (
    CareProfileRecord,
    ContactRecord,
    FollowUpRecord,
    PatientRecord,
    StayRecord,
    SuggestionRecord,
    TeamRoleRecord,
    TrialStepRecord,
)

patient = PatientRecord.__table__
_patient, _contact = patient.c, ContactRecord.__table__.c
_place, _profile = TeamRoleRecord.__table__.c, CareProfileRecord.__table__.c
_suggestion, _stay = SuggestionRecord.__table__.c, StayRecord.__table__.c
_step, _follow_up = TrialStepRecord.__table__.c, FollowUpRecord.__table__.c

ACUITY = "acuity"
"""The band of a score that is off until the clinic wants it; told apart by only where asked."""
FIRST, LAST, TODAY = (bindparam(name, type_=Date) for name in ("first", "last", "today"))
START_AT, END_AT = (bindparam(at, type_=_patient.created_at.type) for at in ("start_at", "end_at"))
HAS_PREFERENCE = text("care_profile.learning_preference <> ''")
SCREENING_STEPS = text("follow_up.rule IN ('phase_screening', 'repeat_distress')")


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows of `source`; those that are a `hit` count, of a median by the days until it.

    Rows come in the order of `since`, or of `until` where they `come_by_end`. `since` is the
    clinic's day of a moment where they go by moments: such rows are asked for day by day. `ranges`
    are the same rows apart, each of one range of an index, to be counted without a union.
    """

    source: FromClause
    ref: ColumnElement[Any]
    patient_id: ColumnElement[Any]
    day: ColumnElement[Any]
    where: tuple[Any, ...]
    hit: ColumnElement[bool] | None = None
    since: ColumnElement[Any] | None = None
    until: ColumnElement[Any] | None = None
    by: Mapping[str, ColumnElement[Any]] = field(default_factory=dict[str, Any])
    order: tuple[ColumnElement[Any], ...] = ()
    has_patient: bool = False
    come_by_end: bool = False
    ranges: tuple["Lines", ...] = ()
    go_by_moments: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom and of when lines are asked: one navigator's or all, and the days for the zone."""

    is_mine: bool
    first: date
    last: date
    zone: str
    rules: Rules
    start_at: ColumnElement[Any] = START_AT
    end_at: ColumnElement[Any] = END_AT

    def led_by(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The column by which the clinic's lines are found; no index of it where patients lead."""
        return plain(column) if self.is_mine else column


def plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as it is, but walked by no index."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def _came() -> ColumnElement[bool]:
    unknown = and_(_patient.referred_on.is_(None), _patient.created_at < END_AT)
    return or_(plain(_patient.referred_on) <= LAST, unknown)


def in_care(since: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    """Patients who came by the end of the period and had not left by `since`."""
    return _came(), or_(_patient.status == Status.ACTIVE, plain(_patient.status_on) > since)


def _active(_asked: Asked) -> Lines:
    return Lines(
        patient, _patient.id, _patient.id, _patient.referred_on, in_care(LAST),
        by={"navigator": _patient.navigator_id, ACUITY: acuity_level(TODAY)},
        order=(_patient.id,), has_patient=True,
    )  # fmt: skip


def _new(asked: Asked) -> Lines:
    columns = (
        _patient.id, _patient.referred_on, _patient.created_at, _patient.navigator_id,
        _patient.first_contact_on,
    )  # fmt: skip
    mine = (_patient.navigator_id == bindparam("mine"),) if asked.is_mine else ()
    on, created = asked.led_by(_patient.referred_on), asked.led_by(_patient.created_at)
    referred = on.between(FIRST, LAST)
    unknown = (on.is_(None), created >= START_AT, created < END_AT)
    came = (
        select(*columns).where(referred, *mine)
        .union_all(select(*columns).where(*unknown, *mine))
        .subquery("came")
    )  # fmt: skip
    day = func.coalesce(
        came.c.referred_on, local_day(came.c.created_at, asked.zone, asked.first, asked.last),
        type_=Date,
    )  # fmt: skip
    by = {"navigator": came.c.navigator_id}
    ranges = tuple(
        Lines(patient, _patient.id, _patient.id, day, where, has_patient=True)
        for where in ((referred,), unknown)
    )
    return Lines(came, came.c.id, came.c.id, day, (), by=by, has_patient=True, ranges=ranges)


def _closed(_asked: Asked) -> Lines:
    left = (plain(_patient.status) != Status.ACTIVE, plain(_patient.status_on).between(FIRST, LAST))
    return Lines(
        patient, _patient.id, _patient.id, _patient.status_on, left,
        by={"status": _patient.status}, has_patient=True,
    )  # fmt: skip


def _roles_filled(asked: Asked) -> Lines:
    place = TeamRoleRecord.__table__
    wanted = or_(_place.is_filled, and_(_place.is_required, _place.declined_on.is_(None)))
    source = patient.join(place, _place.patient_id == _patient.id)
    status = _patient.status if asked.is_mine else plain(_patient.status)
    return Lines(
        source, _place.id, _place.patient_id, _place.open_since,
        (status == Status.ACTIVE, wanted), hit=_place.is_filled.is_(True),
        by={"role": _place.role}, order=(_place.id,), has_patient=True,
    )  # fmt: skip


def _learning(_asked: Asked) -> Lines:
    known = (
        select(_profile.patient_id)
        .where(_profile.patient_id == _patient.id, HAS_PREFERENCE)
        .exists()
    )
    return Lines(
        patient, _patient.id, _patient.id, _patient.referred_on,
        (_patient.status == Status.ACTIVE,), hit=known, order=(_patient.id,), has_patient=True,
    )  # fmt: skip


def _contacts(asked: Asked) -> Lines:
    where = (asked.led_by(_contact.day).between(FIRST, LAST), _contact.retracted_at.is_(None))
    by = {"role": _contact.role, "mode": _contact.mode, "outcome": _contact.outcome}
    order = (_contact.day, *by.values(), _contact.id)
    return Lines(
        ContactRecord.__table__, _contact.id, _contact.patient_id, _contact.day, where, by=by,
        order=order,
    )  # fmt: skip


def _reach_rate(asked: Asked) -> Lines:
    every = _contacts(asked)
    tried = (
        _contact.direction == Direction.OUTBOUND.value,
        plain(_contact.mode) != NO_CONTACT_MODE,
    )
    return replace(every, where=(*every.where, *tried), hit=_contact.is_reached.is_(True))


def _first_contact(asked: Asked) -> Lines:
    return Lines(
        patient, _patient.id, _patient.id, _patient.referred_on,
        (asked.led_by(_patient.referred_on).between(FIRST, LAST),),
        hit=_patient.first_contact_on.is_not(None),
        since=_patient.referred_on, until=_patient.first_contact_on, has_patient=True,
    )  # fmt: skip


def _answered(asked: Asked, until: ColumnElement[Any]) -> Lines:
    made_at = asked.led_by(_suggestion.made_at)
    where = (
        asked.led_by(_suggestion.kind) == "role", made_at >= asked.start_at, made_at < asked.end_at,
    )  # fmt: skip
    since = local_day(_suggestion.made_at, asked.zone, asked.first, asked.last)
    return Lines(
        SuggestionRecord.__table__, _suggestion.id, _suggestion.patient_id, since, where,
        hit=until.is_not(None), since=since, until=until, by={"role": _suggestion.role},
        go_by_moments=True,
    )  # fmt: skip


def _first_treatment(asked: Asked) -> Lines:
    source = CareProfileRecord.__table__.join(patient, _patient.id == _profile.patient_id)
    known = and_(
        func.length(_patient.diagnosed_on) == 10,
        _patient.diagnosed_on <= _profile.first_treated_on,
    )
    return Lines(
        source, _profile.patient_id, _profile.patient_id, _profile.first_treated_on,
        (asked.led_by(_profile.first_treated_on).between(FIRST, LAST),), hit=known,
        since=_patient.diagnosed_on, until=_profile.first_treated_on, has_patient=True,
        come_by_end=True,
    )  # fmt: skip


def _trial_steps(asked: Asked, states: tuple[str, ...]) -> Lines:
    earlier = TrialStepRecord.__table__.alias("earlier")
    first_of = ~(
        select(earlier.c.id)
        .where(earlier.c.offer_id == _step.offer_id, earlier.c.id < _step.id)
        .where(plain(earlier.c.state).in_(states))
        .exists()
    )
    in_period = asked.led_by(_step.on_day).between(FIRST, LAST)
    where = (asked.led_by(_step.state).in_(states), in_period, first_of)
    return Lines(TrialStepRecord.__table__, _step.id, _step.patient_id, _step.on_day, where)


def _readmitted(asked: Asked, days: int) -> Lines:
    again = StayRecord.__table__.alias("again")
    latest = func.date(_stay.discharged_on, f"+{days} days")
    came_back = (
        select(again.c.id)
        .where(
            again.c.patient_id == _stay.patient_id,
            again.c.kind == StayKind.INPATIENT.value,
            again.c.is_planned.is_(False),
            again.c.retracted_at.is_(None),
            again.c.admitted_on >= _stay.discharged_on,
            again.c.admitted_on <= latest,
            or_(
                again.c.admitted_on > _stay.admitted_on,
                and_(again.c.admitted_on == _stay.admitted_on, again.c.id > _stay.id),
            ),
        )
        .exists()
    )
    died_there = and_(_patient.status == Status.DECEASED, _patient.status_on <= _stay.discharged_on)
    where = (
        asked.led_by(_stay.discharged_on).between(FIRST, LAST),
        _stay.kind == StayKind.INPATIENT.value,
        _stay.retracted_at.is_(None),
        func.coalesce(~died_there, True).is_(True),
    )
    source = StayRecord.__table__.join(patient, _patient.id == _stay.patient_id)
    return Lines(
        source, _stay.id, _stay.patient_id, _stay.discharged_on, where, hit=came_back,
        has_patient=True,
    )  # fmt: skip


def _screened_on_time(asked: Asked) -> Lines:
    done_on = local_day(_follow_up.closed_at, asked.zone, asked.first, asked.last)
    where = (
        SCREENING_STEPS,
        asked.led_by(_follow_up.due_on).between(FIRST, LAST),
        _follow_up.state != "cancelled",
    )
    return Lines(
        FollowUpRecord.__table__, _follow_up.id, _follow_up.patient_id, _follow_up.due_on, where,
        hit=and_(_follow_up.state == "done", done_on <= _follow_up.due_on),
    )  # fmt: skip


CARE_LINES: Mapping[str, Callable[[Asked], Lines]] = {
    "active": _active,
    "new": _new,
    "closed": _closed,
    "roles_filled": _roles_filled,
    "learning": _learning,
    "contacts": _contacts,
    "reach_rate": _reach_rate,
    "first_contact": _first_contact,
    "to_assignment": lambda asked: _answered(asked, _suggestion.assigned_on),
    "to_contact": lambda asked: _answered(asked, _suggestion.reached_on),
    "first_treatment": _first_treatment,
    "trials_offered": lambda asked: _trial_steps(asked, tuple(map(str, WAS_OFFERED))),
    "trials_enrolled": lambda asked: _trial_steps(asked, (str(OfferState.ENROLLED),)),
    "readmitted_30": lambda asked: _readmitted(asked, 30),
    "readmitted_60": lambda asked: _readmitted(asked, 60),
    "readmitted_90": lambda asked: _readmitted(asked, 90),
    "screened_on_time": _screened_on_time,
}
