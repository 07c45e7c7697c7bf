"""The clinical record of a group of patients: one select a table, then the parts of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain import kept
from careteam.domain.kept import KeptParts
from careteam.domain.referrals import ReasonKind
from careteam.storage.reads.record_rows import Uids, part_of
from careteam.storage.tables import (
    AlertRecord,
    BarrierActionRecord,
    BarrierRecord,
    CareProfileRecord,
    ChecklistItemRecord,
    ConferenceRecord,
    DiseaseStatusRecord,
    EnrolmentRecord,
    EscalationRecord,
    FindingRecord,
    FollowUpRecord,
    InitiatingVisitRecord,
    MilestoneRecord,
    OverlayRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    StatusPeriodRecord,
    StayRecord,
    TeamRoleRecord,
    TimeConsentRecord,
    TimeEntryRecord,
    TreatmentRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)

HOLDERS = tuple(f"{name}_id" for name in kept.PEOPLE)
_TABLES: dict[str, tuple[Any, str]] = {
    "phases": (PhasePeriodRecord, "started_on"),
    "alerts": (AlertRecord, "since"),
    "findings": (FindingRecord, "since"),
    "barriers": (BarrierRecord, "found_on"),
    "actions": (BarrierActionRecord, "id"),
    "referrals": (ReferralRecord, "requested_on"),
    "referral_steps": (ReferralStepRecord, "id"),
    "screenings": (ScreeningRecord, "on_day"),
    "follow_ups": (FollowUpRecord, "due_on"),
    "offers": (TrialOfferRecord, "on_day"),
    "offer_steps": (TrialStepRecord, "id"),
    "stays": (StayRecord, "admitted_on"),
    "disease": (DiseaseStatusRecord, "on_day"),
    "treatments": (TreatmentRecord, "id"),
    "overlays": (OverlayRecord, "started_on"),
    "milestones": (MilestoneRecord, "planned_on"),
    "profiles": (CareProfileRecord, "patient_id"),
    "escalations": (EscalationRecord, "at"),
    "declines": (TeamRoleRecord, "role"),
    "conferences": (ConferenceRecord, "on_day"),
    "checklist": (ChecklistItemRecord, "list"),
    "work": (TimeEntryRecord, "at"),
    "states": (StatusPeriodRecord, "id"),
    "enrolments": (EnrolmentRecord, "starts_on"),
    "consents": (TimeConsentRecord, "on_day"),
    "visits": (InitiatingVisitRecord, "on_day"),
}


@dataclass(slots=True)
class PartRows:
    """The rows of every table by patient, and the trials that they name."""

    tables: dict[str, dict[int, list[Any]]]
    trials: dict[int, Any]

    @classmethod
    def read(cls, session: Session, ids: Sequence[int]) -> "PartRows":
        """One select a table."""
        found = {
            name: _rows(session, record, ids, order) for name, (record, order) in _TABLES.items()
        }
        wanted = {row.trial_id for rows in found["offers"].values() for row in rows}
        table = TrialRecord.__table__
        query = select(table).where(table.c.id.in_(wanted))
        return cls(found, {row.id: row for row in session.execute(query)} if wanted else {})

    def of(self, name: str, id_: int) -> list[Any]:
        """The rows of one table of one patient."""
        return self.tables[name].get(id_, [])

    def people_ids(self, columns: Sequence[str], id_: int | None = None) -> set[int]:
        """Everybody whom the rows name, of one patient or of all."""
        found: set[int] = set()
        for table in self.tables.values():
            for patient, rows in table.items():
                if id_ is None or patient == id_:
                    found |= people_ids(rows, columns)
        return found


def people_ids(rows: Iterable[Any], columns: Sequence[str]) -> set[int]:
    """The people whom these columns name, where there are such columns."""
    found = {getattr(row, name, None) for row in rows for name in columns}
    return {id_ for id_ in found if id_ is not None}


def parts_of(rows: PartRows, id_: int, people: Uids, contacts: Uids) -> KeptParts:
    """The clinical record of one patient; `contacts` are those that still stand, by id."""
    plain = {
        "phases": kept.KeptPhase,
        "alerts": kept.KeptAlert,
        "findings": kept.KeptFinding,
        "screenings": kept.KeptScreening,
        "stays": kept.KeptStay,
        "disease": kept.KeptDiseaseStatus,
        "treatments": kept.KeptTreatment,
        "overlays": kept.KeptOverlay,
        "milestones": kept.KeptMilestone,
        "profiles": kept.KeptProfile,
        "escalations": kept.KeptEscalation,
        "conferences": kept.KeptConference,
        "checklist": kept.KeptItem,
        "work": kept.KeptWork,
        "states": kept.KeptStatus,
        "enrolments": kept.KeptEnrolment,
        "consents": kept.KeptConsent,
        "visits": kept.KeptVisit,
    }
    said: dict[str, Any] = {
        name: tuple(part_of(kind, row, people) for row in rows.of(name, id_))
        for name, kind in plain.items()
    }
    said["follow_ups"] = tuple(
        part_of(
            kept.KeptFollowUp,
            row,
            people,
            contact=contacts.get(row.contact_id, ""),
            closed_by_contact=contacts.get(row.closed_by_contact_id, ""),
        )
        for row in rows.of("follow_ups", id_)
    )
    said["declines"] = tuple(
        part_of(kept.KeptDecline, row, people)
        for row in rows.of("declines", id_)
        if row.declined_on is not None
    )
    said["barriers"] = _barriers(rows, id_, people)
    said["referrals"] = _referrals(rows, id_, people)
    said["offers"] = _offers(rows, id_, people)
    return KeptParts(**said)


def _barriers(rows: PartRows, id_: int, people: Uids) -> tuple[kept.KeptBarrier, ...]:
    under = _grouped(rows.of("actions", id_), "barrier_id")
    return tuple(
        part_of(
            kept.KeptBarrier,
            row,
            people,
            actions=tuple(part_of(kept.KeptAction, each, people) for each in under[row.id]),
        )
        for row in rows.of("barriers", id_)
    )


def _referrals(rows: PartRows, id_: int, people: Uids) -> tuple[kept.KeptReferral, ...]:
    under = _grouped(rows.of("referral_steps", id_), "referral_id")
    causes = {
        ReasonKind.BARRIER: {row.id: row.external_id for row in rows.of("barriers", id_)},
        ReasonKind.SCORE: {
            row.id: row.external_id
            for row in rows.of("screenings", id_)
            if row.retracted_at is None
        },
    }
    return tuple(
        part_of(
            kept.KeptReferral,
            row,
            people,
            reason=causes.get(row.reason_kind, {}).get(row.reason_id, ""),
            steps=tuple(part_of(kept.KeptReferralStep, each, people) for each in under[row.id]),
        )
        for row in rows.of("referrals", id_)
    )


def _offers(rows: PartRows, id_: int, people: Uids) -> tuple[kept.KeptOffer, ...]:
    under = _grouped(rows.of("offer_steps", id_), "offer_id")
    return tuple(
        part_of(
            kept.KeptOffer,
            row,
            people,
            trial=part_of(kept.KeptTrial, rows.trials[row.trial_id], people),
            steps=tuple(part_of(kept.KeptOfferStep, each, people) for each in under[row.id]),
        )
        for row in rows.of("offers", id_)
    )


def _grouped(rows: Iterable[Any], column: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _rows(session: Session, record: Any, ids: Sequence[int], order: str) -> dict[int, list[Any]]:
    table = record.__table__
    key = table.c.patient_id
    query = select(table).where(key.in_(ids)).order_by(table.c[order], *table.primary_key.columns)
    return _grouped(session.execute(query), "patient_id")
