"""A patient's timeline for tests: rows of every kind, written straight to the tables."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.storage.identifiers import new_external_id
from careteam.storage.store import Store
from careteam.storage.tables import (
    AlertRecord,
    AssignmentRecord,
    BarrierActionRecord,
    BarrierRecord,
    ConferenceRecord,
    ContactRecord,
    DiseaseStatusRecord,
    EscalationRecord,
    FindingRecord,
    MilestoneRecord,
    OverlayRecord,
    PhasePeriodRecord,
    ReferralRecord,
    ReferralStepRecord,
    ScreeningRecord,
    StatusPeriodRecord,
    StayRecord,
    TeamRoleRecord,
    TimeEntryRecord,
    TreatmentRecord,
    TrialOfferRecord,
    TrialRecord,
    TrialStepRecord,
)
from careteam.storage.tables.record import Record

ROLES = ("social_worker", "chaplain", "nutritionist")
WORDS = ("Ride confirmed", "Schläft schlecht", "pharmacy closed", "")
Made = tuple[str, date, str, str, int]
"""What to write: the kind of row, its day, a role, some words, and a number for the rest."""


def add_entries(store: Store, patient_id: int, person_id: int, made: Iterable[Made]) -> None:
    """Write a row for each, in one transaction; days ahead are written as they are."""
    store.do(_add, patient_id, person_id, list(made))


@needs(Action.OWN)
def _add(session: Session, patient_id: int, person_id: int, made: list[Made]) -> Changes:
    for kind, day, role, words, number in made:
        MAKERS[kind](session, patient_id, person_id, (day, role, words, number))
    session.flush()
    return Changes(frozenset(Part), many=True)


Facts = tuple[date, str, str, int]
Maker = Callable[[Session, int, int, Facts], None]


def _at(day: date, number: int) -> datetime:
    """By day in New York; one in eleven at the very beginning of the day."""
    if number % 11 == 10:
        return datetime.combine(day, time(5), UTC)
    return datetime.combine(day, time(12), UTC) + timedelta(minutes=37 * number % 600)


def _contact(session: Session, patient: int, person: int, facts: Facts) -> None:
    day, role, words, number = facts
    at = _at(day, number)
    session.add(
        ContactRecord(
            external_id=new_external_id(),
            patient_id=patient,
            role=role,
            person_id=person,
            mode="phone",
            outcome="reached_patient" if number % 3 else "no_answer",
            is_reached=bool(number % 3),
            at=at,
            day=day,
            zone="America/New_York",
            minutes=number % 40,
            note=words,
            entered_at=at,
            retracted_at=at if number % 7 == 0 else None,
            retract_reason="wrong chart" if number % 7 == 0 else "",
        )
    )


def _assignment(session: Session, patient: int, person: int, facts: Facts) -> None:
    day, role, words, number = facts
    ended = None if number % 2 else day + timedelta(days=number % 5)
    reason = "" if ended is None else ("replaced", "handed_over", "entered_in_error")[number % 3]
    session.add(
        AssignmentRecord(
            external_id=new_external_id(),
            patient_id=patient,
            role=role,
            person_id=person,
            rank="backup",
            state="ended" if ended else "active",
            starts_on=day,
            ends_on=ended,
            end_reason=reason,
            held_since=day + timedelta(days=1) if number % 5 == 1 else None,
            note=words,
            made_at=_at(day, number),
        )
    )


def _declined(session: Session, patient: int, _person: int, facts: Facts) -> None:
    day, role, words, number = facts
    name = f"{role.replace('_', ' ')} {number} {day}"
    place = TeamRoleRecord(patient_id=patient, role=name, declined_on=day)
    place.decline_note = words
    session.add(place)


def _barrier(session: Session, patient: int, person: int, facts: Facts) -> None:
    day, role, words, number = facts
    barrier = BarrierRecord(
        external_id=new_external_id(),
        patient_id=patient,
        category="transportation",
        detail=words,
        found_on=day,
        state="open" if number % 2 else "resolved",
        closed_on=None if number % 2 else day + timedelta(days=number % 4),
        made_at=_at(day, number),
        by_id=person,
    )
    session.add(barrier)
    session.flush()
    session.add(
        BarrierActionRecord(
            barrier_id=barrier.id or 0,
            patient_id=patient,
            text=words or "Called",
            owner_role=role,
            on_day=day + timedelta(days=number % 3),
            made_at=_at(day, number),
        )
    )


def _referral(session: Session, patient: int, person: int, facts: Facts) -> None:
    day, role, words, number = facts
    referral = ReferralRecord(
        external_id=new_external_id(),
        patient_id=patient,
        to_role=role,
        requested_on=day,
        state_on=day,
        made_at=_at(day, number),
    )
    session.add(referral)
    session.flush()
    for state in ("requested", "accepted")[: 1 + number % 2]:
        session.add(
            ReferralStepRecord(
                referral_id=referral.id or 0,
                patient_id=patient,
                state=state,
                on_day=day,
                note=words,
                made_at=_at(day, number),
                by_id=person,
            )
        )


def _trial(session: Session, patient: int, person: int, facts: Facts) -> None:
    day, _role, words, number = facts
    trial = TrialRecord(external_id=new_external_id(), title=f"Study {number}", kind="new_drug")
    session.add(trial)
    session.flush()
    offer = TrialOfferRecord(
        patient_id=patient, trial_id=trial.id or 0, state="offered", on_day=day
    )
    session.add(offer)
    session.flush()
    session.add(
        TrialStepRecord(
            offer_id=offer.id or 0,
            patient_id=patient,
            state="offered",
            on_day=day,
            note=words,
            made_at=_at(day, number),
            by_id=person,
        )
    )


def _plain(make: Callable[[int, Facts], Record]) -> Maker:
    def add(session: Session, patient: int, _person: int, facts: Facts) -> None:
        session.add(make(patient, facts))

    return add


def _over(day: date, number: int) -> date | None:
    return day + timedelta(days=number % 6) if number % 3 else None


MAKERS: dict[str, Maker] = {
    "contact": _contact,
    "assignment": _assignment,
    "declined": _declined,
    "barrier": _barrier,
    "referral": _referral,
    "trial": _trial,
    "alert": _plain(
        lambda p, f: AlertRecord(
            patient_id=p, kind="neutropenic", text=f[2], since=f[0], ended_on=_over(f[0], f[3])
        )
    ),
    "state": _plain(
        lambda p, f: StatusPeriodRecord(
            patient_id=p, status="active", on_day=f[0], reason=f[2], recorded_at=_at(f[0], f[3])
        )
    ),
    "phase": _plain(
        lambda p, f: PhasePeriodRecord(
            patient_id=p, phase="consolidation", started_on=f[0], reason=f[2]
        )
    ),
    "test": _plain(
        lambda p, f: MilestoneRecord(
            external_id=new_external_id(),
            patient_id=p,
            kind="lumbar_puncture",
            planned_on=f[0],
            done_on=f[0] if f[3] % 3 == 0 else None,
            state=("done", "left_out", "planned")[f[3] % 3],
            result=f[2],
            reason="entered_in_error" if f[3] % 9 == 1 else f[2],
            made_at=_at(f[0], f[3]),
        )
    ),
    "score": _plain(
        lambda p, f: ScreeningRecord(
            external_id=new_external_id(),
            patient_id=p,
            instrument="distress_thermometer",
            score=f[3] % 11,
            on_day=f[0],
            recorded_at=_at(f[0], f[3]),
            retracted_at=_at(f[0], f[3]) if f[3] % 8 == 0 else None,
            retract_reason="typing error" if f[3] % 8 == 0 else "",
        )
    ),
    "stay": _plain(
        lambda p, f: StayRecord(
            external_id=new_external_id(),
            patient_id=p,
            admitted_on=f[0],
            discharged_on=_over(f[0], f[3]),
            place="Ward 7",
            reason=f[2],
            made_at=_at(f[0], f[3]),
            retracted_at=_at(f[0], f[3]) if f[3] % 8 == 0 else None,
        )
    ),
    "overlay": _plain(
        lambda p, f: OverlayRecord(
            patient_id=p,
            kind=f"tki {f[3]} {f[0]}",
            started_on=f[0],
            ended_on=_over(f[0], f[3]),
            note=f[2],
        )
    ),
    "treatment": _plain(
        lambda p, f: TreatmentRecord(
            external_id=new_external_id(),
            patient_id=p,
            modality="radiation_therapy",
            detail=f[2],
            state="active",
            started_on=f[0] if f[3] % 4 else None,
            made_at=_at(f[0], f[3]),
        )
    ),
    "disease": _plain(
        lambda p, f: DiseaseStatusRecord(
            patient_id=p, on_day=f[0], remission="cr", note=f[2], made_at=_at(f[0], f[3])
        )
    ),
    "finding": _plain(
        lambda p, f: FindingRecord(
            patient_id=p,
            list="symptom",
            key="fever",
            since=f[0],
            ended_on=_over(f[0], f[3]),
            note=f[2],
            made_at=_at(f[0], f[3]),
        )
    ),
    "board": _plain(
        lambda p, f: ConferenceRecord(
            patient_id=p, on_day=f[0], question=f[2], made_at=_at(f[0], f[3])
        )
    ),
    "time": _plain(
        lambda p, f: TimeEntryRecord(
            external_id=new_external_id(),
            patient_id=p,
            program="PIN",
            work="chart_review",
            minutes=1 + f[3] % 40,
            at=_at(f[0], f[3]),
            day=f[0],
            zone="America/New_York",
            note=f[2],
            entered_at=_at(f[0], f[3]),
            retracted_at=_at(f[0], f[3]) if f[3] % 8 == 0 else None,
            retract_reason="wrong chart" if f[3] % 8 == 0 else "",
        )
    ),
    "red_flag": _plain(
        lambda p, f: EscalationRecord(
            external_id=new_external_id(),
            patient_id=p,
            flag="fever",
            temp_tenths=384,
            note=f[2],
            at=_at(f[0], f[3]),
            made_at=_at(f[0], f[3]),
            retracted_at=_at(f[0], f[3]) if f[3] % 8 == 0 else None,
            retract_reason="wrong chart" if f[3] % 8 == 0 else "",
        )
    ),
}
