"""How a page that asks for something shows that it could not be done."""

from typing import TYPE_CHECKING

from careteam.domain.errors import Damaged, NotItsKeys, Refused

if TYPE_CHECKING:
    from ui.unlock.lost_sheet import LostSheet
    from ui.unlock.new_password import ChoosePage
    from ui.unlock.page import UnlockPage
    from ui.unlock.set_up import SetUpPage

    Asking = UnlockPage | SetUpPage | LostSheet | ChoosePage


def show_failure(page: "Asking", error: Exception, door: "UnlockPage") -> None:
    """Show what went wrong, at its fields where it has any; a fault of our own is raised.

    For a damaged database, or one whose keys are gone, the door offers its copies.
    """
    sentence = getattr(error, "sentence", None)
    if sentence is None:
        raise error
    if isinstance(error, Refused):
        for problem in error.problems:
            page.show_problem(problem.sentence, problem.field)
    else:
        page.show_problem(sentence)
    if isinstance(error, Damaged | NotItsKeys):
        door.offer_rescue(True)
