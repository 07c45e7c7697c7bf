"""Letters that no font at hand can draw are spelled out and named, so no page shows a box."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

_JOINER = "\u200d"
_SYMBOLS = ("S", "P")

Probe = Callable[[Iterable[str]], set[str]]
"""Answers which of the given texts hold a letter that the fonts cannot draw."""


def clusters(text: str) -> list[str]:
    """The text in pieces that are drawn together: a letter with its marks, joined emoji."""
    pieces: list[str] = []
    for char in text:
        is_mark = unicodedata.category(char).startswith("M") or char == _JOINER
        if pieces and (is_mark or pieces[-1].endswith(_JOINER)):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def spelled(cluster: str) -> str:
    """What stands for a cluster that cannot be drawn: [grinning face], [U+674E]."""
    return "".join(char if char.isascii() else _spelled_char(char) for char in cluster)


def told(absent: Iterable[str]) -> tuple[str, ...]:
    """What stands for each of them on the page; a sign that nobody sees stands for nothing."""
    return tuple(dict.fromkeys(filter(None, map(spelled, absent))))


def _spelled_char(char: str) -> str:
    if unicodedata.category(char) == "Cf" or unicodedata.combining(char):
        return ""
    name = unicodedata.name(char, "")
    if unicodedata.category(char).startswith(_SYMBOLS) and name:
        return f"[{name.lower()}]"
    return f"[U+{ord(char):04X}]"


def missing(text: str, probe: Probe) -> tuple[str, ...]:
    """The clusters of the text that the fonts behind `probe` cannot draw, each once, in order."""
    foreign = [piece for piece in dict.fromkeys(clusters(text)) if not piece.isascii()]
    if not foreign:
        return ()
    chars = {char for piece in foreign for char in piece if not char.isascii()}
    absent = probe(sorted(chars.union(foreign)))
    return tuple(piece for piece in foreign if piece in absent or absent.intersection(piece))


def replaced(text: str, absent: Mapping[str, str]) -> str:
    """The text with each absent cluster replaced by its substitute."""
    if not absent or text.isascii():
        return text
    return "".join(absent.get(piece, piece) for piece in clusters(text))


_OVERLONG = re.compile(r"\S{32,}")
_BREAK = "\u200b"
_PIECE = 8


def breakable(text: str) -> str:
    """The text with words longer than a cell made to break, by invisible spaces."""
    return _OVERLONG.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    pieces = clusters(word)
    return _BREAK.join(
        "".join(pieces[start : start + _PIECE]) for start in range(0, len(pieces), _PIECE)
    )


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_NUMBER = re.compile(r"(?:\(\d+\)|\+?\d)(?:[\d ().\-/:]*\d)?")
"""A number with what belongs to it; a bracket that it only stands behind does not."""
_RIGHT_MARK = "\u200f"
_LEFT_TO_RIGHT_ISOLATE, _FIRST_STRONG_ISOLATE, _END = "\u2066", "\u2068", "\u2069"


def in_order(text: str) -> str:
    """The text with numbers kept left to right where letters around them run right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return text
    return _NUMBER.sub(lambda found: f"{_LEFT_TO_RIGHT_ISOLATE}{found.group()}{_END}", text)


def shortened(text: str, most: int) -> str:
    """The text with an ellipsis where it has more letters than that; no letter is parted."""
    pieces = clusters(text) if len(text) > most else []
    return "".join([*pieces[: most - 1], "…"]) if len(pieces) > most else text


def runs_right_to_left(text: str) -> bool:
    """Whether letters of the text run from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def kept_left_to_right(text: str, before: str, after: str) -> str:
    """A text for a page that runs from right to left, with marks around what does not.

    Those are numbers, as of phones, and a text that has no letter of such a script at all. One
    that has some runs from right to left, also when it begins with a name of another script.
    """
    if not any(map(str.isalnum, text)):
        return text
    if not runs_right_to_left(text):
        return f"{before}{text}{after}"
    return _RIGHT_MARK + _NUMBER.sub(lambda found: f"{before}{found.group()}{after}", text)


def side_by_side(texts: Iterable[str], between: str) -> str:
    """Several values in one line, in this order whichever way each of them runs."""
    ordered = [
        f"{_FIRST_STRONG_ISOLATE}{in_order(text)}{_END}" if _RIGHT_TO_LEFT.search(text) else text
        for text in texts
    ]
    return between.join(ordered)
