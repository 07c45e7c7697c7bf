"""What importing files would do, told patient by patient before anything is changed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.errors import Refused
from careteam.domain.incoming import Finding, Incoming, IncomingPatient, IncomingPerson, Severity
from careteam.domain.intake.conflicts import conflicts_of, conflicts_of_person
from careteam.domain.intake.known import Candidate, KnownPatient, PersonMet
from careteam.domain.intake.matching import Match, Verdict, looks_like, names_of
from careteam.domain.intake.people import plan_person
from careteam.domain.intake.plan import PatientPlan, plan_patient
from careteam.domain.intake.preview import (
    Amounts,
    Happens,
    ImportPreview,
    PersonAsked,
    PreviewRow,
    people_of,
)
from careteam.domain.intake.values import fitted
from careteam.domain.intake.words import (
    changes_found,
    found_in_file,
    future_words,
    kept_fields,
    left_out_words,
    newer_fields,
    refused_words,
    teams_found,
)
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.reads.import_known import known_patients
from careteam.storage.reads.import_match import matches
from careteam.storage.reads.import_people import KnownPeople, known_people
from careteam.storage.tables import SettingRecord


def compare(session: Session, incoming: Incoming, *, rules: Rules, today: date) -> ImportPreview:
    """What importing would do; a fixed number of selects for each group of some hundred."""
    comparing = Comparing(rules, today)
    comparing.take(session, incoming)
    return comparing.preview()


class Comparing:
    """What importing would do, some patients at a time: only what the preview says is kept."""

    def __init__(self, rules: Rules, today: date) -> None:
        self._rules, self._today = rules, today
        self._first: Incoming | None = None
        self._rows: dict[str, PreviewRow] = {}
        self._before: dict[str, list[tuple[str, Candidate]]] = defaultdict(list)
        self._findings: list[Finding] = []
        self._left_out: Counter[str] = Counter()
        self._to_add: set[str] = set()
        self._to_update: set[str] = set()
        self._named: set[str] = set()
        self._asked: dict[str, PersonAsked] = {}

    def take(self, session: Session, incoming: Incoming) -> tuple[PreviewRow, ...]:
        """The rows of some more patients; somebody who was told already is not told again."""
        self._first = self._first or replace(incoming, patients=(), people=(), findings=())
        self._findings += incoming.findings
        self._left_out.update(dict(incoming.left_out))
        settings = SettingRecord.__table__.c
        zone = session.scalar(select(settings.value).where(settings.key == "zone")) or "UTC"
        found = matches(session, incoming.patients)
        ids = [match.candidate.id for match in found.values() if match.candidate]
        people = known_people(session, incoming.people)
        met = people.met(incoming.people)
        view = _View(self._rules, self._today, zone, known_patients(session, ids), met)
        rows = [
            self._row(view, patient, found[patient.key])
            for patient in incoming.patients
            if patient.key not in self._rows
        ]
        self._take_people(incoming.people, people, met)
        return tuple(rows)

    def preview(self) -> ImportPreview:
        """All that was told, as one."""
        first = self._first or Incoming(())
        left_out = tuple(sorted(self._left_out.items(), key=lambda item: (-item[1], item[0])))
        return ImportPreview(
            files=first.files,
            rows=tuple(self._rows.values()),
            people_to_add=len(self._to_add),
            people_to_update=len(self._to_update),
            loose_people=len(self._to_add - self._named),
            findings=tuple(self._findings),
            left_out=left_out,
            left_out_words=left_out_words(left_out),
            refused=first.refused,
            refused_words=refused_words(self._findings),
            people_asked=tuple(self._asked.values()),
        )

    def _row(self, view: "_View", patient: IncomingPatient, match: Match) -> PreviewRow:
        names = names_of(patient)
        row, told = view.row(patient, match, [one for name in names for one in self._before[name]])
        self._rows[patient.key] = row
        self._findings.extend(Finding(patient.file, row.name, sentence) for sentence in told)
        self._named |= people_of(patient)
        if match.verdict is Verdict.NEW:
            about = Candidate(0, patient.mrn, patient.family, patient.given, patient.birth_date)
            for name in names:
                self._before[name].append((patient.key, about))
        return row

    def _take_people(
        self, people: Sequence[IncomingPerson], known: KnownPeople, met: Mapping[str, PersonMet]
    ) -> None:
        for person in people:
            key = person.key
            if key in self._to_add or key in self._to_update or key in self._asked:
                continue
            here = known.of(person)
            if here is None:
                self._to_add.add(key)
                if known.namesakes(person):
                    self._findings.append(Finding("", met[key].name, NAMESAKE, Severity.NOTE))
                continue
            plan = plan_person(person, here)
            if plan.is_seen:
                self._to_update.add(key)
            conflicts = conflicts_of_person(plan)
            if conflicts:
                self._asked[key] = PersonAsked(key, here.name, conflicts)


@dataclass(frozen=True, slots=True)
class _View:
    """What is known while a preview is made."""

    rules: Rules
    today: date
    zone: str
    known: Mapping[int, KnownPatient]
    met: Mapping[str, PersonMet]

    def row(
        self, patient: IncomingPatient, match: Match, before: Sequence[tuple[str, Candidate]]
    ) -> tuple[PreviewRow, tuple[str, ...]]:
        """The row of a patient, and what was found that nobody else says."""
        try:
            fit, told = fitted(patient, catalogue=self.rules.catalogue, today=self.today)
        except Refused as refused:
            return self._made(patient, Happens.LEFT_OUT, refused.sentence), (refused.sentence,)
        candidate = match.candidate
        if match.verdict is Verdict.UNCLEAR:
            return self._made(fit, Happens.LEFT_OUT, match.sentence), (match.sentence,)
        known = self.known.get(candidate.id) if candidate else None
        plan = plan_patient(
            fit,
            known,
            self.met,
            zone=self.zone,
            today=self.today,
            is_same_record=match.verdict is Verdict.KNOWN,
            role_word=self.rules.catalogue.role_label,
        )
        told += plan.places.findings
        told += (future_words(plan.contacts.in_future),) if plan.contacts.in_future else ()
        if match.verdict is Verdict.KNOWN:
            return self._of_known(fit, plan), told
        same_as, twin = next((each for each in before if looks_like(fit, each[1])), ("", None))
        if match.verdict is Verdict.ASK or twin is not None:
            name = display_name(twin.family, twin.given) if twin else ""
            asked = match.sentence or f"same name and birth date as {name}, MRN {twin and twin.mrn}"
            return self._made(fit, Happens.ASK, asked, plan, same_as=same_as), told
        words = found_in_file(fit, self.rules.catalogue, self.today)
        return self._made(fit, Happens.ADD, words, plan), told

    def _of_known(self, patient: IncomingPatient, plan: PatientPlan) -> PreviewRow:
        words = changes_found(plan)
        if not plan.is_seen:
            words = " · ".join(part for part in ("nothing newer in the file", words) if part)
            return self._made(patient, Happens.SAME, words, plan)
        has_teams = patient.members and not patient.is_own
        teams = teams_found(patient, self.today) if has_teams else ""
        words = " · ".join(part for part in (words, teams) if part)
        return self._made(patient, Happens.UPDATE, words, plan)

    def _made(
        self,
        patient: IncomingPatient,
        happens: Happens,
        found: str,
        plan: PatientPlan | None = None,
        same_as: str = "",
    ) -> PreviewRow:
        amounts, changed, kept = Amounts(), (), ()
        known = plan.known if plan else None
        if plan is not None:
            amounts = Amounts(
                places=len(plan.places.new),
                teams=0 if known or patient.is_own else _teams(patient),
                contacts=len(plan.contacts.new),
                conditions=len(plan.conditions.new),
                related=len(plan.related.new),
            )
            changed, kept = newer_fields(plan) if known else (), kept_fields(plan)
        new = sorted(key for key in people_of(patient) if self._is_new(key))
        born = patient.birth_date
        return PreviewRow(
            key=patient.key,
            name=display_name(patient.family, patient.given),
            mrn=patient.mrn,
            born=born.shown_with_age(self.today) if born else "",
            happens=happens,
            found=found,
            file=patient.file,
            patient_id=known.id if known else None,
            same_as=same_as,
            changed=changed,
            kept=kept,
            amounts=amounts,
            people=tuple(new),
            has_leukemia=patient.has_leukemia,
            conflicts=conflicts_of(plan) if plan else (),
        )

    def _is_new(self, key: str) -> bool:
        met = self.met.get(key)
        return met is not None and met.id is None


def _teams(patient: IncomingPatient) -> int:
    return len({member.team_key for member in patient.members})


NAMESAKE = "Somebody of this name is in the directory, without this number: kept apart."
