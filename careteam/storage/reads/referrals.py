"""The referrals of a patient: to whom, why, where each stands, and since when nothing was heard."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, literal_column, select
from sqlmodel import Session

from careteam.domain.due import Urgency, due_words
from careteam.domain.referrals import OPEN_STATES, ReferralState, ReferralTo, Standing
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.tables import (
    FollowUpRecord,
    PersonRecord,
    ReferralRecord,
    ReferralStepRecord,
)


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral; `open_days` counts calendar days since its last step, None once it is closed.

    `due_on` is the day on which its silence comes up on Today, None when nothing is planned.
    """

    id: int
    to_kind: str
    to: str
    to_role: str
    to_person_id: int | None
    priority: str
    method: str
    reason_kind: str
    reason: str
    state: ReferralState
    since: date
    requested_on: date
    scheduled_on: date | None
    result: str
    open_days: int | None
    due_on: date | None
    due_text: str
    urgency: Urgency
    assignment_id: int | None
    suggestion_id: int | None
    version: int

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for a result."""
        return self.state in OPEN_STATES

    @property
    def standing(self) -> Standing:
        """Where it stands, as taking back a step needs it."""
        return Standing(
            self.id, self.state, self.since, self.scheduled_on, self.result, self.assignment_id
        )


@dataclass(frozen=True, slots=True)
class ReferralStepRow:
    """One step of a referral: the state, its day, what was noted, and by whom when (UTC)."""

    id: int
    state: ReferralState
    on: date
    note: str
    at: datetime
    by: str


_referral, _person = ReferralRecord.__table__.c, PersonRecord.__table__.c
_step, _due = ReferralStepRecord.__table__.c, FollowUpRecord.__table__.c
# That there is a source is said in so many words: only then the index of sources is used.
_DUE_ON = (
    select(func.min(_due.due_on))
    .where(
        _due.source_kind != literal_column("''"),
        _due.source_kind == "referral",
        _due.source_id == _referral.id,
        _due.state == "open",
    )
    .scalar_subquery()
)
_REFERRALS = (
    select(
        ReferralRecord.__table__,
        _person.family,
        _person.given,
        _person.title,
        _person.credentials,
        _DUE_ON.label("due_on"),
    )
    .outerjoin(PersonRecord.__table__, _person.id == _referral.to_person_id)
    .where(_referral.patient_id == bindparam("of_patient"))
    .order_by(_referral.requested_on.desc(), _referral.id.desc())
)
_STEPS = (
    select(
        _step.id,
        _step.state,
        _step.on_day,
        _step.note,
        _step.made_at,
        _person.family,
        _person.given,
        _person.title,
        _person.credentials,
    )
    .outerjoin(PersonRecord.__table__, _person.id == _step.by_id)
    .where(_step.referral_id == bindparam("of_referral"))
    .order_by(_step.id)
)


def referral_rows(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[ReferralRow, ...]:
    """Every referral of a patient: the open ones first, those that wait longest before all."""
    found = session.execute(_REFERRALS, {"of_patient": patient_id})
    rows = [_row(row, today, rules) for row in found]
    waiting = sorted((row for row in rows if row.is_open), key=lambda row: row.since)
    closed = sorted((row for row in rows if not row.is_open), key=lambda row: row.since)
    return (*waiting, *reversed(closed))


def referral_steps(session: Session, referral_id: int) -> tuple[ReferralStepRow, ...]:
    """The steps of a referral in the order in which they were noted."""
    return tuple(
        ReferralStepRow(
            row.id,
            ReferralState(row.state),
            row.on_day,
            row.note,
            row.made_at,
            "" if row.family is None else _name(row),
        )
        for row in session.execute(_STEPS, {"of_referral": referral_id})
    )


def _row(row: Row[Any], today: date, rules: Rules) -> ReferralRow:
    state = ReferralState(row.state)
    text, urgency = due_words(row.due_on, "", today) if row.due_on else ("", Urgency.LATER)
    return ReferralRow(
        id=row.id,
        to_kind=row.to_kind,
        to=_to(row, rules),
        to_role=row.to_role,
        to_person_id=row.to_person_id,
        priority=row.priority,
        method=rules.catalogue.label("referral_method", row.method),
        reason_kind=row.reason_kind,
        reason=row.reason_text,
        state=state,
        since=row.state_on,
        requested_on=row.requested_on,
        scheduled_on=row.scheduled_on,
        result=row.result,
        open_days=(today - row.state_on).days if state in OPEN_STATES else None,
        due_on=row.due_on,
        due_text=text,
        urgency=urgency,
        assignment_id=row.assignment_id,
        suggestion_id=row.suggestion_id,
        version=row.version,
    )


def _to(row: Row[Any], rules: Rules) -> str:
    if row.to_kind == ReferralTo.PERSON and row.family is not None:
        return _name(row)
    if row.to_kind == ReferralTo.OUTSIDE:
        return row.to_name
    return rules.catalogue.role_short(row.to_role)


def _name(row: Row[Any]) -> str:
    return person_name(row.family, row.given, row.title, row.credentials)
