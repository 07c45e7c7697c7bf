"""The filters of a list under their names: chosen, saved, renamed and removed from one menu."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from careteam.domain.access import Action
from careteam.domain.changes import Changes
from careteam.domain.own_lists import SavedFilterDraft
from careteam.storage.reads.own_lists import SavedFilterRow, saved_filters
from careteam.storage.writes.own_lists import remove_filter, save_filter
from ui.desk import MADE, Desk, Undo
from ui.form_sheet import FormSheet
from ui.look.check_box import CheckBox
from ui.look.fields import Field, LineEdit
from ui.look.theme import Theme


class SavedFilterMenu(QMenu):
    """`taken` carries the SavedFilterRow that was chosen, `save_asked` asks to keep what is shown.

    It is read when it opens, so that it is never stale.
    """

    taken = Signal(object)
    save_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._page = theme, desk, page
        self.rename, self.remove = QMenu(self.tr("Rename"), self), QMenu(self.tr("Remove"), self)
        self.aboutToShow.connect(self.read_again)

    def read_again(self) -> None:
        """Offer what is kept now."""
        self.clear()
        rows = self._desk.read(saved_filters, self._page, self._desk.worker_id)
        for row in rows:
            self.addAction(_shown(row), lambda row=row: self.taken.emit(row))
        if not rows:
            self.addAction(self.tr("No filter is saved yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(self.tr("Save this filter…") + "\tCtrl+Shift+S", self.save_asked.emit)
        for menu, act in ((self.rename, self._rename), (self.remove, self._remove)):
            menu.clear()
            for row in rows:
                menu.addAction(_shown(row), partial(act, row))
            menu.setEnabled(bool(rows))
            self.addMenu(menu)

    def save(self, body: Mapping[str, str]) -> None:
        """Ask under which name this choice is kept."""
        self._open(FilterSheet(self._theme, self._desk, self._host(), self._page, body))

    def _rename(self, row: SavedFilterRow) -> None:
        host = self._host()
        self._open(FilterSheet(self._theme, self._desk, host, self._page, row.body, row))

    def _remove(self, row: SavedFilterRow) -> None:
        back = SavedFilterDraft(self._page, row.name, row.body, row.is_clinic)
        self._desk.do(remove_filter, row.id, undo=Undo(save_filter, (back,)))

    def _host(self) -> QWidget:
        parent = self.parentWidget()
        return parent.window() if parent is not None else self

    def _open(self, sheet: FormSheet) -> None:
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()


class FilterSheet(FormSheet):
    """The name of a filter, and whether the whole clinic has it."""

    writes = Action.OWN

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        host: QWidget,
        page: str,
        body: Mapping[str, str],
        row: SavedFilterRow | None = None,
    ) -> None:
        title = QCoreApplication.translate("FilterSheet", "Save this filter")
        if row is not None:
            title = QCoreApplication.translate("FilterSheet", "Rename the filter")
        super().__init__(
            theme, title, host, QCoreApplication.translate("FilterSheet", "Save"), self._keep
        )
        self._desk, self._page, self._body, self._row = desk, page, body, row
        self.name = LineEdit(theme)
        self.name.setText(row.name if row else "")
        self.is_clinic = CheckBox(theme, self.tr("For the whole clinic"))
        self.is_clinic.setChecked(row.is_clinic if row else desk.worker_id is None)
        self.is_clinic.setEnabled(desk.worker_id is not None)
        self.add_field("name", Field(theme, self.tr("Name"), self.name))
        self.body.addWidget(self.is_clinic)
        self.watch(self.is_clinic.edited)
        self.finish()

    def _keep(self) -> Changes | None:
        name, is_clinic = self.name.text_value(), self.is_clinic.isChecked()
        row = self._row
        if row is None:
            draft = SavedFilterDraft(self._page, name, self._body, is_clinic)
            return self._desk.do(save_filter, draft, undo=Undo(remove_filter, (MADE,)))
        draft = SavedFilterDraft(self._page, name, row.body, is_clinic, row.id)
        before = SavedFilterDraft(self._page, row.name, row.body, row.is_clinic, row.id)
        return self._desk.do(save_filter, draft, undo=Undo(save_filter, (before,)))


def _shown(row: SavedFilterRow) -> str:
    name = row.name.replace("&", "&&")
    words = QCoreApplication.translate("SavedFilterMenu", "{name} (clinic)")
    return words.format(name=name) if row.is_clinic else name
