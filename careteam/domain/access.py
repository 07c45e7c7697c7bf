"""Who may do what: the roles of accounts, the actions they allow, and the one gate."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from careteam.domain.errors import CareteamError

F = TypeVar("F", bound=Callable[..., Any])


class Denied(CareteamError):  # noqa: N818 - the word the program uses
    """The account may not do this; nothing was done."""


class Role(StrEnum):
    """What an account is for; one account may have several."""

    NAVIGATOR = "navigator"
    SUPERVISOR = "supervisor"
    READER = "read_only"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What a verb or a read is; every one of them names its own with `needs`."""

    OWN = "own"
    SEE_PATIENTS = "see_patients"
    SEE_DIRECTORY = "see_directory"
    SEE_SETTINGS = "see_settings"
    CARE = "care"
    TEAM = "team"
    CASELOADS = "caseloads"
    MONTHS = "months"
    DIRECTORY = "directory"
    SETTINGS = "settings"
    IMPORT = "import"
    EXPORT = "export"
    REVIEW = "review"
    USERS = "users"
    KEYS = "keys"
    RESTORE = "restore"
    EMERGENCY = "emergency"


_ALL = frozenset({Action.OWN, Action.SEE_DIRECTORY, Action.SEE_SETTINGS})
_CLINICAL = frozenset(
    {Action.SEE_PATIENTS, Action.CARE, Action.TEAM, Action.DIRECTORY, Action.IMPORT, Action.EXPORT}
)

ALLOWED: dict[Role, frozenset[Action]] = {
    Role.NAVIGATOR: _ALL | _CLINICAL,
    Role.SUPERVISOR: _ALL
    | _CLINICAL
    | {Action.CASELOADS, Action.MONTHS, Action.SETTINGS, Action.REVIEW},
    Role.READER: _ALL | {Action.SEE_PATIENTS, Action.EMERGENCY},
    Role.ADMINISTRATOR: _ALL
    | {
        Action.DIRECTORY, Action.SETTINGS, Action.USERS, Action.KEYS, Action.RESTORE,
        Action.EMERGENCY,
    },
}  # fmt: skip
"""An administrator keeps users, keys and copies and sees no patient: 45 CFR 164.308(a)(4), the
least that the work needs."""

IN_EMERGENCY = ALLOWED[Role.NAVIGATOR]
"""What an account may do besides while emergency access is open: 45 CFR 164.312(a)(2)(ii)."""

_SENTENCES = {
    Action.SEE_PATIENTS: "This account sees no patients.",
    Action.CARE: "This account may look, but not change what is about a patient.",
    Action.TEAM: "This account may not change a care team.",
    Action.CASELOADS: "Handing patients over is for supervisors.",
    Action.MONTHS: "Months of navigation time are locked and reopened by supervisors.",
    Action.DIRECTORY: "This account may not change the directory.",
    Action.SETTINGS: "The rules of the clinic are changed by supervisors and administrators.",
    Action.IMPORT: "This account may not bring files in.",
    Action.EXPORT: "This account may not let patient data out.",
    Action.REVIEW: "The audit trail is reviewed by supervisors.",
    Action.USERS: "Users are kept by administrators.",
    Action.KEYS: "Keys are kept by administrators.",
    Action.RESTORE: "Copies are put back by administrators.",
    Action.EMERGENCY: "This account needs no emergency access: it may do all of this already.",
}
_WAY_OUT = "Nothing was changed; ask whoever keeps the users."


@dataclass(frozen=True, slots=True)
class Who:
    """The account that is signed in: its id, its name, its roles, whose desk it is.

    `emergency_until` is the end of its emergency access (UTC), None while there is none.
    """

    account_id: int
    name: str
    roles: frozenset[Role]
    person_id: int | None = None
    emergency_until: datetime | None = None

    def actions(self, now: datetime | None) -> frozenset[Action]:
        """What it may do at that moment."""
        own = frozenset[Action]().union(*(ALLOWED[role] for role in self.roles))
        return own | IN_EMERGENCY if self.is_emergency(now) else own

    def is_emergency(self, now: datetime | None) -> bool:
        """Whether its emergency access is open at that moment; not when nobody says which."""
        return now is not None and self.emergency_until is not None and now < self.emergency_until


def needs(action: Action) -> Callable[[F], F]:
    """Name what a verb or a read is; the gate looks at the name before it runs."""

    def named(function: F) -> F:
        function.needs = action  # pyright: ignore[reportFunctionMemberAccess]
        return function

    return named


def action_of(function: Callable[..., Any]) -> Action:
    """What a verb or a read is; TypeError for one that does not say, which never runs."""
    found = getattr(function, "needs", None)
    if not isinstance(found, Action):
        raise TypeError(f"{getattr(function, '__name__', function)} names no action")
    return found


def authorize(who: Who, action: Action, now: datetime | None) -> None:
    """Let an account do something; Denied when none of its roles may.

    The one gate, below the window and the command line: 45 CFR 170.315(d)(1).
    """
    if action not in who.actions(now):
        raise Denied(f"{_SENTENCES[action]} {_WAY_OUT}")


def all_roles() -> frozenset[Role]:
    """The roles of the first account of a clinic, which may do everything."""
    return frozenset(Role)


def read_roles(told: Iterable[str]) -> frozenset[Role]:
    """Roles from their keys; ValueError for an unknown one."""
    return frozenset(Role(key) for key in told)
