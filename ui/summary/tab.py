"""The Summary tab: a paper of any kind as it will be printed, and how it goes out."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from careteam.domain.changes import Changes, Part
from careteam.domain.errors import CareteamError, Refused
from careteam.domain.handing import Leaving
from careteam.domain.kinds import Kind
from careteam.storage.reads.papers import collect_paper
from careteam.storage.reads.rules import read_settings
from careteam.storage.writes.settings import set_setting
from ui.desk import Desk
from ui.look.buttons import Button, IconButton
from ui.look.cards import HeadingRow, WarningCard
from ui.look.flow import Flow
from ui.look.labels import Divider, ElidedLabel, Label
from ui.look.seen_page import SeenPage
from ui.look.sheet import Sheet
from ui.look.theme import Theme
from ui.paper import Paper
from ui.summary.choices import SummaryChoices
from ui.summary.fhir import FhirOutgoing
from ui.summary.head_area import HeadArea
from ui.summary.kind_words import preview_words
from ui.summary.latest import Latest
from ui.summary.made import Preview, make_preview
from ui.summary.outgoing import Offer, Outgoing
from ui.summary.pages_view import PagesView
from ui.summary.preview_words import grade_words, warnings_of
from ui.summary.remembered import Chosen

HINT_AFTER_MS = 150
SHOWN_PARTS = frozenset(Part) - {Part.DRAFT, Part.DISCLOSURE}


class SummaryTab(SeenPage):
    """Previews a paper about one patient, and saves, prints or copies it.

    What goes out is collected anew at that moment. While the tab cannot be seen nothing is read.
    """

    def __init__(
        self, theme: Theme, desk: Desk, paper: Paper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._patient_id: int | None = None
        self._kept = desk.read(read_settings)
        self.choices = SummaryChoices(theme, self._kept)
        self.view = PagesView(theme)
        self._status = ElidedLabel("", "sub")
        self.warning = WarningCard()
        self._missing = Label("", "body", wrap=True)
        self.warning.column.addWidget(self._missing)
        self._outgoing = Outgoing(theme, desk, paper, self)
        self._fhir = FhirOutgoing(theme, desk, paper, self)
        self._preview = Latest(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(HINT_AFTER_MS)
        self.view.setAccessibleName(self.tr("Preview of the care summary"))
        self._build_buttons(theme)
        self._lay_out()
        self._connect()
        self.show_patient(None)

    def show_patient(self, patient_id: int | None) -> None:
        """Preview the summary of a patient, or nothing; no page of another one stays in sight."""
        if patient_id is None or patient_id != self._patient_id:
            self._patient_id = patient_id
            self.choices.forget_language()
            self._preview.forget()
            self.warning.hide()
            self.view.clear(self.tr("Making the preview…") if patient_id else "")
            self.view.setAccessibleDescription("")
            self._status.clear()
        self._show_whether_busy()
        self.read_when_seen()

    @override
    def read_again(self) -> None:
        """Collect the summary and have its pages made; the last ones stand meanwhile."""
        summary = self._collect()
        if summary is not None:
            paper = self.choices.chosen().paper
            self._preview.ask(lambda: make_preview(summary, paper))
            self._late.start()

    @property
    def is_updating(self) -> bool:
        """Whether newer pages than those shown are being made."""
        return self._preview.is_busy

    def choose_handoff(self) -> None:
        """Show the handoff sheet of the patient."""
        self.choices.choose_kind(Kind.HANDOFF)

    def warning_words(self) -> str:
        """The line that names letters which cannot be drawn."""
        return self._missing.text()

    def _build_buttons(self, theme: Theme) -> None:
        self.save = Button(theme, self.tr("Export…"), hint="Ctrl+S", small=True)
        self.print = Button(theme, self.tr("Print…"), hint="Ctrl+P", small=True)
        self.copy = Button(theme, self.tr("Copy as text"), hint="Ctrl+Shift+C", small=True)
        self.record = Button(theme, self.tr("Whole record…"), hint="Ctrl+Shift+J", small=True)
        self.record.setToolTip(self.tr("Save all that is kept of the patient as FHIR"))
        self._smaller = IconButton(theme, "minus", self.tr("Smaller (Ctrl+−)"))
        self._zoom = Button(theme, "100 %", small=True)
        self._zoom.setToolTip(self.tr("Fit the width (Ctrl+0)"))
        self._larger = IconButton(theme, "plus", self.tr("Larger (Ctrl++)"))

    def _lay_out(self) -> None:
        heading = HeadingRow(Label(self.tr("Summary"), "h2"))
        heading.add_beside(self._status)
        for button in (self._smaller, self._zoom, self._larger):
            heading.add_at_end(button)
        buttons = Flow(8, 6)
        buttons.show_parts((self.save, self.print, self.copy, self.record))
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 10)
        head.setSpacing(8)
        for part in (heading, buttons, self.choices, self.warning):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HeadArea(head, self))
        column.addWidget(Divider())
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.copy.clicked.connect(self._on_copy)
        self._smaller.clicked.connect(self.view.zoom_out)
        self._zoom.clicked.connect(self.view.fit_width)
        self._larger.clicked.connect(self.view.zoom_in)
        self.view.zoomed.connect(self._on_zoomed)
        self.choices.changed.connect(self._on_chosen)
        self.choices.form_taken.connect(self._remember)
        self._preview.answered.connect(self._on_made)
        self._preview.failed.connect(self._on_failed)
        self._late.timeout.connect(self._on_late)
        self._outgoing.turned.connect(self._show_whether_busy)
        self._fhir.turned.connect(self._show_whether_busy)
        self.record.clicked.connect(self._on_record)
        self._desk.changed.connect(self._on_changed)
        for keys, act in (
            ("Ctrl+S", self.save.click),
            ("Ctrl+P", self.print.click),
            ("Ctrl+Shift+C", self.copy.click),
            ("Ctrl+Shift+J", self.record.click),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_width),
        ):
            self._key(keys, act)
        for keys, direction in (("PgDown", 1), ("PgUp", -1)):
            key = self._key(keys, lambda way=direction: self.view.scroll_page(way))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _key(self, keys: str, act: Callable[[], object]) -> QShortcut:
        key = QShortcut(QKeySequence(keys), self)
        key.activated.connect(lambda: None if is_covered(self) else act())
        return key

    def _collect(self) -> Leaving | None:
        if self._patient_id is None:
            return None
        desk = self._desk
        moment = desk.moment
        wish = self.choices.chosen().wish(moment.today)
        try:
            return desk.read(collect_paper, self._patient_id, wish, moment=moment, rules=desk.rules)
        except Refused as refused:
            self._show_refusal(refused.sentence)
        except CareteamError as error:
            desk.failed.emit(error.sentence)
        return None

    def _show_refusal(self, sentence: str) -> None:
        """There is no such paper of this patient: the page says why."""
        self._preview.forget()
        self.warning.hide()
        self._status.clear()
        self.view.clear(sentence)
        self.view.setAccessibleDescription(sentence)

    def _on_save(self) -> None:
        summary, patient_id = self._collect(), self._patient_id
        if summary is None or patient_id is None:
            return
        chosen = self.choices.chosen()
        offer = Offer(
            chosen.forms(),
            chosen.form,
            self.choices.take_form,
            lambda said: self._fhir.save_document(patient_id, chosen, said),
        )
        self._outgoing.save_file(summary, chosen.paper, patient_id, offer)

    def _on_print(self) -> None:
        summary = self._collect()
        if summary is not None:
            self._outgoing.print_pages(summary, self.choices.chosen().paper, self._patient_id)

    def _on_copy(self) -> None:
        summary = self._collect()
        if summary is not None:
            self._outgoing.copy_text(summary, self._patient_id)

    def _on_record(self) -> None:
        if self._patient_id is not None:
            self._fhir.save_record(self._patient_id)

    def _on_chosen(self, chosen: Chosen) -> None:
        self._remember(chosen)
        self.read_when_seen()

    def _remember(self, chosen: Chosen) -> None:
        kept, desk = self._kept, self._desk
        if desk.read_only is None:
            for key, value in chosen.settings().items():
                if kept.get(key) != value and desk.keep(set_setting, key, value):
                    kept[key] = value

    def _on_changed(self, changes: Changes) -> None:
        patient = self._patient_id
        if patient is not None and any(changes.touches(part, patient) for part in SHOWN_PARTS):
            self.read_when_seen()

    def _on_made(self, preview: Preview) -> None:
        self._late.stop()
        count = len(preview.pages)
        pages = QCoreApplication.translate("SummaryTab", "%n page(s)", None, count)
        self._status.setText(pages)
        self.view.show_pages(preview.pages)
        name = preview_words(self.choices.chosen().kind)
        self.view.setAccessibleName(name.format(pages=pages))
        self.view.setAccessibleDescription(preview.text)
        if preview.patient is not None:
            self._status.setText(f"{pages} · {grade_words(preview.patient)}")
        warned = warnings_of(preview)
        self.warning.setVisible(bool(warned))
        self._missing.setText("\n".join(warned))

    def _on_failed(self, error: Exception) -> None:
        self._late.stop()
        self._status.clear()
        raise error

    def _on_late(self) -> None:
        if self._preview.is_busy:
            self._status.setText(self.tr("Updating…"))

    def _on_zoomed(self) -> None:
        self._zoom.setText(self.tr("{percent} %").format(percent=self.view.percent))
        self._zoom.setAccessibleName(
            self.tr("Size {percent} %; fit the width").format(percent=self.view.percent)
        )

    def _show_whether_busy(self) -> None:
        is_busy = self._outgoing.is_busy or self._fhir.is_busy
        is_ready = self._patient_id is not None and not is_busy
        for button in (self.save, self.print, self.copy, self.record):
            button.setEnabled(is_ready)


def is_covered(page: QWidget) -> bool:
    """Whether a sheet over the window has the keyboard, so that keys are not meant for the page."""
    widget = page.window().focusWidget()
    while widget is not None and not isinstance(widget, Sheet):
        widget = widget.parentWidget()
    return widget is not None
