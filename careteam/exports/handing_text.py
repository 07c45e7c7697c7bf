"""A handoff sheet and a huddle list as plain text that pastes well into a record or a message."""

from careteam.domain.handing import Handoff, Huddle
from careteam.exports.handing_parts import (
    HANDOFF_HEADING,
    HUDDLE_HEADING,
    NOBODY,
    handoff_parts,
    huddle_parts,
)
from careteam.exports.summary_parts import CONFIDENTIAL, NOTHING, Cell, Part, facts
from careteam.exports.summary_text import wrapped


def handoff_text(sheet: Handoff) -> str:
    """The sheet in lines of at most 72 characters."""
    who = sheet.identity
    lines = [*_head(sheet, HANDOFF_HEADING), *wrapped(who.name)]
    lines += wrapped("; ".join(f"{fact.label} {fact.value}" for fact in facts(who)))
    lines += wrapped(who.diagnosis)
    lines += wrapped(sheet.state)
    for alert in sheet.alerts:
        lines += wrapped(alert, first="! ", rest="  ")
    lines += wrapped(f"{sheet.where_lead} {sheet.where_text}")
    return closed(lines, handoff_parts(sheet), sheet.digest)


def huddle_text(huddle: Huddle) -> str:
    """The list in lines of at most 72 characters."""
    lines = [*_head(huddle, HUDDLE_HEADING), *wrapped(huddle.whose)]
    if not huddle.groups:
        lines += wrapped(NOBODY)
    return closed(lines, huddle_parts(huddle), huddle.digest)


def _head(made_of: Handoff | Huddle, heading: str) -> list[str]:
    author = ", ".join(entry for entry in (made_of.author, made_of.author_phone) if entry)
    made = f"Made {made_of.made_at}" + (f" by {author}" if author else "")
    return [*wrapped(f"{heading.upper()}: {made_of.clinic}".rstrip(": ")), *wrapped(made), ""]


def closed(lines: list[str], parts: tuple[Part, ...], digest: str) -> str:
    for part in parts:
        lines += ["", *wrapped(part.title.upper() + (f" ({part.aside})" if part.aside else ""))]
        lines += wrapped(part.text)
        for row in part.rows:
            lines += wrapped(_sentence(row), first="- ", rest="  ")
    lines += ["", *wrapped(f"{CONFIDENTIAL}.")]
    if digest:
        lines.append(f"SHA-256 {digest}")
    return "\n".join(lines) + "\n"


def _sentence(row: tuple[Cell, ...]) -> str:
    """One row: what is named first leads, what is not known is left out."""
    texts = [_words(cell) for cell in row]
    rest = "; ".join(text for text in texts[1:] if text != NOTHING)
    return f"{texts[0]}: {rest}" if rest else texts[0]


def _words(cell: Cell) -> str:
    aside = cell.aside.strip().replace("\n", ", ")
    return ", ".join(part for part in (cell.text, aside) if part)
