"""What the tests of needs share: scores, barriers and red flags by the real verbs, and rows."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import Session, select

from careteam.domain.access import Action, needs
from careteam.domain.barriers import BarrierDraft
from careteam.domain.changes import Changes, Part
from careteam.domain.conditions import Facts
from careteam.domain.dates import PartialDate
from careteam.domain.escalations import RedFlagDraft
from careteam.domain.moment import Moment
from careteam.domain.patients import PatientDraft
from careteam.domain.rules import Rules
from careteam.domain.screenings import ScreeningDraft
from careteam.storage.store import Store
from careteam.storage.tables import FollowUpRecord, SuggestionRecord
from careteam.storage.writes.barriers import add_barrier
from careteam.storage.writes.escalations import record_red_flag
from careteam.storage.writes.patients import register_patient
from careteam.storage.writes.screenings import record_score
from careteam.storage.writes.suggestions import Cause, propose

TODAY = date(2026, 11, 20)


def act(store: Store, moment: Moment, verb: Any, *args: Any) -> int:
    """Run a verb; the id of the row it made or touched."""
    made = store.do(verb, *args, moment=moment, rules=store.rules).made
    assert made is not None
    return made


def registered(store: Store, moment: Moment, born: PartialDate | None, mrn: str = "700100") -> int:
    """A patient in induction of this birth date."""
    draft = PatientDraft(
        mrn=mrn,
        family="Abara",
        given="Chidi",
        birth_date=born,
        phase="induction",
        phase_since=date(2026, 11, 9),
    )
    return act(store, moment, register_patient, draft)


def scored(
    store: Store, moment: Moment, patient: int, instrument: str, score: int, on: date = TODAY
) -> int:
    """A score that is kept."""
    return act(store, moment, record_score, ScreeningDraft(patient, instrument, score, on))


def hindered(store: Store, moment: Moment, patient: int, category: str, on: date = TODAY) -> int:
    """A barrier that is kept."""
    return act(store, moment, add_barrier, BarrierDraft(patient, category, on))


def flagged(
    store: Store, moment: Moment, patient: int, flag: str, temp: str = "", *, hour: bool = False
) -> int:
    """A red flag of this moment that is kept."""
    temp_c = Decimal(temp) if temp else None
    draft = RedFlagDraft(patient, flag, moment.now, temp_c, hour)
    return act(store, moment, record_red_flag, draft)


@needs(Action.CARE)
def learned(
    session: Session, patient: int, facts: Facts, cause: int = 1, *, moment: Moment, rules: Rules
) -> Changes:
    """Weigh facts of another part of the record, as its verb does."""
    because = Cause("finding", cause, "told on the phone")
    propose(session, patient, facts, because, moment=moment, rules=rules)
    return Changes(frozenset({Part.SUGGESTION}), made=cause)


def suggestions(store: Store, patient: int) -> list[SuggestionRecord]:
    """Every suggestion made for a patient, in order."""
    return store.read(
        lambda session: list(
            session.exec(
                select(SuggestionRecord)
                .where(SuggestionRecord.patient_id == patient)
                .order_by(SuggestionRecord.__table__.c.id)
            )
        )
    )


def steps(store: Store, patient: int, state: str = "open") -> list[FollowUpRecord]:
    """The next steps of a patient in a state, by their day."""
    return store.read(
        lambda session: list(
            session.exec(
                select(FollowUpRecord)
                .where(FollowUpRecord.patient_id == patient, FollowUpRecord.state == state)
                .order_by(FollowUpRecord.__table__.c.due_on, FollowUpRecord.__table__.c.id)
            )
        )
    )


def open_rules(store: Store, patient: int) -> list[str]:
    """The rules of the open suggestions."""
    return [one.rule for one in suggestions(store, patient) if one.state == "open"]
