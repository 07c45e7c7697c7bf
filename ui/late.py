"""What the frame asks for behind its first page; the rest of the program loads when it runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.background import Report

if TYPE_CHECKING:
    from careteam.storage.store import Copier, Store
    from ui.unlock.page import UnlockRequest
    from ui.unlock.rescue_sheet import RescueRequest
    from ui.unlock.set_up import SetUpRequest


def load(_report: Report) -> None:
    """Load what the unlocked desk needs."""
    import ui.opening

    assert ui.opening  # noqa: S101 - imported for its effect


def open_database(request: "UnlockRequest") -> Any:
    """Open a database for the desk."""
    from careteam.storage.signing_in import Credentials
    from ui import opening

    typed = Credentials(request.user, request.password, request.code)
    return opening.open_database(request.path, typed)


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


def is_password(store: "Store", request: "UnlockRequest") -> bool:
    """True when it is the password of who is signed in; WrongPassword otherwise, with the wait."""
    from ui import opening

    opening.check_password(store, request.password)
    return True


def turn_key(store: "Store") -> str:
    """Change the data key of a database that no window has; the sentence that says so."""
    from ui import opening

    return opening.turn_the_key(store)


def is_code_needed(error: Exception) -> bool:
    """Whether the password was right and a one-time code is asked for too."""
    from careteam.storage.signing_in import CodeNeeded

    return isinstance(error, CodeNeeded)
