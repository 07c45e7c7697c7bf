"""Where care has a gap, over all patients: roles unfilled, alone or declined, and who is silent.

Every figure is counted under the conditions of its list, so that it opens exactly that list.
Patients who are not in care are in none of them.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Executable, bindparam, select
from sqlmodel import Session

from careteam.domain.rules import Rules
from careteam.domain.text import display_name, person_name
from careteam.storage.reads.coverage_query import (
    COUNT_UP_TO,
    Finding,
    count_query,
    roles_of_mine_query,
    roles_query,
    rows_query,
)

PAGE = 64
STATEMENTS = 32


@dataclass(frozen=True, slots=True)
class Figure:
    """How many; `is_more` says that they were not counted to the end."""

    count: int
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class CoverageCounts:
    """The figure of every finding, and for each role that waits how often; `roles` in the
    catalogue's order without those that wait nowhere.
    """

    figures: dict[Finding, Figure]
    roles: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A patient, and of all findings but the silent ones a role.

    `since` is the day since which the role waits, or was declined; of a silent patient the day
    somebody was last reached, or on which they came (UTC). `last_at` is the last contact that
    reached somebody (UTC). `ask_on` and `ask_at_phase` say when to ask again.
    """

    patient_id: int
    name: str
    mrn: str
    phase: str
    role: str
    role_label: str
    since: date | None
    waited_days: int | None
    last_at: datetime | None
    navigator: str
    ask_on: date | None = None
    ask_at_phase: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What the row is about, for a list that stays on it."""
        return self.patient_id, self.role


def coverage_counts(
    session: Session, *, today: date, rules: Rules, navigator_id: int | None = None
) -> CoverageCounts:
    """How much each finding holds, of one navigator or the whole clinic, up to COUNT_UP_TO."""
    is_mine = navigator_id is not None
    asked = _asked(today, rules, navigator_id)
    findings = session.execute(_counts_query(is_mine), asked).one()
    roles = tuple(rules.catalogue.roles)
    by_role = _by_role(session, roles, asked, is_mine)
    return CoverageCounts(
        {finding: _figure(count) for finding, count in zip(Finding, findings, strict=True)},
        tuple((role, _figure(by_role[role])) for role in roles if by_role.get(role)),
    )


def coverage_rows(
    session: Session,
    finding: Finding,
    *,
    today: date,
    rules: Rules,
    navigator_id: int | None = None,
    role: str = "",
    limit: int | None = PAGE,
    offset: int = 0,
) -> tuple[CoverageRow, ...]:
    """A page of the list behind a figure; `role` narrows the findings about roles to one.

    Roles that wait stand with the longest wait first, silent patients with the longest silence.
    """
    query = _page_query(finding, bool(role), navigator_id is not None, limit)
    asked = {**_asked(today, rules, navigator_id), "role": role, "offset": offset}
    return tuple(_row(row, finding, today, rules) for row in session.execute(query, asked))


@lru_cache(maxsize=STATEMENTS)
def _page_query(finding: Finding, is_of_a_role: bool, is_mine: bool, limit: int | None) -> Any:
    query = rows_query(finding, is_mine=is_mine, is_of_a_role=is_of_a_role)
    return query.limit(limit).offset(bindparam("offset"))


@lru_cache(maxsize=2)
def _counts_query(is_mine: bool) -> Executable:
    return select(*(count_query(finding, is_mine=is_mine) for finding in Finding))


def _by_role(
    session: Session, roles: tuple[str, ...], asked: dict[str, Any], is_mine: bool
) -> dict[str, int]:
    if is_mine:
        return {row[0]: row[1] for row in session.execute(roles_of_mine_query(), asked)}
    named = {f"role_{at}": role for at, role in enumerate(roles)}
    counts = session.execute(_roles_query(len(roles)), {**asked, **named}).one()
    return dict(zip(roles, counts, strict=True))


@lru_cache(maxsize=4)
def _roles_query(count: int) -> Executable:
    return roles_query(count)


def _asked(today: date, rules: Rules, navigator_id: int | None) -> dict[str, Any]:
    clinical = rules.clinical
    silent_since = today - timedelta(days=clinical.silent_days)
    return {
        "mine": navigator_id,
        "long_ago": today - timedelta(days=clinical.waiting_days),
        "seen_before": datetime.combine(silent_since + timedelta(days=1), time(), UTC),
        "wanting_backup": [
            role.key for role in rules.catalogue.roles.values() if role.wants_backup
        ],
    }


def _figure(count: int) -> Figure:
    return Figure(min(count, COUNT_UP_TO), count > COUNT_UP_TO)


def _row(row: Any, finding: Finding, today: date, rules: Rules) -> CoverageRow:
    role = row.role or ""
    since = _since(row, finding)
    return CoverageRow(
        patient_id=row.patient_id,
        name=display_name(row.family, row.given),
        mrn=row.mrn,
        phase=row.phase,
        role=role,
        role_label=rules.catalogue.role_label(role) if role else "",
        since=since,
        waited_days=(today - since).days if since else None,
        last_at=row.last_at,
        navigator=person_name(
            row.navigator_family or "", row.navigator_given or "", "", row.credentials or ""
        ),
        ask_on=row.ask_on,
        ask_at_phase=row.ask_at_phase or "",
    )


def _since(row: Any, finding: Finding) -> date | None:
    match finding:
        case Finding.UNFILLED | Finding.WAITING:
            return row.open_since
        case Finding.DECLINED:
            return row.declined_on
        case Finding.SILENT:
            return (row.last_at or row.created_at).date()
        case _:
            return None
