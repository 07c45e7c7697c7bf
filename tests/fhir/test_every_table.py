"""Every table is in a whole record, or it is said why it is not: a new one cannot be forgotten."""

import re
from dataclasses import fields
from typing import get_args, get_type_hints

from sqlalchemy import event
from sqlmodel import SQLModel

from careteam.domain import kept
from careteam.domain.kept import KeptParts
from careteam.storage.reads.record_parts import _TABLES
from tests.fhir.conftest import Leaving

RULE = "a rule of the clinic"
WORD = "a word of the clinic's lists, told with each row that uses it"
OWN = "a nurse's own"
BEFORE = "what stood before it was amended; how often is told of a contact"
MEASURE = "what an import brought last: the measure of the next one here"
LEFT_OUT = {
    "absence": "when a colleague is away is the clinic's plan, and no part of a patient's record",
    "account": "who may sign in here says nothing of a patient",
    "audit": "the trail says who did what in this database, and cannot be true in another",
    "audit_review": "reviews of the trail stay with the trail",
    "barrier_report": "a report of the clinic's that somebody keeps",
    "cadence": RULE,
    "contact_version": BEFORE,
    "disclosure": "the accounting of what left is each clinic's own duty (45 CFR 164.528)",
    "draft": "typed and not yet kept",
    "emergency": "a chart that was opened in an emergency: a part of the trail",
    "followed": OWN,
    "holiday": RULE,
    "import_run": "what was taken in here, and when",
    "instrument": RULE,
    "letterhead": "how the clinic's papers look",
    "macro": "words that the clinic writes often",
    "milestone_template": RULE,
    "month_lock": "a lock on this clinic's own sums",
    "pathway": RULE,
    "patient_source": MEASURE,
    "person_source": MEASURE,
    "phase": WORD,
    "phase_role": RULE,
    "program": "the rules of a program; its key and name are told with each enrolment",
    "role": WORD,
    "saved_filter": OWN,
    "setting": "the clinic's name and namespace are told, nothing else",
    "snooze": "for how long a name was put off on this clinic's call list",
    "suggestion": "what rules here proposed and a person may still decide",
    "term": WORD,
    "time_entry_version": BEFORE,
    "trigger": RULE,
}
READ_FOR_LITTLE = frozenset({"contact_version", "setting"})
UNDER = {
    "actions": "KeptAction",
    "referral_steps": "KeptReferralStep",
    "offer_steps": "KeptOfferStep",
}
PARENT = "the row that it belongs under, in which it leaves"
CAUSE = "the rule of this clinic that planned or asked for it"
BOARD = "kept by triggers and by the rules of this clinic"
CLOCK = "made anew from the moment on the clock of the clinic that takes it in"
COLUMNS_LEFT_OUT = {
    "barrier_action": {"barrier_id": PARENT},
    "referral": {
        "suggestion_id": CAUSE,
        "assignment_id": "the place that it led to, which stands in the care team by itself",
    },
    "referral_step": {"referral_id": PARENT},
    "follow_up": {
        "source_kind": CAUSE,
        "source_id": CAUSE,
        "rule": CAUSE,
        "closed_at": "when it was ticked off here",
    },
    "trial_step": {"offer_id": PARENT},
    "milestone": {"template_id": CAUSE, "phase_id": CAUSE},
    "escalation": {"rule": CAUSE},
    "team_role": {
        "is_filled": BOARD, "has_backup": BOARD, "is_required": BOARD, "open_since": BOARD,
    },
    "time_entry": {"day": CLOCK, "zone": CLOCK, "minutes_over": CLOCK},
}  # fmt: skip
"""By table, columns that do not leave, with the reason."""
ROW_ONLY = frozenset(
    {
        "id", "external_id", "patient_id", "version", "made_at", "recorded_at", "entered_at",
        "changed_at", "retracted_at", "retract_reason",
    }
)  # fmt: skip
"""When a row was typed in here is no fact about the patient; what was withdrawn says so."""


def _read(demo: Leaving) -> set[str]:
    """The tables that are read for whole records, told by the selects themselves."""
    seen: list[str] = []
    engine = demo.store._engine

    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert demo.records()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    found = {name for each in seen for name in re.findall(r'(?:FROM|JOIN)\s+"?(\w+)', each)}
    return found & set(SQLModel.metadata.tables)


def test_every_table_leaves_with_a_record_or_says_why_it_does_not(demo: Leaving) -> None:
    read, every = _read(demo) - READ_FOR_LITTLE, set(SQLModel.metadata.tables)
    assert every - read - set(LEFT_OUT) == set(), "neither leaves nor is named"
    assert read & set(LEFT_OUT) == set(), "leaves, and is named as left out"
    assert set(LEFT_OUT) - every == set(), "no such table"


def test_every_column_of_the_clinical_record_leaves_or_is_named() -> None:
    hints = get_type_hints(KeptParts)
    found: dict[str, set[str]] = {}
    for name, (record, _) in _TABLES.items():
        kind = getattr(kept, UNDER[name]) if name in UNDER else get_args(hints[name])[0]
        told = {field.name for field in fields(kind)} | ROW_ONLY
        names = {column.name for column in record.__table__.c}
        left = {one for one in names if one not in told and one.removesuffix("_id") not in told}
        if left:
            found[record.__table__.name] = left
    assert found == {name: set(each) for name, each in COLUMNS_LEFT_OUT.items()}
