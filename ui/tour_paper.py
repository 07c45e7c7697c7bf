"""Where the tour's files come from and go to: no dialog, no printer, one folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.look.theme import Theme
from ui.paper import Paper

if TYPE_CHECKING:
    from ui.leaving.questions import Asked, Said


MANY = "summaries"
"""The folder for papers of many patients."""


class TourPaper(Paper):
    """Saves into the folder of the tour and remembers what was saved."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._target = folder
        self.saved: list[str] = []

    @override
    def choose_target(
        self,
        parent: QWidget,
        title: str,
        suggested_name: str,
        filter: str,
    ) -> Path | None:
        """Always the name that was suggested."""
        self.saved.append(suggested_name)
        return self._target / suggested_name

    @override
    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder of its own beside the pictures."""
        folder = self._target / MANY
        folder.mkdir(exist_ok=True)
        return folder

    @override
    def print_pages(self, parent: QWidget, svg_pages: list[bytes], title: str) -> bool:
        """The tour has no printer."""
        return False

    @override
    def ask_who_gets_it(
        self, theme: Theme, asked: "Asked", host: QWidget, then: "Callable[[Said], None]"
    ) -> None:
        """The first answer, at once."""
        from ui.leaving.questions import Said

        then(Said(asked.first))
