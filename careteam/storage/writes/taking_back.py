"""What follows when a cause is taken back: its open steps and open suggestions go with it."""

from sqlalchemy import delete, update
from sqlmodel import Session

from careteam.domain.moment import Moment
from careteam.domain.suggestions import SuggestionState
from careteam.storage.tables import FollowUpRecord, SuggestionRecord
from careteam.storage.writes.events import HAS_SOURCE, TAKEN_BACK, Source, settle_steps


def take_back_consequences(
    session: Session, patient_id: int, source: Source, *, moment: Moment
) -> None:
    """Cancel the open steps about a row and drop what it suggested that nobody decided on.

    Told again, the same event opens its steps again.
    """
    settle_steps(session, source, moment=moment, state="cancelled", note=TAKEN_BACK)
    withdraw_suggestions(session, patient_id, source)


def withdraw_suggestions(session: Session, patient_id: int, source: Source) -> None:
    """Drop what a row suggested and nobody decided on; a decision and its suggestion stay."""
    table = SuggestionRecord.__table__.c
    session.execute(
        delete(SuggestionRecord).where(
            table.patient_id == patient_id,
            table.source_kind == source.kind,
            table.source_id == source.id,
            table.state == SuggestionState.OPEN,
        )
    )


def forget_source(session: Session, patient_id: int, source: Source) -> None:
    """Let nothing name a row that is about to go, so that the next row with its id is new."""
    step, suggestion = FollowUpRecord.__table__.c, SuggestionRecord.__table__.c
    session.execute(
        update(FollowUpRecord)
        .where(step.source_kind == source.kind, step.source_id == source.id, HAS_SOURCE)
        .values(source_kind="", source_id=0)
    )
    session.execute(
        update(SuggestionRecord)
        .where(
            suggestion.patient_id == patient_id,
            suggestion.source_kind == source.kind,
            suggestion.source_id == source.id,
        )
        .values(rule="", source_kind="", source_id=0)
    )
