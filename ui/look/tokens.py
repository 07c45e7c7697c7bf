"""The colours, spacing, radii and type sizes of the desk, once for light and once for dark."""

from enum import StrEnum
from typing import NamedTuple

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5 = 4, 8, 12, 16, 24
"""Spacing steps in pixels at 100 % text size."""

RADIUS = 6
RADIUS_CARD = 8
RADIUS_SMALL = 4

TEXT = 13
TEXT_SMALL = 12
TEXT_LABEL = 11
TEXT_H2 = 14
TEXT_H1 = 18
TEXT_NAME = 20
TEXT_FIGURE = 24
"""Type sizes in pixels at 100 % text size."""

CONTROL_HEIGHT = 34
CONTROL_HEIGHT_SMALL = 28

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


class Tokens(NamedTuple):
    """One theme's colours as #RRGGBB; a tuple, because the first window waits for it to be made.

    Words in `ink`, `ink_2`, `ink_3` and the five meanings reach 4.5:1 on every ground they are put
    on; `control` and `focus` reach 3:1. `line` and `line_soft` only divide and carry no meaning.
    """

    dark: bool
    bg: str
    surface: str
    raised: str
    hover: str
    line: str
    line_soft: str
    control: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_ink: str
    accent_soft: str
    accent_hover: str
    accent_line: str
    accent_key: str
    focus: str
    bad: str
    bad_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    idea: str
    idea_soft: str
    mute_soft: str
    tint_bad: str
    tint_idea: str
    rail: str
    rail_on: str
    rail_ink: str
    rail_ink_on: str
    brand: str
    brand_ink: str
    field: str


LIGHT = Tokens(
    dark=False,
    bg="#F4F6F8",
    surface="#FFFFFF",
    raised="#FBFCFD",
    hover="#F4F7F9",
    line="#D9E0E7",
    line_soft="#E9EDF1",
    control="#828F9C",
    ink="#14212B",
    ink_2="#4A5A68",
    ink_3="#5C6C7A",
    accent="#0B5F83",
    accent_ink="#FFFFFF",
    accent_soft="#E3F0F6",
    accent_hover="#094F6D",
    accent_line="#4C8AA5",
    accent_key="#DCECF3",
    focus="#0B5F83",
    bad="#A8241B",
    bad_soft="#FDECEA",
    warn="#8A5200",
    warn_soft="#FDF3E1",
    ok="#1B6B45",
    ok_soft="#E6F4EC",
    idea="#5B3FA8",
    idea_soft="#EFEBFA",
    mute_soft="#EEF1F4",
    tint_bad="#FFF8F7",
    tint_idea="#FAF8FE",
    rail="#0E2A3A",
    rail_on="#1D4357",
    rail_ink="#B9CCD7",
    rail_ink_on="#FFFFFF",
    brand="#F2B544",
    brand_ink="#0E2A3A",
    field="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    bg="#141A20",
    surface="#1C232B",
    raised="#202933",
    hover="#222C36",
    line="#344150",
    line_soft="#2A3540",
    control="#6B7885",
    ink="#E7ECF1",
    ink_2="#B4C0CB",
    ink_3="#97A5B2",
    accent="#5AB0E0",
    accent_ink="#10151A",
    accent_soft="#17384A",
    accent_hover="#79C1E8",
    accent_line="#2E7FA8",
    accent_key="#10151A",
    focus="#5AB0E0",
    bad="#FF9A93",
    bad_soft="#3A1C1B",
    warn="#FFCF7A",
    warn_soft="#3A2D12",
    ok="#8FD6A5",
    ok_soft="#15301F",
    idea="#C4B2FF",
    idea_soft="#2C2450",
    mute_soft="#2A3540",
    tint_bad="#2A1D20",
    tint_idea="#231F33",
    rail="#0B141B",
    rail_on="#1D4357",
    rail_ink="#B9CCD7",
    rail_ink_on="#FFFFFF",
    brand="#F2B544",
    brand_ink="#0E2A3A",
    field="#202933",
)


class Tone(StrEnum):
    """What a colour means; it never speaks without a word or a sign beside it."""

    BAD = "bad"
    WARN = "warn"
    OK = "ok"
    IDEA = "idea"
    MUTE = "mute"
    INFO = "info"

    @property
    def ink(self) -> str:
        """The token of the words."""
        return {Tone.MUTE: "ink_2", Tone.INFO: "accent"}.get(self, self.value)

    @property
    def soft(self) -> str:
        """The token of the ground behind them."""
        return "accent_soft" if self is Tone.INFO else f"{self.value}_soft"
