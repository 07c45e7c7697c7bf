"""Writing the clinical record that came in: rows as they were, without setting anything off."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from careteam.domain import kept
from careteam.domain.intake.known import PersonMet
from careteam.domain.intake.report import Kind, Tally
from careteam.domain.kept import KeptParts
from careteam.domain.moment import Moment
from careteam.domain.referrals import ReasonKind
from careteam.storage.identifiers import free_external_ids, new_external_id
from careteam.storage.tables import (
    AlertRecord,
    BarrierActionRecord,
    BarrierRecord,
    CareProfileRecord,
    ChecklistItemRecord,
    ConferenceRecord,
    ContactRecord,
    DiseaseStatusRecord,
    EnrolmentRecord,
    EscalationRecord,
    FindingRecord,
    FollowUpRecord,
    InitiatingVisitRecord,
    MilestoneRecord,
    OverlayRecord,
    PatientRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    StatusPeriodRecord,
    StayRecord,
    TimeConsentRecord,
    TimeEntryRecord,
    TreatmentRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)
from careteam.storage.writes.board import place_on_board
from careteam.storage.writes.counted import over_of

_PEOPLE = frozenset(kept.PEOPLE)
_NOT_COLUMNS = frozenset({"uid", "is_retracted", "actions", "steps", "trial", "reason_uid"})
_PLAIN: dict[str, Any] = {
    "phases": PhasePeriodRecord,
    "alerts": AlertRecord,
    "findings": FindingRecord,
    "screenings": ScreeningRecord,
    "stays": StayRecord,
    "disease": DiseaseStatusRecord,
    "treatments": TreatmentRecord,
    "overlays": OverlayRecord,
    "milestones": MilestoneRecord,
    "profiles": CareProfileRecord,
    "escalations": EscalationRecord,
    "conferences": ConferenceRecord,
    "checklist": ChecklistItemRecord,
    "states": StatusPeriodRecord,
    "enrolments": EnrolmentRecord,
    "consents": TimeConsentRecord,
    "visits": InitiatingVisitRecord,
}


def write_kept(
    session: Session,
    patient_id: int,
    parts: KeptParts,
    people: Mapping[str, PersonMet],
    tally: Tally,
    *,
    moment: Moment,
) -> int:
    """Add the parts that are new here; no rule fires, since all of it has happened before.

    Gives how many were left out because a row of somebody else has their UUID.
    """
    if not parts.count:
        return 0
    pen = _Writer(session, patient_id, people, moment)
    for name, record in _PLAIN.items():
        pen.add(record, getattr(parts, name))
    pen.add(BarrierRecord, parts.barriers)
    for barrier in parts.barriers:
        pen.add_under(BarrierActionRecord, BarrierRecord, barrier, "barrier_id", barrier.actions)
    _write_referrals(pen, parts)
    _write_follow_ups(pen, parts)
    pen.add(TimeEntryRecord, parts.work, lambda part: _days_of(part, moment))
    for offer in parts.offers:
        _write_offer(pen, offer)
    _write_phase(session, patient_id, parts)
    for decline in parts.declines:
        _write_decline(pen, decline)
    session.flush()
    tally.made[Kind.ENTRY] += pen.made
    return pen.left


@dataclass(slots=True)
class _Writer:
    """Writes parts as rows of one patient."""

    session: Session
    patient_id: int
    people: Mapping[str, PersonMet]
    moment: Moment
    made: int = 0
    left: int = 0

    def add(
        self,
        record: Any,
        parts: tuple[Any, ...],
        more: Callable[[Any], dict[str, Any]] = lambda _: {},
    ) -> None:
        """Insert the parts of one kind, in their order."""
        table = record.__table__
        has_uid = "external_id" in table.c
        free = frozenset[str]()
        if has_uid:
            free = free_external_ids(self.session, table, [part.uid for part in parts])
        rows = [
            {**self.columns(record, part), **more(part)}
            for part in parts
            if not has_uid or part.uid in free
        ]
        if rows:
            self.session.execute(insert(record), rows)
        self.made += len(rows)
        self.left += len(parts) - len(rows)

    def add_under(
        self, record: Any, parent: Any, of: Any, column: str, parts: tuple[Any, ...]
    ) -> None:
        """Insert what belongs under a row that is known by its UUID."""
        id_ = self.id_of(parent, of.uid)
        if id_ is not None and parts:
            rows = [{**self.columns(record, part), column: id_} for part in parts]
            self.session.execute(insert(record), rows)

    def id_of(self, record: Any, uid: str) -> int | None:
        """The row of this patient with a UUID, or None."""
        table = record.__table__.c
        return self.session.scalar(
            select(table.id).where(table.external_id == uid, table.patient_id == self.patient_id)
        )

    def columns(self, record: Any, part: Any) -> dict[str, Any]:
        """A part as columns; when and by whom it was typed in here is now."""
        table = record.__table__.c
        said: dict[str, Any] = {"patient_id": self.patient_id}
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name in _PEOPLE:
                met = self.people.get(value)
                said[f"{field.name}_id"] = met.id if met else None
            elif field.name not in _NOT_COLUMNS and field.name in table:
                said[field.name] = value
        if "external_id" in table:
            said["external_id"] = part.uid
        for name in ("made_at", "recorded_at", "changed_at"):
            if name in table:
                said[name] = self.moment.now
        return said


def _write_referrals(pen: _Writer, parts: KeptParts) -> None:
    causes = {ReasonKind.BARRIER: BarrierRecord, ReasonKind.SCORE: ScreeningRecord}

    def reason(part: kept.KeptReferral) -> dict[str, Any]:
        record = causes.get(ReasonKind(part.reason_kind))
        found = pen.id_of(record, part.reason) if record and part.reason else None
        return {"reason_id": found}

    pen.add(ReferralRecord, parts.referrals, reason)
    for each in parts.referrals:
        pen.add_under(ReferralStepRecord, ReferralRecord, each, "referral_id", each.steps)


def _write_follow_ups(pen: _Writer, parts: KeptParts) -> None:
    def contacts(part: kept.KeptFollowUp) -> dict[str, Any]:
        about, closing = part.contact, part.closed_by_contact
        is_open = part.state == "open"
        closed_at = datetime.combine(part.due_on, time(12), UTC)
        return {
            "contact_id": pen.id_of(ContactRecord, about) if about else None,
            "closed_by_contact_id": pen.id_of(ContactRecord, closing) if closing else None,
            "closed_at": None if is_open else min(closed_at, pen.moment.now),
        }

    pen.add(FollowUpRecord, parts.follow_ups, contacts)


def _days_of(part: kept.KeptWork, moment: Moment) -> dict[str, Any]:
    """On which of the clinic's days work was, and what of it falls into the next month."""
    return {
        "day": moment.local(part.at).date(),
        "zone": moment.zone,
        "minutes_over": over_of(part.at, part.minutes, moment),
        "entered_at": moment.now,
    }


def _write_offer(pen: _Writer, offer: kept.KeptOffer) -> None:
    """A trial that the register has already, by its number or UUID, is that one."""
    session, trial = pen.session, offer.trial
    table = TrialRecord.__table__.c
    by_number = (table.nct == trial.nct) & (table.nct != "")
    trial_id = session.scalar(
        select(table.id).where(by_number | (table.external_id == trial.uid)).limit(1)
    )
    if trial_id is None:
        row = {**pen.columns(TrialRecord, trial), "external_id": trial.uid or new_external_id()}
        row.pop("patient_id")
        trial_id = session.scalar(insert(TrialRecord).values(**row).returning(table.id))
    row = {**pen.columns(TrialOfferRecord, offer), "trial_id": trial_id}
    offer_id = session.scalar(
        insert(TrialOfferRecord).values(**row).returning(TrialOfferRecord.__table__.c.id)
    )
    pen.made += 1
    steps = [{**pen.columns(TrialStepRecord, step), "offer_id": offer_id} for step in offer.steps]
    if steps:
        session.execute(insert(TrialStepRecord), steps)


def _write_decline(pen: _Writer, decline: kept.KeptDecline) -> None:
    """On the board of the patient, unless somebody holds the role here."""
    row = place_on_board(pen.session, pen.patient_id, decline.role)
    if not row.is_filled and row.declined_on is None:
        for field in fields(decline):
            setattr(row, field.name, getattr(decline, field.name))
        row.open_since = None
        pen.session.add(row)
        pen.session.flush()
        pen.made += 1


def _write_phase(session: Session, patient_id: int, parts: KeptParts) -> None:
    """The phase that still stands is the patient's own now."""
    standing = [each for each in parts.phases if each.ended_on is None]
    if standing:
        table = PatientRecord.__table__
        last = standing[-1]
        session.execute(
            update(table)
            .where(table.c.id == patient_id)
            .values(phase=last.phase, phase_since=last.started_on)
        )
