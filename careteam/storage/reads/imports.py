"""What importing files would do, told patient by patient before anything is changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.errors import Refused
from careteam.domain.incoming import Finding, Incoming, IncomingPatient, IncomingPerson, Severity
from careteam.domain.intake.conflicts import conflicts_of
from careteam.domain.intake.known import KnownPatient, PersonMet
from careteam.domain.intake.matching import Match, Verdict, looks_like, names_of
from careteam.domain.intake.people import plan_person
from careteam.domain.intake.plan import PatientPlan, plan_patient
from careteam.domain.intake.preview import (
    Amounts,
    Happens,
    ImportPreview,
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
    zone = session.scalar(
        select(SettingRecord.__table__.c.value).where(SettingRecord.__table__.c.key == "zone")
    )
    found = matches(session, incoming.patients)
    ids = [match.candidate.id for match in found.values() if match.candidate]
    known = known_patients(session, ids)
    people = known_people(session, incoming.people)
    met = people.met(incoming.people)
    view = _View(rules, today, zone or "UTC", known, met)
    rows: list[PreviewRow] = []
    findings = list(incoming.findings)
    before: dict[str, list[IncomingPatient]] = defaultdict(list)
    for patient in incoming.patients:
        match = found[patient.key]
        names = names_of(patient)
        row, told = view.row(patient, match, [one for name in names for one in before[name]])
        rows.append(row)
        findings.extend(Finding(patient.file, row.name, sentence) for sentence in told)
        if match.verdict is Verdict.NEW:
            for name in names:
                before[name].append(patient)
    findings.extend(_namesakes(incoming.people, people, met))
    named = {key for patient in incoming.patients for key in people_of(patient)}
    to_add = [key for key, each in met.items() if each.id is None]
    return ImportPreview(
        files=incoming.files,
        rows=tuple(rows),
        people_to_add=len(to_add),
        people_to_update=sum(
            plan_person(person, people.of(person)).is_seen
            for person in incoming.people
            if met[person.key].id is not None
        ),
        loose_people=sum(key not in named for key in to_add),
        findings=tuple(findings),
        left_out=incoming.left_out,
        left_out_words=left_out_words(incoming.left_out),
        refused=incoming.refused,
        refused_words=refused_words(incoming.findings),
    )


@dataclass(frozen=True, slots=True)
class _View:
    """What is known while a preview is made."""

    rules: Rules
    today: date
    zone: str
    known: Mapping[int, KnownPatient]
    met: Mapping[str, PersonMet]

    def row(
        self, patient: IncomingPatient, match: Match, before: Sequence[IncomingPatient]
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
        )
        told += plan.places.findings
        told += (future_words(plan.contacts.in_future),) if plan.contacts.in_future else ()
        if match.verdict is Verdict.KNOWN:
            return self._of_known(fit, plan), told
        twin = next((each for each in before if looks_like(fit, each)), None)
        if match.verdict is Verdict.ASK or twin is not None:
            name = display_name(twin.family, twin.given) if twin else ""
            asked = match.sentence or f"same name and birth date as {name}, MRN {twin and twin.mrn}"
            row = self._made(fit, Happens.ASK, asked, plan, same_as=twin.key if twin else "")
            return row, told
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


def _namesakes(
    people: Sequence[IncomingPerson], known: KnownPeople, met: Mapping[str, PersonMet]
) -> list[Finding]:
    return [
        Finding("", met[person.key].name, NAMESAKE, Severity.NOTE)
        for person in people
        if met[person.key].id is None and known.namesakes(person)
    ]


NAMESAKE = "Somebody of this name is in the directory, without this number: kept apart."
