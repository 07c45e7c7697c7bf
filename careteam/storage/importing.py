"""A whole import, patient by patient: for the window's background and the command line alike."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.backups import Why
from careteam.domain.changes import Changes
from careteam.domain.errors import CareteamError, Locked, Unavailable
from careteam.domain.incoming import Finding, Incoming, IncomingPatient, Severity
from careteam.domain.intake.preview import people_of
from careteam.domain.intake.report import (
    Choice,
    Did,
    ImportReport,
    Kind,
    PatientDone,
    Take,
    Tally,
)
from careteam.domain.moment import Moment
from careteam.domain.text import display_name
from careteam.storage.reads.patient_page import has_patients
from careteam.storage.store import Store
from careteam.storage.tables import ImportRunRecord
from careteam.storage.writes.import_people import take_in_people
from careteam.storage.writes.imports import take_in

Progress = Callable[[int, int], bool]
"""Told how many patients are done of how many; False stops before the next one."""

People = Mapping[str, Collection[str]]
"""By the key of a person, or `*` for everybody, the fields of which the file is right."""


def run_import(
    store: Store,
    incoming: Incoming,
    choices: Mapping[str, Choice],
    *,
    moment: Moment,
    progress: Progress | None = None,
    people: People | None = None,
) -> ImportReport:
    """Take in everybody who was chosen, each in a transaction of their own, and tell all of it.

    A patient without a choice is added or updated, and left out when there is something to ask.
    What stands in one patient's way keeps nobody else out; when the database itself fails, or the
    nurse stops, what was done stays and the report says how far it came. Run again, an import
    goes on where it stopped. Where there are patients already, a verified copy of the database is
    made before; when that cannot be made, nothing is taken in.
    """
    run = _Run(store, incoming, moment, people)
    wanted = _wanted_people(incoming, choices)
    try:
        if incoming.patients and store.read(has_patients):
            store.copier().copy(Why.IMPORT, moment.now)
    except (Locked, Unavailable) as error:
        run.stopped = error.sentence
    else:
        tell = _told(progress, 0, len(incoming.patients))
        run.take_all(wanted, lambda key: choices.get(key, Choice()), tell)
    if progress is not None and not run.is_cancelled and not run.stopped:
        progress(len(run.done), len(incoming.patients))
    return run.report()


def run_groups(
    store: Store,
    groups: Iterable[Incoming],
    choice: Choice,
    *,
    patients: int,
    choices: Mapping[str, Choice] | None = None,
    without: Collection[str] = (),
    moment: Moment,
    progress: Progress | None = None,
    people: People | None = None,
) -> ImportReport:
    """As `run_import`, but some patients at a time: no more than a group of them is in memory.

    Everybody who has none of their own in `choices` gets the same answer. `without` are the keys of
    people whom nobody names that goes in. `patients` says how many there are for `progress`.
    """
    try:
        if store.read(has_patients):
            store.copier().copy(Why.IMPORT, moment.now)
    except (Locked, Unavailable) as error:
        first = next(iter(groups))
        return replace(_Run(store, first, moment).report(is_kept=False), stopped=error.sentence)
    reports: list[ImportReport] = []
    done = 0
    answers, left_out = choices or {}, frozenset(without)
    try:
        for incoming in groups:
            run = _Run(store, incoming, moment, people)
            wanted = frozenset(person.key for person in incoming.people) - left_out
            tell = _told(progress, done, patients)
            run.take_all(wanted, lambda key: answers.get(key, choice), tell)
            done += len(run.done)
            reports.append(run.report(is_kept=False))
            if run.is_cancelled or run.stopped:
                break
    except Unavailable as error:
        reports.append(ImportReport((), (), (), (), (), (), (), stopped=error.sentence))
    whole = _together(reports)
    if progress is not None and not (whole.stopped or whole.is_cancelled):
        progress(done, done)
    if whole.has_changed and not whole.stopped:
        store.do(_keep_run, whole, moment)
    return whole


def _told(progress: Progress | None, before: int, total: int) -> Callable[[int], bool]:
    """Hears how many of a group are done, and says whether to go on."""

    def tell(done: int) -> bool:
        return progress is None or progress(before + done, max(before + done, total))

    return tell


def _together(reports: Sequence[ImportReport]) -> ImportReport:
    """The reports of the groups of one run as one."""
    made, updated, left_out = Counter[Kind](), Counter[Kind](), Counter[str]()
    for report in reports:
        made.update(dict(report.made))
        updated.update(dict(report.updated))
        left_out.update(dict(report.left_out))
    return ImportReport(
        files=reports[0].files,
        patients=tuple(each for report in reports for each in report.patients),
        made=tuple(sorted(made.items())),
        updated=tuple(sorted(updated.items())),
        findings=tuple(each for report in reports for each in report.findings),
        left_out=tuple(sorted(left_out.items(), key=lambda item: (-item[1], item[0]))),
        refused=reports[0].refused,
        is_cancelled=reports[-1].is_cancelled,
        stopped=reports[-1].stopped,
    )


class _Run:
    """One import while it goes on."""

    def __init__(
        self, store: Store, incoming: Incoming, moment: Moment, people: People | None = None
    ) -> None:
        self._store = store
        self._incoming = incoming
        self._moment = moment
        self._people = people
        self.done: list[PatientDone] = []
        self.is_cancelled = False
        self.stopped = ""
        self._made: Counter[Kind] = Counter()
        self._updated: Counter[Kind] = Counter()
        self._findings: list[Finding] = list(incoming.findings)

    def do(self, verb: Callable[[Session, Tally], Changes]) -> Tally:
        """One transaction; what it tallies counts only when it was kept."""
        tally = Tally()
        self._store.do(needs(Action.IMPORT)(lambda session: verb(session, tally)))
        self._made += tally.made
        self._updated += tally.updated
        self._findings += tally.findings
        return tally

    def take_people(self, wanted: frozenset[str]) -> None:
        """The staff, all in one transaction."""
        self.do(
            lambda session, tally: take_in_people(
                session,
                self._incoming,
                moment=self._moment,
                rules=self._store.rules,
                tally=tally,
                only=wanted,
                taken_over=self._people,
            )
        )

    def take_all(
        self,
        wanted: frozenset[str],
        answer: Callable[[str], Choice],
        goes_on: Callable[[int], bool],
    ) -> None:
        """The staff that is wanted, then every patient with the answer of their key."""
        try:
            self.take_people(wanted)
            for patient in self._incoming.patients:
                if not goes_on(len(self.done)):
                    self.is_cancelled = True
                    break
                self.take(patient, answer(patient.key))
        except (Locked, Unavailable) as error:
            self.stopped = error.sentence

    def take(self, patient: IncomingPatient, choice: Choice) -> None:
        """One patient; what the patient's own data makes impossible is told and left out."""
        moment, rules = self._moment, self._store.rules
        name = display_name(patient.family, patient.given)
        done = PatientDone(patient.key, name, patient.mrn, Did.REFUSED)
        try:
            tally = self.do(
                lambda session, tally: take_in(
                    session,
                    self._incoming,
                    patient,
                    choice,
                    moment=moment,
                    rules=rules,
                    tally=tally,
                )
            )
        except (Locked, Unavailable):
            raise
        except CareteamError as error:
            self._findings.append(Finding(patient.file, name, error.sentence, Severity.LEFT_OUT))
            self.done.append(replace(done, sentence=error.sentence))
        else:
            self.done.append(
                replace(done, did=tally.did, patient_id=tally.patient_id, sentence=tally.sentence)
            )

    def report(self, *, is_kept: bool = True) -> ImportReport:
        """What was done; kept in the database too when anything changed and it `is_kept`."""
        missing = [
            PatientDone(each.key, display_name(each.family, each.given), each.mrn, Did.NOT_REACHED)
            for each in self._incoming.patients[len(self.done) :]
        ]
        report = ImportReport(
            files=self._incoming.files,
            patients=(*self.done, *missing),
            made=tuple(sorted(self._made.items())),
            updated=tuple(sorted(self._updated.items())),
            findings=tuple(self._findings),
            left_out=self._incoming.left_out,
            refused=self._incoming.refused,
            is_cancelled=self.is_cancelled,
            stopped=self.stopped,
        )
        if is_kept and report.has_changed and not self.stopped:
            self._store.do(_keep_run, report, self._moment)
        return report


def _wanted_people(incoming: Incoming, choices: Mapping[str, Choice]) -> frozenset[str]:
    """Everybody but those whom only patients name that are left out."""
    everybody = {person.key for person in incoming.people}
    named: set[str] = set()
    kept: set[str] = set()
    for patient in incoming.patients:
        people = people_of(patient)
        named |= people
        if choices.get(patient.key, Choice()).take is not Take.SKIP:
            kept |= people
    return frozenset(everybody - (named - kept))


@needs(Action.IMPORT)
def _keep_run(session: Session, report: ImportReport, moment: Moment) -> Changes:
    counts = {f"made_{kind}": count for kind, count in report.made}
    counts |= {f"updated_{kind}": count for kind, count in report.updated}
    session.add(
        ImportRunRecord(at=moment.now, by_id=moment.by, files=list(report.files), counts=counts)
    )
    session.flush()
    return Changes(frozenset())
