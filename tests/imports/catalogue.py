"""The clinic's default vocabulary as the import tests use it, read from the resources."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from careteam.domain.catalogue import Catalogue, Mode, Outcome, Role, Term

RESOURCES = Path(__file__).parents[2] / "resources" / "catalogue"


@cache
def default_catalogue() -> Catalogue:
    """Roles, ways of contact, outcomes and terms; phases do not matter to an import."""
    roles, contacts, terms = (_read(name) for name in ("roles", "contacts", "terms"))
    return Catalogue(
        roles={
            row["key"]: Role(
                key=row["key"],
                label=row["label"],
                group=row["group"],
                snomed=row["snomed"],
                nucc=row["nucc"],
                position=position,
            )
            for position, row in enumerate(roles["role"])
        },
        phases={},
        modes={
            row["key"]: Mode(row["key"], row["label"], row.get("code", ""), row.get("short", ""))
            for row in contacts["mode"]
        },
        outcomes={
            row["key"]: Outcome(row["key"], row["label"], bool(row.get("is_reached")))
            for row in contacts["outcome"]
        },
        terms={
            kind: {row["key"]: Term(row["key"], row["label"], row.get("codes", {})) for row in rows}
            for kind, rows in terms.items()
        },
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / f"{name}.toml").read_text(encoding="utf-8"))
