"""The catalogue as it is shipped, read from its files."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"


def rows(name: str, kind: str) -> list[dict[str, Any]]:
    """The rows of one list of one file."""
    return tomllib.loads((CATALOGUE / f"{name}.toml").read_text("utf-8"))[kind]


def every_row() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every file with the name of its list."""
    for path in sorted(CATALOGUE.glob("*.toml")):
        for kind, found in tomllib.loads(path.read_text("utf-8")).items():
            if isinstance(found, list) and found and isinstance(found[0], dict):
                yield from ((f"{path.stem}.{kind}", row) for row in found)


def codes() -> Iterator[tuple[str, str, str]]:
    """Every code with the place it stands at and the name of its system."""
    for place, row in every_row():
        for system in ("snomed", "nucc"):
            if row.get(system):
                yield f"{place}.{row['key']}", system, row[system]
        for system, code in row.get("codes", {}).items():
            yield f"{place}.{row['key']}", system, code
        if place == "contacts.mode":
            yield f"{place}.{row['key']}", "participation", row["code"]
        if row.get("not_done"):
            yield f"{place}.{row['key']}", "not_done", row["not_done"]
