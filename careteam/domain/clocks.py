"""A clock that went back: found by what was entered before, and told with what to do."""

from datetime import datetime, timedelta

from careteam.domain.dates import moment_shown
from careteam.domain.moment import Moment

BACK_BY = timedelta(minutes=5)
"""Less is a clock that was set a little; entries a few minutes out of order do no harm."""
WENT_BACK = (
    "The clock of this machine went back: it says {now}, but something was entered at {last}. Set "
    "it right; until then what is entered carries the wrong time."
)


def clock_words(last: datetime | None, moment: Moment) -> str:
    """What is to be told of a clock that is behind the last entry; nothing when it is not."""
    if last is None or last - moment.now <= BACK_BY:
        return ""
    told = {"now": moment_shown(moment.local(moment.now)), "last": moment_shown(moment.local(last))}
    return WENT_BACK.format(**told)
