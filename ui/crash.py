"""What happens when our own code fails: a report without patient data, and the work goes on."""

import contextlib
import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from careteam.domain.errors import CareteamError

Told = Callable[[str], None]
REPORTS = "crash-reports.log"
MOST_BYTES = 1_000_000


@dataclass(slots=True)
class Faults:
    """How often our own code failed since it is watched."""

    count: int = 0


def install(folder: Path, tell: Told) -> Faults:
    """Catch what nobody caught: foreseen errors are told, others are also written down and counted.

    The report holds the kind of error and the places in our code, never values or texts.
    """
    faults = Faults()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    report = folder / REPORTS

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, CareteamError):
            tell(error.sentence)
            return
        faults.count += 1
        is_written = _write(report, kind, trace)
        where = f"a report is in {report}" if is_written else "the disk did not take a report"
        tell(f"Something went wrong in Careteam. Your work is kept; {where}.")

    def caught_behind(told: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
        caught(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    sys.excepthook = caught
    # Python would write what these two are given, with the values in it, to standard error.
    sys.unraisablehook = threading.excepthook = caught_behind
    if sys.stderr is not None and not faulthandler.is_enabled():
        faulthandler.enable()
    return faults


def _write(report: Path, kind: type[BaseException], trace: TracebackType | None) -> bool:
    """Add a report, whole or not at all; whether the disk took it."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z {kind.__name__}", *places, ""]
    before = report.stat().st_size if report.exists() else 0
    if before > MOST_BYTES:
        before = 0
        report.unlink()
    try:
        with report.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines))
        report.chmod(0o600)
    except OSError:
        _cut_back(report, before)
        return False
    return True


def _cut_back(report: Path, size: int) -> None:
    with contextlib.suppress(OSError):
        if size:
            os.truncate(report, size)
        else:
            report.unlink()
