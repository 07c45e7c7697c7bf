"""What the command line may ask of the window; it says so and never imports it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class WindowRequest:
    """A wish that only the window can fulfil: itself, the demo clinic or the tour.

    `database` names the file to open, None for the unlock page to ask; `out` is the folder
    that the tour fills.
    """

    kind: Literal["window", "demo", "tour"]
    database: Path | None = None
    out: Path | None = None
