"""A score of how much somebody needs the navigator: open, local, and not validated by anybody.

Careteam's own proposal, off until a clinic switches it on. Published work found that the count of
barriers goes with the time that navigation takes (Willhite, JONS Nov 2018: 112 patients); there is
no public scoring to take over (AONN+ acuity project, JONS Oct and Nov 2019). It decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_BARRIERS = 5
DISTRESS_BANDS = ((7, 2), (4, 1))
"""From a score of distress on so many points."""
ECOG_FROM = 2
UNPLANNED_DAYS = 30
PHASE_WEIGHTS: Mapping[str, int] = {
    "induction": 2,
    "relapse_refractory": 2,
    "hct": 2,
    "car_t": 2,
    "end_of_life": 2,
    "workup": 1,
    "consolidation": 1,
    "high_risk_block": 1,
    "delayed_intensification": 1,
    "hct_evaluation": 1,
    "post_hct": 1,
}
"""Points of a phase; the others have none. Proposed, no source."""
MODERATE_FROM, HIGH_FROM = 4, 8
NOT_VALIDATED = (
    "Not validated. Careteam's own proposal: a way to look at caseloads, never a reason by itself."
)


class Level(StrEnum):
    """Low 0 to 3, moderate 4 to 7, high from 8 (proposed)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class AcuityFacts:
    """What is known of a patient on a day; None for what nobody has measured.

    `unplanned_on` is the day of the last unplanned admission.
    """

    open_barriers: int
    phase: str
    distress: int | None = None
    ecog: int | None = None
    has_caregiver: bool = False
    needs_interpreter: bool = False
    unplanned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Points for one thing, with the words why; none is told as well."""

    what: str
    points: int
    because: str


@dataclass(frozen=True, slots=True)
class Acuity:
    """The score, and every point of it."""

    points: tuple[Point, ...]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(point.points for point in self.points)

    @property
    def level(self) -> Level:
        """In which band the score lies."""
        return level_of(self.total)


def level_of(total: int) -> Level:
    """The band of a score."""
    if total >= HIGH_FROM:
        return Level.HIGH
    return Level.MODERATE if total >= MODERATE_FROM else Level.LOW


def acuity_of(facts: AcuityFacts, *, today: date, phase_label: str) -> Acuity:
    """The score of a patient with the reason of each point."""
    distress = next(
        (points for least, points in DISTRESS_BANDS
         if facts.distress is not None and facts.distress >= least),
        0,
    )  # fmt: skip
    is_recent = is_unplanned_recent(facts.unplanned_on, today)
    is_weak = facts.ecog is not None and facts.ecog >= ECOG_FROM
    unknown = "no score yet"
    return Acuity(
        (
            Point(
                "Open barriers", min(facts.open_barriers, MOST_BARRIERS),
                f"{facts.open_barriers} open; one point each, at most {MOST_BARRIERS}",
            ),
            Point(
                "Distress", distress,
                unknown if facts.distress is None
                else f"last score {facts.distress}; 4 to 6 one point, 7 or more two",
            ),
            Point(
                "Phase", PHASE_WEIGHTS.get(facts.phase, 0),
                f"{phase_label or 'no phase'}; 0 to 2 points by phase",
            ),
            Point(
                "ECOG", int(is_weak),
                unknown if facts.ecog is None else f"last score {facts.ecog}; one point from 2",
            ),
            Point(
                "Caregiver", int(not facts.has_caregiver),
                "on file" if facts.has_caregiver else "none on file; one point",
            ),
            Point(
                "Interpreter", int(facts.needs_interpreter),
                "needed; one point" if facts.needs_interpreter else "not needed",
            ),
            Point(
                "Unplanned admission", int(is_recent),
                f"within {UNPLANNED_DAYS} days; one point" if is_recent
                else f"none within {UNPLANNED_DAYS} days",
            ),
        )
    )  # fmt: skip


def is_unplanned_recent(admitted_on: date | None, today: date) -> bool:
    """Whether an unplanned admission lies less than 30 days back."""
    return admitted_on is not None and admitted_on > today - timedelta(days=UNPLANNED_DAYS)
