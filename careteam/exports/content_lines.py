"""Lines of a name and a value, as iCalendar (RFC 5545) and vCard (RFC 2426) have them."""

from collections.abc import Iterable

LONGEST_OCTETS = 75
"""Of a line without its end: RFC 5545, section 3.1."""
END = "\r\n"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escaped(text: str) -> str:
    """A text as a value: commas, semicolons, backslashes and line ends are escaped.

    Controls but the tab are left out: RFC 5545 allows none of them in a text.
    """
    told = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (char for char in told if char in "\t\n" or (char >= " " and char != "\x7f"))
    return "".join(kept).translate(_ESCAPES)


def structured(parts: Iterable[str]) -> str:
    """Texts that make one value together, with semicolons between them."""
    return ";".join(escaped(part) for part in parts)


def listed(parts: Iterable[str]) -> str:
    """Several texts as one value, with commas between them."""
    return ",".join(escaped(part) for part in parts)


def folded(line: str) -> str:
    """A line folded so that none has more than 75 octets; no letter is ever cut in two."""
    pieces: list[str] = []
    piece, octets = "", 0
    for char in line:
        size = len(char.encode())
        if octets + size > LONGEST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += char
        octets += size
    return END.join([*pieces, piece])


def file_bytes(lines: Iterable[str]) -> bytes:
    """The lines as a file: UTF-8, folded, CRLF at the end of each."""
    return "".join(folded(line) + END for line in lines).encode()
