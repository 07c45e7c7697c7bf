"""The scores that a phase asks for: once they are there, its step is done by itself."""

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.screenings import PHASE_SCREENING, asked_in_phase
from careteam.storage.tables import PhasePeriodRecord, ScreeningRecord
from careteam.storage.writes.events import Source, close_step, stands_again, steps_of
from careteam.storage.writes.history import standing_of
from careteam.storage.writes.phases import phase_periods

SCREENED = "The scores of this phase are kept."
"""What the step of a phase says that its scores have settled."""


def follow_screening(session: Session, patient_id: int, *, moment: Moment, rules: Rules) -> None:
    """Bring the step of the phase that stands to the scores kept since it began.

    It is done once there is one of each that the phase asks for at the patient's age, and stands
    again when one of them is taken back. One that a person closed stays closed.
    """
    periods = phase_periods(session, patient_id)
    if not periods:
        return
    is_done = _is_screened(session, periods[-1], moment, rules)
    for step in steps_of(session, Source("phase_period", periods[-1].id or 0)):
        if step.rule != PHASE_SCREENING:
            continue
        if is_done:
            close_step(session, step, "done", SCREENED, moment)
        else:
            stands_again(session, step, SCREENED)
    session.flush()


def _is_screened(session: Session, period: PhasePeriodRecord, moment: Moment, rules: Rules) -> bool:
    born = standing_of(session, period.patient_id).birth_date
    birth = PartialDate.from_iso(born) if born else None
    asked = asked_in_phase(rules.clinical.instruments.values(), birth, moment.today)
    table = ScreeningRecord.__table__.c
    query = (
        select(table.instrument)
        .where(
            table.patient_id == period.patient_id,
            table.instrument.in_(asked),
            table.on_day >= period.started_on,
            table.retracted_at.is_(None),
        )
        .distinct()
    )
    return bool(asked) and asked == frozenset(session.scalars(query))
