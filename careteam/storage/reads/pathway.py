"""A patient's way through treatment: strip of phases, tests, stays, and the disease over time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from careteam.domain.milestones import IN_ERROR, Lateness, late_days, lateness
from careteam.domain.pathway import MilestoneState, StayKind
from careteam.domain.rules import Rules
from careteam.domain.stays import days_in_hospital
from careteam.domain.strip import Stretch, StripPart, strip_of
from careteam.domain.suggestions import SuggestionKind, SuggestionState
from careteam.storage.tables import (
    CareProfileRecord,
    DiseaseStatusRecord,
    MilestoneRecord,
    PatientRecord,
    PhasePeriodRecord,
    StayRecord,
    SuggestionRecord,
)


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """The pathway that was chosen, since when, and its strip; `phase_id` is the period of now."""

    key: str
    label: str
    started_on: date | None
    phase: str
    phase_id: int | None
    parts: tuple[StripPart, ...]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A test in the table; `days` counts from the planned day, below 0 when it lies ahead."""

    id: int
    kind: str
    label: str
    own_label: str
    planned_on: date | None
    done_on: date | None
    result: str
    state: MilestoneState
    reason: str
    lateness: Lateness
    days: int
    version: int


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A test that a phase proposes, with its day and why."""

    id: int
    phase: str
    phase_label: str
    label: str
    planned_on: date
    because: str


@dataclass(frozen=True, slots=True)
class StayRow:
    """A stay or an emergency visit; `days` of one that is not over count to today."""

    id: int
    kind: StayKind
    admitted_on: date
    discharged_on: date | None
    days: int
    is_planned: bool
    place: str
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class StatusRow:
    """Remission and MRD of a day, in words."""

    id: int
    on: date
    remission: str
    mrd: str
    remission_label: str
    mrd_label: str
    note: str


@dataclass(frozen=True, slots=True)
class PathwayPage:
    """Everything that the pathway tab shows of one patient."""

    pathway: PathwayRow
    milestones: tuple[MilestoneRow, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
    stays: tuple[StayRow, ...] = ()
    statuses: tuple[StatusRow, ...] = ()
    icd_state: str = ""


_patient, _profile = PatientRecord.__table__.c, CareProfileRecord.__table__.c
_period, _test = PhasePeriodRecord.__table__.c, MilestoneRecord.__table__.c
_stay, _status = StayRecord.__table__.c, DiseaseStatusRecord.__table__.c
_proposal = SuggestionRecord.__table__.c
_OF = bindparam("of_patient")
_HEAD = (
    select(_patient.icd_state, _profile.pathway)
    .outerjoin(CareProfileRecord.__table__, _profile.patient_id == _patient.id)
    .where(_patient.id == _OF)
)
_PERIODS = (
    select(_period.id, _period.phase, _period.started_on, _period.ended_on)
    .where(_period.patient_id == _OF)
    .order_by(_period.started_on, _period.id)
)
_TESTS = (
    select(
        _test.id,
        _test.kind,
        _test.label,
        _test.planned_on,
        _test.done_on,
        _test.result,
        _test.state,
        _test.reason,
        _test.template_id,
        _test.version,
    )
    .where(_test.patient_id == _OF, _test.reason != IN_ERROR)
    .order_by(_test.planned_on, _test.id)
)
_PROPOSALS = (
    select(
        _proposal.id,
        _proposal.text,
        _proposal.because,
        _proposal.due_on,
        _proposal.source_id,
        _proposal.details,
    )
    .where(
        _proposal.patient_id == _OF,
        _proposal.state == SuggestionState.OPEN,
        _proposal.kind == SuggestionKind.MILESTONE,
    )
    .order_by(_proposal.due_on, _proposal.id)
)
_STAYS = (
    select(
        _stay.id,
        _stay.kind,
        _stay.admitted_on,
        _stay.discharged_on,
        _stay.is_planned,
        _stay.place,
        _stay.reason,
        _stay.version,
    )
    .where(_stay.patient_id == _OF, _stay.retracted_at.is_(None))
    .order_by(_stay.admitted_on.desc(), _stay.id.desc())
)
_STATUSES = (
    select(_status.id, _status.on_day, _status.remission, _status.mrd, _status.note)
    .where(_status.patient_id == _OF, _status.retracted_at.is_(None))
    .order_by(_status.on_day.desc(), _status.id.desc())
)


def pathway_page(session: Session, patient_id: int, *, today: date, rules: Rules) -> PathwayPage:
    """The pathway tab of a patient, each part by one SELECT over an index.

    Tests stand by the day on which they were or are planned, those that were done without a plan
    by the day of the test; stays and statuses newest first. What was entered in error is left out.
    """
    asked = {"of_patient": patient_id}
    head = session.execute(_HEAD, asked).one_or_none()
    chosen = (head.pathway or "") if head else ""
    periods = session.execute(_PERIODS, asked).all()
    return PathwayPage(
        _pathway(chosen, periods, today, rules),
        _milestones(session, asked, today, rules),
        _proposals(session, asked, {row.id: row.phase for row in periods}, rules),
        _stays(session, asked, today),
        _statuses(session, asked, rules),
        head.icd_state if head else "",
    )


def pathway_of(session: Session, patient_id: int) -> str:
    """The key of the pathway that a patient is on, or nothing."""
    query = select(_profile.pathway).where(_profile.patient_id == patient_id)
    return session.execute(query).scalar() or ""


def _pathway(chosen: str, periods: Any, today: date, rules: Rules) -> PathwayRow:
    known = rules.clinical.pathways.get(chosen)
    stretches = [Stretch(row.phase, row.started_on, row.ended_on) for row in periods]
    parts = strip_of(chosen, stretches, rules.clinical.pathways, rules.catalogue.phases, today)
    now = periods[-1] if periods else None
    return PathwayRow(
        key=chosen,
        label=known.label if known else chosen,
        started_on=stretches[0].started_on if stretches else None,
        phase=now.phase if now else "",
        phase_id=now.id if now else None,
        parts=parts,
    )


def _milestones(
    session: Session, asked: dict[str, int], today: date, rules: Rules
) -> tuple[MilestoneRow, ...]:
    rows: list[MilestoneRow] = []
    for row in session.execute(_TESTS, asked):
        state = MilestoneState(row.state)
        days = late_days(rules.clinical.templates, row.template_id)
        rows.append(
            MilestoneRow(
                id=row.id,
                kind=row.kind,
                label=row.label or rules.catalogue.label("test", row.kind),
                own_label=row.label,
                planned_on=row.planned_on,
                done_on=row.done_on,
                result=row.result,
                state=state,
                reason=row.reason,
                lateness=lateness(state, row.planned_on, days, today),
                days=(today - row.planned_on).days if row.planned_on else 0,
                version=row.version,
            )
        )
    rows.sort(key=lambda row: (row.planned_on or row.done_on or date.max, row.id))
    return tuple(rows)


def _proposals(
    session: Session, asked: dict[str, int], phases: dict[int, str], rules: Rules
) -> tuple[ProposalRow, ...]:
    return tuple(
        ProposalRow(
            row.id,
            phases.get(row.source_id, ""),
            rules.catalogue.phase_label(phases.get(row.source_id, "")),
            row.text,
            date.fromisoformat(row.details["planned_on"]),
            row.because,
        )
        for row in session.execute(_PROPOSALS, asked)
    )


def _stays(session: Session, asked: dict[str, int], today: date) -> tuple[StayRow, ...]:
    return tuple(
        StayRow(
            row.id,
            StayKind(row.kind),
            row.admitted_on,
            row.discharged_on,
            days_in_hospital(row.admitted_on, row.discharged_on or today),
            row.is_planned,
            row.place,
            row.reason,
            row.version,
        )
        for row in session.execute(_STAYS, asked)
    )


def _statuses(session: Session, asked: dict[str, int], rules: Rules) -> tuple[StatusRow, ...]:
    label = rules.catalogue.label
    return tuple(
        StatusRow(
            row.id,
            row.on_day,
            row.remission,
            row.mrd,
            label("remission", row.remission) if row.remission else "",
            label("mrd_status", row.mrd) if row.mrd else "",
            row.note,
        )
        for row in session.execute(_STATUSES, asked)
    )
