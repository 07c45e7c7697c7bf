"""The rules that a new database starts with, read from `resources/catalogue`."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import Session

from careteam.storage.tables import (
    CadenceRecord,
    HolidayRecord,
    InstrumentRecord,
    MacroRecord,
    MilestoneTemplateRecord,
    PathwayRecord,
    PhaseRecord,
    PhaseRoleRecord,
    ProgramRecord,
    RoleRecord,
    SettingRecord,
    TermRecord,
    TriggerRecord,
)

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
YEARS_OF_HOLIDAYS = 3


def seed(session: Session, *, today: date, zone: str, clinic: str) -> None:
    """Fill an empty database with the default catalogue, holidays and settings."""
    roles, phases = _read("roles"), _read("phases")
    contacts, terms = _read("contacts"), _read("terms")
    session.execute(insert(RoleRecord), [_role(row, at) for at, row in enumerate(roles["role"])])
    session.execute(
        insert(PhaseRecord), [_phase(row, at) for at, row in enumerate(phases["phase"])]
    )
    session.execute(
        insert(PhaseRoleRecord),
        [
            {"phase_key": phase["key"], "role_key": role, "contact_days": days}
            for phase in phases["phase"]
            for role, days in phase["asks_for"].items()
        ],
    )
    session.execute(insert(TermRecord), [*_terms(contacts), *_terms(terms)])
    fill_clinical(session.connection())
    session.execute(insert(MacroRecord), _read("macros")["macro"])
    session.execute(insert(HolidayRecord), us_holidays(today.year, YEARS_OF_HOLIDAYS))
    settings = {
        "clinic": clinic,
        "zone": zone,
        "max_attempts": str(contacts["max_attempts"]),
        "quick_minutes": " ".join(str(minutes) for minutes in contacts["quick_minutes"]),
        "silent_days": str(contacts["silent_days"]),
        "waiting_days": str(contacts["waiting_days"]),
        "region": "US",
        "holidays_through": str(today.year + YEARS_OF_HOLIDAYS - 1),
        "rolled_to": today.isoformat(),
    }
    session.execute(
        insert(SettingRecord), [{"key": key, "value": value} for key, value in settings.items()]
    )


def fill_clinical(connection: Connection) -> None:
    """Fill the lists of the clinical record that are empty: in a new file, or one just migrated.

    A list that has rows is the clinic's own and stays.
    """
    terms = _terms(_read("clinical"))
    table = TermRecord.__table__
    known = set(connection.execute(select(table.c.kind).distinct()).scalars())
    fresh = [row for row in terms if row["kind"] not in known]
    if fresh:
        connection.execute(insert(table), fresh)
    for record, name, rows in (
        (PathwayRecord, "pathway", _read("pathways")["pathway"]),
        (MilestoneTemplateRecord, "milestone", _read("milestones")["milestone"]),
        (TriggerRecord, "trigger", _read("triggers")["trigger"]),
        (CadenceRecord, "cadence", _read("cadence")["cadence"]),
        (InstrumentRecord, "instrument", _read("screening")["instrument"]),
        (ProgramRecord, "program", _read("programs")["program"]),
    ):
        of = record.__table__
        if connection.execute(select(of).limit(1)).first() is None:
            connection.execute(insert(of), [_rule(name, row, at) for at, row in enumerate(rows)])


def us_holidays(first_year: int, years: int) -> list[dict[str, Any]]:
    """United States federal holidays as rows, observed days included; the clinic edits them."""
    import holidays

    days = holidays.country_holidays("US", years=range(first_year, first_year + years))
    return [{"day": day, "name": name} for day, name in sorted(days.items())]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))


def _role(row: dict[str, Any], position: int) -> dict[str, Any]:
    return {
        "key": row["key"],
        "label": row["label"],
        "short": row.get("short", ""),
        "group_key": row["group"],
        "snomed": row["snomed"],
        "nucc": row["nucc"],
        "condition": row.get("condition", ""),
        "first_contact_days": row.get("first_contact_days", 2),
        "contact_days": row.get("contact_days", 0),
        "wants_backup": row.get("wants_backup", False),
        "position": position,
        "is_active": True,
    }


def _phase(row: dict[str, Any], position: int) -> dict[str, Any]:
    return {
        "key": row["key"],
        "label": row["label"],
        "alt": row.get("alt", ""),
        "usual_days": row.get("usual_days"),
        "milestone": row.get("milestone", ""),
        "milestone_day": row.get("milestone_day"),
        "position": position,
        "is_active": True,
    }


_RULE_DEFAULTS: dict[str, dict[str, Any]] = {
    "pathway": {},
    "milestone": {"label": ""},
    "trigger": {"role": "", "escalates": ""},
    "cadence": {
        "phase": "",
        "owner_role": "",
        "business_days": 0,
        "days": 0,
        "every_days": 0,
        "for_days": 0,
    },
    "instrument": {
        "step": 1,
        "cutoff": None,
        "is_low_bad": False,
        "age_from": None,
        "age_below": None,
        "repeat_days": 0,
        "codes": {},
    },
    "program": {"valid_to": None, "most_more": None},
}


def _rule(name: str, row: dict[str, Any], position: int) -> dict[str, Any]:
    values = {**_RULE_DEFAULTS[name], **row, "is_active": True}
    if name == "milestone":
        values["phase_key"] = values.pop("phase")
    else:
        values["position"] = position
    return values


def _terms(lists: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "key": row["key"],
            "label": row["label"],
            "details": {name: row[name] for name in row.keys() - {"key", "label"}},
            "position": position,
            "is_active": True,
        }
        for kind, rows in lists.items()
        if isinstance(rows, list) and rows and isinstance(rows[0], dict)
        for position, row in enumerate(rows)
    ]
