"""Text as people type it: cleaned, bounded, and folded for searching."""

import unicodedata

NAME_LENGTH = 200
LINE_LENGTH = 500
NOTE_LENGTH = 20_000

_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_ZERO_WIDTH = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x00AD, 0x180E])
_MARKS_IN_A_ROW = 6


def clean(text: str, *, lines: bool = False) -> str:
    """The text in NFC, without controls, bidirectional overrides and invisible characters.

    Letters of every script stay, as do the joiners that some scripts need between letters.
    With `lines` line ends are kept (as one newline each); without, they become a space.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return _spaced(text, lines=lines)
    text = whole(text)
    text = unicodedata.normalize("NFC", text.translate(_BIDI).translate(_ZERO_WIDTH))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category == "Mn" else 0
        if marks > _MARKS_IN_A_ROW:
            continue
        if char == "\n" or char == "\t":
            kept.append(char if lines else " ")
        elif category not in ("Cc", "Cs", "Co", "Cn"):
            kept.append(char)
    return _spaced("".join(kept), lines=lines)


def whole(text: str) -> str:
    """The text with a sign in place of each half of a letter, which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _spaced(text: str, *, lines: bool) -> str:
    if lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return " ".join(text.split())


def fold(text: str) -> str:
    """The text as it is compared in a search: no accents, no case, one space between words."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", whole(text).replace("ß", "ss").replace("ı", "i"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    bare = bare.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    bare = bare.replace("đ", "d").replace("Đ", "D").replace("æ", "ae").replace("Æ", "AE")
    return " ".join(bare.casefold().split())


def mid_sentence(label: str) -> str:
    """A label as it stands inside a sentence: induction, but CAR-T collection."""
    if len(label) > 1 and label[0].isupper() and label[1].islower():
        return label[0].lower() + label[1:]
    return label


def digits(text: str) -> str:
    """Only the digits of a text, as ASCII: how phone numbers and dates are searched."""
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())


def display_name(family: str, given: str, title: str = "", preferred: str = "") -> str:
    """FAMILY, Given (Title): how a patient is named everywhere."""
    name = ", ".join(part for part in (family.upper(), given) if part) or "(no name)"
    if preferred:
        name += f" “{preferred}”"
    return f"{name} ({title})" if title else name


def person_name(family: str, given: str, title: str = "", credentials: str = "") -> str:
    """Dr Priya Raman; Marcus Bell, LCSW: how a member of the team is named in a line."""
    name = " ".join(part for part in (title, given, family) if part) or "(no name)"
    return f"{name}, {credentials}" if credentials and not title else name


def listed_name(family: str, given: str, credentials: str = "") -> str:
    """Bell, Marcus, LCSW: how a member of the team stands in the directory."""
    return ", ".join(part for part in (family, given, credentials) if part) or "(no name)"
