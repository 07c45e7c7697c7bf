"""A clinician summary as plain text that pastes well into an electronic record."""

import re
import textwrap

from careteam.domain.summary import Section, Summary
from careteam.domain.text import clean
from careteam.exports.summary_parts import (
    CONFIDENTIAL,
    HEADING,
    NOTHING,
    Cell,
    Part,
    facts,
    parts,
)

COLUMNS = 72

_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "−": "-",
        "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
    }
)  # fmt: skip


_PHONE = re.compile(r"(\(\d{3}\)) (\d{3}-\d{4})")


def summary_text(summary: Summary) -> str:
    """The summary in lines of at most 72 characters: no tabs, dashes as marks, one newline a line.

    Typographic quotes and dashes become those of a keyboard; letters of every script stay.
    """
    who = summary.identity
    author = ", ".join(entry for entry in (summary.author, summary.author_phone) if entry)
    made = f"Made {summary.made_at}" + (f" by {author}" if author else "")
    lines = [*wrapped(f"{HEADING.upper()}: {summary.clinic}".rstrip(": ")), *wrapped(made), ""]
    lines += wrapped(who.name)
    lines += wrapped("; ".join(f"{fact.label} {fact.value}" for fact in facts(who)))
    lines += wrapped(who.diagnosis)
    lines += wrapped(summary.state)
    for alert in summary.alerts:
        lines += wrapped(alert, first="! ", rest="  ")
    for part in parts(summary):
        lines += ["", *_part(part)]
    lines += ["", *wrapped(f"{CONFIDENTIAL}.")]
    if summary.digest:
        lines.append(f"SHA-256 {summary.digest}")
    return "\n".join(lines) + "\n"


def _part(part: Part) -> list[str]:
    title = part.title.upper() + (f" ({part.aside})" if part.aside else "")
    lines = wrapped(title)
    if not part.columns:
        return lines + wrapped(f"{part.lead} {part.text}")
    for row in part.rows:
        lines += wrapped(_sentence(part, row), first="- ", rest="  ")
    return lines


def _sentence(part: Part, row: tuple[Cell, ...]) -> str:
    """One row as a sentence: what is named first leads, a note follows on its own lines."""
    texts = [f"{cell.text} {cell.aside}".strip() for cell in row]
    if part.key == Section.CONTACTS:
        head = ", ".join(text for text in texts[:3] if text)
        return f"{head}:\n{texts[3]}" if texts[3] else head
    if part.key == Section.TEAM:
        reach = ", ".join(text for text in texts[1:3] if text != NOTHING)
        tail = [
            f"{label} {text}"
            for label, text in (("last contact", texts[3]), ("next due", texts[4]))
            if text != NOTHING
        ]
        return "\n".join(entry for entry in (f"{texts[0]}: {reach}", "; ".join(tail)) if entry)
    if part.key == Section.NEXT_STEPS:
        who = f" ({texts[2]})" if texts[2] != NOTHING else ""
        return f"{texts[0]}: {texts[1]}{who}" if texts[0] != NOTHING else f"{texts[1]}{who}"
    told = [text for text in texts[:3] if text != NOTHING]
    consent = "" if texts[3] == NOTHING else f"; consent to talk: {texts[3]}"
    return ", ".join(told) + consent


def wrapped(text: str, *, first: str = "", rest: str = "") -> list[str]:
    """The text in lines; its own line ends are kept, words stay whole where they fit."""
    plain = clean(text.replace(" · ", ", "), lines=True).translate(_PLAIN)
    plain = _PHONE.sub("\\1\u00a0\\2", plain)
    lines: list[str] = []
    for line in plain.split("\n") if plain else []:
        lines += textwrap.wrap(
            line,
            COLUMNS,
            initial_indent=rest if lines else first,
            subsequent_indent=rest,
            break_on_hyphens=False,
        ) or [""]
    return [line.replace("\u00a0", " ") for line in lines]
