"""Whether this machine can draw the letters of a paper: those of Chinese and Korean are its own."""

from typing import Any

import pytest

from careteam.exports.documents import missing_letters


def need_fonts(document: Any) -> None:
    """Skip what is about pages of letters that no font here has; they would be spelled out."""
    if missing_letters(document):
        pytest.skip("no font on this machine has these letters")
