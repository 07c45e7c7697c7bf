"""Navigation programs and work that was no contact, as they leave in a whole record and arrive."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class KeptWork:
    """Work for a patient: under which program, what, what for, how long."""

    uid: str
    program: str
    work: str
    minutes: int
    at: datetime
    activity: str = ""
    note: str = ""
    by: str = ""
    is_retracted: bool = False
    retract_reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptEnrolment:
    """A patient in a program; `ends_on` is the first day on which it no longer stands."""

    uid: str
    program: str
    starts_on: date
    ends_on: date | None = None
    end_reason: str = ""
    billing: str = ""
    supervising: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class KeptConsent:
    """A consent to a program: how it was given and by whom."""

    uid: str
    program: str
    on_day: date
    way: str = "verbal"
    given_by: str = ""
    by: str = ""
    is_retracted: bool = False
    retract_reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptVisit:
    """The visit that begins a program."""

    uid: str
    program: str
    on_day: date
    kind: str
    practitioner: str = ""
    by: str = ""
    is_retracted: bool = False
    retract_reason: str = ""
