"""The way through treatment as a strip of phases: what is done, where it stands, what comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careteam.domain.catalogue import Phase
from careteam.domain.clinical_rules import Pathway


class StripState(StrEnum):
    """How a part of the strip stands: over, now, to come, or to be decided."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase that the patient was or is in; `ended_on` is the first day of the next one."""

    phase: str
    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class StripPart:
    """A phase of the strip, or with an empty `phase` a branch that nobody has decided on.

    `day` counts the first day as 1; `expected_on` is None where no usual length leads to it.
    """

    label: str
    state: StripState
    phase: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    day: int | None = None
    usual_days: int | None = None
    expected_on: date | None = None

    @property
    def progress(self) -> float:
        """How much of the part is over, from 0 to 1; unknown lengths count as half."""
        if self.state is StripState.DONE:
            return 1.0
        if self.state is not StripState.NOW or self.day is None:
            return 0.0
        return min(self.day / self.usual_days, 1.0) if self.usual_days else 0.5


def is_branch(pathway: Pathway, first_phase: str) -> bool:
    """Whether a pathway leaves another one: it does not begin with the first of all phases."""
    return bool(pathway.phases) and pathway.phases[0] != first_phase


def strip_of(
    chosen: str,
    stretches: Sequence[Stretch],
    pathways: Mapping[str, Pathway],
    phases: Mapping[str, Phase],
    today: date,
) -> tuple[StripPart, ...]:
    """The phases that were, the one that stands, and those to come on the patient's pathway.

    Days to come follow from the usual lengths and are approximate. Somebody on a branch follows
    it to its end; branches that were not entered stand last, as to be decided.
    """
    been = [_been(one, phases, today) for one in stretches]
    first_phase = next(iter(phases), "")
    way = _way(chosen, stretches, pathways, first_phase)
    ahead = _ahead(way, stretches, phases, today)
    visited = {one.phase for one in stretches}
    is_leaving = bool(way) and not is_branch(way, first_phase) and bool(ahead or not stretches)
    branches = [
        StripPart(pathway.label, StripState.OPEN)
        for pathway in pathways.values()
        if is_leaving
        and pathway.is_active
        and is_branch(pathway, first_phase)
        and pathway.phases[0] not in visited
    ]
    return (*been, *ahead, *branches)


def _been(one: Stretch, phases: Mapping[str, Phase], today: date) -> StripPart:
    phase = phases.get(one.phase)
    return StripPart(
        phase.label if phase else one.phase,
        StripState.DONE if one.ended_on is not None else StripState.NOW,
        one.phase,
        one.started_on,
        one.ended_on,
        None if one.ended_on is not None else (today - one.started_on).days + 1,
        phase.usual_days if phase else None,
    )


def _way(
    chosen: str,
    stretches: Sequence[Stretch],
    pathways: Mapping[str, Pathway],
    first_phase: str,
) -> Pathway | None:
    """The branch that the phase of today belongs to and the chosen pathway does not, or that."""
    main = pathways.get(chosen)
    now = stretches[-1].phase if stretches else ""
    if not now or (main is not None and now in main.phases):
        return main
    for pathway in pathways.values():
        if pathway.is_active and is_branch(pathway, first_phase) and now in pathway.phases:
            return pathway
    return main


def _ahead(
    way: Pathway | None, stretches: Sequence[Stretch], phases: Mapping[str, Phase], today: date
) -> list[StripPart]:
    if way is None:
        return []
    places = [way.phases.index(one.phase) for one in stretches if one.phase in way.phases]
    rest = way.phases[places[-1] + 1 :] if places else way.phases
    now = stretches[-1] if stretches else None
    starts = _end_of(now, phases, today) if now and now.phase in way.phases else None
    found: list[StripPart] = []
    for key in rest:
        phase = phases.get(key)
        if phase is None:
            continue
        found.append(
            StripPart(
                phase.label,
                StripState.AHEAD,
                key,
                usual_days=phase.usual_days,
                expected_on=starts,
            )
        )
        starts = starts + timedelta(days=phase.usual_days) if starts and phase.usual_days else None
    return found


def _end_of(now: Stretch, phases: Mapping[str, Phase], today: date) -> date | None:
    phase = phases.get(now.phase)
    if phase is None or phase.usual_days is None:
        return None
    return max(now.started_on + timedelta(days=phase.usual_days), today)
