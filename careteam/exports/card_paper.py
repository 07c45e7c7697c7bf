"""A care-team card on a page or for a wallet, as plain text and in parts."""

from typing import Any

from careteam.domain.team_card import WALLET, TeamCard
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
    """The template of its shape, with a code to scan beside each number."""
    is_wallet = tree.shape == WALLET
    kept = tree.lines[:IN_WALLET] if is_wallet else tree.lines
    more = len(tree.lines) - len(kept)
    data = frame(tree, HEADING, paper) | {
        "name": tree.identity.name,
        "mrn": f"MRN {tree.identity.mrn}" if tree.identity.mrn else "",
        "columns": [*COLUMNS, "To scan"],
        "who": WHO,
        "nobody": NOBODY,
        "more": MORE.format(count=more) if more else "",
        "lines": [
            {"role": line.role, "person": line.person or NOTHING, "phone": line.phone or NOTHING}
            for line in kept
        ],
        "codes": [_picture(line.uri) for line in kept],
        "says": [f"Code that calls {line.phone}" for line in kept],
    }
    template = "wallet.typ" if is_wallet else "card.typ"
    return Document(template, data, running_identity(tree.identity), tree.made_on_iso, tree.digest)


def _picture(uri: str) -> Any:
    """The code as SVG in bytes; nothing without a number. segno loads here."""
    if not uri:
        return b""
    import segno

    return segno.make(uri, error="m", micro=False).svg_inline(border=2, omitsize=True).encode()
