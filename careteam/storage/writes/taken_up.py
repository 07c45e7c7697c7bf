"""Suggestions that an act takes up: an assignment, a referral or a step; and giving them back."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlmodel import Session

from careteam.domain.errors import Missing, Refused, Stale
from careteam.domain.moment import Moment
from careteam.domain.suggestions import SuggestionKind, SuggestionState
from careteam.storage.faults import STALE
from careteam.storage.tables import SuggestionRecord

ASSIGNMENT, REFERRAL, FOLLOW_UP = "assignment", "referral", "follow_up"
_MADE, _MADE_ID = "made", "made_id"
_suggestion = SuggestionRecord.__table__.c
_OPEN_FOR_ROLE = select(SuggestionRecord).where(
    _suggestion.patient_id == bindparam("of_patient"),
    _suggestion.state == SuggestionState.OPEN,
    _suggestion.kind == SuggestionKind.ROLE,
    _suggestion.role == bindparam("role"),
)
_ACCEPTED = select(SuggestionRecord).where(
    _suggestion.patient_id == bindparam("of_patient"),
    _suggestion.state == SuggestionState.ACCEPTED,
)


@dataclass(frozen=True, slots=True)
class Made:
    """The row that came of a suggestion, by the name of its table and its id."""

    kind: str
    id: int


def open_suggestion(
    session: Session, suggestion_id: int, patient_id: int | None = None
) -> SuggestionRecord:
    """A suggestion that waits for a decision, of this patient where one is named.

    Missing when there is none; Stale when somebody has decided it meanwhile.
    """
    record = get_suggestion(session, suggestion_id)
    if patient_id is not None and record.patient_id != patient_id:
        raise Missing("This suggestion belongs to another patient.")
    if record.state != SuggestionState.OPEN:
        raise Stale(STALE)
    if record.kind == SuggestionKind.MILESTONE:
        raise Refused.at("suggestion_id", "Tests are planned on the pathway.")
    return record


def get_suggestion(session: Session, suggestion_id: int) -> SuggestionRecord:
    """The record of a suggestion; Missing when there is none."""
    record = session.get(SuggestionRecord, suggestion_id)
    if record is None:
        raise Missing("This suggestion is no longer in the database.")
    return record


def take_up(session: Session, record: SuggestionRecord, made: Made, *, moment: Moment) -> None:
    """Keep that a suggestion was accepted, when, by whom, and what came of it."""
    record.state = SuggestionState.ACCEPTED
    record.decided_at, record.decided_by_id = moment.now, moment.by
    record.details = {**record.details, _MADE: made.kind, _MADE_ID: made.id}
    record.version += 1
    session.add(record)
    session.flush()


def take_up_role(
    session: Session, patient_id: int, role: str, made: Made, *, moment: Moment
) -> bool:
    """Accept what is suggested for a role that now has somebody; whether there was anything."""
    asked = {"of_patient": patient_id, "role": role}
    records = session.scalars(_OPEN_FOR_ROLE, asked).all()
    for record in records:
        take_up(session, record, made, moment=moment)
    return bool(records)


def give_back(session: Session, patient_id: int, made: Made) -> bool:
    """Open again what a row had taken up, when that row is taken back; whether there was any."""
    records = [
        record
        for record in session.scalars(_ACCEPTED, {"of_patient": patient_id})
        if made_by(record) == made
    ]
    for record in records:
        leave_open(session, record)
    return bool(records)


def made_by(record: SuggestionRecord) -> Made | None:
    """What came of an accepted suggestion."""
    kind = record.details.get(_MADE)
    return Made(kind, record.details[_MADE_ID]) if kind else None


def leave_open(session: Session, record: SuggestionRecord) -> None:
    """Let a suggestion wait for a decision again."""
    record.state = SuggestionState.OPEN
    record.decided_at, record.decided_by_id = None, None
    record.dismiss_reason, record.decision_note = "", ""
    kept = {name: value for name, value in record.details.items() if name not in (_MADE, _MADE_ID)}
    record.details = kept
    record.version += 1
    session.add(record)
    session.flush()
