"""Accounts of people who work with the program, as they are entered."""

import re
from dataclasses import dataclass, field

from careteam.domain.access import Role
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import clean

FIRST_USER = "admin"
"""The user of a database that names none."""
NAME = re.compile(r"[^\W_][\w.@-]{1,39}")

EMERGENCY_MINUTES = 60
LEAST_REASON = 10
"""Characters: a word is no reason."""


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """An account to be made or changed: what is typed at the door, its roles, whose it is."""

    name: str
    roles: frozenset[Role] = field(default=frozenset())
    person_id: int | None = None


def check(draft: AccountDraft) -> AccountDraft:
    """The draft with its name cleaned; Refused, with each problem at its field."""
    name = clean(draft.name)
    problems = []
    if not NAME.fullmatch(name):
        problems.append(
            Problem(
                "name",
                "A user name has 2 to 40 letters, digits, dots, hyphens or @, and no blanks.",
            )
        )
    if not draft.roles:
        problems.append(Problem("roles", "Choose at least one role."))
    if problems:
        raise Refused(problems)
    return AccountDraft(name, draft.roles, draft.person_id)


def name_key(name: str) -> str:
    """What a user name is compared by: case does not matter."""
    return clean(name).casefold()


def check_reason(reason: str) -> str:
    """Why emergency access is opened; Refused for less than a few words."""
    reason = clean(reason)
    if len(reason) < LEAST_REASON:
        raise Refused.at(
            "reason", "Say in at least {least} characters what happened.", least=LEAST_REASON
        )
    return reason
