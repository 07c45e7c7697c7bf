"""A whole table taken in within one transaction: all of it that can go in, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import func, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.backups import Why
from careteam.domain.changes import Changes
from careteam.domain.errors import CareteamError, Locked, Unavailable
from careteam.domain.incoming import Finding, Incoming, IncomingPatient, Severity
from careteam.domain.intake.report import Choice, Did, ImportReport, PatientDone, Tally
from careteam.domain.intake.tables import About, Staged, refused_rows
from careteam.domain.moment import Moment
from careteam.domain.text import display_name
from careteam.storage.importing import People, Progress
from careteam.storage.reads.import_tables import (
    DIGEST,
    FIRST,
    LAST,
    already_words,
    refused_findings,
    run_of,
    settle_table,
)
from careteam.storage.reads.patient_page import has_patients
from careteam.storage.store import Store
from careteam.storage.tables import AuditRecord, ImportRunRecord
from careteam.storage.writes.import_people import take_in_people
from careteam.storage.writes.imports import take_in


def run_table(
    store: Store,
    staged: Staged,
    choices: Mapping[str, Choice],
    *,
    moment: Moment,
    progress: Progress | None = None,
    people: People | None = None,
) -> ImportReport:
    """Take a table in, all in one transaction; stopped or failed, nothing of it is stored.

    A patient without a choice is added or updated, and left out when there is something to ask.
    Rows that cannot go in stay out alone, each with its reason. Where there are patients already,
    a verified copy of the database is made before.
    """
    run = _Run(store, staged, choices, moment, progress, people)
    try:
        if store.read(has_patients):
            store.copier().copy(Why.IMPORT, moment.now)
        store.do(run.take_all, moment=moment)
    except _Stopped:
        run.forget(is_cancelled=True)
    except (Locked, Unavailable) as error:
        run.forget(stopped=error.sentence)
    return run.report()


class _Stopped(Exception):  # noqa: N818 - nothing went wrong: the nurse stopped it
    """Leaves the transaction, so that nothing of it is kept."""


@dataclass(slots=True)
class _Run:
    """One table while it goes in."""

    store: Store
    staged: Staged
    choices: Mapping[str, Choice]
    moment: Moment
    progress: Progress | None
    people: People | None = None
    done: list[PatientDone] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    why: dict[int, str] = field(default_factory=dict)
    incoming: Incoming | None = None
    run_id: int | None = None
    is_cancelled: bool = False
    stopped: str = ""

    @needs(Action.IMPORT)
    def take_all(self, session: Session, *, moment: Moment) -> Changes:
        """The verb: everybody of the table, then the note of what it wrote."""
        first = _head(session) + 1
        ready = settle_table(session, self.staged, today=moment.today)
        self.incoming, self.why = ready.incoming, dict(ready.why)
        run = run_of(session, self.staged.table.digest, self.moment.zone)
        already = [Finding("", "", already_words(self.staged, run))] if run else []
        self.tally.findings += [*already, *ready.incoming.findings]
        if ready.about is About.DIRECTORY:
            take_in_people(
                session,
                ready.incoming,
                moment=moment,
                rules=self.store.rules,
                tally=self.tally,
                taken_over=self.people,
            )
        people = {person.key: person for person in ready.incoming.people}
        for done, patient in enumerate(ready.incoming.patients):
            self._tell(done, len(ready.incoming.patients))
            named = {member.person_key for member in patient.members}
            named |= {contact.person_key for contact in patient.contacts}
            some = tuple(people[key] for key in named if key in people)
            self._take(session, replace(ready.incoming, patients=(), people=some), patient)
        if self.tally.made or self.tally.updated:
            self.run_id = self._keep(session, first)
        self._tell(len(ready.incoming.patients), len(ready.incoming.patients))
        return Changes(frozenset())

    def forget(self, *, is_cancelled: bool = False, stopped: str = "") -> None:
        """Nothing was stored, whatever was done so far."""
        self.is_cancelled, self.stopped = is_cancelled, stopped
        self.done.clear()
        self.tally = Tally(findings=[*self.staged.incoming.findings])
        self.run_id = None

    def report(self) -> ImportReport:
        """What was done."""
        incoming = self.incoming or self.staged.incoming
        missing = [
            PatientDone(each.key, display_name(each.family, each.given), each.mrn, Did.NOT_REACHED)
            for each in incoming.patients[len(self.done) :]
        ]
        why = self.why or dict(self.staged.why)
        out = replace(self.staged, why=why)
        return ImportReport(
            files=incoming.files,
            patients=(*self.done, *missing),
            made=tuple(sorted(self.tally.made.items())),
            updated=tuple(sorted(self.tally.updated.items())),
            findings=(*self.tally.findings, *refused_findings(out)),
            left_out=(),
            refused=(),
            is_cancelled=self.is_cancelled,
            stopped=self.stopped,
            about=self.staged.about,
            headings=self.staged.table.headings,
            refused_rows=refused_rows(self.staged.table, why),
            run_id=self.run_id,
        )

    def _take(self, session: Session, incoming: Incoming, patient: IncomingPatient) -> None:
        name = display_name(patient.family, patient.given)
        tally = Tally()
        try:
            take_in(
                session,
                incoming,
                patient,
                self.choices.get(patient.key, Choice()),
                moment=self.moment,
                rules=self.store.rules,
                tally=tally,
            )
        except (Locked, Unavailable):
            raise
        except CareteamError as error:
            tally = Tally(did=Did.REFUSED, sentence=error.sentence)
        if tally.did in (Did.REFUSED, Did.ASKED):
            self._refuse(patient, tally.sentence)
            tally.findings = [
                each for each in tally.findings if each.severity is not Severity.LEFT_OUT
            ]
        self.tally.made += tally.made
        self.tally.updated += tally.updated
        self.tally.findings += tally.findings
        self.done.append(
            PatientDone(patient.key, name, patient.mrn, tally.did, tally.patient_id, tally.sentence)
        )

    def _refuse(self, patient: IncomingPatient, sentence: str) -> None:
        for row in self.staged.rows.get(patient.key, ()):
            self.why.setdefault(row, sentence)

    def _tell(self, done: int, total: int) -> None:
        if self.progress is not None and not self.progress(done, total):
            raise _Stopped

    def _keep(self, session: Session, first: int) -> int | None:
        counts = {f"made_{kind}": count for kind, count in self.tally.made.items()}
        counts |= {f"updated_{kind}": count for kind, count in self.tally.updated.items()}
        record = ImportRunRecord(
            at=self.moment.now,
            by_id=self.moment.by,
            files=[self.staged.table.file, DIGEST + self.staged.table.digest],
            counts={**counts, FIRST: first, LAST: _head(session)},
        )
        session.add(record)
        session.flush()
        return record.id


def _head(session: Session) -> int:
    """The last row of the audit trail."""
    return session.scalar(select(func.max(AuditRecord.__table__.c.seq))) or 0
