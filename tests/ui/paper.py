"""Paper that asks nobody: what is chosen is told beforehand, what goes out is kept to look at."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from careteam.domain.errors import Unavailable
from ui.leaving.questions import Asked, Said
from ui.look.theme import Theme
from ui.paper import Paper


@dataclass(frozen=True, slots=True)
class Printed:
    """One print job."""

    title: str
    pages: list[bytes]


class FakePaper(Paper):
    """Answers every dialog at once.

    `files` and `folder` are what opening finds; a target is `target`, or the suggested name in
    `folder`; None leaves the dialog. `suggested`, `titles`, `printed` and `copied` tell what was
    asked and what went out; with `has_printer` off printing is Unavailable, with `is_printing`
    off the print dialog is left. Who gets it is `said`, or the first answer; `asked` keeps the
    questions, with `is_answering` off they are left.
    """

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.folder = folder
        self.target: Path | None = None
        self.has_printer = True
        self.is_printing = True
        self.suggested: list[str] = []
        self.titles: list[str] = []
        self.printed: list[Printed] = []
        self.copied: list[str] = []
        self.asked: list[Asked] = []
        self.said: Said | None = None
        self.is_answering = True

    @override
    def choose_files(self, parent: QWidget, title: str, filter: str) -> list[Path]:
        self.titles.append(title)
        return list(self.files)

    @override
    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        self.titles.append(title)
        return self.folder

    @override
    def choose_target(
        self, parent: QWidget, title: str, suggested_name: str, filter: str
    ) -> Path | None:
        self.titles.append(title)
        self.suggested.append(suggested_name)
        if self.target is not None:
            return self.target
        return self.folder / suggested_name if self.folder is not None else None

    @override
    def print_pages(self, parent: QWidget, svg_pages: list[bytes], title: str) -> bool:
        if not self.has_printer:
            raise Unavailable("No printer is set up here. Save a PDF.")
        if self.is_printing:
            self.printed.append(Printed(title, svg_pages))
        return self.is_printing

    @override
    def copy_text(self, text: str) -> None:
        self.copied.append(text)

    @override
    def ask_who_gets_it(
        self, theme: Theme, asked: Asked, host: QWidget, then: Callable[[Said], None]
    ) -> None:
        self.asked.append(asked)
        if self.is_answering:
            then(self.said or Said(asked.first))
