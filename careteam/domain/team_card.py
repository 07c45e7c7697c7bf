"""The care-team card: who to call, by role, with the number for when the clinic is closed first."""

import re
from dataclasses import dataclass

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.summary import Identity

PAGE, WALLET = "page", "wallet"
"""How it is laid out: on a page, or to be cut out and folded for a wallet."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """Who to call for what; `uri` dials the number, empty without one."""

    role: str
    person: str
    phone: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class TeamCard:
    """All that one card says; the first line is the number after hours, where there is one."""

    clinic: str
    author: str
    author_phone: str
    made_at: str
    made_on_iso: str
    identity: Identity
    lines: tuple[CardLine, ...] = ()
    shape: str = PAGE
    letterhead: Letterhead = NO_LETTERHEAD
    digest: str = ""


def dialling(number: str) -> str:
    """The URI that dials a number as it was written (RFC 3966): tel:+12125550100;ext=12.

    Empty for what has no digits.
    """
    main, _, extension = re.sub(r"(?i)\s*(?:ext\.?|x)\s*(\d+)\s*$", r";\1", number).partition(";")
    digits = re.sub(r"\D", "", main)
    if not digits:
        return ""
    plus = "+" if main.strip().startswith("+") else ""
    return f"tel:{plus}{digits}" + (f";ext={extension}" if extension else "")
