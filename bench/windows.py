"""Runs windows in processes of their own: first paint in turn with a bare window, and the desk."""

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ROUNDS = 11
DESK_ROUNDS = 3
TIMEOUT_SECONDS = 600


def measure_starts(database: Path) -> dict[str, float]:
    """Spawn to first paint, bare and ours in turn: ratios, files opened, and resident memory."""
    compile_all()
    bare_all: list[dict[str, float]] = []
    ours_all: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as home:
        bare = _first_window(home, "bare", "--files")
        ours = _first_window(home, "careteam", str(database), "--files")
        for _ in range(ROUNDS):
            bare_all.append(_first_window(home, "bare"))
            ours_all.append(_first_window(home, "careteam", str(database)))

    def ratio(name: str) -> float:
        pairs = zip(ours_all, bare_all, strict=True)
        return statistics.median(one[name] / other[name] for one, other in pairs)

    return {
        "wall": ratio("ms"),
        "cpu": ratio("cpu_ms"),
        "bare_files": bare["files"],
        "ours_files": ours["files"],
        "bare_kib": bare["resident_kib"],
    }


def measure_desk(database: Path, patients: int) -> dict[str, Any]:
    """The figures of `bench.desk`: of several runs, the median of each."""
    runs: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(DESK_ROUNDS):
            line, _ms = _run(home, "bench.desk", str(database), str(patients))
            runs.append(json.loads(line))
    return {name: _median([run[name] for run in runs]) for name in runs[0]}


def compile_all() -> None:
    """An installed program has its byte code beside it; a fresh checkout gets it here."""
    for folder in ("ui", "careteam", "bench"):
        compileall.compile_dir(ROOT / folder, quiet=2)
    compileall.compile_file(ROOT / "main.py", quiet=2)


def _median(values: list[Any]) -> Any:
    if isinstance(values[0], dict):
        return {name: statistics.median(value[name] for value in values) for name in values[0]}
    return statistics.median(values)


def _first_window(home: str, *words: str) -> dict[str, float]:
    line, ms = _run(home, "bench.first_window", *words)
    return {**json.loads(line), "ms": ms}


def _run(home: str, module: str, *words: str) -> tuple[str, float]:
    """The line that a module prints, and the milliseconds until it stood there."""
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", module, *words],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        line = process.stdout.readline()
        ms = (time.perf_counter() - began) * 1e3
        if process.wait(TIMEOUT_SECONDS) or not line:
            raise RuntimeError(f"{module} {' '.join(words)} gave no figures")
    return line, ms
