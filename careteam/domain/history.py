"""The history of a record in plain words, told from rows of the audit trail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from careteam.domain.audit import Event
from careteam.domain.dates import day_shown
from careteam.domain.disclosures import NOT_SAID, Form, event_of, kind_words, purpose_words
from careteam.domain.due import NEVER
from careteam.domain.rules import Rules


class Kind(StrEnum):
    """What the history can be narrowed to."""

    RECORD = "record"
    TEAM = "team"
    CONTACTS = "contacts"
    PATHWAY = "pathway"
    NEEDS = "needs"
    SEEN = "seen"


NOUNS: Mapping[Kind, Mapping[str, str]] = {
    Kind.RECORD: {
        "patient": "the registration",
        "patient_phone": "a phone number",
        "patient_identifier": "an identifier",
        "related": "a caregiver",
        "alert": "an alert",
        "condition": "a condition",
    },
    Kind.TEAM: {
        "team_role": "a role of the board",
        "assignment": "an assignment",
        "snooze": "a put-off",
        "suggestion": "a suggestion",
        "referral": "a referral",
        "referral_step": "a step of a referral",
    },
    Kind.CONTACTS: {
        "contact": "a contact",
        "follow_up": "a next step",
        "time_entry": "work logged",
        "enrolment": "an enrollment in a program",
        "time_consent": "a consent to a program",
        "initiating_visit": "an initiating visit",
    },
    Kind.PATHWAY: {
        "milestone": "a milestone",
        "overlay": "an overlay",
        "stay": "a stay",
        "treatment": "a treatment",
        "disease_status": "a disease status",
        "finding": "a finding",
        "conference": "a conference",
        "checklist_item": "an item of a checklist",
        "trial_offer": "an offer of a trial",
        "trial_step": "a step of a trial",
    },
    Kind.NEEDS: {
        "screening": "a score",
        "barrier": "a barrier",
        "barrier_action": "an action for a barrier",
        "escalation": "a red flag",
        "care_profile": "the preferences",
    },
    Kind.SEEN: {"disclosure": "a disclosure"},
}
"""The tables that a history tells of; others only repeat what stands in these."""

PAPERS = {
    "chart": "the chart",
    "search": "the patient",
    "summary": "the care summary",
    "handoff": "the handoff sheet",
    "fhir_summary": "the care summary in FHIR",
    "fhir_record": "the whole record in FHIR",
    "contacts": "the contacts",
}
EVENTS = {
    Event.OPENED: "opened {paper}",
    Event.FOUND: "found {paper} by searching",
    Event.EXPORTED: "saved {paper} as a file",
    Event.PRINTED: "printed {paper}",
    Event.COPIED: "copied {paper} as text",
    Event.UNLOCKED: "unlocked the desk",
    Event.LOCKED: "locked the desk",
    Event.WRONG: "typed a wrong passphrase",
    Event.RESTORED: "put a copy of the database back",
    Event.BROKEN: "found the audit trail broken:",
    Event.ACCEPTED: "accepted a break of the audit trail:",
}
VERBS = {"insert": "added", "update": "changed", "delete": "deleted"}
UNTOLD = frozenset(
    {
        "id", "patient_id", "external_id", "external_key", "version", "created_at", "updated_at",
        "recorded_at", "entered_at", "made_at", "zone", "position", "source", "status_on",
        "phase_since", "known_since", "body", "due_kind", "attempts", "tried_on", "retry_days",
        "reached_on",
    }
)  # fmt: skip
"""Columns that say nothing to a nurse, or what another one says already."""

PEOPLE = frozenset(
    {
        "person_id", "by_id", "made_by_id", "decided_by_id", "to_person_id", "with_person_id",
        "owner_id", "cover_id", "billing_id", "supervising_id", "practitioner_id",
    }
)  # fmt: skip
"""Columns that name somebody of the directory."""

NAMING = (
    "role", "kind", "instrument", "category", "title", "label", "name", "text", "number", "what",
    "phase", "rule", "program",
)  # fmt: skip
"""The first of these that a row has tells which one it is."""

COLUMNS = {
    "next_due_on": "the due day",
    "due_on": "the due day",
    "due_time": "the time",
    "is_required": "whether it is asked for",
    "is_reached": "whether somebody was reached",
    "ends_on": "the end",
    "starts_on": "the start",
    "held_since": "the day since which it rests",
    "subtype": "the diagnosis",
    "mrn": "the MRN",
    "billing_id": "who bills",
    "supervising_id": "who supervises",
    "practitioner_id": "with whom",
    "minutes_over": "the minutes after midnight",
}
"""Columns that are not told by their own name."""

MOST_SHOWN = 80
Named = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the trail: what was done to which entity, with its values."""

    action: str
    entity: str
    detail: Mapping[str, Any]


def kind_of(entity: str) -> Kind:
    """The part of the record that a table belongs to; events are about what was seen."""
    return next((kind for kind, nouns in NOUNS.items() if entity in nouns), Kind.SEEN)


def sentence_of(told: Told, rules: Rules, name: Named) -> str:
    """What was done, to stand after a name: `changed the phase from Workup to Induction`.

    `name` gives the name of a person of the directory by their id.
    """
    if told.action in EVENTS:
        paper = PAPERS.get(told.entity, f"the {kind_words(told.entity)}")
        done = EVENTS[Event(told.action)].format(paper=paper)
        return " ".join(filter(None, (done, _handed(told.detail), told.detail.get("said", ""))))
    if told.entity == "disclosure":
        return _disclosed(told.detail)
    noun = NOUNS[kind_of(told.entity)].get(told.entity, told.entity.replace("_", " "))
    verb = VERBS.get(told.action, told.action)
    if told.action != "update":
        naming = () if told.entity == "patient" else NAMING
        shown = next((told.detail[key] for key in naming if told.detail.get(key)), None)
        parts = [_value("role", shown, rules, name)] if shown else []
        parts += [name(told.detail["person_id"])] if "person_id" in told.detail else []
        return f"{verb} {noun}" + (f": {', '.join(parts)}" if parts else "")
    parts = [
        f"{_column(column)} from {_value(column, old, rules, name)} "
        f"to {_value(column, new, rules, name)}"
        for column, (old, new) in told.detail.items()
        if column not in UNTOLD and (column in PEOPLE or not column.endswith("_id"))
    ]
    if not parts:
        return f"{verb} {noun}"
    return f"{verb} " + ("" if told.entity == "patient" else f"{noun}: ") + ", ".join(parts)


def _disclosed(detail: Mapping[str, Any]) -> str:
    """`printed the care summary for Dr Raman (care coordination)`."""
    kind, form = detail.get("kind", ""), Form(detail.get("form", Form.PDF))
    paper = PAPERS.get(kind, f"the {kind_words(kind)}")
    what = EVENTS[event_of(form)].format(paper=paper)
    count = detail.get("patients_count") or 1
    among = "" if count == 1 else f", with {count - 1:,} more"
    handed = _handed(detail)
    if detail.get("corrects_id"):
        return f"corrected the register: {what} {handed}; because: {detail.get('reason', '')}"
    sealed = ", protected with a password" if detail.get("is_encrypted") else ""
    return f"{what} {handed}{among}{sealed}"


def _handed(detail: Mapping[str, Any]) -> str:
    if not detail.get("purpose"):
        return ""
    why = purpose_words(detail["purpose"], detail.get("purpose_note") or "")
    recipient = detail.get("recipient", "")
    to = "without saying for whom" if recipient == NOT_SAID else f"for {recipient}"
    return f"{to} ({why})"


def _column(column: str) -> str:
    if column in COLUMNS:
        return COLUMNS[column]
    words = column.removesuffix("_id").removesuffix("_on").removesuffix("_at").removeprefix("is_")
    return f"the {words.replace('_', ' ')}"


def _value(column: str, value: Any, rules: Rules, name: Named) -> str:
    if value is None or value == "":
        return "nothing"
    if value == NEVER.isoformat():
        return "no day"
    if column in PEOPLE:
        return name(value)
    if column.startswith(("is_", "needs_", "may_")):
        return "yes" if value else "no"
    text = str(value)
    if column.endswith("_on") and len(text) == len("2026-11-20"):
        return day_shown(date.fromisoformat(text))
    known = rules.catalogue
    if text in known.phases:
        return known.phase_label(text)
    if text in known.roles:
        return known.role_label(text)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rstrip()}…"
