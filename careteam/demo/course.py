"""The medical course of an invented patient: a pathway, and its tests with their results."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select
from sqlmodel import Session

from careteam.demo.data import Cast, Patient
from careteam.demo.days import Days
from careteam.demo.depth import Course
from careteam.demo.scene import Scene
from careteam.domain.catalogue import ADULT_FROM_YEARS
from careteam.domain.milestones import SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.rules import Rules
from careteam.storage.reads.pathway import MilestoneRow, pathway_page
from careteam.storage.tables import FollowUpRecord
from careteam.storage.writes.follow_ups import close_follow_up
from careteam.storage.writes.milestone_proposals import accept_milestones, propose_milestones
from careteam.storage.writes.milestones import move_milestone, settle_milestone
from careteam.storage.writes.patients import PhaseDraft, change_phase

DAYS_AHEAD = 7
"""What the rules ask for within so many days was done when the patient was last spoken to."""
DONE_AT, LATE_EVERY = time(15, 20), 6
"""Steps were done on the day they fell due, but every sixth only now."""


def record_course(
    scene: Scene, patient: Patient, course: Course, cast: Cast, moment: Moment, days: Days
) -> None:
    """Put a patient on a pathway, plan the tests of the phase, and settle what lies behind."""
    session, rules, patient_id = scene.session, scene.rules, scene.patient_id
    page = pathway_page(session, patient_id, today=moment.today, rules=rules)
    way = page.pathway
    now = next((part for part in way.parts if part.phase == way.phase and part.day), None)
    if way.phase_id is None or now is None or now.started_on is None or patient.status:
        return
    key = "adult" if patient.age >= ADULT_FROM_YEARS else "peds_cog"
    draft = PhaseDraft(patient_id, way.phase, now.started_on, pathway=key)
    change_phase(session, draft, moment=moment, rules=rules)
    propose_milestones(session, patient_id, way.phase_id, moment=moment, rules=rules)
    page = pathway_page(session, patient_id, today=moment.today, rules=rules)
    proposed = [row.id for row in page.proposals]
    if proposed:
        accept_milestones(session, proposed, moment=moment, rules=rules)
    _settle(scene, patient, course, cast, moment, days)
    _close(session, patient_id, course, moment, rules)


def _settle(
    scene: Scene, patient: Patient, course: Course, cast: Cast, moment: Moment, days: Days
) -> None:
    """Tests whose day has come are done, each with one of the results of the list."""
    page = pathway_page(scene.session, scene.patient_id, today=moment.today, rules=scene.rules)
    group = "ph" if "bcr_abl1" in patient.subtype else patient.subtype.partition("_")[0]
    known = {**cast.results["any"], **cast.results.get(group, {})}
    known |= {kind: (line,) for kind, line in (course.results or {}).items()}
    for row in page.milestones:
        if row.label in (course.moved or {}):
            day = days.off((course.moved or {})[row.label])
            move_milestone(scene.session, row.id, day, moment=moment, rules=scene.rules)
        elif row.planned_on is not None and row.planned_on <= moment.today:
            results = known.get(row.kind, ("",))
            result = results[int(patient.mrn) % len(results)]
            draft = _settled(row, row.planned_on, result, course)
            settle_milestone(scene.session, draft, moment=moment, rules=scene.rules)


def _settled(row: MilestoneRow, on: date, result: str, course: Course) -> SettleDraft:
    reason = (course.left_out or {}).get(row.label, "")
    if reason:
        return SettleDraft(row.id, MilestoneState.LEFT_OUT, reason=reason)
    return SettleDraft(row.id, MilestoneState.DONE, on, result)


def _close(session: Session, patient_id: int, course: Course, moment: Moment, rules: Rules) -> None:
    """Steps of the rules are done in time, but for what still waits for an answer or a word."""
    table = FollowUpRecord.__table__.c
    waits = [story for story in course.referral if not story.steps]
    kept = (["referral"] if waits else []) + (
        ["escalation"] if any(not flag.who for flag in course.flags) else []
    )
    query = select(table.id, table.due_on).where(
        table.patient_id == patient_id,
        table.state == "open",
        or_(table.rule != "", table.source_kind.not_in(("", "milestone"))),
        table.source_kind.not_in(kept),
        table.due_on <= moment.today + timedelta(days=DAYS_AHEAD),
    )
    for step in session.execute(query).all():
        at = moment
        if step.due_on < moment.today and step.id % LATE_EVERY:
            done = datetime.combine(step.due_on, DONE_AT)
            at = Moment.at(moment.to_utc(done), moment.zone, moment.by)
        close_follow_up(session, step.id, moment=at, rules=rules)
