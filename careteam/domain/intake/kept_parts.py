"""The clinical record that comes in, compared with the one that is here: only what is new."""

from typing import Any

from careteam.domain.kept import KeptOverlay, KeptParts, same_key


def plan_parts(incoming: KeptParts, here: KeptParts) -> KeptParts:
    """The parts to add; whatever is here already stays as it is here, whatever the file says.

    Phases come in only where there are none, since two courses cannot be told into one; so does a
    profile. Of one treatment that runs across phases only one can stand at a time.
    """
    new: dict[str, tuple[Any, ...]] = {}
    for kind in incoming.__dataclass_fields__:
        theirs, ours = getattr(incoming, kind), getattr(here, kind)
        if kind in ("phases", "profiles") and ours:
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
            kept.append(part)
        new[kind] = tuple(kept)
    return KeptParts(**new)
