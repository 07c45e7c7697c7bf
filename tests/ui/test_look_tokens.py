"""Words and controls can be read in both themes."""

import pytest

from ui.look.tokens import DARK, LIGHT, Tokens, Tone

GROUNDS = (
    "bg",
    "surface",
    "raised",
    "hover",
    "field",
    "accent_soft",
    "mute_soft",
    "tint_bad",
    "tint_idea",
    "warn_soft",
)
WORDS = ("ink", "ink_2", "ink_3", "accent", "bad", "warn", "ok", "idea")
themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_reach_four_and_a_half_to_one_on_every_ground(
    tokens: Tokens, words: str, ground: str
) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@themes
@pytest.mark.parametrize("tone", list(Tone))
def test_chip_words_reach_four_and_a_half_to_one(tokens: Tokens, tone: Tone) -> None:
    assert contrast(getattr(tokens, tone.ink), getattr(tokens, tone.soft)) >= 4.5


@themes
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("accent_ink", "accent"),
        ("accent_ink", "accent_hover"),
        ("accent_key", "accent"),
        ("rail_ink", "rail"),
        ("rail_ink_on", "rail_on"),
        ("brand_ink", "brand"),
    ],
)
def test_words_on_strong_grounds_reach_four_and_a_half_to_one(
    tokens: Tokens, words: str, ground: str
) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@themes
@pytest.mark.parametrize("ground", ["bg", "surface", "raised", "field"])
@pytest.mark.parametrize("edge", ["control", "focus"])
def test_edges_that_carry_meaning_reach_three_to_one(
    tokens: Tokens, edge: str, ground: str
) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3
