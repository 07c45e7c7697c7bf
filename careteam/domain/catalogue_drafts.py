"""What a clinic enters when it changes its own rules and lists, and what they have to keep."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import phonenumbers

from careteam.domain.catalogue import Catalogue, Condition
from careteam.domain.errors import Problem, Refused
from careteam.domain.idle import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES
from careteam.domain.macros import problem_of
from careteam.domain.text import NAME_LENGTH, clean, fold

TOO_LONG = "This is too long; at most 200 characters fit."
LONGEST_FIRST_DAYS = 365
LONGEST_DAYS = 3650
MOST_RETRY_DAYS = 60
MOST_ATTEMPTS = 20
MOST_QUICK_MINUTES = 12
LONGEST_QUICK_MINUTES = 480
LONGEST_SHORT = 40
LONGEST_MACRO = 2000

D = TypeVar("D")

_VERHOEFF_TURN = "1576283094"
_VERHOEFF_STEP = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """A role as entered; the key is empty for a new one, `short` where the label is short enough.

    `first_contact_days` are business days, `contact_days` calendar days; 0 means none.
    """

    label: str
    group: str
    key: str = ""
    short: str = ""
    snomed: str = ""
    nucc: str = ""
    condition: Condition = Condition.ALWAYS
    first_contact_days: int | None = 2
    contact_days: int | None = 0
    wants_backup: bool = False


@dataclass(frozen=True, slots=True)
class PhaseDraft:
    """A phase as entered; `asks_for` maps roles to calendar days between contacts (0: none)."""

    key: str
    label: str
    usual_days: int | None = None
    milestone: str = ""
    milestone_day: int | None = None
    asks_for: Mapping[str, int | None] = field(default_factory=dict[str, int | None])


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A word of a list as entered; `retry_days` and `is_reached` belong to outcomes alone.

    `retry_days` are business days until the next try, None for no try.
    """

    kind: str
    label: str
    key: str = ""
    short: str = ""
    is_reached: bool = False
    retry_days: int | None = None


@dataclass(frozen=True, slots=True)
class MacroDraft:
    """A short word of notes and what it stands for; `was` is the short word it had."""

    short: str
    text: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class ClinicDraft:
    """What holds for the whole clinic; `region` is where phone numbers are read (ISO 3166-1).

    `lock_minutes` without anybody at it lock the desk.
    """

    name: str
    zone: str
    region: str
    max_attempts: int | None
    quick_minutes: tuple[int, ...]
    lock_minutes: int | None = USUAL_MINUTES


def is_sctid(code: str) -> bool:
    """Whether a SNOMED CT identifier has 6 to 18 digits and the right check digit.

    The last digit is a Verhoeff check digit (SNOMED CT Release File Specification, 5.5).
    """
    if not re.fullmatch(r"[1-9][0-9]{5,17}", code):
        return False
    check = 0
    for place, char in enumerate(reversed(code)):
        digit = int(char)
        for _ in range(place % 8):
            digit = int(_VERHOEFF_TURN[digit])
        check = int(_VERHOEFF_STEP[check][digit])
    return check == 0


def check_role(draft: RoleDraft, catalogue: Catalogue) -> RoleDraft:
    """The role cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    cleaned = replace(
        draft,
        label=clean(draft.label),
        short=clean(draft.short),
        snomed="".join(clean(draft.snomed).split()),
        nucc="".join(clean(draft.nucc).split()).upper(),
    )
    others = {
        role.label: role.is_active for role in catalogue.roles.values() if role.key != draft.key
    }
    _check_label(cleaned.label, others, problems)
    if len(cleaned.short) > NAME_LENGTH:
        problems.append(Problem("short", TOO_LONG))
    if cleaned.group not in {role.group for role in catalogue.roles.values()}:
        problems.append(Problem("group", "Choose the group the role belongs to."))
    if cleaned.snomed and not is_sctid(cleaned.snomed):
        problems.append(
            Problem("snomed", "This is not a SNOMED CT code; a digit was mistyped or is missing.")
        )
    if cleaned.nucc and not re.fullmatch(r"[0-9A-Z]{9}X", cleaned.nucc):
        problems.append(
            Problem("nucc", "A NUCC taxonomy code has ten letters and digits, the last one X.")
        )
    _check_days("first_contact_days", cleaned.first_contact_days, LONGEST_FIRST_DAYS, problems)
    _check_days("contact_days", cleaned.contact_days, LONGEST_DAYS, problems)
    return _sound(cleaned, problems)


def check_phase(draft: PhaseDraft, catalogue: Catalogue) -> PhaseDraft:
    """The phase cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    cleaned = replace(draft, label=clean(draft.label), milestone=clean(draft.milestone))
    others = {phase.label: True for phase in catalogue.phases.values() if phase.key != draft.key}
    _check_label(cleaned.label, others, problems)
    if cleaned.usual_days is not None and not 1 <= cleaned.usual_days <= LONGEST_DAYS:
        problems.append(Problem("usual_days", "Days are a whole number from 1 to 3650."))
    if len(cleaned.milestone) > NAME_LENGTH:
        problems.append(Problem("milestone", TOO_LONG))
    if cleaned.milestone_day is not None:
        if not cleaned.milestone:
            problems.append(Problem("milestone", "Name the milestone of this day."))
        if not 0 <= cleaned.milestone_day <= LONGEST_DAYS:
            problems.append(Problem("milestone_day", "The day is a whole number up to 3650."))
    for role, days in cleaned.asks_for.items():
        if role not in catalogue.roles:
            problems.append(Problem("role", "{code} is not in the clinic's list.", {"code": role}))
        _check_days("days", days, LONGEST_DAYS, problems)
    return _sound(cleaned, problems)


def check_term(draft: TermDraft, others: Mapping[str, bool]) -> TermDraft:
    """The word cleaned; Refused with a sentence at each field that breaks a rule.

    `others` are the other words of the list and whether each is offered.
    """
    problems: list[Problem] = []
    cleaned = replace(draft, label=clean(draft.label), short=clean(draft.short))
    _check_label(cleaned.label, others, problems)
    if len(cleaned.short) > NAME_LENGTH:
        problems.append(Problem("short", TOO_LONG))
    if cleaned.retry_days is not None and not 1 <= cleaned.retry_days <= MOST_RETRY_DAYS:
        problems.append(Problem("retry_days", "Business days are a whole number from 1 to 60."))
    return _sound(cleaned, problems)


def check_macro(draft: MacroDraft) -> MacroDraft:
    """The macro cleaned; its short word starts with a dot, so that no plain word is replaced."""
    problems: list[Problem] = []
    cleaned = replace(draft, short=clean(draft.short), text=clean(draft.text, lines=True))
    if not re.fullmatch(r"\.\S+", cleaned.short) or len(cleaned.short) > LONGEST_SHORT:
        problems.append(
            Problem("short", "Write a dot and a short word without blanks, such as .ride")
        )
    if not cleaned.text:
        problems.append(Problem("text", "Write what the short word stands for."))
    if said := problem_of(cleaned.text):
        problems.append(Problem("text", "{said}", {"said": said}))
    if len(cleaned.text) > LONGEST_MACRO:
        problems.append(Problem("text", "This is too long; at most 2,000 characters fit."))
    return _sound(cleaned, problems)


def check_clinic(draft: ClinicDraft) -> ClinicDraft:
    """The clinic cleaned, minutes in order and once each; the zone is the machine's to know."""
    problems: list[Problem] = []
    cleaned = replace(
        draft,
        name=clean(draft.name),
        zone=clean(draft.zone),
        region=clean(draft.region).upper(),
        quick_minutes=tuple(sorted(set(draft.quick_minutes))),
    )
    if not cleaned.name:
        problems.append(Problem("name", "The clinic needs a name."))
    elif len(cleaned.name) > NAME_LENGTH:
        problems.append(Problem("name", TOO_LONG))
    if cleaned.region not in phonenumbers.SUPPORTED_REGIONS:
        problems.append(Problem("region", "Write the two letters of the country, such as US."))
    if cleaned.max_attempts is None or not 1 <= cleaned.max_attempts <= MOST_ATTEMPTS:
        problems.append(Problem("max_attempts", "Tries are a whole number from 1 to 20."))
    minutes = cleaned.quick_minutes
    if not 1 <= len(minutes) <= MOST_QUICK_MINUTES:
        problems.append(Problem("quick_minutes", "Give 1 to 12 numbers, such as 5 10 15 30."))
    elif not 1 <= minutes[0] <= minutes[-1] <= LONGEST_QUICK_MINUTES:
        problems.append(Problem("quick_minutes", "Minutes are whole numbers from 1 to 480."))
    if cleaned.lock_minutes is None or not LEAST_MINUTES <= cleaned.lock_minutes <= MOST_MINUTES:
        problems.append(Problem("lock_minutes", "Minutes are a whole number from 1 to 60."))
    return _sound(cleaned, problems)


def new_key(label: str, taken: Mapping[str, object] | frozenset[str]) -> str:
    """A key for a new entry, made of the letters of its label and never one that is taken."""
    letters = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:60] or "entry"
    key, number = letters, 2
    while key in taken:
        key, number = f"{letters}_{number}", number + 1
    return key


def _check_label(label: str, others: Mapping[str, bool], problems: list[Problem]) -> None:
    """A name is needed, fits, and stands once in its list."""
    same = [is_active for other, is_active in others.items() if fold(other) == fold(label)]
    if not label:
        problems.append(Problem("label", "Give it a name."))
    elif len(label) > NAME_LENGTH:
        problems.append(Problem("label", TOO_LONG))
    elif any(same):
        problems.append(Problem("label", "This name is in the list already."))
    elif same:
        problems.append(Problem("label", "This name is in the list, switched off; switch it on."))


def _check_days(name: str, days: int | None, most: int, problems: list[Problem]) -> None:
    if days is None or not 0 <= days <= most:
        problems.append(
            Problem(name, "Days are a whole number from 0 to {most}.", {"most": str(most)})
        )


def _sound(draft: D, problems: list[Problem]) -> D:
    if problems:
        raise Refused(problems)
    return draft
