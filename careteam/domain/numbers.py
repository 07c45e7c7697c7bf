"""Whole numbers as people type them: digits alone, the same in every language of the machine."""

MOST_DIGITS = 9


def whole_number(text: str) -> int:
    """A whole number from 0 on; ValueError for a sign, a comma, an exponent or a word.

    Nothing is guessed: `1.000` is a thousand in one country and one in another.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS):
        raise ValueError(text)
    return int(typed)
