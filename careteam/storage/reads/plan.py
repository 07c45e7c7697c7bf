"""The plan of a patient: what shapes it, what is given, what was found, decided and prepared.

Each part is one SELECT that seeks the patient's own rows.
"""

from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlmodel import Session

from careteam.domain.catalogue import Catalogue
from careteam.domain.checklists import CHECKLISTS, called_for
from careteam.domain.dates import PartialDate
from careteam.domain.errors import Missing
from careteam.domain.pathway import FindingList, ItemState, TreatmentState
from careteam.domain.rules import Rules
from careteam.storage.reads.plan_rows import (
    ChecklistRow,
    ConferenceRow,
    FindingRow,
    ItemRow,
    OverlayRow,
    PlanRow,
    ProfileRow,
    TreatmentRow,
)
from careteam.storage.tables import (
    CareProfileRecord,
    ChecklistItemRecord,
    ConferenceRecord,
    FindingRecord,
    OverlayRecord,
    PatientRecord,
    TreatmentRecord,
)

_SAYS_NOTHING = frozenset({"not_assigned", "pending"})


_patient, _profile = PatientRecord.__table__.c, CareProfileRecord.__table__.c
_overlay, _treatment = OverlayRecord.__table__.c, TreatmentRecord.__table__.c
_finding, _conference = FindingRecord.__table__.c, ConferenceRecord.__table__.c
_item = ChecklistItemRecord.__table__.c
_of_patient = bindparam("of_patient")
_PROFILE = (
    select(
        _patient.birth_date,
        _patient.subtype,
        _patient.phase,
        _profile.pathway,
        _profile.intent,
        _profile.risk_group,
        _profile.cns_status,
        _profile.shaped_by,
        _profile.first_treated_on,
        _profile.version,
    )
    .outerjoin(CareProfileRecord.__table__, _profile.patient_id == _patient.id)
    .where(_patient.id == _of_patient)
)
_OVERLAYS = (
    select(_overlay.id, _overlay.kind, _overlay.started_on, _overlay.ended_on, _overlay.note)
    .where(_overlay.patient_id == _of_patient)
    .order_by(_overlay.ended_on.is_not(None), _overlay.started_on, _overlay.id)
)
_TREATMENTS = (
    select(
        _treatment.id,
        _treatment.modality,
        _treatment.state,
        _treatment.started_on,
        _treatment.ended_on,
        _treatment.detail,
        _treatment.reason,
        _treatment.version,
    )
    .where(_treatment.patient_id == _of_patient)
    .order_by(_treatment.id)
)
_FINDINGS = (
    select(
        _finding.id,
        _finding.list,
        _finding.key,
        _finding.since,
        _finding.ended_on,
        _finding.note,
    )
    .where(_finding.patient_id == _of_patient)
    .order_by(_finding.ended_on.is_not(None), _finding.since, _finding.id)
)
_CONFERENCES = (
    select(
        _conference.id,
        _conference.on_day,
        _conference.question,
        _conference.decision,
        _conference.is_cancelled,
        _conference.version,
    )
    .where(_conference.patient_id == _of_patient)
    .order_by(_conference.on_day.desc(), _conference.id.desc())
)
_ITEMS = select(_item.list, _item.key, _item.state, _item.detail).where(
    _item.patient_id == _of_patient
)


def care_plan(session: Session, patient_id: int, *, today: date, rules: Rules) -> PlanRow:
    """The plan of a patient; Missing when there is none."""
    asked = {"of_patient": patient_id}
    catalogue = rules.catalogue
    row = session.execute(_PROFILE, asked).one_or_none()
    if row is None:
        raise Missing("This patient is no longer in the database. Look for them again.")
    treatments = _treatments(session, asked, catalogue)
    return PlanRow(
        profile=_profile_row(row, today, rules),
        overlays=tuple(
            OverlayRow(key, kind, catalogue.label("overlay", kind), since, until, note)
            for key, kind, since, until, note in session.execute(_OVERLAYS, asked)
        ),
        treatments=treatments,
        findings=tuple(
            FindingRow(
                id=row.id,
                list=FindingList(row.list),
                key=row.key,
                label=catalogue.label(row.list, row.key),
                since=row.since,
                ended_on=row.ended_on,
                note=row.note,
            )
            for row in session.execute(_FINDINGS, asked)
        ),
        conferences=tuple(ConferenceRow(*one) for one in session.execute(_CONFERENCES, asked)),
        checklists=_checklists(session, asked, row.phase, treatments, catalogue),
    )


def _profile_row(row: Row[Any], today: date, rules: Rules) -> ProfileRow:
    pathway, intent, shaped_by = row.pathway or "", row.intent or "", row.shaped_by or ""
    risk, cns = row.risk_group or "", row.cns_status or ""
    words = (
        shaped_by,
        rules.catalogue.label("subtype", row.subtype) if row.subtype else "",
        "" if risk in _SAYS_NOTHING else rules.catalogue.label("risk_group", risk),
        "" if cns in _SAYS_NOTHING else rules.catalogue.label("cns_status", cns),
    )
    known_pathway = rules.clinical.pathways.get(pathway)
    return ProfileRow(
        pathway=pathway,
        pathway_label=known_pathway.label if known_pathway else pathway,
        intent=intent,
        intent_label=rules.catalogue.label("treatment_intent", intent) if intent else "",
        risk_group=risk,
        cns_status=cns,
        shaped_by=shaped_by,
        first_treated_on=row.first_treated_on,
        age_years=_age(row.birth_date, today),
        shapes=tuple(word for word in words if word),
        version=row.version or 0,
    )


def _age(birth_date: str, today: date) -> int | None:
    return PartialDate.from_iso(birth_date).age_years(today) if birth_date else None


def _treatments(
    session: Session, asked: dict[str, int], catalogue: Catalogue
) -> tuple[TreatmentRow, ...]:
    return tuple(
        TreatmentRow(
            id=row.id,
            modality=row.modality,
            label=catalogue.label("modality", row.modality),
            state=TreatmentState(row.state),
            started_on=row.started_on,
            ended_on=row.ended_on,
            detail=row.detail,
            reason=row.reason,
            version=row.version,
        )
        for row in session.execute(_TREATMENTS, asked)
    )


def _checklists(
    session: Session,
    asked: dict[str, int],
    phase: str,
    treatments: tuple[TreatmentRow, ...],
    catalogue: Catalogue,
) -> tuple[ChecklistRow, ...]:
    """Each checklist with the clinic's points; one that was switched off stays where it is used."""
    called = called_for(phase, ((row.modality, row.state) for row in treatments))
    noted = {(row.list, row.key): (row.state, row.detail) for row in session.execute(_ITEMS, asked)}
    found: list[ChecklistRow] = []
    for kind in CHECKLISTS:
        keys = dict.fromkeys(catalogue.terms.get(kind, {}))
        keys |= dict.fromkeys(key for of, key in noted if of == kind)
        items: list[ItemRow] = []
        for key in keys:
            state, detail = noted.get((kind, key), (ItemState.OPEN, ""))
            items.append(ItemRow(kind, key, catalogue.label(kind, key), ItemState(state), detail))
        found.append(ChecklistRow(kind, kind in called, tuple(items)))
    return tuple(found)
