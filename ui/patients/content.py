"""What stands in the patient form, as plain text that can be kept, compared and read as a draft.

Content is what the nurse sees, also where it cannot be read yet: half a date, half a number.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from careteam.domain.catalogue import Catalogue
from careteam.domain.dates import PartialDate, day_shown, read_day, read_partial
from careteam.domain.errors import Problem, Refused
from careteam.domain.patients import Address, Alert, PatientDraft, RelatedDraft, check
from careteam.domain.phones import Phone

Content = dict[str, Any]
T = TypeVar("T")

LINES = (
    "mrn",
    "family",
    "given",
    "title",
    "preferred",
    "sex",
    "email",
    "language",
    "payer",
    "subtype",
    "icd_state",
    "phase",
)
ADDRESS = ("line", "city", "state", "postal_code", "country")
ASKED = {"": None, "yes": True, "no": False}
EMPTY_RELATED = RelatedDraft("")


def content_of(draft: PatientDraft, today: date) -> Content:
    """A draft as it stands in the form."""
    content: Content = {name: getattr(draft, name) for name in LINES}
    content |= {name: getattr(draft.address, name) for name in ADDRESS}
    content |= {
        "other_languages": list(draft.other_languages),
        "needs_interpreter": draft.needs_interpreter,
        "birth_date": born_words(draft.birth_date, today) if draft.birth_date else "",
        "diagnosed_on": draft.diagnosed_on.shown if draft.diagnosed_on else "",
        "referred_on": _words(draft.referred_on),
        "phase_since": _words(draft.phase_since),
        "phones": [phone_content(phone) for phone in draft.phones],
        "related": [related_content(person) for person in draft.related],
        "alerts": [alert_content(alert) for alert in draft.alerts],
    }
    return content


def phone_content(phone: Phone) -> Content:
    """A phone as it stands in its row."""
    return {
        "number": phone.number,
        "kind": phone.kind,
        "best_time": phone.best_time,
        "may_leave_message": _asked(phone.may_leave_message),
        "is_wrong": phone.is_wrong,
    }


def related_content(person: RelatedDraft) -> Content:
    """A related person as it stands in its row."""
    return {
        "id": person.id,
        "name": person.name,
        "relationship": person.relationship,
        "phone": person.phone,
        "email": person.email,
        "is_caregiver": person.is_caregiver,
        "is_emergency": person.is_emergency,
        "may_talk": _asked(person.may_talk),
        "consent_on": _words(person.consent_on),
        "note": person.note,
    }


def alert_content(alert: Alert) -> Content:
    """An alert as it stands in its row."""
    return {"kind": alert.kind, "text": alert.text, "since": _words(alert.since)}


def born_words(born: PartialDate, today: date) -> str:
    """The birth date with the age, as it is shown back in its field."""
    return born.shown_with_age(today)


def read_born(text: str, today: date, field: str = "birth_date") -> PartialDate:
    """A birth date as typed, or as shown back with the age behind it; Refused when unreadable."""
    return read_partial(re.sub(r"\s*\([^)]*\)\s*$", "", text), today, field)


def draft_from(
    content: Content, *, today: date, catalogue: Catalogue, version: int | None
) -> PatientDraft:
    """The content as a draft that keeps every rule; Refused with all that is wrong at once."""
    problems: list[Problem] = []
    reading = _Reading(today, problems)
    draft = PatientDraft(
        **{name: content[name] for name in LINES},
        address=Address(*(content[name] for name in ADDRESS)),
        other_languages=tuple(content["other_languages"]),
        needs_interpreter=content["needs_interpreter"],
        birth_date=reading.at("birth_date", content["birth_date"], read_born),
        diagnosed_on=reading.at("diagnosed_on", content["diagnosed_on"], read_partial),
        referred_on=reading.at("referred_on", content["referred_on"], read_day),
        phase_since=reading.at("phase_since", content["phase_since"], read_day),
        phones=tuple(_phone(row) for row in content["phones"]),
        related=tuple(
            _related(row, reading.at(f"related.{index}", row["consent_on"], read_day))
            for index, row in enumerate(content["related"])
        ),
        alerts=tuple(
            Alert(row["kind"], row["text"], reading.at(f"alerts.{index}", row["since"], read_day))
            for index, row in enumerate(content["alerts"])
        ),
        version=version,
    )
    try:
        checked = check(draft, catalogue=catalogue, today=today)
    except Refused as refused:
        known = {problem.field for problem in problems}
        problems += [problem for problem in refused.problems if problem.field not in known]
        checked = draft
    if problems:
        raise Refused(problems)
    return checked


def without_version(draft: PatientDraft) -> PatientDraft:
    """The draft as it may be saved over any version: what an undo brings back."""
    return replace(draft, version=None)


def changed_fields(before: Content, after: Content) -> tuple[str, ...]:
    """The names of what is not the same in both."""
    return tuple(name for name in after if before.get(name) != after[name])


def merged(base: Content, mine: Content, theirs: Content) -> Content:
    """Theirs, with what was changed in mine since the base put on top."""
    return theirs | {name: mine[name] for name in changed_fields(base, mine)}


class _Reading:
    """Reads dates at their fields and gathers what cannot be read."""

    def __init__(self, today: date, problems: list[Problem]) -> None:
        self._today = today
        self._problems = problems

    def at(self, field: str, text: str, read: Callable[[str, date, str], T]) -> T | None:
        if not text.strip():
            return None
        try:
            return read(text, self._today, field)
        except Refused as refused:
            self._problems.extend(refused.problems)
            return None


def _phone(row: Content) -> Phone:
    return Phone(
        row["number"],
        row["kind"],
        row["best_time"],
        ASKED[row["may_leave_message"]],
        row["is_wrong"],
    )


def _related(row: Content, consent_on: date | None) -> RelatedDraft:
    return RelatedDraft(
        name=row["name"],
        relationship=row["relationship"],
        phone=row["phone"],
        email=row["email"],
        is_caregiver=row["is_caregiver"],
        is_emergency=row["is_emergency"],
        may_talk=ASKED[row["may_talk"]],
        consent_on=consent_on,
        note=row["note"],
        id=row["id"],
    )


def _asked(value: bool | None) -> str:
    return next(key for key, meaning in ASKED.items() if meaning is value)


def _words(day: date | None) -> str:
    return day_shown(day) if day else ""
