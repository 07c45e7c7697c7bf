"""Who is due and why: the Today list, mine or the whole clinic's, in one order.

The order is that of the due day, then the time of day, then registration; the reason is that of
the assignment or next step which is due first.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, func, or_, select
from sqlmodel import Session

from careteam.domain.due import DAYS_AHEAD, DueKind, Urgency, due_words, reason
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.tables import AssignmentRecord, FollowUpRecord, PatientRecord

PAGE = 64
COUNT_UP_TO = 1000


@dataclass(frozen=True, slots=True)
class DueRow:
    """One patient on the list: what is due first, since when, and the rule behind it.

    `kind` is `assignment`, `follow_up` or `gap`; `ref` the row that is due. `due_text` and
    `urgency` belong to the day the list was read for.
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
    table = PatientRecord.__table__.c
    query = _select().where(
        table.status == Status.ACTIVE,
        table.next_due_on <= today + timedelta(days=DAYS_AHEAD),
    )
    if navigator_id is not None:
        query = query.where(table.navigator_id == navigator_id)
    if after is not None:
        query = query.where(
            or_(
                table.next_due_on > after.due_on,
                (table.next_due_on == after.due_on) & (table.id > after.patient_id),
            )
        )
    query = query.order_by(table.next_due_on, table.id).limit(limit)
    return tuple(_row(row, today, rules) for row in session.execute(query))


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
    table = PatientRecord.__table__.c
    query = _select().where(table.status == Status.ACTIVE, _has_gap(navigator_id))
    if navigator_id is not None:
        query = query.where(table.navigator_id == navigator_id)
    query = query.order_by(table.gap_count.desc(), table.next_due_on, table.id)
    rows = session.execute(query.limit(limit).offset(offset))
    return tuple(_row(row, today, rules, as_gap=True) for row in rows)


def due_counts(session: Session, *, today: date, navigator_id: int | None = None) -> DueCounts:
    """The figures above the list, each counted only as far as COUNT_UP_TO."""
    table = PatientRecord.__table__.c
    base = [table.status == Status.ACTIVE]
    if navigator_id is not None:
        base.append(table.navigator_id == navigator_id)
    week = today + timedelta(days=DAYS_AHEAD)

    def count(*conditions: object) -> int:
        inner = select(table.id).where(*base, *conditions).limit(COUNT_UP_TO)  # pyright: ignore[reportArgumentType]
        return session.scalar(select(func.count()).select_from(inner.subquery())) or 0

    return DueCounts(
        patients=count(),
        overdue=count(table.next_due_on < today),
        today=count(table.next_due_on == today),
        this_week=count(table.next_due_on > today, table.next_due_on <= week),
        gaps=count(_has_gap(navigator_id)),
    )


def _has_gap(navigator_id: int | None) -> Any:
    """Roles to fill; a navigator's are looked for among her patients, not among all gaps."""
    gaps = PatientRecord.__table__.c.gap_count
    return gaps > 0 if navigator_id is None else gaps + 0 > 0


def _select() -> Any:
    patient, assignment = PatientRecord.__table__, AssignmentRecord.__table__
    step = FollowUpRecord.__table__
    joined = patient.outerjoin(
        assignment,
        (patient.c.next_due_kind == "assignment") & (assignment.c.id == patient.c.next_due_ref),
    ).outerjoin(
        step, (patient.c.next_due_kind == "follow_up") & (step.c.id == patient.c.next_due_ref)
    )
    return select(
        patient.c.id,
        patient.c.family,
        patient.c.given,
        patient.c.mrn,
        patient.c.phase,
        patient.c.next_due_on,
        patient.c.next_due_time,
        patient.c.next_due_kind,
        patient.c.next_due_ref,
        patient.c.gap_count,
        assignment.c.role,
        assignment.c.due_kind,
        assignment.c.attempts,
        step.c.text,
        step.c.owner_role,
    ).select_from(joined)


def _row(row: Row[Any], today: date, rules: Rules, *, as_gap: bool = False) -> DueRow:
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
    )


def _reason(row: Row[Any], rules: Rules) -> str:
    if row.next_due_kind == "follow_up":
        return f"Follow-up · {row.text}" if row.text else "Follow-up"
    role = row.role or ""
    return reason(
        DueKind(row.due_kind or DueKind.NONE),
        rules.catalogue.role_short(role),
        days=rules.catalogue.contact_days(role, row.phase),
        phase_label=rules.catalogue.phase_label(row.phase),
        attempts=row.attempts or 0,
    )


def _gap_reason(count: int) -> str:
    return "1 role to fill" if count == 1 else f"{count} roles to fill"
