"""The clinic's catalogue and calendar together: what every verb needs to find a due date."""

from dataclasses import dataclass

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Rules:
    """What the clinic has laid down; read once and again when the catalogue changes."""

    catalogue: Catalogue
    calendar: BusinessCalendar
