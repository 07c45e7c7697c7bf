"""What an import does outside the window's own time: reading, comparing and taking in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from careteam.domain.incoming import Incoming
from careteam.domain.intake.preview import ImportPreview
from careteam.domain.intake.report import Choice, ImportReport
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.store import Store
from ui.background import Job, Report


@dataclass(frozen=True, slots=True)
class Prepared:
    """Files that were read, and what importing them would do."""

    incoming: Incoming
    preview: ImportPreview


def read_and_compare(
    store: Store, paths: tuple[Path, ...], rules: Rules, moment: Moment
) -> Callable[[Report], Prepared]:
    """The work of reading files and comparing them with the database, on connections of its own."""

    def work(report: Report) -> Prepared:
        from careteam.imports.fhir.reader import read_files
        from careteam.storage.reads.imports import compare

        incoming = read_files(
            paths,
            catalogue=rules.catalogue,
            zone=moment.zone,
            clinical=rules.clinical,
            progress=report,
        )
        mine = store.again()
        try:
            preview = mine.read(compare, incoming, rules=rules, today=moment.today)
        finally:
            mine.close()
        return Prepared(incoming, preview)

    return work


def take_all_in(
    store: Store, incoming: Incoming, choices: Mapping[str, Choice], moment: Moment
) -> Callable[[Report], ImportReport]:
    """The work of importing, on connections of its own; stopped, it still gives its report."""

    def work(report: Report) -> ImportReport:
        from careteam.storage.importing import run_import

        mine = store.again()
        try:
            return run_import(mine, incoming, choices, moment=moment, progress=report)
        finally:
            mine.close()

    return work


class OneJob(QObject):
    """One piece of work at a time. When this is destroyed, the work is stopped and waited for.

    `finished` carries what it gave, `failed` the error, `progressed` done and total.
    """

    finished = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []
        self.destroyed.connect(partial(_stop, self._running))

    @property
    def is_running(self) -> bool:
        """Whether something is being done."""
        return bool(self._running)

    def start(self, work: Callable[[Report], Any]) -> None:
        """Begin, unless something is being done already."""
        if self._running:
            return
        job = Job(work)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.progressed.connect(self.progressed)
        self._running.append(job)
        job.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        for job in self._running:
            job.cancel()

    def stop(self) -> None:
        """Stop the work and wait until it has ended; nothing is told of it any more."""
        _stop(self._running)
        self._running.clear()

    def _on_finished(self, result: object) -> None:
        if self._running:
            self._let_go()
            self.finished.emit(result)

    def _on_failed(self, error: object) -> None:
        if self._running:
            self._let_go()
            self.failed.emit(error)

    def _let_go(self) -> None:
        for job in self._running:
            job.wait()
        self._running.clear()


def _stop(running: list[Job], _destroyed: object = None) -> None:
    for job in running:
        job.cancel()
        job.wait()
