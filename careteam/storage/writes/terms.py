"""Changing the clinic's lists of words: reasons, topics, modes, outcomes, and the text macros."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from careteam.domain.access import Action, needs
from careteam.domain.catalogue_drafts import (
    MacroDraft,
    TermDraft,
    check_macro,
    check_term,
    new_key,
)
from careteam.domain.changes import Changes
from careteam.domain.contacts import NO_CONTACT_MODE
from careteam.domain.errors import Missing, Refused
from careteam.domain.moment import Moment
from careteam.domain.rules import Rules
from careteam.storage.tables import MacroRecord, TermRecord
from careteam.storage.writes.catalogue import CATALOGUE, GONE
from careteam.storage.writes.recompute import follow

OUTCOME, MODE = "outcome", "mode"
EDITABLE = (
    "reason",
    "topic",
    "intervention",
    MODE,
    OUTCOME,
    "end_reason",
    "decline_reason",
    "snooze_reason",
    "overlay",
    "modality",
    "test",
    "symptom",
    "risk_factor",
    "concern",
    "barrier",
    "referral_method",
    "trial_reason",
    "dismiss_reason",
    "checklist_hct",
    "checklist_car_t",
)
"""The lists whose words a clinic chooses itself; the others are coded lists of the field."""


@needs(Action.SETTINGS)
def add_term(session: Session, draft: TermDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Put a new word at the end of a list; Refused when the list has it already."""
    records = _records(session, draft.kind)
    draft = check_term(draft, {each.label: each.is_active for each in records})
    record = TermRecord(
        kind=draft.kind,
        key=new_key(draft.label, frozenset(each.key for each in records)),
        label=draft.label,
        details={"reached": draft.is_reached} if draft.kind == OUTCOME else {},
        position=max((each.position for each in records), default=-1) + 1,
    )
    record.details = _details(record, draft)
    session.add(record)
    session.flush()
    return Changes(CATALOGUE, summary=f"{draft.label} is in the list.", many=True)


@needs(Action.SETTINGS)
def save_term(session: Session, draft: TermDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Change a word of a list; with an outcome's retry days the due days of its tries move.

    Whether an outcome reached somebody is fixed once it is in use: contacts were counted by it.
    """
    records = _records(session, draft.kind)
    record = next((each for each in records if each.key == draft.key), None)
    if record is None:
        raise Missing(GONE)
    others = {each.label: each.is_active for each in records if each is not record}
    draft = check_term(draft, others)
    before = record.details.get("retry")
    record.label, record.details = draft.label, _details(record, draft)
    session.add(record)
    parts = CATALOGUE
    if before != record.details.get("retry"):
        parts |= follow(session, moment=moment)
    session.flush()
    return Changes(parts, summary=f"{draft.label} is saved.", many=True)


@needs(Action.SETTINGS)
def switch_term(
    session: Session, kind: str, key: str, is_active: bool, *, moment: Moment, rules: Rules
) -> Changes:
    """Offer a word no longer, or again; what was recorded with it keeps it.

    Refused for the last word of a list, and for the mode that means no contact at all.
    """
    records = _records(session, kind)
    record = next((each for each in records if each.key == key), None)
    if record is None:
        raise Missing(GONE)
    if not is_active:
        if (kind, key) == (MODE, NO_CONTACT_MODE):
            raise Refused.at("", "This mode keeps reviews of the chart apart from contacts.")
        if not any(each.is_active for each in records if each is not record):
            raise Refused.at("", "This is the last word of its list; add another one first.")
    record.is_active = is_active
    session.add(record)
    session.flush()
    words = "on" if is_active else "off"
    return Changes(CATALOGUE, summary=f"{record.label} is switched {words}.", many=True)


@needs(Action.SETTINGS)
def order_terms(
    session: Session, kind: str, keys: Sequence[str], *, moment: Moment, rules: Rules
) -> Changes:
    """Show the words of a list in this order; words that are not named follow."""
    records = {each.key: each for each in _records(session, kind)}
    known = [key for key in keys if key in records]
    for place, key in enumerate(dict.fromkeys([*known, *records])):
        records[key].position = place
        session.add(records[key])
    session.flush()
    return Changes(CATALOGUE, summary="The list is in its new order.", many=True)


@needs(Action.SETTINGS)
def save_macro(session: Session, draft: MacroDraft, *, moment: Moment, rules: Rules) -> Changes:
    """Keep a macro, under a new short word too; Refused when another macro has that one."""
    draft = check_macro(draft)
    if draft.short != draft.was and session.get(MacroRecord, draft.short) is not None:
        raise Refused.at("short", "{short} stands for another text already.", short=draft.short)
    if draft.was and draft.was != draft.short:
        _delete_macro(session, draft.was)
    session.merge(MacroRecord(short=draft.short, text=draft.text))
    session.flush()
    return Changes(CATALOGUE, summary=f"{draft.short} is saved.", many=True)


@needs(Action.SETTINGS)
def remove_macro(session: Session, short: str, *, moment: Moment, rules: Rules) -> Changes:
    """Forget a macro; notes keep the text that it put in."""
    _delete_macro(session, short)
    session.flush()
    return Changes(CATALOGUE, summary=f"{short} is removed.", many=True)


def _delete_macro(session: Session, short: str) -> None:
    record = session.get(MacroRecord, short)
    if record is None:
        raise Missing(GONE)
    session.delete(record)
    session.flush()


def _records(session: Session, kind: str) -> Sequence[TermRecord]:
    if kind not in EDITABLE:
        raise Refused.at("kind", "The words of this list are fixed.")
    table = TermRecord.__table__.c
    query = select(TermRecord).where(table.kind == kind).order_by(table.position, table.key)
    return session.scalars(query).all()


def _details(record: TermRecord, draft: TermDraft) -> dict[str, Any]:
    details = {name: value for name, value in record.details.items() if name != "retry"}
    if draft.kind in (OUTCOME, MODE):
        details["short"] = draft.short or draft.label
    if draft.kind == OUTCOME and draft.retry_days is not None:
        details["retry"] = draft.retry_days
    return details
