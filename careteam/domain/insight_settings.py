"""What the clinic has set for its measures: goals, the smallest count shown outside, and acuity."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from careteam.domain.errors import Problem, Refused
from careteam.domain.measures import MEASURES, SMALLEST_CELL
from careteam.domain.measuring import Aim, Form, Measure

LEAST, ACUITY = "insights_least", "insights_acuity"
GOAL = "insights_goal_"
"""Before the key of a measure: the setting that holds its goal."""
MOST_DAYS, MOST_SHARE, MOST_LEAST = 365, 100, 1000
ON, OFF = "on", "off"
PROPOSED_GOALS: Mapping[str, int] = {"to_contact": 3}
"""Days from a suggestion to the first contact: as long as most triggers give (proposed)."""
WITH_GOALS: tuple[Measure, ...] = tuple(one for one in MEASURES.values() if one.aim is not Aim.NONE)
"""The measures for which a goal makes sense: shares and days, of which one side is better."""


@dataclass(frozen=True, slots=True)
class InsightSettings:
    """Goals by measure, as whole days or parts of a hundred; one that is not there has none.

    `least` is the smallest count that outside readers see; 0 or 1 hides nothing.
    """

    goals: Mapping[str, int] = field(default_factory=lambda: dict(PROPOSED_GOALS))
    least: int = SMALLEST_CELL
    has_acuity: bool = False


def most_of(measure: Measure) -> int:
    """The highest goal of a measure."""
    return MOST_SHARE if measure.form is Form.SHARE else MOST_DAYS


def read_insight_settings(settings: Mapping[str, str]) -> InsightSettings:
    """From the settings of the clinic, as text; what was never set has its default."""
    goals: dict[str, int] = {}
    for one in WITH_GOALS:
        told = settings.get(GOAL + one.key, str(PROPOSED_GOALS.get(one.key, "")))
        if told.isdecimal() and int(told):
            goals[one.key] = int(told)
    told = settings.get(LEAST, str(SMALLEST_CELL))
    least = int(told) if told.isdecimal() else 0
    return InsightSettings(goals, least, settings.get(ACUITY, OFF) == ON)


def check_insight_settings(draft: InsightSettings) -> InsightSettings:
    """The settings themselves; Refused for a number out of range, at its measure."""
    known = {one.key: most_of(one) for one in WITH_GOALS}
    numbers = [(key, goal, known.get(key, 0)) for key, goal in draft.goals.items()]
    problems = [
        Problem(at, "Give a whole number from 0 to {most}.", {"most": f"{most:,}"})
        for at, value, most in (*numbers, ("least", draft.least, MOST_LEAST))
        if not 0 <= value <= most
    ]
    if problems:
        raise Refused(problems)
    return draft
