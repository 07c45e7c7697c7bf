"""A care summary for the patient, collected once: what is coded, and no score and no note."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from careteam.domain.assignments import AssignmentState, Rank
from careteam.domain.dates import moment_shown
from careteam.domain.due import NAVIGATOR_ROLE
from careteam.domain.errors import Missing, Refused
from careteam.domain.letterhead import AFTER_HOURS_SETTING
from careteam.domain.moment import Moment
from careteam.domain.needs import OPEN_BARRIERS
from careteam.domain.pathway import MilestoneState, TreatmentState
from careteam.domain.patient_reviews import call_setting, kept_review, review_setting
from careteam.domain.patient_summary import (
    CLOSED_PHASE,
    NO_PERSON,
    NOT_IN_NAVIGATION,
    NOT_ON_PAPER,
    SEEN_BY_THE_LAB,
    SUPPORT,
    Coded,
    MemberLine,
    PatientStep,
    PatientSummary,
    StepKind,
    TreatmentLine,
    WorkLine,
)
from careteam.domain.patient_words import language_for
from careteam.domain.patients import Status
from careteam.domain.phones import shown
from careteam.domain.referrals import OPEN_STATES, ReferralState
from careteam.domain.rules import Rules
from careteam.domain.summary import digest_of
from careteam.domain.text import display_name, person_name
from careteam.storage.reads.board import OTHER, UNKNOWN_POSITION
from careteam.storage.reads.board_query import HOLDERS, PLACES
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.reads.rules import read_settings
from careteam.storage.reads.summary import author_of
from careteam.storage.tables import (
    BarrierRecord,
    FollowUpRecord,
    MilestoneRecord,
    PatientRecord,
    ReferralRecord,
    TreatmentRecord,
)

MOST_STEPS = 12
_patient, _treatment = PatientRecord.__table__.c, TreatmentRecord.__table__.c
_test, _barrier = MilestoneRecord.__table__.c, BarrierRecord.__table__.c
_referral, _step = ReferralRecord.__table__.c, FollowUpRecord.__table__.c
_of_patient = bindparam("of_patient")
WHO = select(
    _patient.family,
    _patient.given,
    _patient.preferred,
    _patient.mrn,
    _patient.language,
    _patient.status,
    _patient.phase,
    _patient.phase_since,
).where(_patient.id == _of_patient)
TREATMENTS = (
    select(_treatment.modality, _treatment.detail)
    .where(_treatment.patient_id == _of_patient, _treatment.state == TreatmentState.ACTIVE)
    .order_by(_treatment.id)
)
TESTS = (
    select(_test.kind, _test.label, _test.planned_on)
    .where(
        _test.patient_id == _of_patient,
        _test.planned_on >= bindparam("today"),
        _test.state == MilestoneState.PLANNED,
        _test.kind.not_in(SEEN_BY_THE_LAB),
    )
    .order_by(_test.planned_on, _test.id)
    .limit(MOST_STEPS)
)
REFERRALS = (
    select(_referral.to_role, _referral.to_name, _referral.state, _referral.scheduled_on)
    .where(_referral.patient_id == _of_patient, _referral.state.in_(OPEN_STATES))
    .order_by(_referral.requested_on, _referral.id)
)
BARRIERS = (
    select(_barrier.category)
    .where(_barrier.patient_id == _of_patient, _barrier.state.in_(OPEN_BARRIERS))
    .order_by(_barrier.found_on, _barrier.id)
)
OWN_STEPS = (
    select(_step.text, _step.due_on)
    .where(
        _step.patient_id == _of_patient,
        _step.state == "open",
        _step.due_on >= bindparam("today"),
        _step.owner_role.in_(("patient", "caregiver")),
    )
    .order_by(_step.due_on, _step.id)
    .limit(MOST_STEPS)
)


def collect_patient_summary(
    session: Session,
    patient_id: int,
    *,
    moment: Moment,
    rules: Rules,
    language: str = "",
    has_free_text: bool = False,
) -> PatientSummary:
    """The paper of a patient with its digest, in one of LANGUAGES; empty: in the one they speak.

    With `has_free_text` it also has what was written about treatments and steps of their own, in
    the clinic's language. Missing when there is no such patient; Refused for one who is not in
    navigation.
    """
    asked = {"of_patient": patient_id, "today": moment.today}
    who = session.execute(WHO, asked).one_or_none()
    if who is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    if who.status != Status.ACTIVE:
        raise Refused.at("status", NOT_IN_NAVIGATION)
    code = language or language_for(who.language)
    settings = read_settings(session)
    clinic = settings.get("clinic", "")
    author, author_phone = author_of(session, moment.by)
    phone = settings.get(AFTER_HOURS_SETTING, "")
    people, held = _people(session, asked, rules)
    referrals = session.execute(REFERRALS, asked).all()
    phase, day, days = _phase(who, moment.today, rules)
    paper = PatientSummary(
        clinic=clinic,
        author=author or clinic,
        author_phone=author_phone,
        made_at=moment_shown(moment.local(moment.now)),
        made_on_iso=moment.today.isoformat(),
        language=code,
        called=who.preferred or who.given or who.family,
        name=display_name(who.family, who.given),
        mrn=who.mrn,
        phone=shown(phone) if phone else "",
        call=settings.get(call_setting(code), ""),
        phase=phase,
        phase_day=day,
        phase_days=days,
        treatments=_treatments(session, asked, rules, has_free_text),
        people=people,
        also=_also(session, asked, held, rules),
        steps=_steps(session, asked, referrals, rules, has_free_text),
        working=_working(session, asked, referrals, rules),
        has_free_text=has_free_text,
        review=kept_review(settings.get(review_setting(code), "")),
        letterhead=letterhead_of(session),
    )
    return replace(paper, digest=digest_of(paper))


def _phase(who: Row[Any], today: date, rules: Rules) -> tuple[Coded | None, int | None, int | None]:
    """The phase; days are counted only where it has a usual length."""
    if not who.phase or who.phase == CLOSED_PHASE:
        return None, None, None
    coded = Coded(who.phase, rules.catalogue.phase_label(who.phase))
    known = rules.catalogue.phases.get(who.phase)
    usual = known.usual_days if known else None
    if usual is None or who.phase_since is None or who.phase_since > today:
        return coded, None, None
    return coded, (today - who.phase_since).days + 1, usual


def _treatments(
    session: Session, asked: dict[str, Any], rules: Rules, has_free_text: bool
) -> tuple[TreatmentLine, ...]:
    return tuple(
        TreatmentLine(
            Coded(row.modality, rules.catalogue.label("modality", row.modality)),
            row.detail if has_free_text else "",
        )
        for row in session.execute(TREATMENTS, asked)
    )


def _people(
    session: Session, asked: dict[str, Any], rules: Rules
) -> tuple[tuple[MemberLine, ...], set[str]]:
    """Who is there today, the lead and whom to call first before the others; and the roles held.

    A backup stands in only where the role has nobody else.
    """
    today = asked["today"]
    rows = session.execute(HOLDERS, asked).all()
    held = {row.role for row in rows}
    lines: list[MemberLine] = []
    filled: set[str] = set()
    for row in rows:
        role = rules.catalogue.roles.get(row.role)
        is_there = (
            row.state == AssignmentState.ACTIVE
            and row.away_until is None
            and not (row.leaves_on and row.leaves_on < today)
        )
        is_spare = row.rank == Rank.BACKUP and row.role in filled
        if not is_there or is_spare or (role is not None and role.group in NO_PERSON):
            continue
        filled.add(row.role)
        own = row.role_text if row.role == OTHER else ""
        lines.append(
            MemberLine(
                Coded("" if own else row.role, own or rules.catalogue.role_label(row.role)),
                person_name(row.family, row.given, row.title, row.credentials),
                shown(row.phone) if row.phone else "",
                row.rank == Rank.LEAD,
            )
        )
    first = next((line for line in lines if line.role.key == NAVIGATOR_ROLE and line.phone), None)
    told = (replace(line, is_first=line is first) for line in lines)
    return tuple(sorted(told, key=lambda line: _place(line, rules))), held


def _place(line: MemberLine, rules: Rules) -> tuple[bool, bool, int]:
    role = rules.catalogue.roles.get(line.role.key)
    return not line.is_lead, not line.is_first, role.position if role else UNKNOWN_POSITION


def _also(
    session: Session, asked: dict[str, Any], held: set[str], rules: Rules
) -> tuple[Coded, ...]:
    """The supporting roles of the board that nobody holds and the patient did not decline."""
    open_roles = {
        row.role
        for row in session.execute(PLACES, asked)
        if row.declined_on is None and row.role not in held
    }
    return tuple(
        Coded(role.key, role.label)
        for role in sorted(rules.catalogue.roles.values(), key=lambda role: role.position)
        if role.key in open_roles and role.group in SUPPORT
    )


def _steps(
    session: Session,
    asked: dict[str, Any],
    referrals: Any,
    rules: Rules,
    has_free_text: bool,
) -> tuple[PatientStep, ...]:
    """What is planned from today on, by day."""
    found: list[PatientStep] = []
    for row in session.execute(TESTS, asked):
        what = Coded(row.kind, rules.catalogue.label("test", row.kind))
        note = row.label if has_free_text and row.kind == OTHER else ""
        found.append(PatientStep(row.planned_on.isoformat(), StepKind.TEST, what, note))
    for row in referrals:
        if _is_set(row) and row.scheduled_on >= asked["today"]:
            kind = StepKind.VISIT if row.to_role else StepKind.PLANNED
            note = row.to_name if has_free_text else ""
            found.append(PatientStep(row.scheduled_on.isoformat(), kind, _role(row, rules), note))
    for row in session.execute(OWN_STEPS, asked):
        note = row.text if has_free_text else ""
        found.append(PatientStep(row.due_on.isoformat(), StepKind.YOURS, Coded("yours", ""), note))
    return tuple(sorted(found, key=lambda step: step.on_iso)[:MOST_STEPS])


def _is_set(row: Row[Any]) -> bool:
    return row.state == ReferralState.SCHEDULED and row.scheduled_on is not None


def _role(row: Row[Any], rules: Rules) -> Coded:
    return Coded(row.to_role, rules.catalogue.role_label(row.to_role) if row.to_role else "")


def _working(
    session: Session, asked: dict[str, Any], referrals: Any, rules: Rules
) -> tuple[WorkLine, ...]:
    """Open barriers that may stand on a paper at home, each once, and referrals to a role."""
    categories = dict.fromkeys(session.scalars(BARRIERS, asked))
    barriers = [
        WorkLine(Coded(key, rules.catalogue.label("barrier", key)))
        for key in categories
        if key not in NOT_ON_PAPER
    ]
    asked_for = [WorkLine(_role(row, rules), row.state) for row in referrals if row.to_role]
    return (*barriers, *dict.fromkeys(asked_for))
