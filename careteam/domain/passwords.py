"""What a password of a protected file has to be."""

from careteam.domain.errors import Problem, Refused

LEAST_CHARACTERS = 12
MOST_BYTES = 127
"""No more of a password counts in a PDF: ISO 32000-2, 7.6.4.3.3."""


def check_password(password: str, again: str | None = None) -> str:
    """The password as it was typed; Refused when it is short, too long or typed otherwise again."""
    problems: list[Problem] = []
    if len(password) < LEAST_CHARACTERS:
        problems.append(Problem("password", "Use at least 12 characters."))
    elif len(password.encode("utf-8", "replace")) > MOST_BYTES:
        problems.append(Problem("password", "At most 127 bytes count in a PDF; use fewer."))
    elif again is not None and again != password:
        problems.append(Problem("again", "The two passwords differ."))
    if problems:
        raise Refused(problems)
    return password
