"""What stands above everything about one patient: who it is, what to mind, where they are."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlmodel import Session

from careteam.domain.catalogue import Catalogue, Phase
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing
from careteam.domain.pathway import MilestoneState
from careteam.domain.patients import Status
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.tables import (
    AlertRecord,
    MilestoneRecord,
    PatientPhoneRecord,
    PatientRecord,
)


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert that stands, in words."""

    kind: str
    text: str
    since: date | None


@dataclass(frozen=True, slots=True)
class PatientPageRow:
    """The banner of a patient; `phase_day` counts the first day of the phase as day 1.

    `usual_days` is None for a phase that has no usual length. `milestone` is the next planned test,
    or what the phase looks to.
    """

    id: int
    family: str
    given: str
    title: str
    preferred: str
    mrn: str
    birth: PartialDate | None
    sex: str
    language: str
    needs_interpreter: bool
    phone: str
    may_leave_message: bool | None
    diagnosis: str
    phase: str
    phase_label: str
    phase_since: date | None
    phase_day: int | None
    usual_days: int | None
    milestone: str
    milestone_on: date | None
    alerts: tuple[AlertRow, ...]
    status: Status
    status_on: date | None
    status_reason: str
    contact_count: int
    filled_count: int
    gap_count: int
    navigator_id: int | None
    version: int

    @property
    def name(self) -> str:
        """FAMILY, Given without the title."""
        return display_name(self.family, self.given, "", self.preferred)


_patient, _phone = PatientRecord.__table__.c, PatientPhoneRecord.__table__.c
_alert, _test = AlertRecord.__table__.c, MilestoneRecord.__table__.c
_FIRST_PHONE = (
    select(_phone.id)
    .where(_phone.patient_id == _patient.id, _phone.is_wrong.is_(False))
    .order_by(_phone.position, _phone.id)
    .limit(1)
    .correlate(PatientRecord.__table__)
    .scalar_subquery()
)
_BANNER = (
    select(
        _patient.id,
        _patient.family,
        _patient.given,
        _patient.title,
        _patient.preferred,
        _patient.mrn,
        _patient.birth_date,
        _patient.sex,
        _patient.language,
        _patient.needs_interpreter,
        _patient.subtype,
        _patient.phase,
        _patient.phase_since,
        _patient.status,
        _patient.status_on,
        _patient.status_reason,
        _patient.contact_count,
        _patient.filled_count,
        _patient.gap_count,
        _patient.navigator_id,
        _patient.version,
        _phone.number,
        _phone.may_leave_message,
    )
    .outerjoin(PatientPhoneRecord.__table__, _phone.id == _FIRST_PHONE)
    .where(_patient.id == bindparam("of_patient"))
)
_NEXT_TEST = (
    select(_test.kind, _test.label, _test.planned_on)
    .where(
        _test.patient_id == bindparam("of_patient"),
        _test.planned_on >= bindparam("today"),
        _test.state == MilestoneState.PLANNED,
    )
    .order_by(_test.planned_on, _test.id)
    .limit(1)
)
_ALERTS = (
    select(_alert.kind, _alert.text, _alert.since)
    .where(_alert.patient_id == bindparam("of_patient"), _alert.ended_on.is_(None))
    .order_by(_alert.id)
)


def patient_page(session: Session, patient_id: int, *, today: date, rules: Rules) -> PatientPageRow:
    """The banner of a patient; Missing when there is none."""
    row = session.execute(_BANNER, {"of_patient": patient_id}).one_or_none()
    if row is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    catalogue = rules.catalogue
    phase = catalogue.phases.get(row.phase)
    since = row.phase_since
    milestone, milestone_on = _milestone(session, patient_id, phase, since, today, catalogue)
    return PatientPageRow(
        id=row.id,
        family=row.family,
        given=row.given,
        title=row.title,
        preferred=row.preferred,
        mrn=row.mrn,
        birth=PartialDate.from_iso(row.birth_date) if row.birth_date else None,
        sex=catalogue.label("sex", row.sex),
        language=catalogue.label("language", row.language) if row.language else "",
        needs_interpreter=row.needs_interpreter,
        phone=row.number or "",
        may_leave_message=row.may_leave_message,
        diagnosis=catalogue.label("subtype", row.subtype) if row.subtype else "",
        phase=row.phase,
        phase_label=catalogue.phase_label(row.phase) if row.phase else "",
        phase_since=since,
        phase_day=(today - since).days + 1 if since else None,
        usual_days=phase.usual_days if phase else None,
        milestone=milestone,
        milestone_on=milestone_on,
        alerts=_alerts(session, patient_id, rules),
        status=Status(row.status),
        status_on=row.status_on,
        status_reason=row.status_reason,
        contact_count=row.contact_count,
        filled_count=row.filled_count,
        gap_count=row.gap_count,
        navigator_id=row.navigator_id,
        version=row.version,
    )


def patient_id_of(session: Session, mrn: str) -> int:
    """The patient with an MRN; Missing when there is none."""
    table = PatientRecord.__table__.c
    found = session.scalar(select(table.id).where(table.mrn == mrn))
    if found is None:
        raise Missing(f"There is no patient with the MRN {mrn[:60]}.")
    return found


def _milestone(
    session: Session,
    patient_id: int,
    phase: Phase | None,
    since: date | None,
    today: date,
    catalogue: Catalogue,
) -> tuple[str, date | None]:
    """The first planned test that is not past; where none is planned, what the phase looks to."""
    planned = session.execute(_NEXT_TEST, {"of_patient": patient_id, "today": today}).one_or_none()
    if planned is not None:
        return planned.label or catalogue.label("test", planned.kind), planned.planned_on
    if phase is None:
        return "", None
    if not phase.milestone_day or since is None:
        return phase.milestone, None
    return phase.milestone, since + timedelta(days=phase.milestone_day - 1)


def _alerts(session: Session, patient_id: int, rules: Rules) -> tuple[AlertRow, ...]:
    return tuple(
        AlertRow(row.kind, row.text or rules.catalogue.label("alert", row.kind), row.since)
        for row in session.execute(_ALERTS, {"of_patient": patient_id})
    )


def has_patients(session: Session) -> bool:
    """Whether anybody is in the database."""
    return session.execute(select(PatientRecord.__table__.c.id).limit(1)).first() is not None
