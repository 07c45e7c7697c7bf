"""What the settings page shows: the clinic, its lists with what is switched off, its holidays."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.idle import minutes_of
from careteam.domain.text import listed_name
from careteam.storage.reads.rules import read_settings
from careteam.storage.seeds import us_holidays
from careteam.storage.tables import (
    HolidayRecord,
    MacroRecord,
    PatientRecord,
    PersonRecord,
    PersonRoleRecord,
    TermRecord,
)

AFTER = "recompute_after"
"""The setting that holds the last patient who follows the new rules; absent when all do."""

LOCK_MINUTES = "lock_minutes"
"""The setting that holds after how many minutes the desk locks itself."""


@dataclass(frozen=True, slots=True)
class ClinicRow:
    """What holds for the whole clinic, and the directory id of who works at this desk."""

    name: str
    zone: str
    region: str
    max_attempts: int
    quick_minutes: tuple[int, ...]
    worker_id: int | None
    lock_minutes: int


@dataclass(frozen=True, slots=True)
class TermSettingRow:
    """A word of a list as the settings show it, with an outcome's own rules."""

    kind: str
    key: str
    label: str
    short: str
    is_active: bool
    is_reached: bool
    retry_days: int | None


@dataclass(frozen=True, slots=True)
class MacroRow:
    """A short word of notes and what it stands for."""

    short: str
    text: str


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A day on which the clinic does not work."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """Somebody of the directory who could work at this desk; `roles` are the catalogue's keys."""

    id: int
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of all patients already follow the rules that were changed last."""

    done: int
    total: int


@needs(Action.SEE_SETTINGS)
def clinic_row(session: Session) -> ClinicRow:
    """The clinic's settings, with the same defaults as the rules."""
    settings = read_settings(session)
    worker = settings.get("worker", "")
    return ClinicRow(
        name=settings.get("clinic", ""),
        zone=settings.get("zone", "UTC"),
        region=settings.get("region", "US"),
        max_attempts=int(settings.get("max_attempts", "3")),
        quick_minutes=tuple(int(part) for part in settings.get("quick_minutes", "").split()),
        worker_id=int(worker) if worker.isdecimal() else None,
        lock_minutes=minutes_of(settings.get(LOCK_MINUTES, "")),
    )


@needs(Action.SEE_SETTINGS)
def term_rows(session: Session, kind: str) -> tuple[TermSettingRow, ...]:
    """Every word of a list in its order, switched off ones too."""
    table = TermRecord.__table__
    query = select(table).where(table.c.kind == kind).order_by(table.c.position, table.c.key)
    return tuple(
        TermSettingRow(
            kind=row.kind,
            key=row.key,
            label=row.label,
            short=row.details.get("short", ""),
            is_active=row.is_active,
            is_reached=bool(row.details.get("reached")),
            retry_days=row.details.get("retry"),
        )
        for row in session.execute(query)
    )


@needs(Action.SEE_SETTINGS)
def macro_rows(session: Session) -> tuple[MacroRow, ...]:
    """The text macros by their short words."""
    table = MacroRecord.__table__.c
    query = select(table.short, table.text).order_by(table.short)
    return tuple(MacroRow(row.short, row.text) for row in session.execute(query))


@needs(Action.SEE_SETTINGS)
def holiday_rows(session: Session, year: int) -> tuple[HolidayRow, ...]:
    """The holidays of a year in their order."""
    table = HolidayRecord.__table__.c
    query = (
        select(table.day, table.name)
        .where(table.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(table.day)
    )
    return tuple(HolidayRow(row.day, row.name) for row in session.execute(query))


@needs(Action.SEE_SETTINGS)
def federal_holidays_missing(session: Session, year: int) -> tuple[HolidayRow, ...]:
    """The federal holidays of a year that the clinic's list does not have."""
    known = {row.day for row in holiday_rows(session, year)}
    federal = (HolidayRow(row["day"], row["name"]) for row in us_holidays(year, 1))
    return tuple(row for row in federal if row.day.year == year and row.day not in known)


@needs(Action.SEE_SETTINGS)
def worker_rows(session: Session, *, today: date) -> tuple[WorkerRow, ...]:
    """Everybody of the directory who has not left, by name."""
    person, link = PersonRecord.__table__.c, PersonRoleRecord.__table__.c
    held: dict[int, list[str]] = {}
    for row in session.execute(
        select(link.person_id, link.role_key).order_by(link.person_id, link.position)
    ):
        held.setdefault(row.person_id, []).append(row.role_key)
    query = (
        select(person.id, person.family, person.given, person.credentials)
        .where(person.leaves_on.is_(None) | (person.leaves_on > today))
        .order_by(person.name_key, person.id)
    )
    return tuple(
        WorkerRow(
            row.id,
            listed_name(row.family, row.given, row.credentials),
            tuple(held.get(row.id, ())),
        )
        for row in session.execute(query)
    )


@needs(Action.SEE_SETTINGS)
def waiting(session: Session) -> Waiting | None:
    """How far the patients follow the rules that were changed last; None when all do."""
    after = read_settings(session).get(AFTER)
    if after is None:
        return None
    table = PatientRecord.__table__
    total = session.execute(select(func.count()).select_from(table)).scalar_one()
    done = session.execute(select(func.count()).where(table.c.id <= int(after))).scalar_one()
    return Waiting(done, total)
