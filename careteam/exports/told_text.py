"""A paper of parts as plain text that pastes well into a record or a message."""

from careteam.exports.handing_text import closed
from careteam.exports.summary_text import wrapped
from careteam.exports.told import Told


def told_text(told: Told) -> str:
    """The paper in lines of at most 72 characters."""
    lines = [*wrapped(f"{told.heading.upper()}: {told.clinic}".rstrip(": "))]
    lines += [line for entry in (*told.address, *told.made) for line in wrapped(entry)]
    lines += ["", *wrapped(told.name)]
    lines += wrapped("; ".join(f"{fact.label} {fact.value}" for fact in told.facts))
    lines += [*wrapped(told.diagnosis), *wrapped(told.state)]
    for alert in told.alerts:
        lines += wrapped(alert, first="! ", rest="  ")
    return closed(lines, told.parts, told.digest)
