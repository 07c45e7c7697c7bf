"""The medical course of an invented patient: a pathway, and its tests with their results."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import Session

from careteam.demo.data import Cast, Patient
from careteam.domain.catalogue import ADULT_FROM_YEARS
from careteam.domain.milestones import SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.pathway import MilestoneState
from careteam.domain.rules import Rules
from careteam.storage.reads.pathway import pathway_page
from careteam.storage.tables import FollowUpRecord
from careteam.storage.writes.follow_ups import close_follow_up
from careteam.storage.writes.milestone_proposals import accept_milestones, propose_milestones
from careteam.storage.writes.milestones import settle_milestone
from careteam.storage.writes.patients import PhaseDraft, change_phase

DAYS_AHEAD = 7
"""What the rules ask for within so many days was done when the patient was last spoken to."""


def record_course(
    session: Session, patient_id: int, patient: Patient, cast: Cast, moment: Moment, rules: Rules
) -> None:
    """Put a patient on a pathway, plan the tests of the phase, and settle what lies behind."""
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
    _settle(session, patient_id, patient, cast, moment, rules)
    _close(session, patient_id, moment.today + timedelta(days=DAYS_AHEAD), moment, rules)


def _settle(
    session: Session, patient_id: int, patient: Patient, cast: Cast, moment: Moment, rules: Rules
) -> None:
    """Tests whose day has come are done, each with one of the results of the list."""
    page = pathway_page(session, patient_id, today=moment.today, rules=rules)
    group = "ph" if "bcr_abl1" in patient.subtype else patient.subtype.partition("_")[0]
    known = {**cast.results["any"], **cast.results.get(group, {})}
    for row in page.milestones:
        if row.planned_on is not None and row.planned_on <= moment.today:
            results = known.get(row.kind, ("",))
            result = results[int(patient.mrn) % len(results)]
            draft = SettleDraft(row.id, MilestoneState.DONE, row.planned_on, result)
            settle_milestone(session, draft, moment=moment, rules=rules)


def _close(session: Session, patient_id: int, until: date, moment: Moment, rules: Rules) -> None:
    table = FollowUpRecord.__table__.c
    query = select(table.id).where(
        table.patient_id == patient_id,
        table.state == "open",
        table.rule != "",
        table.due_on <= until,
    )
    for step in list(session.scalars(query)):
        close_follow_up(session, step, moment=moment, rules=rules)
