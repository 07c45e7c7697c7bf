"""The clinic's rules as the domain knows them: catalogue, calendar and settings."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.calendar import BusinessCalendar
from careteam.domain.catalogue import Catalogue, Condition, Mode, Offer, Outcome, Phase, Role, Term
from careteam.domain.navigation_time import COUNTS_TRIES, ConsentRule, Program, TimeRules
from careteam.domain.rules import Rules
from careteam.storage.reads.clinical_rules import read_clinical_rules
from careteam.storage.tables import (
    HolidayRecord,
    MacroRecord,
    PhaseRecord,
    PhaseRoleRecord,
    ProgramRecord,
    RoleRecord,
    SettingRecord,
    TermRecord,
)

W = TypeVar("W")


@needs(Action.SEE_SETTINGS)
def read_rules(session: Session) -> Rules:
    """The catalogue, the business-day calendar, the clinical rules and the programs."""
    settings = read_settings(session)
    days = session.execute(select(HolidayRecord.__table__.c.day)).scalars()
    return Rules(
        _catalogue(session, settings),
        BusinessCalendar(frozenset(days)),
        read_clinical_rules(session, settings),
        _time_rules(session, settings),
    )


@needs(Action.SEE_SETTINGS)
def read_settings(session: Session) -> dict[str, str]:
    """Every setting of the clinic by key."""
    table = SettingRecord.__table__
    return {row.key: row.value for row in session.execute(select(table.c.key, table.c.value))}


@needs(Action.SEE_SETTINGS)
def read_macros(session: Session) -> dict[str, str]:
    """The text macros of notes by their short word."""
    table = MacroRecord.__table__
    return {row.short: row.text for row in session.execute(select(table.c.short, table.c.text))}


def _catalogue(session: Session, settings: dict[str, str]) -> Catalogue:
    words: dict[str, dict[str, Any]] = defaultdict(dict)
    term = TermRecord.__table__
    query = select(term).order_by(term.c.kind, term.c.position, term.c.key)
    for row in session.execute(query):
        words[row.kind][row.key] = row
    return Catalogue(
        roles=_roles(session),
        phases=_phases(session),
        modes=_offer(words.pop("mode", {}), _mode),
        outcomes=_offer(words.pop("outcome", {}), _outcome),
        terms={kind: _offer(of, _term) for kind, of in words.items()},
        max_attempts=int(settings.get("max_attempts", "3")),
        quick_minutes=tuple(int(part) for part in settings.get("quick_minutes", "").split()),
    )


def _roles(session: Session) -> dict[str, Role]:
    table = RoleRecord.__table__
    return {
        row.key: Role(
            key=row.key,
            label=row.label,
            group=row.group_key,
            snomed=row.snomed,
            nucc=row.nucc,
            condition=Condition(row.condition),
            first_contact_days=row.first_contact_days,
            contact_days=row.contact_days,
            position=row.position,
            is_active=row.is_active,
            short=row.short,
            wants_backup=row.wants_backup,
        )
        for row in session.execute(select(table).order_by(table.c.position))
    }


def _phases(session: Session) -> dict[str, Phase]:
    asked: dict[str, dict[str, int]] = defaultdict(dict)
    link, table = PhaseRoleRecord.__table__, PhaseRecord.__table__
    for row in session.execute(select(link)):
        asked[row.phase_key][row.role_key] = row.contact_days
    return {
        row.key: Phase(
            key=row.key,
            label=row.label,
            alt=row.alt,
            usual_days=row.usual_days,
            milestone=row.milestone,
            milestone_day=row.milestone_day,
            position=row.position,
            is_active=row.is_active,
            asks_for=asked[row.key],
        )
        for row in session.execute(select(table).order_by(table.c.position))
    }


def _time_rules(session: Session, settings: dict[str, str]) -> TimeRules:
    table = ProgramRecord.__table__
    columns = [column for column in table.c if column.name != "position"]
    query = select(*columns).order_by(table.c.position, table.c.valid_from)
    found = (dict(row) for row in session.execute(query).mappings())
    programs = (Program(consent=ConsentRule(row.pop("consent")), **row) for row in found)
    return TimeRules(tuple(programs), bool(settings.get(COUNTS_TRIES)))


def _offer(rows: dict[str, Any], made: Callable[[Any], W]) -> Offer[W]:
    return Offer(
        {key: made(row) for key, row in rows.items() if row.is_active},
        {key: made(row) for key, row in rows.items() if not row.is_active},
    )


def _term(row: Any) -> Term:
    return Term(row.key, row.label, row.details.get("codes", {}), row.details.get("group", ""))


def _mode(row: Any) -> Mode:
    details = row.details
    return Mode(row.key, row.label, details.get("code", ""), details.get("short", row.label))


def _outcome(row: Any) -> Outcome:
    details = row.details
    return Outcome(
        key=row.key,
        label=row.label,
        is_reached=bool(details["reached"]),
        retry_days=details.get("retry"),
        not_done=details.get("not_done", ""),
        short=details.get("short", row.label),
    )
