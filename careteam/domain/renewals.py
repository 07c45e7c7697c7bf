"""When a yearly consent is to be renewed: some days before its year is over, as a rule says."""

from datetime import date

from careteam.domain.cadence import planned
from careteam.domain.clinical_rules import Event
from careteam.domain.navigation_time import ConsentRule, Program
from careteam.domain.rules import Rules


def renewal_on(program: Program | None, given_on: date, rules: Rules) -> date | None:
    """From which day a consent is to be asked for again; None where no rule says so."""
    if program is None or program.consent is not ConsentRule.YEARLY:
        return None
    cadence = rules.clinical.cadence.values()
    steps = planned(cadence, Event.YEARLY_CONSENT, given_on, phase="", calendar=rules.calendar)
    return min((step.due_on for step in steps), default=None)
