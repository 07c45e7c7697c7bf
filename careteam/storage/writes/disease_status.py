"""Recording remission and residual disease, which the diagnosis of the patient follows."""

from dataclasses import replace

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.dates import day_bare
from careteam.domain.disease_status import DiseaseStatusDraft, check_status_of_disease
from careteam.domain.errors import Missing
from careteam.domain.milestones import SettleDraft
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.text import mid_sentence
from careteam.storage.tables import DiseaseStatusRecord
from careteam.storage.writes.events import Source
from careteam.storage.writes.follow_ups import DUE
from careteam.storage.writes.milestones import reopen_milestone, settle_milestone
from careteam.storage.writes.patients import get_patient
from careteam.storage.writes.suggestions import Cause, propose
from careteam.storage.writes.taking_back import take_back_consequences

PARTS = DUE | {Part.PATHWAY, Part.SUGGESTION, Part.PATIENT}


@needs(Action.CARE)
def record_status(
    session: Session, draft: DiseaseStatusDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Keep what is known of the disease on a day; the diagnosis says the newest remission.

    The sentence tells when the diagnosis changed. Refused when the draft breaks a rule.
    """
    draft = check_status_of_disease(draft, catalogue=rules.catalogue, today=moment.today)
    get_patient(session, draft.patient_id)
    record = DiseaseStatusRecord(
        patient_id=draft.patient_id,
        on_day=draft.on,
        remission=draft.remission,
        mrd=draft.mrd,
        note=draft.note,
        made_at=moment.now,
        by_id=moment.by,
    )
    session.add(record)
    session.flush()
    words = _words(record, rules)
    because = f"{words}, {day_bare(draft.on, moment.today)}"
    facts = {"remission": draft.remission, "mrd": draft.mrd}
    propose(
        session,
        draft.patient_id,
        {fact: value for fact, value in facts.items() if value},
        Cause("disease_status", record.id or 0, because),
        moment=moment,
        rules=rules,
    )
    told = _follow(session, draft.patient_id, moment, rules) if draft.remission else ""
    return _changes(record, f"{words} is recorded.{told}")


@needs(Action.CARE)
def retract_status(
    session: Session,
    status_id: int,
    icd_state: str | None = None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Say that a status was entered in error; it stays on record, the diagnosis goes back.

    `icd_state` is what the diagnosis said before, where it is known; without it the newest
    remission that still stands counts, and where there is none the diagnosis stays as it is.
    """
    record = session.get(DiseaseStatusRecord, status_id)
    if record is None:
        raise Missing("This status is no longer in the database.")
    record.retracted_at = moment.now
    session.add(record)
    session.flush()
    source = Source("disease_status", record.id or 0)
    take_back_consequences(session, record.patient_id, source, moment=moment)
    told = ""
    if record.remission:
        told = _follow(session, record.patient_id, moment, rules, icd_state)
    return _changes(record, f"{_words(record, rules)} is taken back.{told}")


@needs(Action.CARE)
def settle_with_status(
    session: Session,
    settled: SettleDraft,
    status: DiseaseStatusDraft,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """Mark a test as done and keep what it says of the disease, both or neither."""
    done = settle_milestone(session, settled, moment=moment, rules=rules)
    told = record_status(session, status, moment=moment, rules=rules)
    return replace(done | told, summary=f"{done.summary} {told.summary}")


@needs(Action.CARE)
def reopen_with_status(
    session: Session,
    milestone_id: int,
    status_id: int,
    icd_state: str | None = None,
    *,
    moment: Moment,
    rules: Rules,
) -> Changes:
    """The inverse of settling a test together with its status."""
    gone = retract_status(session, status_id, icd_state, moment=moment, rules=rules)
    return gone | reopen_milestone(session, milestone_id, moment=moment, rules=rules)


def _follow(
    session: Session, patient_id: int, moment: Moment, rules: Rules, known: str | None = None
) -> str:
    """Let the diagnosis say the newest remission, or what was `known`; the words of a change."""
    table = DiseaseStatusRecord.__table__.c
    newest = session.execute(
        select(table.remission)
        .where(table.patient_id == patient_id, table.remission != "", table.retracted_at.is_(None))
        .order_by(table.on_day.desc(), table.id.desc())
        .limit(1)
    ).scalar()
    state = known if known is not None else newest
    patient = get_patient(session, patient_id)
    if state is None or patient.icd_state == state:
        return ""
    patient.icd_state = state
    patient.updated_at = moment.now
    patient.version += 1
    session.add(patient)
    session.flush()
    label = rules.catalogue.label("icd_state", state) if state else "no state"
    return f" The diagnosis now says: {mid_sentence(label)}."


def _words(record: DiseaseStatusRecord, rules: Rules) -> str:
    parts = [
        rules.catalogue.label("remission", record.remission) if record.remission else "",
        f"MRD {mid_sentence(rules.catalogue.label('mrd_status', record.mrd))}"
        if record.mrd
        else "",
    ]
    return " · ".join(part for part in parts if part)


def _changes(record: DiseaseStatusRecord, summary: str) -> Changes:
    return Changes(PARTS, frozenset({record.patient_id}), record.id, summary)
