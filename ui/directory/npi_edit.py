"""A line for a National Provider Identifier that is checked while it is typed."""

from PySide6.QtWidgets import QWidget

from careteam.domain.people import NPI_LENGTH, is_npi, npi_problem
from ui.look.fields import LineEdit
from ui.look.labels import Label
from ui.look.theme import Theme
from ui.look.tokens import Tone


class NpiEdit(LineEdit):
    """Shows at its end how many digits are missing, or that the number is right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._echo = Label("", "sub")
        self.set_trailing(self._echo)
        self.textChanged.connect(self._show_echo)
        self._show_echo()

    def number(self) -> str:
        """What was typed, without the blanks between groups."""
        return "".join(self.text().split())

    def problem(self, *, is_left: bool) -> str:
        """What is wrong, in one sentence; a number still being typed is not wrong until left."""
        number = self.number()
        is_whole = len(number) >= NPI_LENGTH or not number.isdigit()
        if not number or is_npi(number) or not (is_left or is_whole):
            return ""
        return npi_problem(number)

    def _show_echo(self) -> None:
        number = self.number()
        is_right = is_npi(number)
        if is_right:
            words = self.tr("✓ valid")
        elif number.isdigit() and len(number) < NPI_LENGTH:
            words = self.tr("{count} of {all}").format(count=len(number), all=NPI_LENGTH)
        else:
            words = ""
        self._echo.setText(words)
        self._echo.set_tone(Tone.OK if is_right else None)
        self._echo.setVisible(bool(words))
        self._make_room()
