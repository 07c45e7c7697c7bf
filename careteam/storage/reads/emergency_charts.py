"""The charts that somebody opened during an emergency access, for whoever reviews it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, tuple_
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.audit import Event
from careteam.domain.text import display_name
from careteam.storage.reads.accounts import EmergencyRow
from careteam.storage.tables import AuditRecord, PatientRecord

PAGE = 64

_audit = AuditRecord.__table__.c
_patient = PatientRecord.__table__.c
_action = _audit.action.concat("")
"""The action without its index: what one account did in an hour is the shorter way."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A chart that came in sight and stayed, with the row of the trail that says so; `at` is UTC.

    The name is empty for a patient who is not there any more.
    """

    seq: int
    at: datetime
    patient_id: int
    name: str
    mrn: str


@dataclass(frozen=True, slots=True)
class ChartTally:
    """How often a chart was opened, and of how many patients."""

    opened: int
    patients: int


@needs(Action.REVIEW)
def charts_opened(
    session: Session, emergency: EmergencyRow, *, after: ChartRow | None = None, limit: int = PAGE
) -> tuple[ChartRow, ...]:
    """The next charts that were opened in it, the first one first."""
    query = (
        select(
            _audit.seq, _audit.at, _audit.patient_id, _patient.family, _patient.given, _patient.mrn
        )
        .outerjoin_from(AuditRecord, PatientRecord, _patient.id == _audit.patient_id)
        .where(*_in(emergency))
        .order_by(_audit.at, _audit.seq)
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(_audit.at, _audit.seq) > tuple_(_ms(after.at), after.seq))
    return tuple(
        ChartRow(
            row.seq,
            datetime.fromtimestamp(row.at / 1000, UTC),
            row.patient_id,
            display_name(row.family, row.given) if row.family else "",
            row.mrn or "",
        )
        for row in session.execute(query)
    )


@needs(Action.REVIEW)
def tally_of_charts(session: Session, emergency: EmergencyRow) -> ChartTally:
    """How many charts were opened in it."""
    count = func.count(_audit.patient_id.distinct())
    query = select(func.count().label("opened"), count.label("patients"))
    found: Any = session.execute(query.select_from(AuditRecord).where(*_in(emergency))).one()
    return ChartTally(found.opened, found.patients)


def _in(emergency: EmergencyRow) -> tuple[Any, ...]:
    return (
        _audit.actor_id == emergency.account_id,
        _audit.at.between(_ms(emergency.begun_at), _ms(emergency.ends_at)),
        _action == str(Event.OPENED),
        _audit.patient_id.is_not(None),
    )


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
