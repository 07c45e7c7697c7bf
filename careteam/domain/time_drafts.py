"""What is entered for navigation time: work without a contact, enrolment, consent, first visits."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from careteam.domain.catalogue import Catalogue
from careteam.domain.contacts import (
    CLOCK_TOLERANCE,
    LONG_AGO,
    LONGEST_MINUTES,
    TOO_LONG,
    WAS_LONG_AGO,
)
from careteam.domain.errors import Problem, Refused
from careteam.domain.moment import Moment
from careteam.domain.navigation_time import ACTIVITY, VISIT_KIND, WORK, ConsentWay, TimeRules
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, NOTE_LENGTH, clean

LOCKED = (
    "{month} is locked: what counts as navigation time in it stands. A supervisor can reopen it."
)
AHEAD = "The day cannot lie in the future."
UNKNOWN_PROGRAM = "{code} is not one of the clinic's programs."


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """Work that was no contact; `at` is aware, `minutes` are whole, keys are the catalogue's.

    `may_be_long_ago` says that somebody was asked about a day more than a year back.
    """

    patient_id: int
    program: str
    work: str
    activity: str
    minutes: int
    at: datetime
    note: str = ""
    version: int | None = None
    may_be_long_ago: bool = False


@dataclass(frozen=True, slots=True)
class TimeRetractDraft:
    """The end of an entry that should not have been logged; the reason is kept with it."""

    entry_id: int
    reason: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class EnrolDraft:
    """A patient in a program from a day, with who bills and who supervises (directory ids)."""

    patient_id: int
    program: str
    starts_on: date
    billing_id: int | None = None
    supervising_id: int | None = None


@dataclass(frozen=True, slots=True)
class LeaveDraft:
    """The end of an enrolment; `ends_on` is the first day on which it no longer stands."""

    enrolment_id: int
    ends_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """A consent to a program: how, on which day, and who gave it where it was not the patient."""

    patient_id: int
    program: str
    on: date
    way: ConsentWay = ConsentWay.VERBAL
    given_by: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """The visit that begins a program: its day, its kind, and with whom (a directory id)."""

    patient_id: int
    program: str
    on: date
    kind: str
    practitioner_id: int | None = None


def check_time(
    draft: TimeDraft, *, catalogue: Catalogue, time: TimeRules, moment: Moment
) -> TimeDraft:
    """The draft cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    if draft.at.tzinfo is None:
        raise ValueError("the time of an entry needs a zone")
    day = moment.local(draft.at).date()
    if draft.at > moment.now + CLOCK_TOLERANCE:
        problems.append(Problem("at", "Time cannot be logged ahead; log it when it is done."))
    elif draft.at < moment.now - LONG_AGO and not draft.may_be_long_ago:
        problems.append(Problem("at", WAS_LONG_AGO))
    if not 1 <= draft.minutes <= LONGEST_MINUTES:
        problems.append(Problem("minutes", "Minutes are a whole number from 1 to 1440."))
    problems += program_problems(draft.program, draft.activity, day, catalogue, time)
    if not draft.program:
        problems.append(Problem("program", "Choose one."))
    problems += _listed("work", draft.work, catalogue, WORK)
    note = clean(draft.note, lines=True)
    if len(note) > NOTE_LENGTH:
        problems.append(Problem("note", TOO_LONG, {"limit": f"{NOTE_LENGTH:,}"}))
    if problems:
        raise Refused(problems)
    return replace(draft, note=note)


def program_problems(
    program: str, activity: str, day: date, catalogue: Catalogue, time: TimeRules
) -> list[Problem]:
    """What is wrong with a program and an activity; both may be empty."""
    problems: list[Problem] = []
    if program and not time.knows(program):
        problems.append(Problem("program", UNKNOWN_PROGRAM, {"code": program[:60]}))
    elif program and time.program(program, day) is None:
        sentence = "The program {name} is not offered on this day."
        problems.append(Problem("program", sentence, {"name": time.label(program)}))
    if activity and activity not in catalogue.terms.get(ACTIVITY, {}):
        sentence = "{code} is not in the clinic's list."
        problems.append(Problem("activity", sentence, {"code": activity[:60]}))
    return problems


def check_enrol(draft: EnrolDraft, *, time: TimeRules, today: date) -> EnrolDraft:
    """The draft itself; Refused for an unknown program or a day ahead."""
    _raise(_program_and_day(draft.program, draft.starts_on, time, today, "starts_on"))
    return draft


def check_consent(draft: ConsentDraft, *, time: TimeRules, today: date) -> ConsentDraft:
    """The draft cleaned; Refused for an unknown program or a day ahead."""
    problems = _program_and_day(draft.program, draft.on, time, today, "on")
    given_by = clean(draft.given_by)
    if len(given_by) > NAME_LENGTH:
        problems.append(Problem("given_by", TOO_LONG, {"limit": str(NAME_LENGTH)}))
    _raise(problems)
    return replace(draft, given_by=given_by)


def check_visit(
    draft: VisitDraft, *, catalogue: Catalogue, time: TimeRules, today: date
) -> VisitDraft:
    """The draft itself; Refused for an unknown program or kind, or a day ahead."""
    problems = _program_and_day(draft.program, draft.on, time, today, "on")
    problems += _listed("kind", draft.kind, catalogue, VISIT_KIND)
    _raise(problems)
    return draft


def check_leave(draft: LeaveDraft, *, starts_on: date, today: date) -> LeaveDraft:
    """The draft cleaned; Refused for a day ahead or before the enrolment began."""
    problems: list[Problem] = []
    if draft.ends_on > today:
        problems.append(Problem("ends_on", AHEAD))
    elif draft.ends_on < starts_on:
        problems.append(Problem("ends_on", "The enrolment began later than that."))
    reason = check_reason_length(draft.reason, problems)
    _raise(problems)
    return replace(draft, reason=reason)


def check_reason(text: str, sentence: str) -> str:
    """The reason cleaned; Refused with the sentence when there is none."""
    problems: list[Problem] = []
    reason = check_reason_length(text, problems)
    if not reason:
        problems.append(Problem("reason", sentence))
    _raise(problems)
    return reason


def check_reason_length(text: str, problems: list[Problem]) -> str:
    """The reason cleaned; one that is too long is a problem."""
    reason = clean(text)
    if len(reason) > LINE_LENGTH:
        problems.append(Problem("reason", "This is too long; at most 500 characters fit."))
    return reason


def _program_and_day(
    program: str, day: date, time: TimeRules, today: date, name: str
) -> list[Problem]:
    problems: list[Problem] = []
    if not program:
        problems.append(Problem("program", "Choose one."))
    elif not time.knows(program):
        problems.append(Problem("program", UNKNOWN_PROGRAM, {"code": program[:60]}))
    if day > today:
        problems.append(Problem(name, AHEAD))
    return problems


def _listed(name: str, value: str, catalogue: Catalogue, kind: str) -> list[Problem]:
    if not value:
        return [Problem(name, "Choose one.")]
    if value not in catalogue.terms.get(kind, {}):
        return [Problem(name, "{code} is not in the clinic's list.", {"code": value[:60]})]
    return []


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise Refused(problems)
