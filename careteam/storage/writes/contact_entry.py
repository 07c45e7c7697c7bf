"""What a contact's draft becomes in its table; the statement that keeps it is made once."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select
from sqlmodel import Session

from careteam.domain.contacts import NO_CONTACT_MODE, ContactDraft, With, attempts_after, is_late
from careteam.domain.errors import Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.domain.time_drafts import program_problems
from careteam.storage.tables import ContactRecord, RelatedRecord
from careteam.storage.writes.counted import over_of
from careteam.storage.writes.history import attempts_before
from careteam.storage.writes.statements import add_row

_related = RelatedRecord.__table__.c
_RELATED_TO = select(_related.patient_id).where(_related.id == bindparam("related_id"))
_KEEP = insert(ContactRecord.__table__)


def entered(
    session: Session,
    draft: ContactDraft,
    holders: Sequence[Row[Any]],
    entered_at: datetime,
    *,
    moment: Moment,
    rules: Rules,
    amends: int | None = None,
) -> dict[str, Any]:
    """The columns of a contact that its draft decides.

    `holders` are the open assignments of its role; `amends` the contact that is changed, which
    is no try before itself. Refused for a caregiver who is not the patient's, and for a program
    that is not offered on its day.
    """
    _check_caregiver(session, draft)
    day = moment.local(draft.at).date()
    _check_program(draft, day, rules)
    is_contact = draft.mode != NO_CONTACT_MODE
    is_reached = is_contact and rules.catalogue.outcomes[draft.outcome].is_reached
    is_try = is_contact and not is_reached
    before = 0
    if is_try:
        before = attempts_before(session, draft.patient_id, draft.role, draft.at, amends)
    return {
        "role": draft.role,
        "mode": draft.mode,
        "outcome": draft.outcome,
        "at": draft.at,
        "day": day,
        "zone": moment.zone,
        "is_late_entry": is_late(draft.at, entered_at),
        "assignment_id": _assignment_for(draft, holders),
        "person_id": draft.person_id,
        "with_kind": draft.with_kind,
        "with_related_id": draft.with_ref if draft.with_kind is With.CAREGIVER else None,
        "with_person_id": draft.with_ref if draft.with_kind is With.TEAM_MEMBER else None,
        "with_name": draft.with_name,
        "direction": draft.direction,
        "is_reached": is_reached,
        "attempt": attempts_after(before, is_reached=not is_try),
        "minutes": draft.minutes,
        "reasons": list(draft.reasons),
        "topics": list(draft.topics),
        "interventions": list(draft.interventions),
        "note": draft.note,
        "used_interpreter": draft.used_interpreter,
        "program": draft.program,
        "activity": draft.activity if draft.program else "",
        "minutes_over": over_of(draft.at, draft.minutes, moment) if draft.program else 0,
    }


def keep_contact(session: Session, values: dict[str, Any]) -> int:
    """Put a new contact into its table; gives its id."""
    return add_row(session, _KEEP, values)


def _check_program(draft: ContactDraft, day: date, rules: Rules) -> None:
    if not draft.program:
        return
    problems = program_problems(draft.program, draft.activity, day, rules.catalogue, rules.time)
    if problems:
        raise Refused(problems)


def _check_caregiver(session: Session, draft: ContactDraft) -> None:
    if draft.with_kind is not With.CAREGIVER or draft.with_ref is None:
        return
    patient_id = session.scalar(_RELATED_TO, {"related_id": draft.with_ref})
    if patient_id != draft.patient_id:
        raise Refused.at("with_ref", "This caregiver is not one of the patient's; choose again.")


def _assignment_for(draft: ContactDraft, holders: Sequence[Row[Any]]) -> int | None:
    exact = [row for row in holders if row.person_id == draft.person_id]
    if exact:
        return exact[0].id
    return holders[0].id if holders and draft.person_id is None else None
