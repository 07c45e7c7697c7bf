"""What a password has to be: long, not one that is guessed, and nothing else."""

import unicodedata
from collections.abc import Iterable

LEAST_CHARACTERS = 15
"""NIST SP 800-63B-4, section 3.1.1.2: 15 characters where a password is all that is asked for."""
LEAST_WITH_CODE = 8
"""The same: 8 characters where a second factor is asked for too."""
MOST_CHARACTERS = 128
LEAST_SCORE = 3
"""Of 0 to 4: fewer guesses than 10^8 are few enough for somebody with the file."""

SHORT = "A password has at least {least} characters; {missing} more are needed."
LONG = "A password has at most {most} characters."
GUESSED = (
    "This password would be guessed: it is a known one, a name, or a pattern. "
    "Take four or five words that do not belong together."
)


def plain(password: str) -> bytes:
    """A password as it is derived from: letters put together in another way are the same."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def wrong_with(password: str, *, names: Iterable[str] = (), with_code: bool = False) -> str:
    """What is wrong with a new password, in one sentence, or nothing.

    No rules of composition and no expiry: NIST SP 800-63B-4. `names` are words that others would
    try first: the user's, the clinic's.
    """
    least = LEAST_WITH_CODE if with_code else LEAST_CHARACTERS
    length = len(unicodedata.normalize("NFC", password))
    if length < least:
        return SHORT.format(least=least, missing=least - length)
    if length > MOST_CHARACTERS:
        return LONG.format(most=MOST_CHARACTERS)
    return GUESSED if _is_guessed(password, names) else ""


def _is_guessed(password: str, names: Iterable[str]) -> bool:
    """Whether few tries would find it; the list of known passwords comes with the library."""
    from zxcvbn import zxcvbn

    found = zxcvbn(password, user_inputs=[name for name in names if name], max_length=256)
    return int(found["score"]) < LEAST_SCORE
