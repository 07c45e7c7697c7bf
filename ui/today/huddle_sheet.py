"""The huddle list over the page: as it will be printed, of mine or of the whole clinic."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careteam.domain.errors import CareteamError
from careteam.domain.handing import Huddle
from careteam.outgoing.clinic_lists import huddle_list
from careteam.outgoing.listed import Told
from careteam.storage.reads.huddle import collect_huddle
from careteam.storage.reads.rules import read_settings
from ui.desk import Desk
from ui.list_button import SAVE_KEYS, ListAsked
from ui.look.buttons import Button, ButtonKind
from ui.look.labels import Label
from ui.look.options import Option
from ui.look.segmented import SegmentedControl
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.latest import Latest
from ui.summary.made import PaperSize, Preview, make_preview
from ui.summary.outgoing import Outgoing
from ui.summary.pages_view import PagesView
from ui.summary.remembered import PAPER_SETTING, kept_paper

WIDTH, FRAME_HEIGHT, LEAST_HEIGHT = 860, 240, 240
MINE, CLINIC = "mine", "all"


class HuddleSheet(Sheet):
    """Previews the list and saves, prints or copies it; what goes out is collected anew."""

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, host: QWidget, *, is_mine: bool
    ) -> None:
        title = QCoreApplication.translate("HuddleSheet", "Huddle list")
        super().__init__(theme, title, host, WIDTH)
        self._desk = desk
        self._size: PaperSize = kept_paper(desk.read(read_settings).get(PAPER_SETTING, ""))
        self.whose = SegmentedControl(
            theme,
            self.tr("Whose patients"),
            (Option(MINE, self.tr("Mine")), Option(CLINIC, self.tr("Whole clinic"))),
            MINE if is_mine and desk.worker_id else CLINIC,
        )
        if desk.worker_id is None:
            self.whose.set_enabled_keys({CLINIC})
        self._status = Label("", "sub")
        self.view = PagesView(theme)
        self.view.setAccessibleName(self.tr("Preview of the huddle list"))
        self.view.setMinimumHeight(max(LEAST_HEIGHT, host.height() - theme.px(FRAME_HEIGHT)))
        self._outgoing = Outgoing(theme, desk, paper, self)
        self._preview = Latest(self)
        self._preview.answered.connect(self._on_made)
        self._preview.failed.connect(self._on_failed)
        self._lay_out(theme)
        self.whose.chosen.connect(lambda _key: self.read_again())
        self.view.clear(self.tr("Making the preview…"))
        self.read_again()

    @property
    def is_updating(self) -> bool:
        """Whether newer pages than those shown are being made."""
        return self._preview.is_busy

    def read_again(self) -> None:
        """Collect the list and have its pages made; the last ones stand meanwhile."""
        huddle, size = self._collect(), self._size
        if huddle is not None:
            self._preview.ask(lambda: make_preview(huddle, size))

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.whose)
        row.addWidget(self._status)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)
        close = Button(theme, self.tr("Close"), hint="Esc")
        close.clicked.connect(self.close_now)
        self.add_button(close)
        acts: tuple[tuple[str, str, Callable[[], None], ButtonKind], ...] = (
            (self.tr("Save table…"), SAVE_KEYS, self.save_table, ButtonKind.PLAIN),
            (self.tr("Copy as text"), "Ctrl+Shift+C", self._copy, ButtonKind.PLAIN),
            (self.tr("Print…"), "Ctrl+P", self._print, ButtonKind.PLAIN),
            (self.tr("Save PDF…"), "Ctrl+S", self._save, ButtonKind.PRIMARY),
        )
        for words, keys, act, kind in acts:
            button = Button(theme, words, kind, hint=keys)
            button.clicked.connect(act)
            self.add_button(button)
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _collect(self) -> Huddle | None:
        desk = self._desk
        whose = desk.worker_id if self.whose.value() == MINE else None
        try:
            return desk.read(
                collect_huddle, moment=desk.moment, rules=desk.rules, navigator_id=whose
            )
        except CareteamError as error:
            desk.failed.emit(error.sentence)
            return None

    def save_table(self) -> None:
        """Save the list for a spreadsheet."""
        whose = self._desk.worker_id if self.whose.value() == MINE else None
        told = Told(self._desk.moment, self._desk.rules)
        self._desk.list_asked.emit(ListAsked(huddle_list(told, navigator_id=whose)))

    def _save(self) -> None:
        huddle = self._collect()
        if huddle is not None:
            self._outgoing.save_pdf(huddle, self._size)

    def _print(self) -> None:
        huddle = self._collect()
        if huddle is not None:
            self._outgoing.print_pages(huddle, self._size)

    def _copy(self) -> None:
        huddle = self._collect()
        if huddle is not None:
            self._outgoing.copy_text(huddle)

    def _on_made(self, preview: Preview) -> None:
        pages = QCoreApplication.translate("HuddleSheet", "%Ln page(s)", None, len(preview.pages))
        self._status.setText(pages)
        self.view.show_pages(preview.pages)
        self.view.setAccessibleDescription(preview.text)

    def _on_failed(self, error: Exception) -> None:
        raise error
