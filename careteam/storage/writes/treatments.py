"""The treatments of a plan: added, moved from state to state, and taken back."""

from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.errors import Missing, Stale
from careteam.domain.moment import Moment
from careteam.domain.pathway import TreatmentState
from careteam.domain.rules import Rules
from careteam.domain.treatments import TreatmentDraft, check_treatment
from careteam.storage.faults import STALE
from careteam.storage.identifiers import new_external_id
from careteam.storage.tables import TreatmentRecord
from careteam.storage.writes.history import standing_of

TREATMENT = frozenset({Part.PATHWAY})

_SAID = {
    TreatmentState.PLANNED: "{label} is planned.",
    TreatmentState.CONSULT: "{label}: a consult is asked for.",
    TreatmentState.ACTIVE: "{label} is being given.",
    TreatmentState.COMPLETED: "{label} is completed.",
    TreatmentState.STOPPED: "{label} is stopped.",
    TreatmentState.NOT_PURSUED: "{label} is not pursued.",
}


@needs(Action.CARE)
def add_treatment(
    session: Session, draft: TreatmentDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Put a treatment into a patient's plan; the same one may be planned again after another."""
    draft = _checked(draft, moment, rules)
    standing_of(session, draft.patient_id)
    record = TreatmentRecord(
        external_id=new_external_id(),
        patient_id=draft.patient_id,
        modality=draft.modality,
        made_at=moment.now,
        by_id=moment.by,
    )
    return _kept(session, record, draft, rules)


@needs(Action.CARE)
def save_treatment(
    session: Session, draft: TreatmentDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Change where a treatment stands, its days, its detail or its reason.

    Stale when somebody else changed it since it was read.
    """
    record = session.get(TreatmentRecord, draft.id) if draft.id is not None else None
    if record is None:
        raise Missing("This treatment is no longer in the plan.")
    if draft.version is not None and record.version != draft.version:
        raise Stale(STALE)
    draft = _checked(draft, moment, rules)
    record.modality = draft.modality
    record.version += 1
    return _kept(session, record, draft, rules)


@needs(Action.CARE)
def withdraw_treatment(
    session: Session, treatment_id: int, *, moment: Moment, rules: Rules
) -> Changes:
    """Take back a treatment that was just entered: the inverse of adding it."""
    record = session.get(TreatmentRecord, treatment_id)
    if record is None:
        raise Missing("This treatment is no longer in the plan.")
    session.delete(record)
    session.flush()
    label = rules.catalogue.label("modality", record.modality)
    return Changes(TREATMENT, frozenset({record.patient_id}), None, f"{label} is taken back.")


def _checked(draft: TreatmentDraft, moment: Moment, rules: Rules) -> TreatmentDraft:
    modalities = rules.catalogue.terms.get("modality", {})
    return check_treatment(draft, today=moment.today, modalities=modalities)


def _kept(
    session: Session, record: TreatmentRecord, draft: TreatmentDraft, rules: Rules
) -> Changes:
    record.state, record.detail, record.reason = draft.state, draft.detail, draft.reason
    record.started_on, record.ended_on = draft.started_on, draft.ended_on
    session.add(record)
    session.flush()
    label = rules.catalogue.label("modality", record.modality)
    sentence = _SAID[draft.state].format(label=label)
    return Changes(TREATMENT, frozenset({record.patient_id}), record.id, sentence)
