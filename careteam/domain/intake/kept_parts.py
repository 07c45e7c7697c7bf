"""The clinical record that comes in, compared with the one that is here: only what is new."""

from datetime import date
from typing import Any

from careteam.domain.kept import KeptEnrolment, KeptOverlay, KeptParts, same_key


def plan_parts(incoming: KeptParts, here: KeptParts) -> KeptParts:
    """The parts to add; whatever is here already stays as it is here, whatever the file says.

    Phases come in only where there are none, since two courses cannot be told into one; so do a
    profile and the states that a patient was in. Of one treatment that runs across phases, and of
    one program, only one can stand at a time.
    """
    new: dict[str, tuple[Any, ...]] = {}
    for kind in incoming.__dataclass_fields__:
        theirs, ours = getattr(incoming, kind), getattr(here, kind)
        if kind in ("phases", "profiles", "states") and ours:
            continue
        known = {same_key(part) for part in ours}
        standing = {each.kind for each in here.overlays if each.ended_on is None}
        kept: list[Any] = []
        for part in theirs:
            if same_key(part) in known:
                continue
            if isinstance(part, KeptOverlay) and part.ended_on is None:
                if part.kind in standing:
                    continue
                standing.add(part.kind)
            if isinstance(part, KeptEnrolment) and any(
                _overlap(part, each) for each in (*here.enrolments, *kept)
            ):
                continue
            kept.append(part)
        new[kind] = tuple(kept)
    return KeptParts(**new)


def _overlap(one: KeptEnrolment, other: KeptEnrolment) -> bool:
    """Whether two enrolments in one program stand on a day together; an undone one has no day."""
    last = date.max
    return one.program == other.program and (
        max(one.starts_on, other.starts_on) < min(one.ends_on or last, other.ends_on or last)
    )
