"""A paper for a patient as plain text, for a message or a portal, in the same words and order."""

import re
import unicodedata
from datetime import date

from careteam.domain.patient_summary import PatientSummary
from careteam.domain.text import clean
from careteam.exports.patient_parts import draft_band, heading, letterhead_lines, patient_parts
from careteam.exports.patient_words import words_of
from careteam.exports.summary_parts import Part

COLUMNS = 72
_PHONE = re.compile(r"(\(\d{3}\)) (\d{3}-\d{4})")
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
_PIECES = re.compile(f" *(?:[{_WIDE}][，。、：；）]*|[^ {_WIDE}]+)")


def patient_text(paper: PatientSummary) -> str:
    """The paper in lines of at most 72 columns; letters of every script stay as they are."""
    words = words_of(paper)
    day = words.long_day(date.fromisoformat(paper.made_on_iso))
    lines = [f"*** {said} ***" for said in draft_band(words)]
    lines += wrapped(", ".join(entry for entry in (paper.clinic, day, paper.author) if entry))
    lines += wrapped(", ".join(letterhead_lines(paper, words)))
    lines += wrapped(heading(paper, words))
    for part in patient_parts(paper, words):
        if part.key != "questions":
            lines += _part(part)
    lines += ["", *wrapped(f"{paper.name}, MRN {paper.mrn}" if paper.mrn else paper.name)]
    if paper.digest:
        lines.append(f"SHA-256 {paper.digest}")
    return "\n".join(lines) + "\n"


def _part(part: Part) -> list[str]:
    lines = ["", *wrapped(part.title.upper())]
    lines += wrapped(part.lead)
    lines += [] if part.rows else _lines(part.text)
    for row in part.rows:
        told = (f"{cell.text}; {cell.aside}" if cell.aside else cell.text for cell in row)
        first, *rest = (said for said in told if said)
        sentence = f"{first}: {'; '.join(rest)}" if rest else first
        lines += wrapped(sentence, "- ", "  ")
    return lines + (_lines(part.text) if part.rows else [])


def _lines(text: str) -> list[str]:
    return [line for said in text.split("\n") for line in wrapped(said)]


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """The text in lines; words and phone numbers stay whole, wide letters part anywhere."""
    said = _PHONE.sub("\\1\u00a0\\2", clean(text).replace(" · ", ", "))
    lines, line, room = [], first, COLUMNS - len(first)
    for piece in _PIECES.findall(said):
        width = sum(2 if _is_wide(char) else 1 for char in piece)
        if width > room and line.strip() and line not in (first, rest):
            lines.append(line.rstrip(" "))
            line, room = rest, COLUMNS - len(rest)
            piece = piece.lstrip(" ")
        while len(piece) > COLUMNS - len(rest):
            lines.append(line + piece[:room])
            line, piece, room = rest, piece[room:], COLUMNS - len(rest)
        line += piece
        room -= sum(2 if _is_wide(char) else 1 for char in piece)
    whole = [*lines, line.rstrip(" ")] if said else []
    return [entry.replace("\u00a0", " ") for entry in whole]


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
