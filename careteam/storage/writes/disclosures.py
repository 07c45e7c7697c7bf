"""Registering what left the program, and correcting an entry of the register by another one."""

from sqlalchemy import insert, select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes, Part
from careteam.domain.disclosures import (
    CorrectionDraft,
    DisclosureDraft,
    check_correction,
    check_disclosure,
    event_of,
)
from careteam.domain.errors import Missing, Stale
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import DisclosureRecord
from careteam.storage.writes.audit_events import note_event

PARTS = frozenset({Part.DISCLOSURE})


@needs(Action.EXPORT)
def register_disclosure(
    session: Session, draft: DisclosureDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Register one act: a row for each patient, all in one statement, and one event of the trail.

    Refused without a recipient, and for another reason without words. 45 CFR 164.528(b)(2) asks
    for the date, who received it, what it was and why.
    """
    draft = check_disclosure(draft)
    handed, ids = draft.handed, draft.patient_ids
    row = {
        "at": moment.now,
        "entered_at": moment.now,
        "by_id": moment.actor,
        "kind": draft.kind,
        "form": str(draft.form),
        "recipient": handed.recipient,
        "purpose": str(handed.purpose),
        "purpose_note": handed.note,
        "what": draft.what,
        "digest": draft.digest,
        "is_encrypted": draft.is_encrypted,
        "patients_count": len(ids),
        "reason": "",
    }
    if ids:
        session.execute(insert(DisclosureRecord), [{**row, "patient_id": one} for one in ids])
    note_event(
        session,
        event_of(draft.form),
        draft.kind,
        patient_id=ids[0] if len(ids) == 1 else None,
        detail={
            "recipient": handed.recipient,
            "purpose": str(handed.purpose),
            "form": str(draft.form),
            "patients": len(ids),
        },
        moment=moment,
        rules=rules,
    )
    return Changes(PARTS, frozenset(ids))


@needs(Action.EXPORT)
def correct_disclosure(
    session: Session, draft: CorrectionDraft, *, moment: Moment, rules: Rules
) -> Changes:
    """Enter what a disclosure was in truth, beside the entry that stays as it is.

    Missing when there is none, Stale when it was corrected already.
    """
    draft = check_correction(draft)
    record = session.get(DisclosureRecord, draft.disclosure_id)
    if record is None:
        raise Missing("This disclosure is not in the register. Look at the list again.")
    table = DisclosureRecord.__table__.c
    if session.scalar(select(table.id).where(table.corrects_id == record.id)) is not None:
        raise Stale("This entry was corrected meanwhile. Look at the newer one.")
    corrected = DisclosureRecord(
        patient_id=record.patient_id,
        at=record.at,
        entered_at=moment.now,
        by_id=moment.actor,
        kind=record.kind,
        form=record.form,
        recipient=draft.handed.recipient,
        purpose=draft.handed.purpose,
        purpose_note=draft.handed.note,
        what=record.what,
        digest=record.digest,
        is_encrypted=record.is_encrypted,
        patients_count=record.patients_count,
        corrects_id=record.id,
        reason=draft.reason,
    )
    session.add(corrected)
    session.flush()
    words = "The disclosure is corrected; the entry before stays readable."
    return Changes(PARTS, frozenset({record.patient_id}), made=corrected.id, summary=words)
