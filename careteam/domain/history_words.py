"""What the columns of a record are called and hold, in the clinic's words: for its history."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from careteam.domain.dates import day_shown, moment_shown
from careteam.domain.due import NEVER
from careteam.domain.rules import Rules

PEOPLE = frozenset(
    {
        "person_id", "by_id", "made_by_id", "decided_by_id", "to_person_id", "with_person_id",
        "owner_id", "cover_id", "billing_id", "supervising_id", "practitioner_id",
    }
)  # fmt: skip
"""Columns that name somebody of the directory."""

COLUMNS = {
    "address_city": "the city",
    "address_country": "the country",
    "address_line": "the street",
    "address_postal_code": "the postal code",
    "address_state": "the state of the address",
    "admitted_on": "the day of admission",
    "ask_at_phase": "the phase to ask again in",
    "ask_on": "the day to ask again",
    "at": "the time",
    "billing_id": "who bills",
    "close_note": "the closing note",
    "closed_on": "the day it was closed",
    "cns_status": "the CNS status",
    "consent_on": "the day of consent",
    "decline_note": "the note on declining",
    "decline_reason": "why it was declined",
    "declined_on": "the day it was declined",
    "diagnosed_on": "the day of diagnosis",
    "directive_place": "where the directive lies",
    "discharged_on": "the day of discharge",
    "dismiss_reason": "why it was dismissed",
    "done_on": "the day it was done",
    "due_on": "the due day",
    "due_time": "the time",
    "email": "the e-mail address",
    "end_note": "the note on the end",
    "end_reason": "why it ended",
    "ended_on": "the end",
    "ends_on": "the end",
    "first_treated_on": "the first day of treatment",
    "found_on": "the day it was found",
    "given_by": "who gave it",
    "has_directive": "whether there is a directive",
    "held_since": "the day since which it rests",
    "hold_reason": "why it rests",
    "icd_state": "the state in ICD-10-CM",
    "intent": "the aim of treatment",
    "is_caregiver": "whether it is a caregiver",
    "is_cancelled": "whether it is cancelled",
    "is_emergency": "whether to call in an emergency",
    "is_for_an_hour": "whether it lasted an hour",
    "is_late_entry": "whether it was entered late",
    "is_planned": "whether it was planned",
    "is_reached": "whether somebody was reached",
    "is_removed": "whether it was taken away",
    "is_required": "whether it is asked for",
    "is_wrong": "whether it is wrong",
    "may_leave_message": "whether a message may be left",
    "may_talk": "whether we may talk to them",
    "minutes_over": "the minutes after midnight",
    "mrd": "the MRD",
    "mrn": "the MRN",
    "needs_interpreter": "whether an interpreter is needed",
    "next_due_on": "the due day",
    "on_day": "the day",
    "owner_id": "who does it",
    "owner_role": "the role that does it",
    "planned_on": "the planned day",
    "practitioner_id": "with whom",
    "preferred": "what they like to be called",
    "reason_text": "the reason",
    "referred_on": "the day of referral",
    "requested_on": "the day of the request",
    "retract_reason": "why it was retracted",
    "retracted_at": "when it was retracted",
    "scheduled_on": "the appointment",
    "shaped_by": "what shapes it",
    "since": "the beginning",
    "snoozed_until": "the day until which it is put off",
    "started_on": "the start",
    "starts_on": "the start",
    "state_on": "the day of that",
    "status_reason": "the reason of the status",
    "subtype": "the diagnosis",
    "supervising_id": "who supervises",
    "temp_tenths": "the temperature",
    "to_name": "where it goes",
    "to_role": "the role it goes to",
    "told_at": "when somebody was told",
    "told_how": "how somebody was told",
    "told_who": "who was told",
    "until": "the day until which it is put off",
    "used_interpreter": "whether an interpreter helped",
    "with_kind": "with whom",
    "with_name": "with whom by name",
}
"""Columns that are not told by their own name."""

LISTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("alert", "kind"): ("alert",),
    ("assignment", "end_reason"): ("end_reason",),
    ("barrier", "category"): ("barrier",),
    ("care_profile", "cns_status"): ("cns_status",),
    ("care_profile", "intent"): ("treatment_intent",),
    ("care_profile", "learning_preference"): ("learning_preference",),
    ("care_profile", "risk_group"): ("risk_group",),
    ("checklist_item", "key"): ("checklist_hct", "checklist_car_t"),
    ("contact", "activity"): ("time_activity",),
    ("contact", "interventions"): ("intervention",),
    ("contact", "reasons"): ("reason",),
    ("contact", "topics"): ("topic",),
    ("disease_status", "mrd"): ("mrd_status",),
    ("disease_status", "remission"): ("remission",),
    ("escalation", "flag"): ("red_flag",),
    ("finding", "key"): ("symptom", "risk_factor"),
    ("initiating_visit", "kind"): ("visit_kind",),
    ("milestone", "kind"): ("test",),
    ("overlay", "kind"): ("overlay",),
    ("patient", "icd_state"): ("icd_state",),
    ("patient", "language"): ("language",),
    ("patient", "other_languages"): ("language",),
    ("patient", "sex"): ("sex",),
    ("patient", "subtype"): ("subtype",),
    ("patient_phone", "kind"): ("phone_kind",),
    ("referral", "method"): ("referral_method",),
    ("related", "relationship"): ("relationship",),
    ("snooze", "reason"): ("snooze_reason",),
    ("suggestion", "dismiss_reason"): ("dismiss_reason",),
    ("team_role", "decline_reason"): ("decline_reason",),
    ("time_entry", "activity"): ("time_activity",),
    ("time_entry", "work"): ("time_work",),
    ("treatment", "modality"): ("modality",),
    ("trial_offer", "reason"): ("trial_reason",),
    ("trial_step", "reason"): ("trial_reason",),
}
"""The lists of the catalogue whose keys a column of a table holds, the first that has it."""

PLAIN = frozenset(
    {
        "clinical", "direction", "form", "kind", "key", "list", "priority", "rank", "reason_kind",
        "source_kind", "state", "status", "to_kind", "told_how", "way", "with_kind",
    }
)  # fmt: skip
"""Columns of a few fixed words of the program's own."""

ANSWERS = ("is_", "needs_", "may_", "has_", "used_")
MOST_SHOWN = 80
Named = Callable[[int], str]
_OF_DAYS = re.compile(r"(.+_)?(on|day|since|until)|at|.+_at|birth_date|month|valid_(from|to)")
"""Columns of days and times; what looks like one elsewhere was typed and stays as it is."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Wording:
    """What words are taken from: the clinic's lists, its time zone, and names by person's id."""

    rules: Rules
    zone: str
    name: Named

    def column(self, column: str) -> str:
        """What a column is called."""
        if column in COLUMNS:
            return COLUMNS[column]
        words = column.removesuffix("_id").removesuffix("_on").removesuffix("_at")
        return f"the {words.removeprefix('is_').replace('_', ' ')}"

    def value(self, entity: str, column: str, value: Any) -> str:
        """What a column of a table holds, `nothing` when it is empty."""
        if value is None or value == "":
            return "nothing"
        if column in PEOPLE:
            return self.name(value)
        if column.startswith(ANSWERS):
            return "yes" if value else "no"
        if column == "temp_tenths":
            return f"{value / 10:.1f} °C"
        return self._words(entity, column, str(value))

    def _words(self, entity: str, column: str, text: str) -> str:
        if _OF_DAYS.fullmatch(column):
            return self._day(text)
        lists = LISTS.get((entity, column), ())
        if lists and text.startswith("["):
            return ", ".join(self._term(lists, key) for key in json.loads(text)) or "nothing"
        if column == "other_languages":
            return ", ".join(self._term(lists, key) for key in text.split())
        if lists:
            return self._term(lists, text)
        known = self._known(column, text)
        if known != text or column not in PLAIN:
            return known if len(known) <= MOST_SHOWN else f"{known[:MOST_SHOWN].rstrip()}…"
        return text.replace("_", " ")

    def _day(self, text: str) -> str:
        """A day, or a time of UTC on the clinic's clock; a birth date may be a year alone."""
        if text == NEVER.isoformat():
            return "no day"
        if _DAY.fullmatch(text):
            return day_shown(date.fromisoformat(text))
        if not _DAY.match(text):
            return text
        at = datetime.fromisoformat(text).replace(tzinfo=UTC)
        return moment_shown(at.astimezone(ZoneInfo(self.zone)))

    def _term(self, lists: tuple[str, ...], key: str) -> str:
        terms = self.rules.catalogue.terms
        found = next((terms[one][key].label for one in lists if key in terms.get(one, {})), "")
        return found or (key.replace("_", " ") if _KEY.fullmatch(key) else key)

    def _known(self, column: str, key: str) -> str:
        catalogue, clinical = self.rules.catalogue, self.rules.clinical
        holders: Mapping[str, Mapping[str, Any]] = {
            "mode": catalogue.modes,
            "outcome": catalogue.outcomes,
            "instrument": clinical.instruments,
            "pathway": clinical.pathways,
            "rule": {**clinical.cadence, **clinical.triggers},
            "phase": catalogue.phases,
            "phase_key": catalogue.phases,
            "ask_at_phase": catalogue.phases,
            "role": catalogue.roles,
            "role_key": catalogue.roles,
            "owner_role": catalogue.roles,
            "to_role": catalogue.roles,
        }
        if column == "program":
            return self.rules.time.label(key)
        one = holders.get(column, {}).get(key)
        return one.label if one is not None else key
