"""The letterhead in the clinic's settings: address, phones and logo, as papers print them."""

import base64

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.errors import CareteamError
from careteam.domain.letterhead import Letterhead, LetterheadDraft
from careteam.storage.reads.letterhead import letterhead_of
from careteam.storage.writes.letterhead import save_letterhead, save_logo
from ui.desk import Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.buttons import Button
from ui.look.cards import HeadingRow
from ui.look.fields import Field, LineEdit
from ui.look.labels import Label, Picture
from ui.look.theme import Theme
from ui.paper import Paper
from ui.settings.logo_image import logo_of
from ui.settings.section import FactsCard

LOGO_HEIGHT = 56
LINES = 4


class LetterheadPart(QWidget):
    """Shows what stands at the top of papers; a logo is chosen from a file and taken away again."""

    def __init__(self, theme: Theme, desk: Desk, paper: Paper) -> None:
        super().__init__()
        self._theme, self._desk, self._paper = theme, desk, paper
        self._head = Letterhead()
        self.edit = Button(theme, self.tr("Edit the letterhead"), small=True)
        self.choose = Button(theme, self.tr("Choose a logo…"), small=True)
        self.remove = Button(theme, self.tr("Remove the logo"), small=True)
        self._logo = Picture()
        self._logo.setAccessibleName(self.tr("Logo of the clinic"))
        self._facts = FactsCard(theme)
        heading = HeadingRow(Label(self.tr("Letterhead"), "h2"))
        for button in (self.choose, self.remove, self.edit):
            heading.add_at_end(button)
        words = self.tr(
            "Stands at the top of every paper. The number after hours is the first on a care-team "
            "card. A logo is a PNG or JPEG of at most 200 kB."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        for part in (heading, Label(words, "quiet", wrap=True), self._logo, self._facts):
            column.addWidget(part)
        self.edit.clicked.connect(self._on_edit)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)

    def read_again(self) -> None:
        """Show what the database says now."""
        head = self._head = self._desk.read(letterhead_of)
        unknown = self.tr("not entered")
        self._facts.show_facts(
            (
                (self.tr("Address"), "\n".join(head.address) or unknown),
                (self.tr("Phone"), head.phone or unknown),
                (self.tr("After hours"), head.after_hours or unknown),
            )
        )
        picture = QPixmap()
        picture.loadFromData(base64.b64decode(head.logo))
        self._logo.setVisible(not picture.isNull())
        self.remove.setVisible(bool(head.logo))
        if not picture.isNull():
            height = self._theme.px(LOGO_HEIGHT)
            smooth = Qt.TransformationMode.SmoothTransformation
            self._logo.setPixmap(picture.scaledToHeight(min(height, picture.height()), smooth))

    def _on_edit(self) -> None:
        sheet = LetterheadSheet(self._theme, self._desk, self.window(), self._head)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _on_choose(self) -> None:
        title = self.tr("Choose a logo")
        paths = self._paper.choose_files(self, title, self.tr("Pictures (*.png *.jpg *.jpeg)"))
        if paths:
            try:
                self._keep(logo_of(paths[0]))
            except CareteamError as error:
                self._desk.failed.emit(error.sentence)

    def _on_remove(self) -> None:
        self._keep("")

    def _keep(self, logo: str) -> None:
        self._desk.do(save_logo, logo, undo=Undo(save_logo, (self._head.logo,)))


class LetterheadSheet(FormSheet):
    """Four lines of address and two phones."""

    writes = Action.SETTINGS

    def __init__(self, theme: Theme, desk: Desk, host: QWidget, head: Letterhead) -> None:
        super().__init__(
            theme,
            QCoreApplication.translate("LetterheadSheet", "Letterhead"),
            host,
            QCoreApplication.translate("LetterheadSheet", "Save"),
            self._save,
        )
        self._desk, self._before = desk, head
        self.lines = [LineEdit(theme) for _ in range(LINES)]
        self.phone, self.after_hours = LineEdit(theme), LineEdit(theme)
        for place, line in enumerate(self.lines):
            line.setText(head.address[place] if place < len(head.address) else "")
            words = self.tr("Address, line {number}").format(number=place + 1)
            self.add_field("address" if not place else f"line_{place}", Field(theme, words, line))
        self.phone.setText(head.phone)
        self.after_hours.setText(head.after_hours)
        self.add_field("phone", Field(theme, self.tr("Phone of the clinic"), self.phone))
        self.add_field(
            "after_hours",
            Field(theme, self.tr("Phone when the clinic is closed"), self.after_hours),
        )
        self.finish()

    def _save(self) -> Changes | None:
        before = self._before
        draft = LetterheadDraft(
            "\n".join(line.text_value() for line in self.lines),
            self.phone.text_value(),
            self.after_hours.text_value(),
        )
        old = LetterheadDraft("\n".join(before.address), before.phone, before.after_hours)
        return self._desk.do(save_letterhead, draft, undo=Undo(save_letterhead, (old,)))
