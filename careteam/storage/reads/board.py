"""The role board of a patient: every role asked for, who holds it, and who held it on a day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.assignments import Rank
from careteam.domain.due import NEVER, DueKind, Urgency, due_words, rule_words
from careteam.domain.rules import Rules
from careteam.domain.text import person_name
from careteam.storage.reads.board_query import HOLDERS, LAST_CONTACTS, PLACES
from careteam.storage.reads.suggestions import SuggestionRow
from careteam.storage.tables import AssignmentRecord, PersonRecord

UNKNOWN_POSITION = 10_000
OTHER = "other"
"""The role under which an import keeps one that the catalogue lacks, with the sender's words."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the board: a role with one holder, or one that is to be filled or declined.

    `assignment_id` is None for a role that nobody holds. `last_at` is the last try or contact of
    the role (UTC), `is_reached` whether it reached somebody. `due_rule` is the rule of the
    due day in a few words. `version` guards an edit. `left_on` is the last day of a holder who is
    here no more. Of a role that nobody holds are told the phase that asks for it (`asked_by`),
    what is suggested and since when a referral waits (`referred_on`).
    """

    role: str
    role_label: str
    role_short: str
    group: str
    is_required: bool
    state: str
    assignment_id: int | None = None
    person_id: int | None = None
    person: str = ""
    phone: str = ""
    rank: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    hold_reason: str = ""
    away_until: date | None = None
    left_on: date | None = None
    declined_on: date | None = None
    decline_reason: str = ""
    ask_on: date | None = None
    ask_at_phase: str = ""
    last_at: datetime | None = None
    last_mode: str = ""
    last_outcome: str = ""
    last_minutes: int = 0
    is_reached: bool = False
    attempts: int = 0
    due_on: date = NEVER
    due_kind: str = DueKind.NONE
    due_text: str = "—"
    due_rule: str = ""
    urgency: Urgency = Urgency.LATER
    version: int = 0
    asked_by: str = ""
    suggestions: tuple[SuggestionRow, ...] = ()
    referred_on: date | None = None

    @property
    def is_gap(self) -> bool:
        """Whether the phase asks for the role and nobody holds it or declined it."""
        return self.is_required and self.assignment_id is None and self.declined_on is None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Who held a role on a day, in which rank, from when until (exclusive)."""

    role: str
    role_label: str
    person_id: int
    person: str
    rank: str
    starts_on: date
    ends_on: date | None
    end_reason: str
    state: str


def team_board(
    session: Session, patient_id: int, *, today: date, rules: Rules
) -> tuple[BoardRow, ...]:
    """The board in the catalogue's order; several holders of a role are several lines."""
    holders = _holders(session, patient_id, today, rules)
    last = _last_contacts(session, patient_id)
    places = _places(session, patient_id, rules)
    rows: list[BoardRow] = []
    for role in {**places, **holders}:
        place = places.get(role)
        is_required = bool(place and place["is_required"])
        held = holders.get(role, [])
        for values in held:
            rows.append(_line(role, rules, is_required, values | last.get(role, {})))
        if held or place is None:
            continue
        if is_required or place["declined_on"] is not None:
            state = "declined" if place["declined_on"] is not None else "open"
            rows.append(
                _line(role, rules, is_required, place | last.get(role, {}) | {"state": state})
            )
    return tuple(sorted(rows, key=lambda row: board_place(row, rules)))


def board_place(row: BoardRow, rules: Rules) -> tuple[int, bool]:
    """The place of a line of the board: the catalogue's order, the lead first."""
    return _position(row.role, rules), row.rank != Rank.LEAD


def team_on(session: Session, patient_id: int, day: date, *, rules: Rules) -> tuple[HolderRow, ...]:
    """Who held which role on a day, past or future."""
    table = AssignmentRecord.__table__.c
    query = _holder_select().where(
        table.patient_id == patient_id,
        table.starts_on <= day,
        (table.ends_on.is_(None)) | (table.ends_on > day),
    )
    return _holder_rows(session, query, rules)


def team_history(session: Session, patient_id: int, *, rules: Rules) -> tuple[HolderRow, ...]:
    """Every assignment there ever was, newest first within each role."""
    table = AssignmentRecord.__table__.c
    return _holder_rows(session, _holder_select().where(table.patient_id == patient_id), rules)


def _line(role: str, rules: Rules, is_required: bool, values: dict[str, object]) -> BoardRow:
    known = rules.catalogue.roles.get(role)
    kept = {name: value for name, value in values.items() if name != "is_required"}
    said = str(kept.pop("role_text", ""))
    return BoardRow(
        role=role,
        role_label=said or rules.catalogue.role_label(role),
        role_short=said or rules.catalogue.role_short(role),
        group=known.group if known else "other",
        is_required=is_required,
        **kept,  # pyright: ignore[reportArgumentType]
    )


def _position(role: str, rules: Rules) -> int:
    known = rules.catalogue.roles.get(role)
    return known.position if known else UNKNOWN_POSITION


def _places(session: Session, patient_id: int, rules: Rules) -> dict[str, dict[str, object]]:
    return {
        row.role: {
            "is_required": row.is_required,
            "declined_on": row.declined_on,
            "decline_reason": row.decline_reason,
            "ask_on": row.ask_on,
            "ask_at_phase": row.ask_at_phase,
            "asked_by": rules.catalogue.phase_label(row.phase) if row.is_required else "",
        }
        for row in session.execute(PLACES, {"of_patient": patient_id})
    }


def _holders(
    session: Session, patient_id: int, today: date, rules: Rules
) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for row in session.execute(HOLDERS, {"of_patient": patient_id, "today": today}):
        text, at = due_words(row.next_due_on, "", today)
        found.setdefault(row.role, []).append(
            {
                "state": row.state,
                "role_text": row.role_text if row.role == OTHER else "",
                "assignment_id": row.id,
                "person_id": row.person_id,
                "person": person_name(row.family, row.given, row.title, row.credentials),
                "phone": row.phone or "",
                "rank": row.rank,
                "starts_on": row.starts_on,
                "ends_on": row.ends_on,
                "hold_reason": row.hold_reason,
                "away_until": row.away_until,
                "left_on": row.leaves_on if row.leaves_on and row.leaves_on < today else None,
                "attempts": row.attempts,
                "due_on": row.next_due_on,
                "due_kind": row.due_kind,
                "due_text": text,
                "due_rule": rule_words(
                    DueKind(row.due_kind),
                    days=rules.catalogue.contact_days(row.role, row.phase),
                    attempts=row.attempts,
                ),
                "urgency": at,
                "version": row.version,
            }
        )
    return found


def _last_contacts(session: Session, patient_id: int) -> dict[str, dict[str, object]]:
    return {
        row.role: {
            "last_at": row.at,
            "last_mode": row.mode,
            "last_outcome": row.outcome,
            "last_minutes": row.minutes,
            "is_reached": row.is_reached,
        }
        for row in session.execute(LAST_CONTACTS, {"of_patient": patient_id})
    }


def _holder_select() -> Any:
    table, person = AssignmentRecord.__table__.c, PersonRecord.__table__.c
    return (
        select(
            table.role,
            table.role_text,
            table.person_id,
            table.rank,
            table.starts_on,
            table.ends_on,
            table.end_reason,
            table.state,
            person.family,
            person.given,
            person.title,
            person.credentials,
        )
        .join(PersonRecord.__table__, person.id == table.person_id)
        .order_by(table.starts_on.desc(), table.id.desc())
    )


def _holder_rows(session: Session, query: Any, rules: Rules) -> tuple[HolderRow, ...]:
    rows = [
        HolderRow(
            role=row.role,
            role_label=(row.role == OTHER and row.role_text)
            or rules.catalogue.role_label(row.role),
            person_id=row.person_id,
            person=person_name(row.family, row.given, row.title, row.credentials),
            rank=row.rank,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            end_reason=rules.catalogue.label("end_reason", row.end_reason),
            state=row.state,
        )
        for row in session.execute(query)
    ]
    return tuple(sorted(rows, key=lambda row: (_position(row.role, rules), row.rank)))
