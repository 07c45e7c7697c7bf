"""The card that offers somebody's patients to another person in one step."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from careteam.storage.reads.directory import AbleRow
from ui.look.buttons import Button, ButtonKind
from ui.look.cards import WarningCard
from ui.look.choices import SearchChoice
from ui.look.flow import FlowLayout
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.theme import Theme


class NeedCard(WarningCard):
    """`taken` carries the directory id of who takes all; `choose_asked` asks for some only."""

    taken = Signal(int)
    choose_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "strong", wrap=True)
        self._detail = Label("", "sub", wrap=True)
        self.person = SearchChoice(theme, (), placeholder=self.tr("Type a name"))
        self._problem = Label("", "error", wrap=True)
        self._nobody = Label("", "quiet", wrap=True)
        self.take_all = Button(theme, "", ButtonKind.PRIMARY, small=True)
        self.choose = Button(theme, self.tr("Choose…"), small=True)
        buttons = QWidget()
        flow = FlowLayout(8, 6, parent=buttons)
        flow.addWidget(self.take_all)
        flow.addWidget(self.choose)
        for part in (self._title, self._detail, self.person, self._problem, self._nobody, buttons):
            self.column.addWidget(part)
        self.column.setSpacing(6)
        self.take_all.clicked.connect(self._on_take_all)
        self.choose.clicked.connect(self.choose_asked)
        self.person.edited.connect(self.clear_problem)

    def show_need(
        self, title: str, detail: str, act: str, people: Sequence[AbleRow], chosen: int | None
    ) -> None:
        """Say what is needed and who can take it, the one proposed or the least busy first."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.take_all.setText(act)
        self.take_all.setAccessibleDescription(title)
        self.choose.setAccessibleDescription(title)
        self.person.setAccessibleName(title)
        kept = self.person.value()
        self.person.set_options(able_options(people))
        ids = [row.id for row in people]
        if kept and int(kept) in ids:
            chosen = int(kept)
        elif chosen not in ids:
            chosen = least_busy(people)
        self.person.set_value(str(chosen or ""))
        self.take_all.setEnabled(bool(people))
        self.person.setVisible(bool(people))
        self._nobody.setVisible(not people)
        self._nobody.setText(
            self.tr(
                "Nobody else in the directory can fill all of these roles; choose some of them."
            )
        )
        self.clear_problem()

    def forget(self) -> None:
        """Propose anew next time: the need is somebody else's."""
        self.person.set_options(())
        self.person.set_value("")

    def chosen(self) -> int | None:
        """The directory id of who is chosen now."""
        return int(self.person.value()) if self.person.value() else None

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with who was chosen."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.person.setAccessibleDescription(sentence)

    def clear_problem(self) -> None:
        """Nothing is wrong any more."""
        self.show_problem("")

    def _on_take_all(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.taken.emit(chosen)
        else:
            self.show_problem(self.tr("Choose who takes them."))
            self.person.setFocus()


def least_busy(people: Sequence[AbleRow]) -> int | None:
    """Who of them has the fewest patients now; those who are here come before those away."""
    here = [row for row in people if not row.is_away]
    return min(here or people, key=lambda row: row.patients or 0).id if people else None


def able_options(people: Sequence[AbleRow]) -> tuple[Option, ...]:
    """People to choose from, with how many patients each has now where that may be seen."""
    return tuple(Option(str(row.id), row.label, _detail(row)) for row in people)


def able_for_all(people: Sequence[AbleRow], roles: frozenset[str]) -> tuple[AbleRow, ...]:
    """Those of them who can fill every one of these roles."""
    return tuple(row for row in people if roles <= row.roles)


def _detail(row: AbleRow) -> str:
    if row.patients is None:
        return QCoreApplication.translate("NeedCard", "away today") if row.is_away else ""
    detail = QCoreApplication.translate("NeedCard", "%Ln patient(s) now", None, row.patients)
    away = QCoreApplication.translate("NeedCard", " · away today")
    return detail + away if row.is_away else detail
