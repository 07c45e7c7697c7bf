"""`--paper`: the size of paper, else the one that the window would take."""

import argparse
import locale
import os
from collections.abc import Mapping

from careteam.cli.opening import Clinic
from careteam.domain.paper_sizes import (
    A4,
    LETTER,
    PAPER_SETTING,
    PaperSize,
    kept_size,
    territory_of,
    usual_size,
)
from careteam.storage.reads.rules import read_settings

SIZES: Mapping[str, PaperSize] = {"letter": LETTER, "a4": A4}
NAMES = ("LC_ALL", "LC_PAPER", "LANG")
"""What a machine says of its paper, the strongest first (POSIX, and LC_PAPER of glibc)."""


def with_paper(parser: argparse.ArgumentParser) -> None:
    """The option of a file that has pages."""
    parser.add_argument(
        "--paper",
        choices=tuple(SIZES),
        help="of a PDF; default as chosen last in the window, else what offices here use",
    )


def paper_of(clinic: Clinic, typed: str | None, key: str = PAPER_SETTING) -> PaperSize:
    """The paper that was typed, that the clinic's settings keep, or that is usual here."""
    if typed:
        return SIZES[typed]
    return kept_size(clinic.store.read(read_settings), key) or usual_size(_territory())


def _territory() -> str:
    said = next((os.environ[name] for name in NAMES if os.environ.get(name)), "")
    return territory_of(said or locale.getlocale()[0] or "")
