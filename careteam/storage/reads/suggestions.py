"""What is suggested for a patient's team and why; what was decided stays readable."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlmodel import Session

from careteam.domain.due import Urgency, due_words
from careteam.domain.rules import Rules
from careteam.domain.suggestions import WISH, SuggestionKind, SuggestionState
from careteam.domain.text import person_name
from careteam.storage.tables import PersonRecord, SuggestionRecord


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One suggestion that waits: for which role, in what words, because of what, due when.

    `source` is where the rule comes from (empty for a wish), `because` the facts that set it off.
    """

    id: int
    kind: SuggestionKind
    role: str
    role_label: str
    role_short: str
    words: str
    because: str
    source: str
    rule: str
    is_wish: bool
    due_on: date | None
    due_text: str
    urgency: Urgency
    version: int


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """One suggestion that was decided: how, why, when (UTC) and by whom."""

    id: int
    role: str
    role_label: str
    words: str
    because: str
    state: SuggestionState
    reason: str
    note: str
    at: datetime | None
    by: str


_table, _person = SuggestionRecord.__table__.c, PersonRecord.__table__.c
_SUGGESTIONS = select(
    _table.id,
    _table.kind,
    _table.role,
    _table.text,
    _table.because,
    _table.source_kind,
    _table.rule,
    _table.due_on,
    _table.version,
    _table.state,
    _table.dismiss_reason,
    _table.decision_note,
    _table.decided_at,
).where(_table.patient_id == bindparam("of_patient"), _table.kind != SuggestionKind.MILESTONE)
_OPEN = _SUGGESTIONS.where(_table.state == SuggestionState.OPEN).order_by(_table.made_at, _table.id)
_DECIDED: Select[Any] = (
    _SUGGESTIONS.add_columns(_person.family, _person.given, _person.title, _person.credentials)
    .outerjoin(PersonRecord.__table__, _person.id == _table.decided_by_id)
    .where(_table.state.in_((SuggestionState.ACCEPTED, SuggestionState.DISMISSED)))
    .order_by(_table.decided_at.desc(), _table.id.desc())
)


def open_suggestions(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[SuggestionRow, ...]:
    """The suggestions of roles and steps that wait for a decision, those due first before all."""
    rows = [_row(row, today, rules) for row in session.execute(_OPEN, {"of_patient": patient_id})]
    return tuple(sorted(rows, key=lambda row: row.due_on or date.max))


def decided_suggestions(
    session: Session, patient_id: int, *, rules: Rules
) -> tuple[DecidedRow, ...]:
    """What was accepted and what was dismissed, the last decision first."""
    return tuple(
        DecidedRow(
            row.id,
            row.role,
            rules.catalogue.role_label(row.role),
            row.text,
            row.because,
            SuggestionState(row.state),
            rules.catalogue.label("dismiss_reason", row.dismiss_reason),
            row.decision_note,
            row.decided_at,
            ""
            if row.family is None
            else person_name(row.family, row.given, row.title, row.credentials),
        )
        for row in session.execute(_DECIDED, {"of_patient": patient_id})
    )


def _row(row: Row[Any], today: date, rules: Rules) -> SuggestionRow:
    text, urgency = due_words(row.due_on, "", today) if row.due_on else ("", Urgency.LATER)
    trigger = rules.clinical.triggers.get(row.rule)
    return SuggestionRow(
        id=row.id,
        kind=SuggestionKind(row.kind),
        role=row.role,
        role_label=rules.catalogue.role_label(row.role),
        role_short=rules.catalogue.role_short(row.role),
        words=row.text,
        because=row.because,
        source=trigger.source if trigger else "",
        rule=row.rule,
        is_wish=row.source_kind == WISH,
        due_on=row.due_on,
        due_text=text,
        urgency=urgency,
        version=row.version,
    )
