"""Taking a patient of a file in: added, brought up to date, joined to somebody, or left alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing
from careteam.domain.incoming import Finding, Incoming, IncomingPatient, Severity
from careteam.domain.intake.known import PersonMet
from careteam.domain.intake.matching import Match, Verdict
from careteam.domain.intake.plan import PatientPlan, plan_patient
from careteam.domain.intake.preview import people_of
from careteam.domain.intake.report import Choice, Did, Kind, Take, Tally
from careteam.domain.intake.values import fitted
from careteam.domain.intake.words import future_words, kept_fields, left_words, listed
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import display_name
from careteam.storage.reads.import_known import known_patients
from careteam.storage.reads.import_match import candidate_of, matches
from careteam.storage.reads.import_people import people_met
from careteam.storage.writes.board import refresh_board
from careteam.storage.writes.import_kept import write_kept
from careteam.storage.writes.import_locks import without_locked
from careteam.storage.writes.import_parts import write_conditions, write_contacts, write_related
from careteam.storage.writes.import_patient import add_patient, change_patient, write_sources
from careteam.storage.writes.import_places import refresh_courses, write_places
from careteam.storage.writes.patients import get_patient
from careteam.storage.writes.phase_events import follow_phase
from careteam.storage.writes.phases import PhaseDraft, move_phase

PARTS = frozenset({Part.PATIENT, Part.TEAM, Part.CONTACT, Part.DUE, Part.PERSON})
GONE = "The patient to join is no longer in the database. Read the files again."
NOTHING = Changes(frozenset())


@dataclass(frozen=True, slots=True)
class _Target:
    """Who an incoming patient goes to: `patient_id` is None for a new one."""

    patient_id: int | None
    did: Did
    is_same_record: bool = False


@needs(Action.IMPORT)
def take_in(
    session: Session,
    incoming: Incoming,
    patient: IncomingPatient,
    choice: Choice,
    *,
    moment: Moment,
    rules: Rules,
    tally: Tally | None = None,
) -> Changes:
    """Add a patient, bring one up to date or join them to another, as was chosen; else nothing.

    The people of the file are in the directory already. A patient who could be somebody here is
    never taken in without an answer. What was changed here since the last import is kept and told;
    a second import of the same file writes nothing. Refused when name or record number cannot
    stand.
    """
    tally = tally if tally is not None else Tally()
    if choice.take is Take.SKIP:
        tally.did = Did.SKIPPED
        return NOTHING
    fit, told = fitted(patient, catalogue=rules.catalogue, today=moment.today)
    target = _target(session, fit, choice, tally)
    if target is None:
        return NOTHING
    named = people_of(fit)
    people = people_met(session, [each for each in incoming.people if each.key in named])
    known = None
    if target.patient_id is not None:
        known = known_patients(session, [target.patient_id])[target.patient_id]
    plan = plan_patient(
        fit,
        known,
        people,
        zone=moment.zone,
        today=moment.today,
        is_same_record=target.is_same_record,
        taken_over=choice.taken_over,
        role_word=rules.catalogue.role_label,
    )
    plan, locked = without_locked(session, plan, moment=moment, rules=rules)
    name = display_name(fit.family, fit.given)
    tally.findings += [
        Finding(patient.file, name, sentence) for sentence in (*told, *_findings(plan))
    ]
    if locked:
        tally.findings.append(Finding(patient.file, name, locked, Severity.LEFT_OUT))
    tally.patient_id = target.patient_id
    tally.did = target.did if plan.is_seen or target.did is not Did.UPDATED else Did.SAME
    if plan.is_empty:
        return NOTHING
    patient_id = _write(session, plan, people, tally, moment=moment, rules=rules)
    tally.patient_id = patient_id
    return Changes(PARTS, frozenset({patient_id}), patient_id, f"{name} is imported.")


def _target(
    session: Session, patient: IncomingPatient, choice: Choice, tally: Tally
) -> _Target | None:
    if choice.take is Take.JOIN and choice.patient_id is not None:
        if candidate_of(session, choice.patient_id) is None:
            raise Missing(GONE)
        return _Target(choice.patient_id, Did.JOINED)
    match = matches(session, [patient])[patient.key]
    if match.verdict is Verdict.UNCLEAR:
        _leave_out(patient, match, tally, Did.REFUSED)
        return None
    if match.candidate is None:
        return _Target(None, Did.ADDED)
    if match.verdict is Verdict.KNOWN:
        return _Target(match.candidate.id, Did.UPDATED, is_same_record=True)
    if choice.take is Take.JOIN:
        return _Target(match.candidate.id, Did.JOINED)
    if choice.take is Take.APART:
        return _Target(None, Did.ADDED)
    _leave_out(patient, match, tally, Did.ASKED)
    return None


def _leave_out(patient: IncomingPatient, match: Match, tally: Tally, did: Did) -> None:
    name = display_name(patient.family, patient.given)
    sentence = match.sentence
    if did is Did.ASKED:
        sentence = f"Same person? {sentence[:1].upper()}{sentence[1:]}: join them or keep apart."
    tally.did, tally.sentence = did, sentence
    tally.findings.append(Finding(patient.file, name, sentence, Severity.LEFT_OUT))


def _findings(plan: PatientPlan) -> list[str]:
    said = list(plan.places.findings)
    if plan.contacts.in_future:
        said.append(future_words(plan.contacts.in_future))
    kept = kept_fields(plan)
    if kept:
        said.append(f"Changed here, told otherwise in the file, and kept: {listed(kept)}.")
    return said


def _write(
    session: Session,
    plan: PatientPlan,
    people: Mapping[str, PersonMet],
    tally: Tally,
    *,
    moment: Moment,
    rules: Rules,
) -> int:
    if plan.known is None:
        patient_id = add_patient(session, plan, tally, moment)
        tally.made[Kind.PATIENT] += 1
    else:
        patient_id = plan.known.id
        change_patient(session, plan, moment)
        if plan.is_seen:
            tally.updated[Kind.PATIENT] += 1
    write_sources(session, patient_id, plan)
    if plan.phase:
        phase, since = plan.phase
        move_phase(session, get_patient(session, patient_id), PhaseDraft(patient_id, phase, since))
    write_related(session, patient_id, plan, tally)
    write_conditions(session, patient_id, plan, tally)
    write_contacts(session, patient_id, plan, people, tally, moment=moment, rules=rules)
    write_places(session, patient_id, plan, people, tally, moment=moment)
    left = write_kept(session, patient_id, plan.parts, people, tally, moment=moment)
    if left:
        name = display_name(plan.patient.family, plan.patient.given)
        sentence = left_words(left)
        tally.findings.append(Finding(plan.patient.file, name, sentence, Severity.LEFT_OUT))
    session.flush()
    if plan.is_seen:
        session.expire_all()
        refresh_board(session, get_patient(session, patient_id), rules, moment.today)
        refresh_courses(session, patient_id, rules)
        if plan.phase:
            follow_phase(session, patient_id, moment=moment, rules=rules)
    return patient_id
