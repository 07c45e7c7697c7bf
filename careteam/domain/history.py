"""The history of a record in plain words, told from rows of the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from careteam.domain.audit import Event
from careteam.domain.disclosures import NOT_SAID, Form, event_of, kind_words, purpose_words
from careteam.domain.history_words import PEOPLE, Wording


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

UNTOLD_OF: Mapping[str, frozenset[str]] = {
    "checklist_item": frozenset({"changed_at"}),
    "contact": frozenset({"day"}),
    "follow_up": frozenset({"closed_at"}),
    "suggestion": frozenset({"decided_at", "decided_by_id", "details"}),
    "time_entry": frozenset({"day"}),
}
"""The same of one table only: in others they are what the change was about."""

NAMING = (
    "role", "kind", "instrument", "category", "title", "label", "name", "text", "number", "what",
    "phase", "rule", "program",
)  # fmt: skip
"""The first of these that a row has tells which one it is."""

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "alert": ("kind", "text"),
    "barrier": ("category",),
    "barrier_action": ("text",),
    "checklist_item": ("key",),
    "condition": ("text/code",),
    "conference": ("question",),
    "contact": ("role", "person_id", "mode", "outcome"),
    "disease_status": ("remission",),
    "enrolment": ("program",),
    "escalation": ("flag",),
    "finding": ("key",),
    "initiating_visit": ("program", "kind"),
    "milestone": ("label/kind",),
    "patient": (),
    "patient_phone": ("kind", "number"),
    "patient_identifier": ("kind", "value"),
    "referral": ("to_name/to_role/to_person_id",),
    "referral_step": ("state",),
    "screening": ("instrument", "score"),
    "stay": ("kind", "reason"),
    "suggestion": ("role/text",),
    "time_consent": ("program",),
    "time_entry": ("program", "work/activity"),
    "treatment": ("modality", "detail"),
    "trial_offer": ("state",),
    "trial_step": ("state",),
}
"""What tells which row of a table it is, in order; of several by / the first that it has."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the trail: what was done to which entity, with its values.

    `first` has the values with which the entity was added, where they are known.
    """

    action: str
    entity: str
    detail: Mapping[str, Any]
    first: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was done, and how: what changed, or for whom it was; a `joint` stands between them."""

    what: str
    how: str = ""
    joint: str = " "

    def __str__(self) -> str:
        return self.joint.join(filter(None, (self.what, self.how)))


def kind_of(entity: str) -> Kind:
    """The part of the record that a table belongs to; events are about what was seen."""
    return next((kind for kind, nouns in NOUNS.items() if entity in nouns), Kind.SEEN)


def sentence_of(told: Told, wording: Wording) -> Sentence:
    """What was done, to stand after a name: `changed a milestone (MRD) – the result: negative`."""
    if told.action in EVENTS:
        paper = PAPERS.get(told.entity, f"the {kind_words(told.entity)}")
        done = EVENTS[Event(told.action)].format(paper=paper)
        return Sentence(done, _joined(_handed(told.detail), told.detail.get("said", "")))
    if told.entity == "disclosure":
        return _disclosed(told.detail)
    noun = NOUNS[kind_of(told.entity)].get(told.entity, told.entity.replace("_", " "))
    verb = VERBS.get(told.action, told.action)
    if told.action != "update":
        return Sentence(f"{verb} {noun}", _which(told.entity, told.detail, wording), ": ")
    which = _which(told.entity, told.first, wording)
    untold = UNTOLD | UNTOLD_OF.get(told.entity, frozenset())
    parts = [
        _changed(told.entity, column, old, new, wording)
        for column, (old, new) in told.detail.items()
        if column not in untold and (column in PEOPLE or not column.endswith("_id"))
    ]
    what = f"{verb} {noun}" + (f" ({which})" if which else "")
    return Sentence(what, ", ".join(parts), " – ")


def _which(entity: str, values: Mapping[str, Any], wording: Wording) -> str:
    """Which row it is, by what it was when it was added."""
    named = NAMED_BY.get(entity)
    if named is None:
        first = next((column for column in NAMING if values.get(column)), "")
        named = (first, "person_id")
    columns = (
        next((one for one in column.split("/") if values.get(one) not in (None, "")), "")
        for column in named
    )
    words = (wording.value(entity, column, values[column]) for column in columns if column)
    return ", ".join(words)


def _changed(entity: str, column: str, old: Any, new: Any, wording: Wording) -> str:
    was, value = (wording.value(entity, column, one) for one in (old, new))
    called = wording.column(column)
    return f"{called}: {value}" if old in (None, "") else f"{called} from {was} to {value}"


def _disclosed(detail: Mapping[str, Any]) -> Sentence:
    """`printed the care summary for Dr Raman (care coordination)`."""
    kind, form = detail.get("kind", ""), Form(detail.get("form", Form.PDF))
    paper = PAPERS.get(kind, f"the {kind_words(kind)}")
    what = EVENTS[event_of(form)].format(paper=paper)
    count = detail.get("patients_count") or 1
    among = "" if count == 1 else f", with {count - 1:,} more"
    handed = _handed(detail)
    if detail.get("corrects_id"):
        why = f"; because: {detail.get('reason', '')}"
        return Sentence(f"corrected the register: {what}", f"{handed}{why}")
    sealed = ", protected with a password" if detail.get("is_encrypted") else ""
    return Sentence(what, f"{handed}{among}{sealed}")


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _handed(detail: Mapping[str, Any]) -> str:
    if not detail.get("purpose"):
        return ""
    why = purpose_words(detail["purpose"], detail.get("purpose_note") or "")
    recipient = detail.get("recipient", "")
    to = "without saying for whom" if recipient == NOT_SAID else f"for {recipient}"
    return f"{to} ({why})"
