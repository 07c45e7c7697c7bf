"""What is held to a goal: ratios and milliseconds, each with the most it may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bench.reads import BESIDE, INSIGHTS
from bench.timing import Timing
from bench.writes import BARE_TABLE, SAME_TABLE, VERB

GROWTH = 2.0
MONTH_MS = 150.0
INSIGHTS_MS = 150.0
GOALS_UP_TO = 100_000
"""Patients up to which milliseconds are held to a goal; above it growth is."""
BLOCKS = (
    "while loading", "while unlocking", "while the other pages are built", "while Insights counts",
)  # fmt: skip
PAGE_MS, CONTACTS_MS, LETTER_MS, BLOCK_MS, CLOSE_MS = 50.0, 50.0, 16.0, 100.0, 50.0


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure and the most it may be; `most` None is a figure that is only told."""

    name: str
    value: float
    unit: str
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is within its goal."""
        return self.most is None or self.value <= self.most


def start_goals(start: dict[str, float]) -> Iterable[Goal]:
    """The first window against a bare one."""
    yield Goal("first window / bare Qt window, wall", start["wall"], "x", 1.5)
    yield Goal("first window / bare Qt window, CPU", start["cpu"], "x")
    yield Goal("files opened until then, bare window", start["bare_files"], "files")
    yield Goal("files opened until then, ours", start["ours_files"], "files")


def desk_goals(desk: dict[str, Any], start: dict[str, float], patients: int) -> Iterable[Goal]:
    """What the nurse sees, CPU milliseconds at the 99th percentile unless it says otherwise."""
    is_held = patients <= GOALS_UP_TO
    yield Goal("the machine meanwhile, a loop of a million in Python", desk["machine"], "ms")
    for name, most in (
        ("a letter in the list of patients", LETTER_MS),
        ("a letter in the search box", LETTER_MS),
        ("notes below what was found", PAGE_MS),
        ("a patient shown, role board", PAGE_MS),
        ("a patient shown, contacts", CONTACTS_MS),
        ("a step of scrolling", LETTER_MS),
        ("from place to place", LETTER_MS * 2),
    ):
        yield Goal(f"{name}, median", desk[name]["median"], "ms")
        yield Goal(f"{name}, p99", desk[name]["p99"], "ms", most if is_held else None)
    yield Goal("unlock to Today painted, wall", desk["unlock to Today painted, wall"], "ms")
    yield Goal(
        "Insights of the whole clinic's year, cards and charts, wall",
        desk["Insights, cards and charts"],
        "ms",
    )
    for name in BLOCKS:
        yield Goal(f"longest block {name}", desk[f"longest block {name}"], "ms", BLOCK_MS)
    bare = start["bare_kib"]
    yield Goal("memory with Today open / bare window", desk["today_kib"] / bare, "x", 3.0)
    yield Goal("memory after some hours' work / bare window", desk["used_kib"] / bare, "x")
    yield Goal("window gone after close", desk["closed"], "ms", CLOSE_MS)


def write_goals(writes: dict[str, Timing]) -> Iterable[Goal]:
    """One durable contact against bare inserts of the same run; medians of wall and CPU time."""
    verb, same, bare = writes[VERB], writes[SAME_TABLE], writes[BARE_TABLE]
    yield Goal(f"{VERB}, wall", verb.wall_median, "ms")
    wall = verb.wall_median / same.wall_median
    yield Goal("contact / bare insert into the same table, wall", wall, "x", 2.5)
    yield Goal("contact / bare insert into the same table, CPU", verb.median / same.median, "x")
    wall = verb.wall_median / bare.wall_median
    yield Goal("contact / bare insert into a table of 8 columns, wall", wall, "x")


def read_goals(reads: dict[str, Timing], patients: int) -> Iterable[Goal]:
    """What is read from the database, CPU milliseconds."""
    for name, timing in reads.items():
        yield Goal(f"{name}, median", timing.median, "ms")
        most = _most(name) if patients <= GOALS_UP_TO else None
        yield Goal(f"{name}, p99", timing.p99, "ms", most)


def desk_growth(small: dict[str, Any], large: dict[str, Any]) -> Iterable[Goal]:
    """How much longer the nurse waits in the larger clinic, painted; medians of CPU time."""
    for name, timing in large.items():
        if isinstance(timing, dict):
            yield Goal(f"{name}, painted", timing["median"] / small[name]["median"], "x", GROWTH)


def growth_goals(small: dict[str, Timing], large: dict[str, Timing]) -> Iterable[Goal]:
    """How much longer the same question takes in the larger clinic; medians of CPU time.

    Figures of a whole clinic count its rows, so they grow with it; they have goals of their own.
    """
    for name, timing in large.items():
        if name.startswith((INSIGHTS, BESIDE)) and name.endswith("whole clinic"):
            continue
        yield Goal(name, timing.median / small[name].median, "x", GROWTH)


def _most(name: str) -> float | None:
    if "search" in name or "typing" in name:
        return LETTER_MS
    if name.startswith("a month"):
        return MONTH_MS
    if name.startswith(INSIGHTS):
        return INSIGHTS_MS
    return PAGE_MS if name.startswith("a patient's") else None
