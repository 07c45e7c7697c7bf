"""Codes that are written on paper: letters that nobody confuses, and an end that finds typos."""

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""
CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1"})
CHARACTERS, CHECKED, GROUP = 28, 4, 4
"""140 random bits, and 20 that are computed from them."""

TYPO = "There is a typing mistake in this code; compare it with the paper, group by group."
WRONG_LENGTH = "A code has {length} letters and digits; this has {found}."


def new_code() -> str:
    """A new code, in groups of four."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(CHARACTERS))
    return grouped(body + _check(body))


def read_code(typed: str) -> str:
    """A code as it is derived from, however it was typed; ValueError with one clear sentence.

    Small letters, blanks and hyphens are taken, O for 0, I and L for 1.
    """
    bare = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(CONFUSED)
    length = CHARACTERS + CHECKED
    if len(bare) != length:
        raise ValueError(WRONG_LENGTH.format(length=length, found=len(bare)))
    if any(letter not in ALPHABET for letter in bare) or bare[CHARACTERS:] != _check(
        bare[:CHARACTERS]
    ):
        raise ValueError(TYPO)
    return bare


def grouped(bare: str) -> str:
    """A code as it is printed."""
    return "-".join(bare[start : start + GROUP] for start in range(0, len(bare), GROUP))


def _check(body: str) -> str:
    number = int.from_bytes(hashlib.sha256(body.encode()).digest()[:4], "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in (0, 5, 10, 15))
