"""The clinic's clinical rules: pathways, templates, triggers, cadence and instruments.

Each says where it comes from (`source`), and can be switched off (`is_active`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from careteam.domain.conditions import Condition, parse


class Event(StrEnum):
    """What happens to a patient and lets cadence rules plan steps.

    `PHASE_CONTACT` is the navigator's own contact after a phase has begun: `domain.due` makes it
    her due day, so that it stands on her role and not beside it.
    """

    HOSPITAL_DISCHARGE = "hospital_discharge"
    EMERGENCY_VISIT = "ed_visit"
    PHASE_START = "phase_start"
    PHASE_CONTACT = "phase_contact"
    PHASE_END = "phase_end"
    DISTRESS_SCREEN = "distress_screen"
    CAR_T_INFUSION = "car_t_infusion"
    TRANSPLANT_DAY_0 = "hct_day0"
    REFERRAL_REQUESTED = "referral_requested"
    REFERRAL_URGENT = "referral_urgent"
    REFERRAL_ACCEPTED = "referral_accepted"
    TUMOUR_BOARD = "tumour_board"
    YEARLY_CONSENT = "yearly_consent"


@dataclass(frozen=True, slots=True)
class Pathway:
    """A way through treatment: the keys of its phases in order."""

    key: str
    label: str
    phases: tuple[str, ...]
    source: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class MilestoneTemplate:
    """A test that a phase proposes on its day `day` (1 is the first); late `late_days` after."""

    id: int
    phase: str
    kind: str
    label: str
    day: int
    late_days: int = 2
    source: str = ""
    is_active: bool = True


@dataclass(frozen=True)
class Trigger:
    """A rule that proposes a role, or an escalation, within business days when it holds."""

    key: str
    label: str
    condition: str
    role: str = ""
    escalates: str = ""
    within_days: int = 3
    source: str = ""
    is_active: bool = True

    @cached_property
    def read(self) -> Condition:
        """The condition, read once."""
        return parse(self.condition)


@dataclass(frozen=True, slots=True)
class Cadence:
    """A rule that plans a step after an event.

    `business_days` or `days` count from the event; `every_days` for `for_days` plan a series.
    `phase` narrows a rule to one phase, `owner_role` names whose step it is (empty: navigator).
    """

    key: str
    event: Event
    label: str
    phase: str = ""
    owner_role: str = ""
    business_days: int = 0
    days: int = 0
    every_days: int = 0
    for_days: int = 0
    source: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Instrument:
    """A screening instrument: whole scores from `lowest` to `highest`, and its cut-off.

    `is_low_bad` turns the cut-off round (Lansky, Karnofsky); ages are whole years.
    """

    key: str
    label: str
    short: str
    lowest: int
    highest: int
    step: int = 1
    cutoff: int | None = None
    is_low_bad: bool = False
    age_from: int | None = None
    age_below: int | None = None
    repeat_days: int = 0
    codes: Mapping[str, str] = field(default_factory=dict[str, str])
    source: str = ""
    is_active: bool = True

    def is_past_cutoff(self, score: int) -> bool:
        """Whether a score reaches the cut-off, on the side that is bad."""
        if self.cutoff is None:
            return False
        return score <= self.cutoff if self.is_low_bad else score >= self.cutoff

    def suits(self, age_years: int | None) -> bool:
        """Whether the instrument is meant for this age; an unknown age counts as adult."""
        if age_years is None:
            return self.age_below is None
        return (self.age_from is None or age_years >= self.age_from) and (
            self.age_below is None or age_years < self.age_below
        )


@dataclass(frozen=True, slots=True)
class ClinicalRules:
    """All clinical rules by key, in the order in which they are shown; switched-off ones too.

    A patient is silent when no contact has reached anybody for `silent_days`; a role waits long
    from `waiting_days` on (calendar days, the clinic's own).
    """

    pathways: Mapping[str, Pathway] = field(default_factory=dict[str, Pathway])
    templates: tuple[MilestoneTemplate, ...] = ()
    triggers: Mapping[str, Trigger] = field(default_factory=dict[str, Trigger])
    cadence: Mapping[str, Cadence] = field(default_factory=dict[str, Cadence])
    instruments: Mapping[str, Instrument] = field(default_factory=dict[str, Instrument])
    escalation_line: str = ""
    silent_days: int = 21
    waiting_days: int = 14

    def templates_of(self, phase: str) -> tuple[MilestoneTemplate, ...]:
        """The active templates of a phase, by day."""
        return tuple(one for one in self.templates if one.phase == phase and one.is_active)
