"""The role board together with what is suggested and asked for where nobody holds a role."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from careteam.domain.rules import Rules
from careteam.storage.reads.board import BoardRow, board_place
from careteam.storage.reads.referrals import ReferralRow
from careteam.storage.reads.suggestions import SuggestionRow

SUGGESTED = "suggested"
"""The state of a line of the board that only a suggestion has put there."""


def with_suggestions(
    board: Sequence[BoardRow],
    suggestions: Sequence[SuggestionRow],
    rules: Rules,
    referrals: Sequence[ReferralRow] = (),
) -> tuple[BoardRow, ...]:
    """The board with what is suggested, and who is asked, for each role that nobody holds.

    A suggested role that is not on the board yet gets a line of its own, in the catalogue's order.
    What is suggested for a role that somebody holds by now is a step for them: `steps_among`.
    """
    wanted: dict[str, list[SuggestionRow]] = {}
    for one in suggestions:
        wanted.setdefault(one.role, []).append(one)
    asked: dict[str, date] = {}
    for referral in reversed(referrals):
        if referral.is_open and referral.to_role:
            asked[referral.to_role] = referral.requested_on
    held = _held(board)
    rows = [
        row
        if row.role in held
        else replace(
            row, suggestions=tuple(wanted.pop(row.role, ())), referred_on=asked.get(row.role)
        )
        for row in board
    ]
    rows += [
        _line(role, tuple(found), rules, asked.get(role))
        for role, found in wanted.items()
        if role not in held
    ]
    return tuple(sorted(rows, key=lambda row: board_place(row, rules)))


def steps_among(
    board: Sequence[BoardRow], suggestions: Sequence[SuggestionRow]
) -> tuple[SuggestionRow, ...]:
    """The suggestions for roles that somebody holds."""
    held = _held(board)
    return tuple(one for one in suggestions if one.role in held)


def _held(board: Sequence[BoardRow]) -> frozenset[str]:
    return frozenset(row.role for row in board if row.assignment_id is not None)


def _line(
    role: str, found: tuple[SuggestionRow, ...], rules: Rules, referred_on: date | None
) -> BoardRow:
    known = rules.catalogue.roles.get(role)
    return BoardRow(
        role=role,
        role_label=rules.catalogue.role_label(role),
        role_short=rules.catalogue.role_short(role),
        group=known.group if known else "other",
        is_required=False,
        state=SUGGESTED,
        suggestions=found,
        referred_on=referred_on,
    )
