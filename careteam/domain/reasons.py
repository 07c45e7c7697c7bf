"""Why somebody is on the list, as a rule, a day it was counted from, and the counting itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careteam.domain.calendar import SATURDAY, BusinessCalendar
from careteam.domain.clinical_rules import Cadence, Event
from careteam.domain.dates import day_short
from careteam.domain.due import Course, DueKind, rhythm
from careteam.domain.rules import Rules
from careteam.domain.text import mid_sentence

PROPOSED = "Proposed"
FIRST_CONTACT_SOURCE = "Proposed; one centre calls within 48 hours"
OWN_WORDS = "Entered by hand"

EVENT_WORDS = {
    Event.HOSPITAL_DISCHARGE: "the discharge",
    Event.EMERGENCY_VISIT: "the emergency visit",
    Event.PHASE_START: "the start of the phase",
    Event.PHASE_CONTACT: "the start of the phase",
    Event.PHASE_END: "the end of the phase",
    Event.DISTRESS_SCREEN: "the distress score",
    Event.CAR_T_INFUSION: "the CAR-T infusion",
    Event.TRANSPLANT_DAY_0: "the day of transplant",
    Event.REFERRAL_REQUESTED: "the request for the referral",
    Event.REFERRAL_URGENT: "the urgent request for the referral",
    Event.REFERRAL_ACCEPTED: "the acceptance of the referral",
    Event.TUMOUR_BOARD: "the tumour board",
    Event.YEARLY_CONSENT: "the yearly consent",
}
"""What each event is called in a sentence."""

STEP_WORDS = {
    "milestone": "A planned test is asked about once it is late",
    "suggestion": "A suggestion that was accepted",
    "referral": "A referral is asked about until it is settled",
    "barrier": "What is to be done about a barrier",
}
"""Why a next step is there that no cadence rule planned, by the row it is about."""


class Grade(StrEnum):
    """How far a rule's source carries it."""

    SOURCED = "sourced"
    PARTLY = "partly"
    PROPOSED = "proposed"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class RuleLink:
    """Where a rule is changed: a section of Settings and the entry in it."""

    section: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule in words, its source and grade, what it was counted from, and the counting.

    `counted` is a line such as `Fri 20 Nov + 2 business days = Tue 24 Nov`; `since` says what
    happened on the first day of it. `also` are further sentences: put off, known only since.
    """

    rule: str
    source: str
    grade: Grade
    since: str = ""
    counted: str = ""
    also: tuple[str, ...] = ()
    link: RuleLink | None = None


def grade_of(source: str) -> Grade:
    """Whether a source carries the whole rule, a part of it, or none: a proposed default."""
    said = source.casefold()
    if not said or said.startswith("proposed"):
        return Grade.PROPOSED
    return Grade.PARTLY if "proposed" in said else Grade.SOURCED


def counted_business(
    day: date, count: int, today: date, calendar: BusinessCalendar, names: Mapping[date, str]
) -> str:
    """`Fri 20 Nov + 2 business days = Tue 24 Nov`, with the holidays that were left out."""
    end = calendar.add(day, count)
    unit = "business day" if count == 1 else "business days"
    line = f"{day_short(day, today)} + {count} {unit} = {day_short(end, today)}"
    left_out = _holidays(day, end, calendar, names)
    if not left_out:
        return line
    return f"{line}; {' and '.join(left_out)} {'is' if len(left_out) == 1 else 'are'} left out"


def counted_days(
    day: date,
    count: int,
    today: date,
    calendar: BusinessCalendar,
    names: Mapping[date, str],
    *,
    is_moved: bool,
) -> str:
    """`Thu 12 Nov + 14 days = Thu 26 Nov, which is Thanksgiving: Fri 27 Nov`.

    `is_moved` says that a day on which nobody works moves on to the next business day.
    """
    end = day + timedelta(days=count)
    unit = "day" if count == 1 else "days"
    line = f"{day_short(day, today)} + {count} {unit} = {day_short(end, today)}"
    moved = calendar.on_or_after(end)
    if not is_moved or moved == end:
        return line
    what = names.get(end) or ("a holiday" if end.weekday() < SATURDAY else "a weekend")
    return f"{line}, which is {what}: {day_short(moved, today)}"


def reason_of_course(
    kind: DueKind, course: Course, rules: Rules, names: Mapping[date, str], today: date
) -> Reason:
    """Why an assignment is due, from what its due day depends on; `names` are the holidays'."""
    role = rules.catalogue.role_label(course.role)
    reason = _ruled(kind, course, role, rules, names, today)
    since = course.known_since
    if since is None or max(course.starts_on, course.reached_on or course.starts_on) > since:
        return reason
    sentence = f"It came in with an import on {day_short(since, today)}: not due before"
    known = rules.catalogue.roles.get(course.role)
    days = known.first_contact_days if known else 0
    line = counted_business(since, days, today, rules.calendar, names)
    return Reason(
        reason.rule, reason.source, reason.grade, reason.since, reason.counted,
        (*reason.also, f"{sentence} {line}."), reason.link,
    )  # fmt: skip


def reason_of_step(
    rule: Cadence | None,
    on: date | None,
    rules: Rules,
    names: Mapping[date, str],
    today: date,
    about: str = "",
) -> Reason:
    """Why a next step is due: by the rule that planned it after an event of a day, or by hand.

    `about` is the kind of row that a step without a rule is about.
    """
    if rule is None:
        return Reason(STEP_WORDS.get(about, OWN_WORDS), "", Grade.BY_HAND)
    words = EVENT_WORDS[rule.event]
    return Reason(
        rule=f"{rule.label}: {cadence_words(rule)}",
        source=rule.source,
        grade=grade_of(rule.source),
        since=f"{_sentence(words)}: {day_short(on, today)}" if on else "",
        counted=_counted_rule(rule, on, rules, names, today) if on else "",
        link=RuleLink("cadence", rule.key),
    )


def cadence_words(rule: Cadence) -> str:
    """What a cadence rule asks for: `2 business days after the discharge`."""
    event = EVENT_WORDS[rule.event]
    if rule.every_days:
        return f"{rhythm(rule.every_days)} for {rule.for_days} days after {event}"
    if rule.business_days:
        unit = "business day" if rule.business_days == 1 else "business days"
        return f"{rule.business_days} {unit} after {event}"
    return f"{rule.days} {'day' if rule.days == 1 else 'days'} after {event}"


def _ruled(
    kind: DueKind,
    course: Course,
    role: str,
    rules: Rules,
    names: Mapping[date, str],
    today: date,
) -> Reason:
    calendar, catalogue = rules.calendar, rules.catalogue
    match kind:
        case DueKind.FIRST_CONTACT:
            days = catalogue.roles[course.role].first_contact_days
            unit = "business day" if days == 1 else "business days"
            return Reason(
                f"{role}: first contact within {days} {unit} of the assignment",
                FIRST_CONTACT_SOURCE,
                Grade.PROPOSED,
                f"Assigned: {day_short(course.starts_on, today)}",
                counted_business(course.starts_on, days, today, calendar, names),
                link=RuleLink("roles", course.role),
            )
        case DueKind.CADENCE if course.reached_on is not None:
            return _rhythm(course, course.reached_on, role, rules, names, today)
        case DueKind.PHASE_START if course.phase_since is not None:
            return _phase_start(course, course.phase_since, rules, names, today)
        case DueKind.RETRY | DueKind.STOP_RULE if course.tried_on is not None:
            return _retry(kind, course, course.tried_on, rules, names, today)
        case DueKind.SNOOZED if course.snoozed_until is not None:
            return Reason(f"{role}: put off by hand", "", Grade.BY_HAND)
        case _:
            return Reason(f"{role}: nothing is due", "", Grade.BY_HAND)


def _rhythm(
    course: Course,
    reached_on: date,
    role: str,
    rules: Rules,
    names: Mapping[date, str],
    today: date,
) -> Reason:
    days = rules.catalogue.contact_days(course.role, course.phase)
    phase = rules.catalogue.phases.get(course.phase)
    is_phase = phase is not None and course.role in phase.asks_for
    where = f" in {mid_sentence(phase.label)}" if phase is not None and is_phase else ""
    return Reason(
        f"{role}: contact {rhythm(days)}{where}",
        PROPOSED,
        Grade.PROPOSED,
        f"Last reached: {day_short(reached_on, today)}",
        counted_days(reached_on, days, today, rules.calendar, names, is_moved=True),
        link=RuleLink("phases", f"{course.phase} {course.role}")
        if is_phase
        else RuleLink("roles", course.role),
    )


def _phase_start(
    course: Course, since: date, rules: Rules, names: Mapping[date, str], today: date
) -> Reason:
    active = [
        rule
        for rule in rules.clinical.cadence.values()
        if rule.is_active and rule.event is Event.PHASE_CONTACT and rule.phase in ("", course.phase)
    ]
    soonest = min(active, key=lambda rule: rule.business_days or rule.days, default=None)
    return reason_of_step(soonest, since, rules, names, today)


def _retry(
    kind: DueKind,
    course: Course,
    tried_on: date,
    rules: Rules,
    names: Mapping[date, str],
    today: date,
) -> Reason:
    days = course.retry_days or 1
    unit = "business day" if days == 1 else "business days"
    rule = f"A try that reached nobody comes back after {days} {unit}"
    if not course.attempts:
        rule = f"Who asked for another call is called after {days} {unit}"
    if kind is DueKind.STOP_RULE:
        most = rules.catalogue.max_attempts
        rule = f"After {most} tries in a row another way is proposed ({course.attempts} so far)"
    return Reason(
        rule,
        PROPOSED,
        Grade.PROPOSED,
        f"Last try: {day_short(tried_on, today)}",
        counted_business(tried_on, days, today, rules.calendar, names),
        link=RuleLink("contacts"),
    )


def _counted_rule(
    rule: Cadence, on: date, rules: Rules, names: Mapping[date, str], today: date
) -> str:
    if rule.every_days:
        return f"{day_short(on, today)}, then {rhythm(rule.every_days)} for {rule.for_days} days"
    if rule.business_days:
        return counted_business(on, rule.business_days, today, rules.calendar, names)
    return counted_days(on, rule.days, today, rules.calendar, names, is_moved=False)


def _holidays(
    day: date, end: date, calendar: BusinessCalendar, names: Mapping[date, str]
) -> list[str]:
    between = (day + timedelta(days=step) for step in range(1, (end - day).days))
    return [
        names.get(each) or day_short(each, end)
        for each in between
        if each.weekday() < SATURDAY and not calendar.is_business_day(each)
    ]


def _sentence(words: str) -> str:
    bare = words.removeprefix("the ")
    return bare[:1].upper() + bare[1:]
