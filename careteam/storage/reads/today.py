"""Who is due and why: the Today list, mine or the whole clinic's, in one order.

The order is that of the due day, then the time of day, then registration; the reason is that of
the assignment or next step which is due first. A navigator's list has the patients that she covers
for somebody who is away as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Executable, Row, bindparam, case, func, or_, select
from sqlmodel import Session

from careteam.domain.clinical_rules import Cadence
from careteam.domain.due import DAYS_AHEAD, DueKind, Urgency, due_words, reason
from careteam.domain.patients import Status
from careteam.domain.reasons import cadence_words
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.reads.cover import covered_patients
from careteam.storage.tables import AssignmentRecord, FollowUpRecord, PatientRecord

PAGE = 24
COUNT_UP_TO = 1000
STATEMENTS = 16
"""So many forms of a question are kept as they were put together."""
Mine = int
"""0 for everybody's patients, OWN for a navigator's, 2 for hers and those that she covers."""
OWN = 1


@dataclass(frozen=True, slots=True)
class DueRow:
    """One patient on the list: what is due first, since when, and the rule behind it.

    `kind` is `assignment`, `follow_up` or `gap`; `ref` the row that is due. `due_text` and
    `urgency` belong to the day the list was read for. `is_covered` says that the navigator whose
    list it is stands in for somebody else.
    """

    patient_id: int
    name: str
    mrn: str
    due_on: date
    due_time: str
    due_text: str
    urgency: Urgency
    reason: str
    role: str
    kind: str
    ref: int
    gaps: int
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many patients stand in each group; none counts further than COUNT_UP_TO."""

    patients: int
    overdue: int
    today: int
    this_week: int
    gaps: int


@dataclass(frozen=True, slots=True)
class After:
    """The place after which the next page begins: the last row's day and patient."""

    due_on: date
    patient_id: int


def due_rows(
    session: Session,
    *,
    today: date,
    rules: Rules,
    navigator_id: int | None = None,
    limit: int | None = PAGE,
    after: After | None = None,
) -> tuple[DueRow, ...]:
    """The patients that are overdue, due today or this week; of one navigator or of all."""
    asked = _whose(session, navigator_id) | {"last_day": today + timedelta(days=DAYS_AHEAD)}
    if after is not None:
        asked |= {"after_day": after.due_on, "after_id": after.patient_id}
    query = _due_query(_mine(asked), after is not None, limit)
    rows = session.execute(query, asked)
    return tuple(_row(row, today, rules, navigator_id) for row in rows)


@lru_cache(maxsize=STATEMENTS)
def _due_query(mine: Mine, is_after: bool, limit: int | None) -> Executable:
    query = _SELECT.where(
        _patient.status == Status.ACTIVE, _patient.next_due_on <= bindparam("last_day", type_=Date)
    )
    if mine:
        query = query.where(_of(mine))
    if is_after:
        day, patient_id = bindparam("after_day", type_=Date), bindparam("after_id")
        same_day = (_patient.next_due_on == day) & (_patient.id > patient_id)
        query = query.where(or_(_patient.next_due_on > day, same_day))
    return query.order_by(_patient.next_due_on, _patient.id).limit(limit)


def gap_rows(
    session: Session,
    *,
    today: date,
    rules: Rules,
    navigator_id: int | None = None,
    limit: int | None = PAGE,
    offset: int = 0,
) -> tuple[DueRow, ...]:
    """The patients with roles to fill, those with most first."""
    asked = _whose(session, navigator_id)
    rows = session.execute(_gap_query(_mine(asked), limit), asked | {"offset": offset})
    return tuple(_row(row, today, rules, navigator_id, as_gap=True) for row in rows)


def flagged_rows(
    session: Session, patient_ids: Iterable[int], *, today: date, rules: Rules
) -> tuple[DueRow, ...]:
    """What is due next for these patients, however far away the day is."""
    query = _SELECT.where(_patient.id.in_(tuple(patient_ids)))
    rows = session.execute(query.order_by(_patient.next_due_on, _patient.id))
    return tuple(_row(row, today, rules, None) for row in rows)


@lru_cache(maxsize=STATEMENTS)
def _gap_query(mine: Mine, limit: int | None) -> Executable:
    order = (_patient.gap_count.desc(), _patient.next_due_on, _patient.id)
    query = _SELECT.where(_patient.status == Status.ACTIVE, _has_gap(mine)).order_by(*order)
    if not mine:
        return query.limit(limit).offset(bindparam("offset"))
    theirs = select(_patient.id).where(_patient.status == Status.ACTIVE, _of(mine), _has_gap(mine))
    page = theirs.order_by(*order).limit(limit).offset(bindparam("offset"))
    return _SELECT.where(_patient.id.in_(page.correlate(None))).order_by(*order)


def due_counts(session: Session, *, today: date, navigator_id: int | None = None) -> DueCounts:
    """The figures above the list, each counted only as far as COUNT_UP_TO."""
    asked = _whose(session, navigator_id)
    asked |= {"today": today, "week": today + timedelta(days=DAYS_AHEAD)}
    return DueCounts(*session.execute(_counts_query(_mine(asked)), asked).one())


@lru_cache(maxsize=STATEMENTS)
def _counts_query(mine: Mine) -> Executable:
    today, week = bindparam("today", type_=Date), bindparam("week", type_=Date)
    due_on = _patient.next_due_on

    def count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        inner = select(_patient.id).where(_patient.status == Status.ACTIVE, *conditions)
        if mine:
            inner = inner.where(_of(mine))
        counted = inner.limit(COUNT_UP_TO).subquery()
        return select(func.count()).select_from(counted).scalar_subquery()

    return select(
        count(),
        count(due_on < today),
        count(due_on == today),
        count(due_on > today, due_on <= week),
        count(_has_gap(mine)),
    )


def _whose(session: Session, navigator_id: int | None) -> dict[str, Any]:
    """Whose patients are asked for, with those that she covers now."""
    if navigator_id is None:
        return {}
    covered = covered_patients(session, navigator_id)
    return {"mine": navigator_id} | ({"covered": covered} if covered else {})


def _mine(asked: dict[str, Any]) -> Mine:
    return ("mine" in asked) + ("covered" in asked)


def _of(mine: Mine) -> ColumnElement[bool]:
    own = _patient.navigator_id == bindparam("mine")
    if mine == OWN:
        return own
    return or_(own, _patient.id.in_(bindparam("covered", expanding=True)))


def _has_gap(mine: Mine) -> Any:
    """Roles to fill; a navigator's are looked for among her patients, not among all gaps."""
    return _patient.gap_count + 0 > 0 if mine else _patient.gap_count > 0


_patient, _assignment = PatientRecord.__table__.c, AssignmentRecord.__table__.c
_step = FollowUpRecord.__table__.c


def _due_ref(kind: str) -> ColumnElement[int]:
    """What is due if it is of this kind; nothing otherwise, so that no row is looked up in vain."""
    return case((_patient.next_due_kind == kind, _patient.next_due_ref))


_SELECT = select(
    _patient.id,
    _patient.family,
    _patient.given,
    _patient.mrn,
    _patient.phase,
    _patient.next_due_on,
    _patient.next_due_time,
    _patient.next_due_kind,
    _patient.next_due_ref,
    _patient.gap_count,
    _patient.navigator_id,
    _assignment.role,
    _assignment.due_kind,
    _assignment.attempts,
    _step.text,
    _step.rule,
    _step.owner_role,
).select_from(
    PatientRecord.__table__.outerjoin(
        AssignmentRecord.__table__, _assignment.id == _due_ref("assignment")
    ).outerjoin(FollowUpRecord.__table__, _step.id == _due_ref("follow_up"))
)


def _row(
    row: Row[Any], today: date, rules: Rules, whose: int | None, *, as_gap: bool = False
) -> DueRow:
    text, at = due_words(row.next_due_on, row.next_due_time, today)
    said = _gap_reason(row.gap_count) if as_gap else _reason(row, rules)
    return DueRow(
        patient_id=row.id,
        name=display_name(row.family, row.given),
        mrn=row.mrn,
        due_on=row.next_due_on,
        due_time=row.next_due_time,
        due_text=text,
        urgency=at,
        reason=said,
        role=row.role or row.owner_role or "",
        kind="gap" if as_gap else row.next_due_kind,
        ref=row.next_due_ref,
        gaps=row.gap_count,
        is_covered=whose is not None and row.navigator_id != whose,
    )


def _reason(row: Row[Any], rules: Rules) -> str:
    if row.next_due_kind == "follow_up":
        return _step_reason(row.text, rules.clinical.cadence.get(row.rule))
    role = row.role or ""
    return reason(
        DueKind(row.due_kind or DueKind.NONE),
        rules.catalogue.role_short(role),
        days=rules.catalogue.contact_days(role, row.phase),
        phase_label=rules.catalogue.phase_label(row.phase),
        attempts=row.attempts or 0,
    )


def _step_reason(text: str, rule: Cadence | None) -> str:
    """A step by hand says so; one that a rule planned is named by its rule."""
    if rule is None:
        return f"Follow-up · {text}" if text else "Follow-up"
    return f"{text or rule.label} · {cadence_words(rule)}"


def _gap_reason(count: int) -> str:
    return "1 role to fill" if count == 1 else f"{count} roles to fill"
