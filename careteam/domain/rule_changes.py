"""The clinic's rules as they would be after a change, to be looked at before it is made."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from careteam.domain.calendar import BusinessCalendar
from careteam.domain.catalogue import Phase, Role
from careteam.domain.catalogue_drafts import PhaseDraft, RoleDraft
from careteam.domain.clinical_rules import Cadence
from careteam.domain.rules import Rules


def with_role(rules: Rules, draft: RoleDraft) -> Rules:
    """With another rhythm and condition of a role."""
    role: Role = replace(
        rules.catalogue.roles[draft.key],
        condition=draft.condition,
        first_contact_days=draft.first_contact_days or 0,
        contact_days=draft.contact_days or 0,
    )
    roles = {**rules.catalogue.roles, role.key: role}
    return replace(rules, catalogue=replace(rules.catalogue, roles=roles))


def with_phase(rules: Rules, draft: PhaseDraft) -> Rules:
    """With other roles that a phase asks for, or other days between their contacts."""
    asked = {role: days for role, days in draft.asks_for.items() if days is not None}
    phase: Phase = replace(rules.catalogue.phases[draft.key], asks_for=asked)
    phases = {**rules.catalogue.phases, phase.key: phase}
    return replace(rules, catalogue=replace(rules.catalogue, phases=phases))


def with_cadence(rules: Rules, rule: Cadence) -> Rules:
    """With a cadence rule that is changed, switched or new."""
    cadence = {**rules.clinical.cadence, rule.key: rule}
    return replace(rules, clinical=replace(rules.clinical, cadence=cadence))


def with_holidays(rules: Rules, added: Iterable[date] = (), removed: Iterable[date] = ()) -> Rules:
    """With days added to the holidays, or taken from them."""
    days = (rules.calendar.holidays | frozenset(added)) - frozenset(removed)
    return replace(rules, calendar=BusinessCalendar(days))
