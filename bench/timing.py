"""Times questions: thread CPU time, which other programs disturb least, and wall time beside it."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WARM_UP, LEAST = 20, 5
WARM_UP_SECONDS, SECONDS = 5, 40
"""What takes longer than this is asked less often, LEAST times at least."""
LOOP = 1_000_000


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one question: median and 99th percentile of CPU time, and of wall time."""

    median: float
    p99: float
    wall_median: float
    wall_p99: float


def time_it(question: Callable[[], Any], rounds: int) -> Timing:
    """Ask a question again and again."""
    return alternate({"": question}, rounds)[""]


def alternate(questions: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, Timing]:
    """Ask several questions in turn, so that what disturbs one disturbs all.

    What is in memory before is set aside for the collector, as the window does after loading.
    """
    for _ in _rounds(WARM_UP, WARM_UP_SECONDS):
        for question in questions.values():
            question()
    gc.collect()
    gc.freeze()
    cpu: dict[str, list[float]] = {name: [] for name in questions}
    wall: dict[str, list[float]] = {name: [] for name in questions}
    for _ in _rounds(rounds, SECONDS):
        for name, question in questions.items():
            started, began = time.thread_time_ns(), time.perf_counter_ns()
            question()
            cpu[name].append((time.thread_time_ns() - started) / 1e6)
            wall[name].append((time.perf_counter_ns() - began) / 1e6)
    return {name: timing_of(cpu[name], wall[name]) for name in questions}


def _rounds(most: int, seconds: float) -> Iterator[int]:
    until = time.perf_counter() + seconds
    for number in range(most):
        if number >= LEAST and time.perf_counter() > until:
            return
        yield number


def machine_ms() -> float:
    """CPU milliseconds of a fixed loop of Python: how fast the machine is at the moment.

    Virtual machines share their processor, and the same work takes up to twice as long from one
    quarter of an hour to the next.
    """
    started, total = time.thread_time_ns(), 0
    for number in range(LOOP):
        total += number * number
    return (time.thread_time_ns() - started) / 1e6


def timing_of(cpu: Sequence[float], wall: Sequence[float]) -> Timing:
    """The figures of a series of milliseconds."""
    return Timing(statistics.median(cpu), _p99(cpu), statistics.median(wall), _p99(wall))


def _p99(series: Sequence[float]) -> float:
    return sorted(series)[int(len(series) * 0.99)]
