"""What the frame asks for behind its first page; the rest of the program loads when it runs."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.background import Report

if TYPE_CHECKING:
    from collections.abc import Generator

    from careteam.domain.salvage import Salvage
    from careteam.storage.copier import Copier
    from careteam.storage.store import Store
    from ui.admin_window import AdminWindow
    from ui.look.theme import Theme
    from ui.opening import Opened
    from ui.paper import Paper
    from ui.preferences import Preferences
    from ui.settings.copy_sheets import KeyedCopy
    from ui.unlock.lost_sheet import LostRequest
    from ui.unlock.page import UnlockRequest
    from ui.unlock.rescue_sheet import RescueRequest
    from ui.unlock.set_up import SetUpRequest
    from ui.window import DeskWindow


SELDOM = (
    "ui.summary.tab",
    "ui.pathway.tab",
    "ui.needs.tab",
    "ui.history.tab",
    "ui.settings.page",
    "ui.imports.page",
    "ui.insights.page",
    "ui.audit.page",
    "ui.trials.page",
)
"""Pages and tabs that are made when they are first opened."""


def load(_report: Report) -> None:
    """Load what the unlocked desk needs."""
    import ui.opening

    assert ui.opening  # noqa: S101 - imported for its effect


def load_pages(_report: Report) -> None:
    """Load the pages and tabs that are opened seldom, once Today stands."""
    for name in SELDOM:
        import_module(name)


def begin_collecting() -> None:
    """Have Python's garbage collected, now that what is loaded stays."""
    from ui import garbage

    garbage.collector().begin()


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


def recover(request: "LostRequest") -> "Opened":
    """Give an administrator a new password by the recovery code, and open the database."""
    from ui import opening

    return opening.recover_database(request)


def choose_password(opened: "Opened", password: str) -> "Opened":
    """Keep the password of somebody who came in by a one-time code."""
    from ui import opening

    return opening.choose_own(opened, password)


def confirm_recovery(opened: "Opened") -> "Opened":
    """Note that the recovery code is on paper."""
    from ui import opening

    return opening.confirm_code(opened)


def clinic_of(opened: "Opened") -> str:
    """The name of the clinic whose database is open."""
    from ui import opening

    return opening.clinic_of(opened.store)


def build_window(
    theme: "Theme",
    opened: "Opened",
    preferences: "Preferences",
    paper: "Paper | None",
    *,
    is_demo: bool,
) -> "Generator[None, None, DeskWindow | AdminWindow]":
    """The window of an open database, in pieces."""
    from ui import opening

    return opening.build_window(theme, opened, preferences, paper, is_demo=is_demo)


def desk_of(window: "DeskWindow | AdminWindow | None") -> "DeskWindow | None":
    """The desk, unless nothing is open or the window is one without patients."""
    if window is None:
        return None
    from ui.window import DeskWindow

    return window if isinstance(window, DeskWindow) else None


def make_demo(folder: Path) -> Any:
    """Make the invented clinic and open it."""
    from ui import opening

    return opening.make_demo(folder)


def put_copy_back(copy: "KeyedCopy", database: Path) -> str:
    """Put a copy in place of a database that is closed; the sentence that says so."""
    from ui import opening

    return opening.put_copy_back(copy.path, database, copy.key)


def copy_on_leaving(copier: "Copier") -> None:
    """Make a copy when one is due; trouble with it is told at the next unlocking."""
    from contextlib import suppress

    from careteam.domain.errors import CareteamError
    from ui import opening

    with suppress(CareteamError):
        opening.copy_on_leaving(copier)


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


def user_of(opened: Any) -> str:
    """Who is signed in at an open database, as the unlock page names them."""
    who = opened.store.who if opened is not None else None
    return who.name.casefold() if who is not None else ""


def is_code_needed(error: Exception) -> bool:
    """Whether the password was right and a one-time code is asked for too."""
    from careteam.storage.signing_in import CodeNeeded

    return isinstance(error, CodeNeeded)


def salvage(request: "UnlockRequest", report: Report) -> "Salvage":
    """Read what is left of a damaged database into a new one beside it."""
    from ui import opening

    return opening.salvage_beside(request, report)
