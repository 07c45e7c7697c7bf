"""The one row of what shapes a plan and how a patient wants to be met, written by two verbs."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.care_profile import (
    PlanProfileDraft,
    PreferencesDraft,
    check_plan_profile,
    check_preferences,
)
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.faults import STALE
from careteam.storage.tables import CareProfileRecord
from careteam.storage.writes.history import standing_of

PROFILE = frozenset({Part.PATHWAY, Part.NEED})


@needs(Action.CARE)
def save_plan_profile(
    session: Session, draft: PlanProfileDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep what a plan rests on; the preferences of the same row stay as they are.

    Stale when somebody else changed the row since it was read.
    """
    draft = check_plan_profile(draft, today=moment.today, rules=rules)
    record = _row(session, draft.patient_id, draft.version)
    record.pathway, record.intent = draft.pathway, draft.intent
    record.risk_group, record.cns_status = draft.risk_group, draft.cns_status
    record.shaped_by = draft.shaped_by
    record.first_treated_on = draft.first_treated_on
    return _kept(session, record, "What shapes the plan is saved.")


@needs(Action.CARE)
def save_preferences(
    session: Session, draft: PreferencesDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep how a patient wants to be met; what the plan rests on stays as it is.

    Stale when somebody else changed the row since it was read.
    """
    draft = check_preferences(draft, rules=rules)
    record = _row(session, draft.patient_id, draft.version)
    record.learning_preference = draft.learning_preference
    record.preferences = draft.preferences
    record.has_directive = draft.has_directive
    record.directive_place = draft.directive_place
    return _kept(session, record, "The preferences are saved.")


def _row(session: Session, patient_id: int, version: int | None) -> CareProfileRecord:
    record = session.get(CareProfileRecord, patient_id)
    if version is not None and version != (record.version if record else 0):
        raise Stale(STALE)
    if record is None:
        standing_of(session, patient_id)
        return CareProfileRecord(patient_id=patient_id, version=0)
    return record


def _kept(session: Session, record: CareProfileRecord, sentence: str) -> Changes:
    record.version += 1
    session.add(record)
    session.flush()
    return Changes(PROFILE, frozenset({record.patient_id}), record.patient_id, sentence)
