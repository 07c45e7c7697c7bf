"""What the frame asks for behind its first page; the rest of the program loads when it runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.background import Report

if TYPE_CHECKING:
    from careteam.domain.salvage import Salvage
    from careteam.storage.store import Copier
    from ui.unlock.rescue_sheet import RescueRequest
    from ui.unlock.set_up import SetUpRequest


def load(_report: Report) -> None:
    """Load what the unlocked desk needs."""
    import ui.opening

    assert ui.opening  # noqa: S101 - imported for its effect


def open_database(path: Path, passphrase: str) -> Any:
    """Open a database for the desk."""
    from ui import opening

    return opening.open_database(path, passphrase)


def create_database(request: "SetUpRequest") -> Any:
    """Make a database and open it."""
    from ui import opening

    return opening.create_database(request)


def make_demo(folder: Path) -> Any:
    """Make the invented clinic and open it."""
    from ui import opening

    return opening.make_demo(folder)


def put_copy_back(copy: Path, copier: "Copier") -> str:
    """Put a copy in place of a database that is closed; the sentence that says so."""
    from ui import opening

    return opening.put_copy_back(copy, copier)


def rescue(request: "RescueRequest") -> str:
    """Put a copy in place of a damaged database; the sentence that says so."""
    from ui import opening

    return opening.rescue(request)


def salvage(database: Path, passphrase: str, report: Report) -> "Salvage":
    """Read what is left of a damaged database into a new one beside it."""
    from ui import opening

    return opening.salvage_beside(database, passphrase, report)
