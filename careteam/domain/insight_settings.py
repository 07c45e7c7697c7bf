"""What the clinic has set for its measures: goals, the smallest count shown outside, and acuity."""

from collections.abc import Mapping
from dataclasses import dataclass

from careteam.domain.errors import Problem, Refused
from careteam.domain.measures import SMALLEST_CELL

LEAST, ACUITY = "insights_least", "insights_acuity"
GOALS = {"first_contact": "insights_goal_first_contact", "to_contact": "insights_goal_to_contact"}
MOST_DAYS, MOST_LEAST = 365, 1000
ON, OFF = "on", "off"
PROPOSED_GOAL = "3"
"""Days from a suggestion to the first contact: as long as most triggers give (proposed)."""


@dataclass(frozen=True, slots=True)
class InsightSettings:
    """Goals in days, None without one; `least` is the smallest count that outside readers see.

    A `least` of 0 or 1 hides nothing.
    """

    first_contact_days: int | None = None
    to_contact_days: int | None = 3
    least: int = SMALLEST_CELL
    has_acuity: bool = False

    @property
    def goals(self) -> Mapping[str, int]:
        """The goal of each measure that has one."""
        told = {"first_contact": self.first_contact_days, "to_contact": self.to_contact_days}
        return {key: days for key, days in told.items() if days}


def read_insight_settings(settings: Mapping[str, str]) -> InsightSettings:
    """From the settings of the clinic, as text; what was never set has its default."""

    def number(key: str, default: str) -> int | None:
        told = settings.get(key, default)
        return int(told) if told.isdecimal() else None

    return InsightSettings(
        number(GOALS["first_contact"], ""),
        number(GOALS["to_contact"], PROPOSED_GOAL),
        number(LEAST, str(SMALLEST_CELL)) or 0,
        settings.get(ACUITY, OFF) == ON,
    )


def check_insight_settings(draft: InsightSettings) -> InsightSettings:
    """The settings themselves; Refused for a number out of range."""
    problems = [
        Problem(field, "Give a whole number from 0 to {most}.", {"most": str(most)})
        for field, value, most in (
            ("first_contact_days", draft.first_contact_days, MOST_DAYS),
            ("to_contact_days", draft.to_contact_days, MOST_DAYS),
            ("least", draft.least, MOST_LEAST),
        )
        if value is not None and not 0 <= value <= most
    ]
    if problems:
        raise Refused(problems)
    return draft
