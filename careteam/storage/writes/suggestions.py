"""Suggestions as the rules make them: what an event sets off is kept until a person decides."""

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState
from careteam.domain.catalogue import ADULT_FROM_YEARS
from careteam.domain.conditions import Facts
from careteam.domain.dates import PartialDate
from careteam.domain.moment import Moment
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.suggestions import SuggestionKind, SuggestionState
from careteam.domain.text import LINE_LENGTH
from careteam.domain.triggers import Fired, fired
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import AssignmentRecord, RelatedRecord, SuggestionRecord
from careteam.storage.writes.history import standing_of


@dataclass(frozen=True, slots=True)
class Cause:
    """The row that gives cause for suggestions, and in words why: `Distress 6 of 10, 22 Nov`."""

    kind: str
    id: int
    because: str


def propose(
    session: Session, patient_id: int, event: Facts, cause: Cause, *, moment: Moment, rules: Rules
) -> tuple[Fired, ...]:
    """Weigh what was just learned against the triggers and keep what they suggest.

    A rule speaks once for each cause, and not again while its suggestion is open. Where somebody
    holds the role already the suggestion is a step for them. Returns every trigger that fired,
    those that escalate too: what to show about those is the caller's. Nothing is suggested for
    patients who are not active.
    """
    patient = standing_of(session, patient_id)
    if patient.status != Status.ACTIVE:
        return ()
    background: dict[str, float | int | str | bool] = {
        "age": _age(patient.birth_date, moment),
        "phase": patient.phase,
        "caregiver_missing": not _has_caregiver(session, patient_id),
    }
    found = fired(rules.clinical.triggers.values(), event, background)
    for one in found:
        if one.trigger.role:
            _keep(session, patient_id, one, cause, moment, rules)
    session.flush()
    return found


def _keep(
    session: Session, patient_id: int, one: Fired, cause: Cause, moment: Moment, rules: Rules
) -> None:
    trigger = one.trigger
    if _has_spoken(session, patient_id, trigger.key, cause):
        return
    is_held = _is_held(session, patient_id, trigger.role)
    session.add(
        SuggestionRecord(
            external_id=new_external_id(),
            patient_id=patient_id,
            kind=SuggestionKind.TASK if is_held else SuggestionKind.ROLE,
            rule=trigger.key,
            role=trigger.role,
            text=trigger.label,
            because=cause.because[:LINE_LENGTH],
            source_kind=cause.kind,
            source_id=cause.id,
            due_on=rules.calendar.add(moment.today, trigger.within_days),
            made_at=moment.now,
        )
    )


def _has_spoken(session: Session, patient_id: int, rule: str, cause: Cause) -> bool:
    table = SuggestionRecord.__table__.c
    is_open = table.state == SuggestionState.OPEN
    is_same = (table.source_kind == cause.kind) & (table.source_id == cause.id)
    spoken = exists().where(table.patient_id == patient_id, table.rule == rule, is_open | is_same)
    return bool(session.execute(select(spoken)).scalar())


def _is_held(session: Session, patient_id: int, role: str) -> bool:
    table = AssignmentRecord.__table__.c
    held = exists().where(
        table.patient_id == patient_id,
        table.role == role,
        table.state.in_((AssignmentState.ACTIVE, AssignmentState.HELD)),
    )
    return bool(session.execute(select(held)).scalar())


def _has_caregiver(session: Session, patient_id: int) -> bool:
    table = RelatedRecord.__table__.c
    one = exists().where(
        table.patient_id == patient_id, table.is_caregiver, table.is_removed.is_(False)
    )
    return bool(session.execute(select(one)).scalar())


def _age(birth_date: str, moment: Moment) -> int:
    """Whole years; an unknown age counts as adult, as it does for the roles that a phase asks."""
    age = PartialDate.from_iso(birth_date).age_years(moment.today) if birth_date else None
    return ADULT_FROM_YEARS if age is None else age
