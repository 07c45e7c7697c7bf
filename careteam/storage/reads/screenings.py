"""Screening as the Needs tab shows it: each instrument's scores, what they ask for, what came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from careteam.domain.catalogue import ADULT_FROM_YEARS
from careteam.domain.clinical_rules import Event, Instrument, Trigger
from careteam.domain.contacts import NO_CONTACT_MODE, With
from careteam.domain.dates import PartialDate
from careteam.domain.rules import Rules
from careteam.domain.screenings import DISTRESS, PHASE_SCREENING, offered, score_shown
from careteam.domain.suggestions import SuggestionState
from careteam.domain.triggers import fired
from careteam.storage.tables import (
    ContactRecord,
    FollowUpRecord,
    PatientRecord,
    ScreeningRecord,
    SuggestionRecord,
)

SCREENING = "screening"
SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "==": "=", "!=": "≠"}


class Answer(StrEnum):
    """What became of what a score asks for."""

    OPEN = "open"
    SEEN = "seen"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class AskRow:
    """A role that a score asks for; `since` is the day seen, `due_on` that of the suggestion.

    `cutoff` is the test in short, `≥ 4`. `suggestion_id` is None where no suggestion was made.
    """

    role: str
    role_label: str
    cutoff: str
    answer: Answer
    suggestion_id: int | None = None
    due_on: date | None = None
    seen_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score that counts."""

    id: int
    on: date
    score: int


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument with its scores, oldest first (at least one), and what the last asks for."""

    instrument: Instrument
    scores: tuple[ScoreRow, ...]
    asks: tuple[AskRow, ...]

    @property
    def latest(self) -> ScoreRow:
        return self.scores[-1]

    @property
    def shown(self) -> str:
        """6/10, or the score alone."""
        return score_shown(self.instrument, self.latest.score)

    @property
    def is_past_cutoff(self) -> bool:
        return self.instrument.is_past_cutoff(self.latest.score)


@dataclass(frozen=True, slots=True)
class ScreeningRows:
    """The instruments with scores in the clinic's order, and when the next round is due."""

    instruments: tuple[InstrumentRow, ...]
    next_round_on: date | None


_screening, _suggestion = ScreeningRecord.__table__.c, SuggestionRecord.__table__.c
_contact, _step = ContactRecord.__table__.c, FollowUpRecord.__table__.c


def screening_rows(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> ScreeningRows:
    """Every instrument that a patient has scores of."""
    scores = _scores(session, patient_id)
    standing = _standing(session, patient_id, today)
    triggers = {key: one for key, one in rules.clinical.triggers.items() if one.role}
    made = _suggestions(session, patient_id)
    seen = _seen(session, patient_id)
    rows: list[InstrumentRow] = []
    for key in dict.fromkeys((*rules.clinical.instruments, *scores)):
        if key in scores:
            instrument = rules.clinical.instruments.get(key) or _unknown(key)
            asked = _asked(scores[key], key, triggers, standing, made)
            asks = tuple(_ask(one, scores[key], key, seen, made, rules) for one in asked)
            rows.append(InstrumentRow(instrument, scores[key], asks))
    return ScreeningRows(tuple(rows), _next_round(session, patient_id, rows, rules))


def instruments_offered(
    session: Session, patient_id: int, *, on: date, rules: Rules
) -> tuple[Instrument, ...]:
    """The instruments that the clinic uses and that are meant for the patient's age on a day."""
    table = PatientRecord.__table__.c
    born = session.scalar(select(table.birth_date).where(table.id == patient_id))
    birth = PartialDate.from_iso(born) if born else None
    return offered(rules.clinical.instruments.values(), birth, on)


def _scores(session: Session, patient_id: int) -> dict[str, tuple[ScoreRow, ...]]:
    query = (
        select(_screening.id, _screening.instrument, _screening.on_day, _screening.score)
        .where(_screening.patient_id == patient_id, _screening.retracted_at.is_(None))
        .order_by(_screening.instrument, _screening.on_day, _screening.id)
    )
    found: dict[str, list[ScoreRow]] = defaultdict(list)
    for row in session.execute(query):
        found[row.instrument].append(ScoreRow(row.id, row.on_day, row.score))
    return {key: tuple(rows) for key, rows in found.items()}


def _standing(session: Session, patient_id: int, today: date) -> dict[str, int | str]:
    table = PatientRecord.__table__.c
    row = session.execute(
        select(table.birth_date, table.phase).where(table.id == patient_id)
    ).one_or_none()
    if row is None:
        return {}
    age = PartialDate.from_iso(row.birth_date).age_years(today) if row.birth_date else None
    return {"age": ADULT_FROM_YEARS if age is None else age, "phase": row.phase}


def _suggestions(session: Session, patient_id: int) -> dict[str, list[Row[Any]]]:
    query = (
        select(
            _suggestion.id,
            _suggestion.rule,
            _suggestion.source_kind,
            _suggestion.source_id,
            _suggestion.state,
            _suggestion.due_on,
            _suggestion.dismiss_reason,
        )
        .where(
            _suggestion.patient_id == patient_id,
            (_suggestion.source_kind == SCREENING) | (_suggestion.state == SuggestionState.OPEN),
        )
        .order_by(_suggestion.made_at.desc(), _suggestion.id.desc())
    )
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(query):
        found[row.rule].append(row)
    return found


def _seen(session: Session, patient_id: int) -> dict[str, date]:
    """The last day on which each role reached the patient or a caregiver."""
    query = (
        select(_contact.role, func.max(_contact.day).label("day"))
        .where(
            _contact.patient_id == patient_id,
            _contact.is_reached,
            _contact.retracted_at.is_(None),
            _contact.mode != NO_CONTACT_MODE,
            _contact.with_kind.in_((With.PATIENT, With.CAREGIVER)),
        )
        .group_by(_contact.role)
    )
    return {row.role: row.day for row in session.execute(query)}


def _asked(
    scores: tuple[ScoreRow, ...],
    key: str,
    triggers: Mapping[str, Trigger],
    standing: Mapping[str, int | str],
    made: Mapping[str, Iterable[Row[Any]]],
) -> tuple[Trigger, ...]:
    """The triggers that the last score sets off, and those whose suggestion still waits."""
    ids = {score.id for score in scores}
    now = {one.trigger.key for one in fired(triggers.values(), {key: scores[-1].score}, standing)}
    return tuple(
        one
        for one in triggers.values()
        if one.key in now
        or any(
            row.state == SuggestionState.OPEN and _is_about(row, ids)
            for row in made.get(one.key, ())
        )
    )


def _ask(
    trigger: Trigger,
    scores: tuple[ScoreRow, ...],
    key: str,
    seen: Mapping[str, date],
    made: Mapping[str, list[Row[Any]]],
    rules: Rules,
) -> AskRow:
    ids = {score.id for score in scores}
    rows = made.get(trigger.key, [])
    waiting = [row for row in rows if row.state == SuggestionState.OPEN]
    row = (waiting or [row for row in rows if _is_about(row, ids)] or [None])[0]
    asked_on = scores[-1].on
    if row is not None and _is_about(row, ids):
        asked_on = next(score.on for score in scores if score.id == row.source_id)
    seen_on = seen.get(trigger.role)
    answer, reason = Answer.UNASKED, ""
    if seen_on is not None and seen_on >= asked_on:
        answer = Answer.SEEN
    elif row is not None:
        answer = Answer(row.state)
        reason = row.dismiss_reason
    return AskRow(
        role=trigger.role,
        role_label=rules.catalogue.role_short(trigger.role),
        cutoff=_cutoff(trigger, key),
        answer=answer,
        suggestion_id=row.id if row is not None else None,
        due_on=row.due_on if row is not None else None,
        seen_on=seen_on if answer is Answer.SEEN else None,
        reason=rules.catalogue.label("dismiss_reason", reason) if reason else "",
    )


def _is_about(row: Row[Any], score_ids: set[int]) -> bool:
    return row.source_kind == SCREENING and row.source_id in score_ids


def _cutoff(trigger: Trigger, key: str) -> str:
    tests = [test for test in trigger.read.tests() if test.fact == key and test.sign]
    return f"{SIGNS[tests[0].sign]} {tests[0].value}" if tests else ""


def _next_round(
    session: Session, patient_id: int, rows: Iterable[InstrumentRow], rules: Rules
) -> date | None:
    """The earliest of the planned rounds, and of what an instrument's own rhythm asks for."""
    planning = [
        rule.key for rule in rules.clinical.cadence.values() if rule.event == Event.DISTRESS_SCREEN
    ]
    query = select(func.min(_step.due_on)).where(
        _step.patient_id == patient_id,
        _step.state == "open",
        _step.rule.in_([PHASE_SCREENING, *planning]),
    )
    days = [session.scalar(query)]
    for row in rows:
        one = row.instrument
        if one.repeat_days and one.is_active and one.key != DISTRESS:
            days.append(row.latest.on + timedelta(days=one.repeat_days))
    known = [day for day in days if day is not None]
    return min(known, default=None)


def _unknown(key: str) -> Instrument:
    return Instrument(key, key, key, 0, 0, is_active=False)
