"""The triggers that write the audit trail, made from the tables themselves, and guard it.

Each reads the last row and chains its own to it, so that any number of them in one transaction
make one chain. SQLite wording; PostgreSQL gets its own in this same room.
"""

from collections.abc import Iterator

from sqlalchemy import Column, Table
from sqlmodel import SQLModel

from careteam.storage import tables
from careteam.storage.engine import TRAIL_KEY

LEFT_OUT: dict[str, frozenset[str]] = {
    "patient": frozenset(
        {
            "navigator_id", "next_due_on", "next_due_time", "next_due_kind", "next_due_ref",
            "last_contact_at", "contact_count", "required_count", "filled_count",
            "declined_count", "gap_count", "first_contact_on", "name_key", "search_key",
        }
    ),
    "person": frozenset({"name_key", "patient_count"}),
    "team_role": frozenset({"is_filled", "has_backup", "open_since"}),
    "suggestion": frozenset({"assigned_on", "reached_on"}),
    "draft": frozenset({"body", "saved_at"}),
    "letterhead": frozenset({"logo"}),
    "account": frozenset({"slot_id", "code_seed", "code_step", "spare_codes"}),
}  # fmt: skip
"""Columns that other triggers keep, search keys, what is only half entered, and secrets."""

AUDIT = tables.AuditRecord.__tablename__
_LAST = f"coalesce((SELECT max(seq) FROM {AUDIT}), 0)"
_NOW = "coalesce(audit_at(), CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER))"
_ROW = "seq, at, actor_id, workstation, action, entity, entity_id, patient_id, detail"

_APPEND = """
INSERT INTO {audit} ({row}, hash)
SELECT {row}, audit_mac(coalesce((SELECT hash FROM {audit} WHERE seq = made.seq - 1), ''), {row})
FROM (SELECT {last} + 1 AS seq, {now} AS at, audit_actor() AS actor_id,
  audit_place() AS workstation, {action} AS action, {entity} AS entity, {entity_id} AS entity_id,
  {patient} AS patient_id, max({detail}) AS detail) AS made;
"""
"""`max` makes the inner query an aggregate, so that SQLite computes each field only once."""


def append_sql(action: str, entity: str, entity_id: str, patient: str, detail: str) -> str:
    """The statement that adds a row; each argument is an SQL expression."""
    return _APPEND.format(
        audit=AUDIT, row=_ROW, last=_LAST, now=_NOW, action=action, entity=entity,
        entity_id=entity_id, patient=patient, detail=detail,
    )  # fmt: skip


TRAIL_KEY_TABLE = f"CREATE TABLE {TRAIL_KEY} (key TEXT NOT NULL) STRICT"
"""Not one of the mapped tables: nothing reads it but a connection that begins."""


def audited_tables() -> tuple[Table, ...]:
    """Every mapped table but the trail itself."""
    return tuple(table for table in SQLModel.metadata.sorted_tables if table.name != AUDIT)


def audit_trigger_ddl() -> tuple[str, ...]:
    """The statements that make the triggers of the trail, in order."""
    return (*(one for table in audited_tables() for one in _watching(table)), *_guards())


def _watching(table: Table) -> Iterator[str]:
    named = [column.name for column in _watched(table)]
    new, old = (f"json_patch('{{}}', json_object({_values(named, row)}))" for row in ("NEW", "OLD"))
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in named)
    pairs = ", ".join(
        f'\'{name}\', CASE WHEN OLD."{name}" IS NOT NEW."{name}" '
        f'THEN json_array(OLD."{name}", NEW."{name}") END'
        for name in named
    )
    both = f"json_patch('{{}}', json_object({pairs}))"
    columns = ", ".join(f'"{name}"' for name in named)
    yield _trigger(table, "insert", "INSERT", "NEW", new)
    yield _trigger(table, "update", f"UPDATE OF {columns}", "NEW", both, f" WHEN {changed}")
    yield _trigger(table, "delete", "DELETE", "OLD", old)


def _watched(table: Table) -> list[Column[object]]:
    return [column for column in table.columns if column.name not in LEFT_OUT.get(table.name, ())]


def _values(names: list[str], row: str) -> str:
    return ", ".join(f"'{name}', nullif({row}.\"{name}\", '')" for name in names)


def _trigger(
    table: Table, action: str, when: str, row: str, detail: str, condition: str = ""
) -> str:
    keys = " || ' ' || ".join(f'{row}."{column.name}"' for column in table.primary_key.columns)
    body = append_sql(
        f"'{action}'", f"'{table.name}'", f"CAST({keys} AS TEXT)", _patient(table, row), detail
    )
    return (
        f"CREATE TRIGGER audit_{table.name}_{action} AFTER {when} "
        f'ON "{table.name}"{condition} BEGIN {body} END'
    )


def _patient(table: Table, row: str) -> str:
    """The patient whom a row is about: named in it, or in the row that it belongs to."""
    if table.name == "patient":
        return f"{row}.id"
    if "patient_id" in table.columns:
        return f"nullif({row}.patient_id, 0)"
    for key in table.foreign_keys:
        parent = key.column.table
        if "patient_id" in parent.columns and parent is not table:
            return (
                f'(SELECT patient_id FROM "{parent.name}" '
                f'WHERE "{key.column.name}" = {row}."{key.parent.name}")'
            )
    return "NULL"


def _guards() -> Iterator[str]:
    for action in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER audit_stays_{action.casefold()} BEFORE {action} ON {AUDIT} BEGIN "
            "SELECT RAISE(ABORT, 'the audit trail is only added to'); END"
        )
