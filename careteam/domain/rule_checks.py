"""What a clinical rule has to keep when a clinic writes its own.

A rule is entered as the rule it will be; its key is empty while it is new.
"""

from collections.abc import Iterable
from dataclasses import replace

from careteam.domain.catalogue_drafts import LONGEST_DAYS, TOO_LONG
from careteam.domain.clinical_rules import (
    Cadence,
    Instrument,
    MilestoneTemplate,
    Pathway,
    Trigger,
)
from careteam.domain.conditions import Test, parse
from careteam.domain.errors import Problem, Refused
from careteam.domain.rules import Rules
from careteam.domain.text import NAME_LENGTH, clean, fold

Rule = Pathway | MilestoneTemplate | Trigger | Cadence | Instrument

SOURCE_LENGTH = 300
CONDITION_LENGTH = 500
LONGEST_YEAR = 365
MOST_SERIES_DAYS = 366
EARLIEST_DAY = -365
OLDEST_YEARS = 130
HIGHEST_SCORE = 100_000
ESCALATIONS = ("now_oncall_clinician", "same_day_local_protocol")

_MEASURES = ("age", "inpatient_days", "temp_c", "temp_c_for_an_hour", "caregiver_missing")
_NOTED = ("red_flag", "concern", "symptom")
_WORDS = {
    "barrier": "barrier",
    "barrier_group": "barrier_group",
    "mrd": "mrd_status",
    "remission": "remission",
}


def known_facts(rules: Rules) -> frozenset[str]:
    """The names that a condition can ask about: what the verbs tell the triggers."""
    terms = rules.catalogue.terms
    keyed = (terms.get(kind, {}) for kind in ("red_flag", "concern", "symptom"))
    return frozenset(
        [
            *rules.clinical.instruments,
            *_MEASURES,
            *_WORDS,
            "phase",
            *(k for of in keyed for k in of),
        ]
    )


def check_condition(text: str, rules: Rules) -> list[Problem]:
    """What is wrong with a condition: unreadable, or about a fact or word nobody ever tells."""
    try:
        condition = parse(text)
    except Refused as refused:
        return list(refused.problems)
    facts = known_facts(rules)
    for test in condition.tests():
        if test.fact not in facts:
            sentence = "“{fact}” is nothing that is recorded; the names stand below."
            return [Problem("condition", sentence, {"fact": test.fact[:60]})]
        if not _has_word(test, rules):
            sentence = "“{word}” is no word of {fact}."
            return [Problem("condition", sentence, {"word": str(test.value), "fact": test.fact})]
    return []


def check_rule(rule: Rule, rules: Rules) -> Rule:
    """The rule cleaned; Refused with a sentence at each field that breaks a rule of its kind."""
    problems: list[Problem] = []
    cleaned = replace(rule, label=clean(rule.label), source=clean(rule.source))
    if len(cleaned.source) > SOURCE_LENGTH:
        problems.append(Problem("source", "This is too long; at most 300 characters fit."))
    match cleaned:
        case Pathway():
            _check_name(cleaned.label, cleaned.key, rules.clinical.pathways.values(), problems)
            problems += _pathway(cleaned, rules)
        case MilestoneTemplate():
            if len(cleaned.label) > NAME_LENGTH:
                problems.append(Problem("label", TOO_LONG))
            problems += _template(cleaned, rules)
        case Trigger():
            cleaned = replace(cleaned, condition=clean(cleaned.condition))
            _check_name(cleaned.label, cleaned.key, rules.clinical.triggers.values(), problems)
            problems += _trigger(cleaned, rules)
        case Cadence():
            _check_name(cleaned.label, cleaned.key, rules.clinical.cadence.values(), problems)
            problems += _cadence(cleaned, rules)
        case Instrument():
            cleaned = replace(cleaned, short=clean(cleaned.short))
            _check_name(cleaned.label, cleaned.key, rules.clinical.instruments.values(), problems)
            problems += _instrument(cleaned)
    if problems:
        raise Refused(problems)
    return cleaned


def _has_word(test: Test, rules: Rules) -> bool:
    """A word must be one of its list; a fact without a list takes none."""
    if not isinstance(test.value, str):
        return True
    if test.fact == "phase":
        return test.value in rules.catalogue.phases
    kind = _WORDS.get(test.fact)
    return kind is not None and rules.catalogue.terms.get(kind, {}).get(test.value) is not None


def _check_name(
    label: str,
    key: str,
    others: Iterable[Pathway | Trigger | Cadence | Instrument],
    problems: list[Problem],
) -> None:
    if not label:
        problems.append(Problem("label", "Give it a name."))
    elif len(label) > NAME_LENGTH:
        problems.append(Problem("label", TOO_LONG))
    elif any(fold(one.label) == fold(label) for one in others if one.key != key):
        problems.append(Problem("label", "This name is in the list already."))


def _pathway(rule: Pathway, rules: Rules) -> list[Problem]:
    if not rule.phases:
        return [Problem("phases", "A pathway needs a phase at least.")]
    if len(set(rule.phases)) < len(rule.phases):
        return [Problem("phases", "Each phase stands in a pathway once.")]
    strange = [key for key in rule.phases if key not in rules.catalogue.phases]
    return [_unknown("phases", key) for key in strange[:1]]


def _template(rule: MilestoneTemplate, rules: Rules) -> list[Problem]:
    found: list[Problem] = []
    if rule.phase not in rules.catalogue.phases:
        found.append(Problem("phase", "Choose the phase."))
    if rule.kind not in rules.catalogue.terms.get("test", {}):
        found.append(Problem("kind", "Choose the test."))
    found += _between("day", rule.day, EARLIEST_DAY, LONGEST_DAYS)
    return found + _between("late_days", rule.late_days, 0, LONGEST_YEAR)


def _trigger(rule: Trigger, rules: Rules) -> list[Problem]:
    found: list[Problem] = []
    if len(rule.condition) > CONDITION_LENGTH:
        found.append(Problem("condition", "This is too long; at most 500 characters fit."))
    else:
        found += check_condition(rule.condition, rules)
    if not rule.role and not rule.escalates:
        found.append(Problem("role", "Say which role it proposes, or whom it alerts."))
    if rule.role and rule.role not in rules.catalogue.roles:
        found.append(_unknown("role", rule.role))
    if rule.escalates and rule.escalates not in ESCALATIONS:
        found.append(_unknown("escalates", rule.escalates))
    return found + _between("within_days", rule.within_days, 0, LONGEST_YEAR)


def _cadence(rule: Cadence, rules: Rules) -> list[Problem]:
    found: list[Problem] = []
    if rule.phase and rule.phase not in rules.catalogue.phases:
        found.append(_unknown("phase", rule.phase))
    if rule.owner_role and rule.owner_role not in rules.catalogue.roles:
        found.append(_unknown("owner_role", rule.owner_role))
    found += _between("business_days", rule.business_days, 0, LONGEST_YEAR)
    found += _between("days", rule.days, 0, LONGEST_DAYS)
    found += _between("every_days", rule.every_days, 0, LONGEST_YEAR)
    found += _between("for_days", rule.for_days, 0, MOST_SERIES_DAYS)
    if bool(rule.every_days) != bool(rule.for_days):
        found.append(Problem("for_days", "A series needs both: every so many days, for how long."))
    if rule.business_days and rule.days:
        found.append(Problem("days", "Count in business days or in days, not in both."))
    return found


def _instrument(rule: Instrument) -> list[Problem]:
    found: list[Problem] = []
    if not 0 <= rule.lowest < rule.highest <= HIGHEST_SCORE:
        found.append(Problem("highest", "The highest score lies above the lowest."))
    elif rule.cutoff is not None and not rule.lowest <= rule.cutoff <= rule.highest:
        found.append(Problem("cutoff", "The cut-off lies between the lowest and highest score."))
    if rule.step < 1:
        found.append(Problem("step", "Scores go up by 1 at least."))
    for name in ("age_from", "age_below"):
        years = getattr(rule, name)
        if years is not None:
            found += _between(name, years, 0, OLDEST_YEARS)
    if rule.age_from is not None and rule.age_below is not None and rule.age_from >= rule.age_below:
        found.append(Problem("age_below", "Nobody has this age; the upper limit lies above."))
    if len(rule.short) > NAME_LENGTH:
        found.append(Problem("short", TOO_LONG))
    return found + _between("repeat_days", rule.repeat_days, 0, LONGEST_DAYS)


def _unknown(name: str, code: str) -> Problem:
    return Problem(name, "{code} is not in the clinic's list.", {"code": code[:60]})


def _between(name: str, number: int, least: int, most: int) -> list[Problem]:
    if least <= number <= most:
        return []
    limits = {"least": str(least), "most": str(most)}
    return [Problem(name, "This is a whole number from {least} to {most}.", limits)]
