"""What a treatment summary tells: the course so far and the plan from here, in printed words.

Its sections follow the care plan for survivors of the Institute of Medicine and the treatment
summary of ASCO (DOMAIN.md, E4-E6): who treated and how to reach them, diagnosis with subtype and
days, what was given and when, transplant, trials, lasting effects, then follow-up and who does it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.summary import Identity


class TreatmentSection(StrEnum):
    """The parts of a treatment summary, in their order."""

    DIAGNOSIS = "diagnosis"
    PHASES = "phases"
    TREATMENTS = "treatments"
    RESULTS = "results"
    CELLS = "cells"
    TRIALS = "trials"
    STAYS = "stays"
    CONCERNS = "concerns"
    FOLLOW_UP = "follow_up"
    PROVIDERS = "providers"


@dataclass(frozen=True, slots=True)
class TreatmentTable:
    """One section: its title, its columns and their rows, each as wide as the columns."""

    key: TreatmentSection
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TreatmentSummary:
    """All that one treatment summary says; sections that are empty are not in `tables`.

    `digest` is the SHA-256 of the rest, as hex.
    """

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    identity: Identity
    alerts: tuple[str, ...] = ()
    state: str = ""
    tables: tuple[TreatmentTable, ...] = ()
    sections: tuple[TreatmentSection, ...] = field(default_factory=lambda: tuple(TreatmentSection))
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""
