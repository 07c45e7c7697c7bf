"""The size of paper: what the clinic chose last for a kind, else what offices use where it is."""

from collections.abc import Mapping
from typing import Literal

PaperSize = Literal["us-letter", "a4"]
LETTER: PaperSize = "us-letter"
A4: PaperSize = "a4"
PAPER_SETTING = "summary_paper"
"""The paper of lists and reports, and of a kind for which none was chosen yet."""
LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where offices use US Letter (Unicode CLDR, supplemental measurement data)."""


def usual_size(territory: str) -> PaperSize:
    """The paper of a territory (ISO 3166); US Letter where the machine does not say where it is."""
    return LETTER if not territory or territory in LETTER_TERRITORIES else A4


def kept_size(settings: Mapping[str, str], key: str = PAPER_SETTING) -> PaperSize | None:
    """What was chosen last under a key of the settings, or for papers at all; else None."""
    said = settings.get(key) or settings.get(PAPER_SETTING, "")
    return A4 if said == A4 else LETTER if said == LETTER else None


def territory_of(name: str) -> str:
    """The territory of a locale as a machine names it: US of en_US.UTF-8; empty for C."""
    _, sign, rest = name.partition("_")
    return rest[:2].upper() if sign and rest[:2].isalpha() else ""
