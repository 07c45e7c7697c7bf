"""A contact as it is logged, and the rules it has to keep."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.macros import LONGEST_PROMPT, prompts
from careteam.domain.moment import Moment
from careteam.domain.text import LINE_LENGTH, NOTE_LENGTH, clean

LATE_AFTER = timedelta(hours=24)
LONG_AGO = timedelta(days=366)
"""A contact that lies further back is more often a wrong year than a late entry: it is asked."""
CLOCK_TOLERANCE = timedelta(minutes=5)
LONGEST_MINUTES = 24 * 60
NO_CONTACT_MODE = "chart_review"
"""The mode that reaches nobody and is no try either, whatever its outcome."""
TOO_LONG = "This is too long; at most {limit} characters fit."
WAS_LONG_AGO = "This is more than a year ago. If that is right, save once more."
STILL_ASKS = "The note still asks for {asked}: fill in {place}, or take it out."


class With(StrEnum):
    """Who the contact was with."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    TEAM_MEMBER = "team_member"
    OUTSIDE = "outside"


class Direction(StrEnum):
    """Who reached out: the clinic, the other side, or staff among themselves."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A follow-up: what, who owns it (a role, or a person of the directory), due when."""

    text: str
    due_on: date
    due_time: str = ""
    owner_role: str = ""
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact as entered; `at` is aware, `minutes` whole minutes, keys are the catalogue's.

    `with_ref` is the related person or team member by id, `with_name` an outside body's name.
    `program` is that under which its minutes count as navigation time, or empty.
    `may_be_long_ago` says that somebody was asked about a day more than a year back.
    """

    patient_id: int
    role: str
    mode: str
    outcome: str
    at: datetime
    person_id: int | None = None
    with_kind: With = With.PATIENT
    with_ref: int | None = None
    with_name: str = ""
    direction: Direction = Direction.OUTBOUND
    minutes: int = 0
    reasons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    note: str = ""
    used_interpreter: bool = False
    program: str = ""
    activity: str = ""
    next_step: NextStep | None = None
    closes_follow_ups: tuple[int, ...] = ()
    version: int | None = None
    may_be_long_ago: bool = False


def check(
    draft: ContactDraft, *, catalogue: Catalogue, moment: Moment, born: date | None
) -> ContactDraft:
    """The draft cleaned; Refused with a sentence at each field that breaks a rule."""
    problems: list[Problem] = []
    note = clean(draft.note, lines=True)
    if len(note) > NOTE_LENGTH:
        problems.append(
            Problem(
                "note",
                "The note has {length} characters; at most {limit} fit.",
                {"length": f"{len(note):,}", "limit": f"{NOTE_LENGTH:,}"},
            )
        )
    elif (asked := next(prompts(note), None)) is not None:
        place = note[asked.start : asked.start + min(asked.length, LONGEST_PROMPT)]
        problems.append(Problem("note", STILL_ASKS, {"asked": asked.asked[:40], "place": place}))
    _check_day(draft, moment, born, problems)
    if not 0 <= draft.minutes <= LONGEST_MINUTES:
        problems.append(Problem("minutes", "Minutes are a whole number from 0 to 1440."))
    _check_codes(draft, catalogue, problems)
    with_name = clean(draft.with_name)
    if draft.with_kind is With.OUTSIDE and not with_name:
        problems.append(Problem("with_name", "Name the body or person outside."))
    elif len(with_name) > LINE_LENGTH:
        problems.append(Problem("with_name", TOO_LONG, {"limit": str(LINE_LENGTH)}))
    step = _check_step(draft.next_step, moment.today, catalogue, problems)
    if problems:
        raise Refused(problems)
    return replace(draft, note=note, with_name=with_name, next_step=step)


def _check_day(
    draft: ContactDraft, moment: Moment, born: date | None, problems: list[Problem]
) -> None:
    if draft.at.tzinfo is None:
        raise ValueError("the time of a contact needs a zone")
    if draft.at > moment.now + CLOCK_TOLERANCE:
        problems.append(Problem("at", "A contact cannot lie in the future; plan a next step."))
    elif born is not None and moment.local(draft.at).date() < born:
        problems.append(Problem("at", "This lies before the patient was born."))
    elif draft.at < moment.now - LONG_AGO and not draft.may_be_long_ago:
        problems.append(Problem("at", WAS_LONG_AGO))


def is_late(at: datetime, entered_at: datetime) -> bool:
    """Whether an entry was made more than a day after the contact."""
    return entered_at - at > LATE_AFTER


def attempts_after(attempts_before: int, *, is_reached: bool) -> int:
    """The unreached tries in a row after one more contact."""
    return 0 if is_reached else attempts_before + 1


def try_again_text(role_label: str) -> str:
    """What the next step says that an unreached try makes for a role nobody holds."""
    return f"{role_label}: try again"


def _check_step(
    step: NextStep | None, today: date, catalogue: Catalogue, problems: list[Problem]
) -> NextStep | None:
    if step is None:
        return None
    text = clean(step.text)
    if step.due_on < today:
        problems.append(Problem("next_step", "The next step cannot be due in the past."))
    if len(text) > LINE_LENGTH:
        problems.append(Problem("next_step", TOO_LONG, {"limit": str(LINE_LENGTH)}))
    if step.due_time and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", step.due_time):
        problems.append(
            Problem(
                "next_step",
                "{text} is not a time; write it as 14:30.",
                {"text": step.due_time[:20]},
            )
        )
    if step.owner_role and step.owner_role not in catalogue.roles:
        problems.append(
            Problem(
                "next_step", "{code} is not in the clinic's list.", {"code": step.owner_role[:60]}
            )
        )
    return replace(step, text=text)


def _check_codes(draft: ContactDraft, catalogue: Catalogue, problems: list[Problem]) -> None:
    single = {
        "role": (draft.role, catalogue.roles),
        "mode": (draft.mode, catalogue.modes),
        "outcome": (draft.outcome, catalogue.outcomes),
    }
    for name, (value, allowed) in single.items():
        if not value:
            problems.append(Problem(name, "Choose one."))
        elif value not in allowed:
            problems.append(
                Problem(name, "{code} is not in the clinic's list.", {"code": value[:60]})
            )
    lists = {
        "reasons": (draft.reasons, "reason"),
        "topics": (draft.topics, "topic"),
        "interventions": (draft.interventions, "intervention"),
    }
    for name, (values, kind) in lists.items():
        for value in values:
            if value not in catalogue.terms.get(kind, {}):
                problems.append(
                    Problem(name, "{code} is not in the clinic's list.", {"code": value[:60]})
                )
