"""The lines of the measures of needs: distress by patient, barriers and referrals by row."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, or_, select, text

from careteam.domain.measures_of_needs import (
    PALLIATIVE_ROLES,
    PSYCHOSOCIAL_ROLES,
    SUPPORT_ROLES,
)
from careteam.domain.needs import BarrierState
from careteam.domain.referrals import OPEN_STATES, ReferralState
from careteam.domain.screenings import DISTRESS
from careteam.storage.reads.insights_lines import (
    CARE_LINES,
    FIRST,
    LAST,
    TODAY,
    Asked,
    Lines,
    in_care,
    patient,
    plain,
)
from careteam.storage.tables import (
    AssignmentRecord,
    BarrierRecord,
    ContactRecord,
    ReferralRecord,
    ScreeningRecord,
)

_patient, _score = patient.c, ScreeningRecord.__table__.c
_barrier, _referral = BarrierRecord.__table__.c, ReferralRecord.__table__.c
_UNTIL: ColumnElement[Any] = literal_column(
    "coalesce(barrier.closed_on, '9999-12-31')", _barrier.found_on.type
)
"""As the index has it, to the letter: an open barrier stands until the end of days."""
_IS_OPEN = text(f"referral.state IN ({', '.join(repr(str(state)) for state in OPEN_STATES)})")
_NOT_MADE = (
    ReferralState.DECLINED.value, ReferralState.CANCELLED.value, ReferralState.FAILED.value,
)  # fmt: skip
DISTRESS_CUTOFF = 4
"""Where the clinic has set none: Donovan, JNCCN 20(1)."""


def cutoff_of(asked: Asked) -> int:
    """From which score on distress is positive, as the clinic's instrument has it."""
    instrument = asked.rules.clinical.instruments.get(DISTRESS)
    known = instrument.cutoff if instrument else None
    return DISTRESS_CUTOFF if known is None else known


def _distress_screened(_asked: Asked) -> Lines:
    screened = (
        select(_score.id)
        .where(
            _score.patient_id == _patient.id,
            plain(_score.instrument) == DISTRESS,
            _score.on_day.between(FIRST, LAST),
            _score.retracted_at.is_(None),
        )
        .exists()
    )
    return Lines(
        patient, _patient.id, _patient.id, _patient.referred_on, in_care(FIRST), hit=screened,
        order=(_patient.id,), has_patient=True,
    )  # fmt: skip


def _screened(asked: Asked) -> Any:
    """Each screened patient once, with the first day, and the first day of a positive score."""
    is_positive = _score.score >= cutoff_of(asked)
    query = select(
        _score.patient_id,
        func.min(_score.on_day, type_=_score.on_day.type).label("on_day"),
        func.min(_score.on_day, type_=_score.on_day.type).filter(is_positive).label("positive_on"),
    ).where(
        asked.led_by(_score.instrument) == DISTRESS,
        asked.led_by(_score.on_day).between(FIRST, LAST),
        _score.retracted_at.is_(None),
    )
    if asked.is_mine:
        mine = select(_patient.id).where(_patient.navigator_id == bindparam("mine"))
        query = query.where(_score.patient_id.in_(mine))
    return query.group_by(_score.patient_id).subquery("screened")


def _distress_positive(asked: Asked) -> Lines:
    found = _screened(asked)
    return Lines(
        found, found.c.patient_id, found.c.patient_id, found.c.on_day, (),
        hit=found.c.positive_on.is_not(None),
    )  # fmt: skip


def _positive(asked: Asked, taken_up: Callable[[Any], ColumnElement[bool]]) -> Lines:
    found = _screened(asked)
    return Lines(
        found, found.c.patient_id, found.c.patient_id, found.c.positive_on,
        (found.c.positive_on.is_not(None),), hit=taken_up(found.c),
    )  # fmt: skip


def _is_referred(found: Any) -> ColumnElement[bool]:
    held = AssignmentRecord.__table__.c
    referred = select(_referral.id).where(
        _referral.patient_id == found.patient_id,
        _referral.to_role.in_(PSYCHOSOCIAL_ROLES),
        _referral.requested_on >= found.positive_on,
        _referral.state.not_in(_NOT_MADE),
    )
    assigned = select(held.id).where(
        held.patient_id == found.patient_id,
        held.role.in_(PSYCHOSOCIAL_ROLES),
        held.starts_on >= found.positive_on,
        held.end_reason != "entered_in_error",
    )
    return or_(referred.exists(), assigned.exists())


def _is_followed(found: Any) -> ColumnElement[bool]:
    contact = ContactRecord.__table__.c
    return (
        select(contact.id)
        .where(
            contact.patient_id == found.patient_id,
            contact.role.in_(PSYCHOSOCIAL_ROLES),
            plain(contact.day) >= found.positive_on,
            contact.is_reached.is_(True),
            contact.retracted_at.is_(None),
        )
        .exists()
    )


def _barriers(asked: Asked) -> Lines:
    return _of_barriers((asked.led_by(_barrier.found_on).between(FIRST, LAST),))


def _barriers_resolved(asked: Asked) -> Lines:
    stood = (_until(asked) >= FIRST, plain(_barrier.found_on) <= LAST)
    resolved = and_(
        _barrier.state == BarrierState.RESOLVED.value, _barrier.closed_on.between(FIRST, LAST)
    )
    return _of_barriers(stood, hit=resolved)


def _barrier_days(asked: Asked) -> Lines:
    resolved = _barrier.state == BarrierState.RESOLVED.value
    ended = (_until(asked).between(FIRST, LAST), resolved)
    return _of_barriers(
        ended, hit=resolved, since=_barrier.found_on, until=_until(asked), come_by_end=True
    )


def _until(asked: Asked) -> ColumnElement[Any]:
    return asked.led_by(_UNTIL)


def _of_barriers(where: tuple[Any, ...], **more: Any) -> Lines:
    return Lines(
        BarrierRecord.__table__, _barrier.id, _barrier.patient_id, _barrier.found_on, where,
        by={"category": _barrier.category}, **more,
    )  # fmt: skip


def _referrals_closed(asked: Asked) -> Lines:
    closed = _referral.state.not_in([str(state) for state in OPEN_STATES])
    return _of_referrals((asked.led_by(_referral.requested_on).between(FIRST, LAST),), hit=closed)


def _referral_days(asked: Asked) -> Lines:
    completed = text("referral.state = 'completed'")
    where = (completed, asked.led_by(_referral.state_on).between(FIRST, LAST))
    is_over = _referral.state == ReferralState.COMPLETED.value
    return _of_referrals(
        where, hit=is_over, since=_referral.requested_on, until=_referral.state_on,
        come_by_end=True,
    )  # fmt: skip


def _referral_age(_asked: Asked) -> Lines:
    asked_for = _referral.requested_on.is_not(None)
    return _of_referrals((_IS_OPEN,), hit=asked_for, since=_referral.requested_on, until=TODAY)


def _referrals_to(asked: Asked, roles: tuple[str, ...]) -> Lines:
    on = asked.led_by(_referral.requested_on).between(FIRST, LAST)
    return _of_referrals((on, _referral.to_role.in_(roles)))


def _of_referrals(where: tuple[Any, ...], **more: Any) -> Lines:
    return Lines(
        ReferralRecord.__table__, _referral.id, _referral.patient_id, _referral.requested_on,
        where, by={"role": _referral.to_role}, **more,
    )  # fmt: skip


LINES: Mapping[str, Callable[[Asked], Lines]] = {
    **CARE_LINES,
    "distress_screened": _distress_screened,
    "distress_positive": _distress_positive,
    "distress_referred": lambda asked: _positive(asked, _is_referred),
    "distress_followed": lambda asked: _positive(asked, _is_followed),
    "barriers": _barriers,
    "barriers_resolved": _barriers_resolved,
    "barrier_days": _barrier_days,
    "referrals_closed": _referrals_closed,
    "referral_days": _referral_days,
    "referral_age": _referral_age,
    "palliative": lambda asked: _referrals_to(asked, PALLIATIVE_ROLES),
    "support": lambda asked: _referrals_to(asked, SUPPORT_ROLES),
}
