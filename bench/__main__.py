"""`python -m bench` measures the program on generated clinics and tells which goals it meets."""

import argparse
import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import PASSPHRASE
from bench.clinic import is_current, make_clinic
from bench.goals import (
    Goal,
    desk_goals,
    desk_growth,
    growth_goals,
    read_goals,
    start_goals,
    write_goals,
)
from bench.patients import NOW
from bench.reads import measure_reads
from bench.report import keep, print_goals
from bench.timing import Timing
from bench.windows import measure_desk, measure_starts
from bench.writes import measure_writes
from careteam.domain.accounts import FIRST_USER
from careteam.storage.signing_in import Credentials, sign_in

SIZES = "10000,100000"
CHUNK = 16 << 20


def main() -> int:
    """Measure each size, then the growth from each to the next; exit 1 when a goal is missed."""
    words = _words()
    sizes = sorted(int(size) for size in words.patients.split(","))
    with tempfile.TemporaryDirectory(prefix="careteam-bench-") as temporary:
        folder = Path(words.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        tables = _measure(folder, sizes)
    keep(tables)
    missed = [goal for goals in tables.values() for goal in goals if not goal.is_met]
    print(f"\n{len(missed)} goals missed.")
    return bool(missed)


def _measure(folder: Path, sizes: Sequence[int]) -> dict[str, list[Goal]]:
    tables: dict[str, list[Goal]] = {}

    def tell(title: str, goals: list[Goal]) -> None:
        tables[title] = print_goals(title, goals)

    paths = {size: _clinic(folder, size) for size in sizes}
    start = measure_starts(paths[sizes[0]])
    tell("The first window", list(start_goals(start)))
    found: dict[int, dict[str, Timing]] = {}
    desks: dict[int, dict[str, Any]] = {}
    for size, path in paths.items():
        _read_through(path)
        desk = desks[size] = measure_desk(path, size)
        tell(f"The window, {size:,} patients", list(desk_goals(desk, start, size)))
        store = sign_in(path, Credentials(FIRST_USER, PASSPHRASE), now=NOW)
        reads, writes = measure_reads(store, size), measure_writes(store, size)
        store.close()
        tell(f"Reads, {size:,} patients", list(read_goals(reads, size)))
        tell(f"Writes, {size:,} patients", list(write_goals(writes)))
        found[size] = {**reads, **writes}
    for small, large in itertools.pairwise(sizes):
        goals = [
            *desk_growth(desks[small], desks[large]), *growth_goals(found[small], found[large]),
        ]  # fmt: skip
        tell(f"Growth from {small:,} to {large:,} patients", goals)
    return tables


def _clinic(folder: Path, patients: int) -> Path:
    path = folder / f"clinic-{patients}.db"
    if path.exists() and not is_current(path):
        path.unlink()
    if not path.exists():
        print(f"Making a clinic of {patients:,} patients in {path} ...", flush=True)
        with tempfile.TemporaryDirectory(prefix="part-", dir=folder) as part:
            make_clinic(Path(part) / path.name, patients)
            for made in Path(part).iterdir():
                made.replace(folder / made.name)
    return path


def _read_through(path: Path) -> None:
    """Have the system know the file: what is measured is the program, and not the disk."""
    with path.open("rb", buffering=0) as file:
        while file.read(CHUNK):
            pass


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, epilog="Figures go to bench/last.json."
    )
    parser.add_argument(
        "--patients", default=SIZES, help=f"sizes of the clinics, default {SIZES}", metavar="N,N"
    )
    parser.add_argument(
        "--keep",
        metavar="FOLDER",
        help="keep the generated clinics here and use those that are there; 1,000,000 patients "
        "take 11 GiB and about 20 minutes to make",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
