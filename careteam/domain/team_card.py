"""The care-team card: who to call, by role, with the number for when the clinic is closed first."""

import re
from dataclasses import dataclass

from careteam.domain.letterhead import NO_LETTERHEAD, Letterhead
from careteam.domain.summary import Identity

PAGE, WALLET = "page", "wallet"
"""How it is laid out: on a page, or to be cut out and folded for a wallet."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """Who to call for what; `uri` dials the number, empty without one.

    `is_first` are those whom a patient calls before others.
    """

    role: str
    person: str
    phone: str
    uri: str = ""
    is_first: bool = False


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


SCANNED = 3
"""So many codes to scan fit on the front of a card for a wallet, large enough for old phones."""


def for_wallet(lines: tuple[CardLine, ...]) -> tuple[tuple[CardLine, ...], tuple[CardLine, ...]]:
    """The lines that have a code to scan, at most three, and the others in their order.

    Whom a patient calls first comes first, then whoever else can be dialled.
    """
    dialled = [place for place, line in enumerate(lines) if line.uri]
    scanned = sorted(dialled, key=lambda place: not lines[place].is_first)[:SCANNED]
    others = tuple(line for place, line in enumerate(lines) if place not in scanned)
    return tuple(lines[place] for place in scanned), others


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
