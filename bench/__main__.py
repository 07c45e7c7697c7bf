"""Measures everything a nurse waits for: `python -m bench`, at one size after the other.

Prints a line for each question and writes the figures to `bench/last.json`. Generated clinics
are kept in `--keep` and used again; a million patients take about twenty minutes and 10 GB.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.clinic import NOW, PASSPHRASE, make_clinic
from bench.reads import measure_reads
from bench.writes import measure_writes
from careteam.storage.store import Store

START_ROUNDS = 7
LAST = Path(__file__).parent / "last.json"


def main() -> None:
    """Every size in turn; the window is measured in processes of its own."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--patients", default="10000,100000", help="sizes, with commas between")
    parser.add_argument("--keep", type=Path, help="a folder for the generated clinics")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = asked.keep or Path(scratch)
        figures = {size: _measure(folder, int(size)) for size in str(asked.patients).split(",")}
    LAST.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _measure(folder: Path, patients: int) -> dict[str, Any]:
    path = folder / f"clinic-{patients}.db"
    if not path.exists():
        make_clinic(path, patients)
    print(f"{patients:,} patients")
    store = Store.open_with_passphrase(path, PASSPHRASE, now=NOW)
    timings = measure_reads(store, patients) | measure_writes(store, patients)
    store.close()
    for name, timing in timings.items():
        print(f"  {name:48} cpu {timing.median:8.3f} ms, p99 {timing.p99:8.3f} ms")
    found: dict[str, Any] = {name: asdict(timing) for name, timing in timings.items()}
    found["start"] = _starts(path)
    found["window"] = json.loads(_run("bench.desk", str(path), str(patients)))
    for part in ("start", "window"):
        print("\n".join(f"  {name:48} {figure}" for name, figure in found[part].items()))
    return found


def _starts(path: Path) -> dict[str, float]:
    """CPU seconds and memory of the first window beside a bare one, in turn."""
    cpu: dict[str, list[float]] = {"bare": [], "careteam": []}
    resident: dict[str, int] = {}
    for _ in range(START_ROUNDS):
        for kind, spent in cpu.items():
            before = os.times()
            said = json.loads(_run("bench.first_window", kind, str(path)))
            after = os.times()
            spent.append(
                after.children_user
                + after.children_system
                - before.children_user
                - before.children_system
            )
            resident[kind] = said["resident_kib"]
    ratios = [ours / bare for ours, bare in zip(cpu["careteam"], cpu["bare"], strict=True)]
    return {
        "first window / bare window, CPU": round(statistics.median(ratios), 2),
        "bare window, KiB": resident["bare"],
        "first window, KiB": resident["careteam"],
    }


def _run(module: str, *words: str) -> str:
    """The last line that a module prints, run in a process of its own without a display."""
    time.sleep(0.2)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    main()
