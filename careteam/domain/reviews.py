"""The regular review of the audit trail: what it looks for, and how it is signed off.

45 CFR 164.308(a)(1)(ii)(D) asks for a regular review of records of activity; what counts as worth
a look, and the numbers, are proposed defaults for the clinic to decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, clean

HOURS_FROM, HOURS_UNTIL = "review_hours_from", "review_hours_until"
CHARTS, MANY = "review_charts", "review_many"
SATURDAY = 5
DEFAULTS = {HOURS_FROM: "06:00", HOURS_UNTIL: "20:00", CHARTS: "60", MANY: "10"}
"""The settings of a review with what holds until the clinic says otherwise."""


class Look(StrEnum):
    """What a review looks for."""

    EMERGENCY = "emergency"
    MANY_LEFT = "many_left"
    PRINTED = "printed"
    HOURS = "hours"
    WRONG = "wrong"
    RESTORED = "restored"
    SETTINGS = "settings"
    MANY_CHARTS = "many_charts"
    SAME_NAME = "same_name"


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """When the clinic works (weekends never), and from which numbers on something is many."""

    opens_at: time = time(6)
    closes_at: time = time(20)
    charts: int = 60
    many: int = 10

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> "ReviewRules":
        """As the clinic's settings say; what cannot be read is the default."""
        said = {key: settings.get(key) or default for key, default in DEFAULTS.items()}
        return cls(
            _time(said[HOURS_FROM], cls().opens_at),
            _time(said[HOURS_UNTIL], cls().closes_at),
            _number(said[CHARTS], cls().charts),
            _number(said[MANY], cls().many),
        )

    def is_working(self, local: datetime) -> bool:
        """Whether the clinic works at a moment of its own clock."""
        is_weekend = local.weekday() >= SATURDAY
        return not is_weekend and self.opens_at <= local.time() < self.closes_at


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """Somebody looked at the rows up to `to_seq`; `counts` are the findings of each kind."""

    from_seq: int
    to_seq: int
    note: str
    counts: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class ReviewRulesDraft:
    """The settings of a review as they were typed."""

    opens_at: str
    closes_at: str
    charts: str
    many: str


def check_review(draft: ReviewDraft) -> ReviewDraft:
    """The draft cleaned; Refused without a note or without a row."""
    note = clean(draft.note)
    if not note:
        raise Refused.at("note", "Write what you found, or that nothing was to be found.")
    if len(note) > LINE_LENGTH:
        raise Refused.at("note", "At most 500 characters fit.")
    if draft.to_seq < draft.from_seq:
        raise Refused.at("", "Nothing was done since the last review.")
    return ReviewDraft(draft.from_seq, draft.to_seq, note, dict(draft.counts))


def check_review_rules(draft: ReviewRulesDraft) -> dict[str, str]:
    """The settings to keep; Refused when a time or a number cannot be read."""
    problems: list[Problem] = []
    opens, closes = _time(draft.opens_at, None), _time(draft.closes_at, None)
    for name, at in (("opens_at", opens), ("closes_at", closes)):
        if at is None:
            problems.append(Problem(name, "Write a time as 06:00."))
    if opens is not None and closes is not None and closes <= opens:
        problems.append(Problem("closes_at", "This is not after the time before."))
    for name, typed in (("charts", draft.charts), ("many", draft.many)):
        if _number(typed, None) is None:
            problems.append(Problem(name, "Write a number from 1 to 9999."))
    if problems:
        raise Refused(problems)
    return {
        HOURS_FROM: f"{opens:%H:%M}",
        HOURS_UNTIL: f"{closes:%H:%M}",
        CHARTS: draft.charts.strip(),
        MANY: draft.many.strip(),
    }


def _time(text: str, default: Any) -> Any:
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - the clinic's clock
    except ValueError:
        return default


def _number(text: str, default: Any) -> Any:
    said = text.strip()
    is_number = said.isascii() and said.isdigit() and len(said) <= len("9999") and int(said) > 0
    return int(said) if is_number else default
