"""Which triggers an event sets off, and why: in the words that are kept with the suggestion."""

from collections.abc import Iterable
from dataclasses import dataclass

from careteam.domain.clinical_rules import Trigger
from careteam.domain.conditions import Facts


@dataclass(frozen=True, slots=True)
class Fired:
    """A trigger that holds, with the facts of the event that gave cause."""

    trigger: Trigger
    causes: tuple[str, ...]


def fired(triggers: Iterable[Trigger], event: Facts, background: Facts) -> tuple[Fired, ...]:
    """The active triggers that hold now because of this event, in their order.

    `event` is what was just learned (a score, a phase), `background` what was known before (age,
    phase). A trigger fires only when a fact of the event is among what makes it hold: so what has
    long been known sets nothing off again.
    """
    known = {**background, **event}
    found: list[Fired] = []
    for trigger in triggers:
        if not trigger.is_active:
            continue
        causes = [test.fact for test in trigger.read.held(known) if test.fact in event]
        if causes:
            found.append(Fired(trigger, tuple(dict.fromkeys(causes))))
    return tuple(found)
