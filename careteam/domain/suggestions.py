"""Suggestions: what a rule or a wish proposes and a person accepts or dismisses."""

from enum import StrEnum


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
