"""Making lost rows again: from the audit trail, which holds what was written, or from an index."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from careteam.storage.audit_ddl import AUDIT
from careteam.storage.identifiers import new_external_id
from careteam.storage.refilling import Column, NewFile
from careteam.storage.remains import Remains
from careteam.storage.walking import PATIENT, Walk, quoted, rows_of_indexes

NOT_TOLD = frozenset({"draft", AUDIT})
"""Of what is only half entered the trail does not hold the words; of itself it holds nothing."""

Wanted = Callable[[str], bool]
"""Whether the row with this key was lost; the parts of a key have a space between them."""


def wanted_of(new: NewFile, table: str, walk: Walk, columns: tuple[Column, ...]) -> Wanted:
    """Whether a row of a table was lost, by its key as the trail has it."""
    keys = sorted((one for one in columns if one.key_place), key=lambda one: one.key_place)
    if len(keys) == 1 and not keys[0].is_text:
        lost = frozenset(walk.lost)
        if walk.known.is_exact:
            return lambda key: key.isdecimal() and int(key) in lost
        return lambda key: (
            key.isdecimal() and any(gap.after < int(key) < gap.before for gap in walk.gaps)
        )
    query = f'SELECT {quoted(key.name for key in keys)} FROM "{table}"'
    present = {" ".join(map(str, row)) for row in new.connection.execute(query)}
    return lambda key: key not in present


def remake(
    new: NewFile, wanted: Mapping[str, Wanted], reported: Callable[[str, dict[str, Any]], None]
) -> None:
    """Lay in the rows of which the trail tells all since they were made; tells each that it took.

    A row whose making is not in the trail, because it is older or that page was lost, stays lost.
    """
    bodies: dict[tuple[str, str], dict[str, Any]] = {}
    for entity, key, action, detail in new.connection.execute(
        f"SELECT entity, entity_id, action, detail FROM {AUDIT} ORDER BY seq"
    ):
        if entity not in wanted or entity in NOT_TOLD or not wanted[entity](key):
            continue
        if action == "insert":
            bodies[entity, key] = json.loads(detail)
        elif action == "delete":
            bodies.pop((entity, key), None)
        elif action == "update" and (entity, key) in bodies:
            told = json.loads(detail)
            bodies[entity, key] |= {name: pair[1] for name, pair in told.items()}
    columns = {table: new.columns_of(table) for table in wanted}
    for table in wanted:
        for (entity, _), body in bodies.items():
            if entity == table and _lay(new, table, columns[table], body):
                reported(table, body)


def remake_patients(
    new: NewFile, remains: Remains, lost: frozenset[int], now: datetime
) -> tuple[int, ...]:
    """Lay in patients of whom the indexes still hold name and MRN; gives their ids.

    The name comes as it is searched for, all of it as the family name, without its accents.
    """
    at, made = f"{now:%Y-%m-%d %H:%M:%S.%f}", list[int]()
    columns = new.columns_of(PATIENT)
    known = {column.name for column in columns}
    for one, found in rows_of_indexes(remains, PATIENT, lost).items():
        if not found.get("mrn") or not found.get("name_key"):
            continue
        body = {name: value for name, value in found.items() if name in known}
        body |= {
            "id": one,
            "external_id": found.get("external_id") or new_external_id(),
            "family": str(found["name_key"]).title(),
            "sex": "unknown",
            "status": found.get("status") or "active",
            "created_at": at,
            "updated_at": at,
            "version": 1,
        }
        if _lay(new, PATIENT, columns, body):
            made.append(one)
    return tuple(made)


def _lay(new: NewFile, table: str, columns: tuple[Column, ...], body: dict[str, Any]) -> bool:
    """Lay in a row; what was empty is not in the trail, and is empty again."""
    row = list[Any]()
    for column in columns:
        value = body.get(column.name)
        if value is None and column.is_needed:
            value = "" if column.is_text else 0
        row.append(value)
    return new.lay(table, [column.name for column in columns], row)
