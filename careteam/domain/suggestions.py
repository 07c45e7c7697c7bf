"""Suggestions: what a rule or a wish proposes and a person accepts or dismisses."""

from dataclasses import dataclass, replace
from enum import StrEnum

from careteam.domain.catalogue import Catalogue
from careteam.domain.errors import Problem, Refused
from careteam.domain.text import LINE_LENGTH, NAME_LENGTH, clean

TOO_LONG = "This is too long; at most {limit} characters fit."
UNKNOWN = "{code} is not in the clinic's list."


class SuggestionKind(StrEnum):
    """What is proposed: somebody for a role, a step of who holds it, or a test."""

    ROLE = "role"
    TASK = "task"
    MILESTONE = "milestone"


class SuggestionState(StrEnum):
    """Open until a person decides; both decisions are kept."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


WISH = "wish"
"""The `source_kind` of what the patient or the family asks for."""


@dataclass(frozen=True, slots=True)
class AcceptDraft:
    """A suggestion is accepted: `person_id` takes the role, or with `as_referral` is asked to.

    A suggested step needs neither: it is planned for who holds the role.
    """

    suggestion_id: int
    person_id: int | None = None
    as_referral: bool = False


@dataclass(frozen=True, slots=True)
class DismissDraft:
    """A suggestion is set aside, with a coded reason."""

    suggestion_id: int
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WishDraft:
    """The patient or somebody of the family asks for a role; `who` says who asked."""

    patient_id: int
    role: str
    who: str
    note: str = ""


def check_dismissal(draft: DismissDraft, *, catalogue: Catalogue) -> DismissDraft:
    """The dismissal cleaned; Refused without a reason of the clinic's list."""
    draft = replace(draft, note=clean(draft.note))
    problems: list[Problem] = []
    if not draft.reason:
        problems.append(Problem("reason", "Choose why it is not needed."))
    elif draft.reason not in catalogue.terms.get("dismiss_reason", {}):
        problems.append(Problem("reason", UNKNOWN, {"code": draft.reason[:60]}))
    if len(draft.note) > LINE_LENGTH:
        problems.append(Problem("note", TOO_LONG, {"limit": str(LINE_LENGTH)}))
    if problems:
        raise Refused(problems)
    return draft


def check_wish(draft: WishDraft, *, catalogue: Catalogue) -> WishDraft:
    """The wish cleaned; Refused without a role, or without who asked for it."""
    draft = replace(draft, who=clean(draft.who), note=clean(draft.note))
    problems: list[Problem] = []
    if not draft.role:
        problems.append(Problem("role", "Choose the role."))
    elif draft.role not in catalogue.roles:
        problems.append(Problem("role", UNKNOWN, {"code": draft.role[:60]}))
    if not draft.who:
        problems.append(Problem("who", "Say who asked for it."))
    elif len(draft.who) > NAME_LENGTH:
        problems.append(Problem("who", TOO_LONG, {"limit": str(NAME_LENGTH)}))
    if len(draft.note) > NAME_LENGTH:
        problems.append(Problem("note", TOO_LONG, {"limit": str(NAME_LENGTH)}))
    if problems:
        raise Refused(problems)
    return draft
