"""What an import does outside the window's own time: reading, comparing and taking in."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from careteam.domain.incoming import Incoming
from careteam.domain.intake.preview import ImportPreview, PreviewRow
from careteam.domain.intake.report import Choice, ImportReport
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.store import Store
from ui.background import Job, Report

if TYPE_CHECKING:
    from careteam.imports.fhir.bulk import Bulk


@dataclass(frozen=True, slots=True)
class Prepared:
    """Files that were read, or will be in groups of patients, and what importing them would do."""

    files: "Incoming | Bulk"
    preview: ImportPreview


Found = Callable[[tuple[PreviewRow, ...]], None]


def read_and_compare(
    store: Store, paths: tuple[Path, ...], rules: Rules, moment: Moment, found: Found
) -> Callable[[Report], Prepared]:
    """The work of reading files and comparing them with the database, on connections of its own.

    A run that is NDJSON throughout is compared in groups of patients, whose rows are `found` early.
    """

    def work(report: Report) -> Prepared:
        from careteam.imports.fhir.bulk import Bulk, bulk_files
        from careteam.imports.fhir.reader import read_files
        from careteam.storage.reads.imports import compare

        mine = store.again()
        try:
            lines = bulk_files(paths)
            words = {"catalogue": rules.catalogue, "clinical": rules.clinical}
            bulk = Bulk(lines, zone=moment.zone, **words) if lines else None
            if bulk is not None and bulk.scan(report):
                return Prepared(bulk, _compared(mine, bulk, rules, moment, found, report))
            incoming = read_files(paths, zone=moment.zone, progress=report, **words)
            preview = mine.read(compare, incoming, rules=rules, today=moment.today)
        finally:
            mine.close()
        return Prepared(incoming, preview)

    return work


def _compared(
    mine: Store, bulk: "Bulk", rules: Rules, moment: Moment, found: Found, report: Report
) -> ImportPreview:
    from careteam.imports import Cancelled
    from careteam.storage.reads.imports import Comparing

    comparing, done = Comparing(rules, moment.today), 0
    for incoming in bulk.groups():
        rows = mine.read(comparing.take, incoming)
        done += len(rows)
        if rows:
            found(rows)
        if not report(done, max(done, bulk.patients)):
            raise Cancelled
    return comparing.preview()


def take_all_in(
    store: Store,
    prepared: Prepared,
    choices: Mapping[str, Choice],
    moment: Moment,
    without: Collection[str] = (),
    people: Mapping[str, frozenset[str]] | None = None,
) -> Callable[[Report], ImportReport]:
    """The work of importing, on connections of its own; stopped, it still gives its report.

    `without` are the keys of people whom only patients name that are left out, `people` those of
    whom the file is right about some fields.
    """

    def work(report: Report) -> ImportReport:
        from careteam.storage.importing import run_groups, run_import

        files = prepared.files
        mine = store.again()
        try:
            if isinstance(files, Incoming):
                return run_import(
                    mine, files, choices, moment=moment, progress=report, people=people
                )
            return run_groups(
                mine,
                files.groups(),
                Choice(),
                patients=files.patients,
                choices=choices,
                without=without,
                moment=moment,
                progress=report,
                people=people,
            )
        finally:
            mine.close()

    return work


class OneJob(QObject):
    """One piece of work at a time. When this is destroyed, the work is stopped and waited for.

    `finished` carries what it gave, `failed` the error, `progressed` done and total, `found` what
    the work tells before it has ended.
    """

    finished = Signal(object)
    found = Signal(object)
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
