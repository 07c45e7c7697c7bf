"""When a patient is due, and why: the one place where due dates and their reasons are made."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careteam.domain.cadence import planned
from careteam.domain.clinical_rules import Event
from careteam.domain.dates import day_bare, day_of_week
from careteam.domain.rules import Rules
from careteam.domain.text import mid_sentence

NEVER = date(9999, 12, 31)
DAYS_AHEAD = 7
NAVIGATOR_ROLE = "nurse_navigator"


class DueKind(StrEnum):
    """Which rule made an assignment due."""

    NONE = "none"
    FIRST_CONTACT = "first_contact"
    CADENCE = "cadence"
    RETRY = "retry"
    STOP_RULE = "stop_rule"
    PHASE_START = "phase_start"
    SNOOZED = "snoozed"


class Urgency(StrEnum):
    """The groups of the Today list, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"


class Proposal(StrEnum):
    """What to do when the configured number of tries reached nobody."""

    OTHER_NUMBER = "other_number"
    OTHER_MODE = "other_mode"
    LETTER = "letter"
    TELL_LEAD = "tell_lead"


@dataclass(frozen=True, slots=True)
class Course:
    """What a due date depends on: the role's history with one patient.

    `reached_on` is the last day somebody was reached, `tried_on` the last try after that with
    its `retry_days` (business days), `attempts` the unreached tries in a row. Somebody who was
    reached but asked for another call stands in `tried_on` too, with no attempts. `known_since` is
    the day on which an import brought the assignment.
    """

    role: str
    phase: str
    starts_on: date
    phase_since: date | None = None
    reached_on: date | None = None
    tried_on: date | None = None
    retry_days: int | None = None
    attempts: int = 0
    snoozed_until: date | None = None
    known_since: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A day and the rule that made it; `on` is NEVER when nothing is due."""

    on: date
    kind: DueKind


def due_of(course: Course, rules: Rules) -> Due:
    """The next due day of an active assignment.

    First contact: business days from the assignment (proposed default 2; one centre calls
    within 48 h). After that the days between contacts of the phase, moved to a business day.
    An unreached try comes back after the outcome's business days, at the latest when the rhythm
    asks for it. The navigator sees every patient as soon after a phase's start as the clinic's
    cadence rules for it say (proposed default: 3 business days). What only an import knows of is
    never due before the first contact would be from the day it was brought: nobody here was late
    with it.
    """
    found = _not_before_known(course, _rule(course, rules), rules)
    if course.snoozed_until is not None and course.snoozed_until > found.on:
        return Due(course.snoozed_until, DueKind.SNOOZED)
    return found


def _rule(course: Course, rules: Rules) -> Due:
    calendar = rules.calendar
    if course.tried_on is not None and (course.attempts or course.retry_days):
        again = calendar.add(course.tried_on, course.retry_days or 1)
        is_over = course.attempts >= rules.catalogue.max_attempts
        return Due(again, DueKind.STOP_RULE if is_over else DueKind.RETRY)
    if course.reached_on is None:
        role = rules.catalogue.roles.get(course.role)
        days = role.first_contact_days if role else 0
        if not days:
            return Due(NEVER, DueKind.NONE)
        return Due(calendar.add(course.starts_on, days), DueKind.FIRST_CONTACT)
    days = rules.catalogue.contact_days(course.role, course.phase)
    due = Due(NEVER, DueKind.NONE)
    if days:
        due = Due(calendar.on_or_after(course.reached_on + timedelta(days=days)), DueKind.CADENCE)
    since = course.phase_since
    if course.role == NAVIGATOR_ROLE and since is not None and course.reached_on < since:
        start = _phase_contact(course.phase, since, rules)
        if start < due.on:
            return Due(start, DueKind.PHASE_START)
    return due


def _phase_contact(phase: str, since: date, rules: Rules) -> date:
    cadence = rules.clinical.cadence.values()
    steps = planned(cadence, Event.PHASE_CONTACT, since, phase=phase, calendar=rules.calendar)
    return min((step.due_on for step in steps), default=NEVER)


def _not_before_known(course: Course, found: Due, rules: Rules) -> Due:
    since = course.known_since
    last = max(filter(None, (course.starts_on, course.reached_on, course.tried_on)))
    if since is None or last > since:
        return found
    role = rules.catalogue.roles.get(course.role)
    first = rules.calendar.add(since, role.first_contact_days if role else 0)
    return Due(max(found.on, first), found.kind)


def urgency(due_on: date, today: date) -> Urgency:
    """The group of a due day; this week means within the next seven days."""
    if due_on < today:
        return Urgency.OVERDUE
    if due_on == today:
        return Urgency.TODAY
    return Urgency.THIS_WEEK if due_on <= today + timedelta(days=DAYS_AHEAD) else Urgency.LATER


def due_words(due_on: date, due_time: str, today: date) -> tuple[str, Urgency]:
    """How a due day stands on a chip everywhere, with its group.

    2 days late; Today or Today 14:00; Tue 24 within seven days; 8 Dec; 8 Dec 2027; — for never.
    """
    group = urgency(due_on, today)
    if due_on == NEVER:
        return "—", group
    match group:
        case Urgency.OVERDUE:
            days = (today - due_on).days
            return ("1 day late" if days == 1 else f"{days} days late"), group
        case Urgency.TODAY:
            return f"Today {due_time}".strip(), group
        case Urgency.THIS_WEEK:
            return day_of_week(due_on), group
        case Urgency.LATER:
            return day_bare(due_on, today), group


def reason(kind: DueKind, role_label: str, *, days: int, phase_label: str, attempts: int) -> str:
    """Why somebody is on the list, in the words of the list."""
    match kind:
        case DueKind.FIRST_CONTACT:
            return f"{role_label} · first contact"
        case DueKind.RETRY if not attempts:
            return f"{role_label} · asked to call back"
        case DueKind.RETRY:
            tries = "1 try" if attempts == 1 else f"{attempts} tries"
            return f"{role_label} · {tries}, try again"
        case DueKind.STOP_RULE:
            return f"{role_label} · {attempts} tries, change the way"
        case DueKind.PHASE_START:
            return f"{role_label} · {mid_sentence(phase_label)} has begun"
        case DueKind.SNOOZED:
            return f"{role_label} · put off until now"
        case DueKind.CADENCE:
            return f"{role_label} · {rhythm(days)}, {mid_sentence(phase_label)}"
        case DueKind.NONE:
            return role_label


def rule_words(kind: DueKind, *, days: int, attempts: int) -> str:
    """The rule behind a due day where there is little room: weekly, first contact, 2 tries."""
    match kind:
        case DueKind.FIRST_CONTACT:
            return "first contact"
        case DueKind.RETRY if not attempts:
            return "call back"
        case DueKind.RETRY | DueKind.STOP_RULE:
            return "1 try" if attempts == 1 else f"{attempts} tries"
        case DueKind.PHASE_START:
            return "new phase"
        case DueKind.SNOOZED:
            return "put off"
        case DueKind.CADENCE if days:
            return rhythm(days)
        case _:
            return ""


def rhythm(days: int) -> str:
    """Days between contacts in words: daily, weekly, every 2 weeks, every 90 days."""
    if days == 1:
        return "daily"
    if days == 7:
        return "weekly"
    if days % 7 == 0:
        return f"every {days // 7} weeks"
    return f"every {days} days"


def proposals(*, has_other_number: bool, mode: str) -> tuple[Proposal, ...]:
    """What the program proposes once the stop rule has been reached, best first."""
    found = [Proposal.OTHER_NUMBER] if has_other_number else []
    if mode in ("phone", "sms", "video"):
        found.append(Proposal.OTHER_MODE)
    return (*found, Proposal.LETTER, Proposal.TELL_LEAD)
