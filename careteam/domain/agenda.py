"""What falls due on which day, as it leaves for somebody's calendar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DayKind(StrEnum):
    """Why a day is in the calendar."""

    CONTACT = "contact"
    NEXT_STEP = "next_step"
    MILESTONE = "milestone"
    VISIT = "visit"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One thing on one day of the clinic; `uid` is the same in every calendar made of it.

    `time` is as it was noted (`09:30`), or empty. `is_over` says that it is done or called off, so
    that a calendar that has it already takes it out.
    """

    uid: str
    kind: DayKind
    patient_id: int
    family: str
    given: str
    mrn: str
    on: date
    what: str
    time: str = ""
    who: str = ""
    is_over: bool = False

    @property
    def initials(self) -> str:
        """M.D.: what a calendar shows where nobody asked for names."""
        first = (name.strip()[:1].upper() for name in (self.given, self.family))
        return "".join(f"{letter}." for letter in first if letter)


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A member of the team as they leave for somebody's address book; `roles` in words."""

    uid: str
    family: str
    given: str = ""
    title: str = ""
    credentials: str = ""
    organisation: str = ""
    department: str = ""
    email: str = ""
    pager: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
