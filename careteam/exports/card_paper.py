"""A care-team card on a page or for a wallet, as plain text and in parts."""

from typing import Any

from careteam.domain.team_card import WALLET, CardLine, TeamCard, for_wallet
from careteam.exports.documents import Document, Paper, frame
from careteam.exports.summary_parts import NOTHING, Cell, Part, running_identity
from careteam.exports.telling import framed_told
from careteam.exports.told import Told
from careteam.exports.told_text import told_text

HEADING = "Care-team card"
WHO = "Who to call"
COLUMNS = ("Role", "Person", "Phone")
IN_WALLET = 12
"""So many lines fit into a folded card of 85 by 54 mm (ISO/IEC 7810 ID-1)."""
QUIET = 2
"""Light squares around a code."""
NOBODY = "Nobody has a role yet."
MORE = "and {count} more; the page has them all"


def card_told(tree: TeamCard) -> Told:
    """A card in parts; a wallet's card tells the same there as a page."""
    who = tree.identity
    rows = tuple(
        (
            Cell(line.role, is_strong=True),
            Cell(line.person or NOTHING),
            Cell(line.phone or NOTHING),
        )
        for line in tree.lines
    )
    return framed_told(
        tree,
        HEADING,
        name=who.name,
        parts=(Part("card", WHO, columns=COLUMNS, rows=rows),) if rows else (),
        ends=() if rows else (NOBODY,),
        running=running_identity(who),
    )


def card_text(tree: TeamCard) -> str:
    """The same as plain text."""
    return told_text(card_told(tree))


def card_document(tree: TeamCard, paper: Paper) -> Document:
    """The template of its shape, with codes to scan beside the numbers.

    On a page each number has one, on a card for a wallet the three that come first.
    """
    data = frame(tree, HEADING, paper) | {
        "name": tree.identity.name,
        "mrn": f"MRN {tree.identity.mrn}" if tree.identity.mrn else "",
        "columns": [*COLUMNS, "To scan"],
        "who": WHO,
        "nobody": NOBODY,
    }
    if tree.shape == WALLET:
        template = "wallet.typ"
        scanned, others = for_wallet(tree.lines)
        kept = others[: IN_WALLET - len(scanned)]
        more = len(others) - len(kept)
        data |= {
            "scanned": [_scanned(line) for line in scanned],
            "lines": [_told(line) for line in kept],
            "more": MORE.format(count=more) if more else "",
        }
    else:
        template = "card.typ"
        data["lines"] = [_scanned(line) for line in tree.lines]
    return Document(template, data, running_identity(tree.identity), tree.made_on_iso, tree.digest)


def _told(line: CardLine) -> dict[str, Any]:
    return {"role": line.role, "person": line.person or NOTHING, "phone": line.phone or NOTHING}


def _scanned(line: CardLine) -> dict[str, Any]:
    says = f"Code that calls {line.phone}"
    return _told(line) | {"code": code_picture(line.uri), "says": says}


def code_picture(uri: str) -> bytes:
    """The code that dials as SVG; nothing without a number. segno loads here.

    In capitals, which a scheme may have (RFC 3986), a number fits into the smallest code, whose
    squares are the largest.
    """
    if not uri:
        return b""
    import segno

    code = segno.make(uri.upper(), error="m", micro=False)
    return code.svg_inline(border=QUIET, omitsize=True).encode()
