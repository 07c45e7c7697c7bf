"""The step that asks for a yearly consent again, kept beside the consent that stands last."""

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.domain.clinical_rules import Event
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ConsentRule
from careteam.domain.rules import Rules
from careteam.storage.tables import EnrolmentRecord, TimeConsentRecord
from careteam.storage.writes.events import (
    TAKEN_BACK,
    Source,
    close_step,
    happened,
    stands_again,
    steps_of,
)

CONSENT = "time_consent"
RENEWED = "The consent was given again."
LEFT = "The patient has left the program."


def plan_renewal(
    session: Session, patient_id: int, program: str, *, moment: Moment, rules: Rules
) -> None:
    """Let the newest consent to a program ask for the next one, and no other consent.

    Nothing is asked for of those who have left the program, nor where its consent is not yearly.
    """
    given, enrolled = TimeConsentRecord.__table__.c, EnrolmentRecord.__table__.c
    query = select(TimeConsentRecord).where(
        given.patient_id == patient_id, given.program == program
    )
    consents = session.scalars(query.order_by(given.on_day.desc(), given.id.desc())).all()
    ends = select(enrolled.ends_on).where(
        enrolled.patient_id == patient_id,
        enrolled.program == program,
        or_(enrolled.ends_on.is_(None), enrolled.ends_on > enrolled.starts_on),
    )
    ended = [day is not None for day in session.scalars(ends)]
    has_left = bool(ended) and all(ended)
    stands: TimeConsentRecord | None = None
    for one in consents:
        about = Source(CONSENT, one.id or 0, program)
        if one.retracted_at is not None:
            _close(session, about, "cancelled", TAKEN_BACK, moment)
        elif stands is not None:
            _close(session, about, "done", RENEWED, moment)
        else:
            stands = one
            if has_left:
                _close(session, about, "cancelled", LEFT, moment)
            else:
                _ask(session, one, about, moment, rules)
    session.flush()


def _ask(
    session: Session, consent: TimeConsentRecord, about: Source, moment: Moment, rules: Rules
) -> None:
    told = rules.time.program(consent.program, consent.on_day)
    if told is None or told.consent is not ConsentRule.YEARLY:
        return
    for step in steps_of(session, about):
        for note in (RENEWED, LEFT):
            stands_again(session, step, note)
    happened(
        session, consent.patient_id, Event.YEARLY_CONSENT, consent.on_day, about,
        moment=moment, rules=rules,
    )  # fmt: skip


def _close(session: Session, about: Source, state: str, note: str, moment: Moment) -> None:
    for step in steps_of(session, about):
        close_step(session, step, state, note, moment)
