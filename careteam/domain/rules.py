"""Catalogue, calendar, clinical rules and programs together: what every verb works by."""

from dataclasses import dataclass, field

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.catalogue import Catalogue
from careteam.domain.clinical_rules import ClinicalRules
from careteam.domain.navigation_time import TimeRules


@dataclass(frozen=True, slots=True)
class Rules:
    """What the clinic has laid down; read once and again when the catalogue changes."""

    catalogue: Catalogue
    calendar: BusinessCalendar
    clinical: ClinicalRules = field(default_factory=ClinicalRules)
    time: TimeRules = field(default_factory=TimeRules)
