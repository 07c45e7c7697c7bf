"""Prints goals as a table and keeps them as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.goals import Goal

LAST = Path(__file__).with_name("last.json")


def print_goals(title: str, goals: Iterable[Goal]) -> list[Goal]:
    """One table; gives its goals."""
    found = list(goals)
    print(f"\n{title}")
    for goal in found:
        most = "" if goal.most is None else f"at most {goal.most:g} {goal.unit}"
        mark = "" if goal.is_met else "  MISSED"
        print(f"  {goal.name:62}{goal.value:10.2f} {goal.unit:6}{most}{mark}", flush=True)
    return found


def keep(tables: Mapping[str, list[Goal]]) -> None:
    """Write all tables to `bench/last.json`; the machine is named in general words only."""
    kept = {
        "machine": f"{platform.system()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "tables": {
            title: {
                goal.name: {"value": round(goal.value, 3), "unit": goal.unit, "most": goal.most}
                for goal in goals
            }
            for title, goals in tables.items()
        },
    }
    LAST.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
