"""What may have given cause for a referral: open barriers, last scores, the phase, suggestions."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.dates import day_bare
from careteam.domain.needs import BarrierState
from careteam.domain.referrals import ReasonKind
from careteam.domain.rules import Rules
from careteam.storage.reads.suggestions import open_suggestions
from careteam.storage.tables import BarrierRecord, PatientRecord, ScreeningRecord

LOOK_BACK_DAYS = 90
_OPEN = (BarrierState.OPEN, BarrierState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One cause that can be named: its kind, its row (None for the present phase), its words."""

    kind: ReasonKind
    id: int | None
    words: str


def reason_rows(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[ReasonRow, ...]:
    """The causes on record for a patient; of each instrument only the last score of 90 days."""
    found = [
        ReasonRow(ReasonKind.SUGGESTION, one.id, one.because or one.words)
        for one in open_suggestions(session, patient_id, today=today, rules=rules)
    ]
    found += _scores(session, patient_id, today, rules)
    found += _barriers(session, patient_id, rules)
    phase = session.scalar(
        select(PatientRecord.__table__.c.phase).where(PatientRecord.__table__.c.id == patient_id)
    )
    if phase:
        found.append(ReasonRow(ReasonKind.PHASE, None, rules.catalogue.phase_label(phase)))
    return tuple(found)


def _barriers(session: Session, patient_id: int, rules: Rules) -> list[ReasonRow]:
    table = BarrierRecord.__table__.c
    query = (
        select(table.id, table.category)
        .where(table.patient_id == patient_id, table.state.in_(_OPEN))
        .order_by(table.found_on, table.id)
    )
    return [
        ReasonRow(ReasonKind.BARRIER, row.id, rules.catalogue.label("barrier", row.category))
        for row in session.execute(query)
    ]


def _scores(session: Session, patient_id: int, today: date, rules: Rules) -> list[ReasonRow]:
    table = ScreeningRecord.__table__.c
    query = (
        select(table.id, table.instrument, table.score, func.max(table.on_day).label("on_day"))
        .where(
            table.patient_id == patient_id,
            table.retracted_at.is_(None),
            table.on_day >= today - timedelta(days=LOOK_BACK_DAYS),
        )
        .group_by(table.instrument)
        .order_by(table.instrument)
    )
    rows: list[ReasonRow] = []
    for row in session.execute(query):
        known = rules.clinical.instruments.get(row.instrument)
        name = (known.short or known.label) if known else row.instrument
        words = f"{name} {row.score}, {day_bare(row.on_day, today)}"
        rows.append(ReasonRow(ReasonKind.SCORE, row.id, words))
    return rows
